# SPDX-License-Identifier: GPL-3.0-or-later
"""CAP-2.2.b: who allows the works on a road, by when; what an urgent dig owes."""

from dataclasses import replace
from datetime import date, datetime

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.messages import Message
from regard.core.translations import translator
from regard.planner.import_records import import_records
from regard.planner.life.gathered import operators_of
from regard.planner.notices.deem import deem_in_zone
from regard.planner.notices.road import road_duties
from regard.planner.records import Footprint
from regard.workorders.informing.contacts import Addressee
from regard.workorders.life.records import OperatorAnswer, Permit
from regard.workorders.orders import WorkOrder
from regard.workorders.road_occupancy import load_road_occupancy
from shapely.geometry import LineString

RULES = load_road_occupancy()


def duties(workspace, order_id, **options):
    return road_duties(workspace, order_id, rules=RULES, who="D. Martin", **options)


@pytest.fixture
def roads(valmont, valve):
    """Draw a numbered road 8 m from the dig, and a lane at 20 m."""
    place = valmont.get(Footprint, valve).geometry.centroid
    lines = [LineString([(place.x - 90, place.y + off), (place.x + 90, place.y + off)]) for off in (8, -20)]
    frame = gpd.GeoDataFrame(
        {"ref": ["D 1001", ""], "name": ["Route de Paris", "Chemin Vert"]}, geometry=lines, crs=valmont.crs
    )
    valmont.write_layers({"road_edge": frame})


def one_of(workspace, order_id):
    """Return the permit of the road."""
    return workspace.get(Permit, f"{order_id}/roadworks_permit")


@pytest.mark.parametrize(("built_up", "traffic"), [(True, "mayor"), (False, "department_president")])
def test_a_departmental_road_inside_and_outside_a_built_up_area(valmont, valve, roads, built_up, traffic):
    found = duties(valmont, valve, built_up=built_up)
    assert (found.road, found.site.number, found.name) == ("departmental", "D 1001", "Route de Paris")
    permits = {one.kind: one.authority for one in valmont.all(Permit, order_id=valve)}
    assert permits == {
        "roadworks_permit": "department_president",
        "occupation_permit": traffic,
        "traffic_order": traffic,
    }
    assert found.emergency is None
    # a code is kept, words are said
    asked = Message("gate.permit_missing", {"permit": "x", "authority": one_of(valmont, valve).granter})
    assert asked.english().endswith("by president of the departmental council)")
    assert asked.render(translator("fr")).endswith("président du conseil départemental)")


def test_the_directory_tells_how_to_reach_an_authority_that_of_the_sector_first(valmont, valve, roads):
    entries = [
        Addressee("A", "town_hall", "Mairie", phone="01 99 00 10 01"),
        Addressee("B", "town_hall", "Mairie annexe Nord", phone="01 99 00 10 02", zone="Z1"),
        Addressee("C", "prefecture", "Préfecture"),
    ]
    import_records(valmont, entries, name="directory", who="test")
    found = duties(valmont, valve, built_up=True)
    assert {authority: one.name for authority, one in found.contacts.items()} == {
        "mayor": "Mairie annexe Nord"
    }


def test_permits_that_are_there_stay_and_all_is_undone_as_one(valmont, valve, roads):
    duties(valmont, valve, built_up=True)
    assert duties(valmont, valve, built_up=False).added == ()
    valmont.undo(who="test")
    assert valmont.all(Permit) == []


@pytest.mark.parametrize(
    ("laid", "recent"), [(date(2024, 6, 1), True), (date(2022, 6, 1), False), (None, False)]
)
def test_a_surface_under_three_years_is_told(valmont, valve, roads, laid, recent):
    assert duties(valmont, valve, built_up=True, surface_laid=laid).recent_surface is recent


def test_urgent_works_tell_the_mayor_within_a_day(valmont, burst):
    order = valmont.get(WorkOrder, burst)
    with valmont.command("edit", who="test") as transaction:
        transaction.save(replace(order, started_at=datetime(2026, 6, 3, 9, 30)))
    found = duties(valmont, burst, built_up=True, number="D12")
    assert found.emergency.inform_mayor_by == datetime(2026, 6, 4, 9, 30)
    assert [one.kind for one in valmont.all(Permit)] == ["mayor_told"]
    by_kind = {one.kind: one.authority for one in found.requests}
    assert by_kind["road_permission"] == "department_president"
    assert by_kind["traffic_order"] == "mayor"


def test_what_nobody_knows_is_asked_for(valmont, valve):
    with pytest.raises(InputError, match="no roads in the workspace"):
        duties(valmont, valve, built_up=True)
    with pytest.raises(InputError, match="say --built-up or --outside"):
        duties(valmont, valve, number="D12")


def test_a_built_up_area_may_be_a_layer(valmont, valve, roads):
    dig = valmont.get(Footprint, valve).geometry
    areas = gpd.GeoDataFrame({"name": ["Bourg"]}, geometry=[dig.buffer(50)], crs=valmont.crs)
    valmont.write_layers({"built_up_area": areas})
    assert duties(valmont, valve).site.built_up


def test_an_operator_without_an_answer_is_deemed_in_the_zone_and_dug_softly(valmont, burst):
    noted = deem_in_zone(
        valmont,
        burst,
        "Gaz de Valmont",
        contact="standard, M. Roux",
        called_at=datetime(2026, 6, 3, 8, 40),
        who="D. Martin",
    )
    assert (noted.deemed_at, noted.contact) == (datetime(2026, 6, 3, 8, 40), "standard, M. Roux")
    assert "suction_excavator" in valmont.get(WorkOrder, burst).equipment
    valmont.undo(who="test")
    assert valmont.all(OperatorAnswer) == []
    with pytest.raises(InputError, match="say who was spoken to"):
        deem_in_zone(
            valmont,
            burst,
            "Gaz de Valmont",
            contact=" ",
            called_at=datetime(2026, 6, 3, 8, 40),
            who="D.",
        )


def test_only_an_urgent_dig_may_start_without_an_answer(valmont, valve):
    with pytest.raises(InputError, match="every operator of a sensitive network has to answer"):
        deem_in_zone(valmont, valve, "Gaz de Valmont", contact="x", called_at=datetime(2026, 6, 3), who="D.")


def test_no_answer_is_due_about_networks_that_are_not_sensitive(valmont, burst):
    order = valmont.get(WorkOrder, burst)
    plain = next(one.name for one in operators_of(valmont, order) if not one.sensitive)
    with pytest.raises(InputError, match=f"{plain} has no sensitive network near the dig"):
        deem_in_zone(valmont, burst, plain, contact="x", called_at=datetime(2026, 6, 3, 8, 40), who="D.")
    assert valmont.all(OperatorAnswer) == []
