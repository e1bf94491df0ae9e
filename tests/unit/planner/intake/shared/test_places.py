# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a call is about is found by address, parcel, asset or place."""

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.planner.intake.addresses import address_book, import_addresses
from regard.planner.intake.parcels import find_parcels, import_parcels
from regard.planner.intake.places import find_place, near_assets
from shapely.geometry import Point, box


def found(desk, **asked):
    return find_place(desk.workspace, desk.base, **asked)


class Layers:
    """A source with one layer of parcels."""

    def __init__(self, frame):
        self.frame = frame

    def layer_names(self):
        return ["parcelles"]

    def read_layer(self, name):
        return self.frame


def parcels(column="id", ids=("60159000AB0123", "60159000AC0123", "60159000AB0007")):
    squares = [box(687000 + 50 * n, 6924100, 687040 + 50 * n, 6924140) for n in range(len(ids))]
    return Layers(gpd.GeoDataFrame({column: list(ids)}, geometry=squares, crs="EPSG:2154"))


@pytest.mark.parametrize(
    "text",
    [
        "12 rue des Saules",
        "12, r. des saules 60000 VALMONT",
        "12 rue des sauls",
        "12 Rue des Saulles, Valmont",
    ],
)
def test_an_address_is_found_in_spite_of_slips(desk, text):
    place = found(desk, address=text)
    assert (place.place, place.address) == (Point(687523, 6924003), "12 Rue des Saules, 60000 Valmont")


def test_an_address_base_is_replaced_whole(desk):
    import_addresses(desk.workspace, [("Rue Neuve", "60000", "Valmont", "1", 1.0, 2.0)])
    book = address_book(desk.workspace)
    assert len(book) == 1
    assert book.search("12 rue des Saules") == ()


def test_an_unknown_address_is_refused_with_the_near_ones(desk):
    with pytest.raises(InputError, match="no address is like 'rue des Peupliers'"):
        found(desk, address="rue des Peupliers")


def test_two_towns_with_the_street_are_told_apart_by_the_postcode(desk):
    twins = [
        ("Rue Haute", code, town, "1", x, 0.0) for code, town, x in (("60001", "A", 1.0), ("60002", "B", 2.0))
    ]
    import_addresses(desk.workspace, twins)
    with pytest.raises(InputError, match="1 Rue Haute, 60001 A; 1 Rue Haute, 60002 B"):
        found(desk, address="1 rue haute")
    assert found(desk, address="1 rue haute 60002").place == Point(2, 0)


def test_without_an_address_base_the_command_to_import_one_is_named(workspace):
    with pytest.raises(InputError, match="regard addresses import"):
        address_book(workspace)


@pytest.mark.parametrize("text", ["AB 123", "ab0123", "section AB n° 123", "60159 000 AB 0123"])
def test_a_parcel_is_found_however_it_is_written(desk, text):
    assert import_parcels(desk.workspace, parcels()) == 3
    place = found(desk, parcel=text)
    assert (place.place, place.address) == (Point(687020, 6924120), "60159000AB0123")


def test_parcels_that_are_unknown_or_none_are_refused(desk):
    with pytest.raises(InputError, match="regard parcels import"):
        find_parcels(desk.workspace, "AB 123")
    import_parcels(desk.workspace, parcels(column="idu"))
    with pytest.raises(InputError, match="no parcel is called 'ZZ 9'"):
        found(desk, parcel="ZZ 9")
    with pytest.raises(InputError, match="'the field' is not a parcel"):
        found(desk, parcel="the field")


def test_a_parcel_of_several_towns_is_asked_for_by_its_whole_id(desk):
    import_parcels(desk.workspace, parcels(ids=("60159000AB0123", "60001000AB0123")))
    with pytest.raises(InputError, match="60001000AB0123, 60159000AB0123"):
        found(desk, parcel="AB 123")
    assert found(desk, parcel="60001000AB0123").address == "60001000AB0123"


def test_layers_without_parcels_are_refused(desk):
    with pytest.raises(InputError, match="found parcelles, expected one with a column of parcel_id"):
        import_parcels(desk.workspace, parcels(column="name"))
    with pytest.raises(InputError, match="row 2, column id: found 'x'"):
        import_parcels(desk.workspace, parcels(ids=("60159000AB0123", "x")))


def test_an_asset_is_a_place_and_stays_the_order_s_asset(desk):
    place = found(desk, asset="V4")
    assert (place.place, place.asset_id) == (Point(687405, 6924000), "V4")
    with pytest.raises(InputError, match="no asset is called 'V99'"):
        found(desk, asset="V99")


def test_the_asset_that_was_chosen_wins_over_the_nearest_one(desk):
    beside_p03 = Point(687590, 6924003)
    desk.take(at=beside_p03)
    desk.take(at=beside_p03, asset="P04", minutes=1)
    assert [(order.asset_id, round(order.asset_distance_m, 1)) for order in desk.qualify()] == [
        ("P03", 3.0),
        ("P04", 10.0),
    ]


def test_nothing_and_degrees_are_no_place(desk):
    with pytest.raises(InputError, match="say where it is"):
        found(desk)
    with pytest.raises(InputError, match="looks like a longitude"):
        found(desk, at=Point(2.08, 49.4))


def test_all_kinds_of_assets_are_proposed_while_the_type_is_open(desk, rules):
    assets = near_assets(desk.base, Point(687523, 6924003), standard=None, rules=rules.intake)
    assert {"water_pipe", "service_connection", "delivery_point"} <= {one.role for one in assets}
    assert [one.distance_m for one in assets] == sorted(one.distance_m for one in assets)
    assert len(assets) == rules.intake.nearest.most
