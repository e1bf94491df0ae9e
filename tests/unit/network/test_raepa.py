# SPDX-License-Identifier: GPL-3.0-or-later
"""RAEPA tables become role frames, with the codes and field types that are met in the field."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from regard.network.assets.roles import COLUMNS, Role
from regard.network.layouts.customers import with_customers
from regard.network.layouts.filling import read_roles
from regard.network.layouts.standards import recognise, standards
from regard.network.water.water_network import build_water_network
from shapely.geometry import LineString, Point

CRS = "EPSG:2154"
LINE = LineString([(0, 0), (10, 0)])
RAEPA = standards()["raepa"]


def table(*rows, geometry=None, crs=CRS):
    columns = {name: pd.Series([row[name] for row in rows], dtype=object) for name in rows[0]}
    return gpd.GeoDataFrame(columns, geometry=geometry or [LINE] * len(rows), crs=crs)


def read(**tables):
    return read_roles(tables.__getitem__, [(RAEPA, tables)])


def pipe(**columns):
    filled = read(RAEPA_CANALAEP_L=table({"IDCANA": "P", "BRANCHEMNT": "N"} | columns))
    return filled.frames[Role.WATER_PIPE].iloc[0], [message.english() for message in filled.remarks]


def devices(column, key, codes, name):
    rows = [{key: f"D{code}", column: code} for code in codes]
    return read(**{name: table(*rows, geometry=[Point(0, 0)] * len(rows))}).frames


@pytest.mark.parametrize(
    ("found", "code", "remark"),
    [
        ("02", "02", None),
        (2, "02", None),
        (2.0, "02", None),
        ("2", "02", None),
        ("00-00", "00", "'00-00' is a local code, not in the list of the standard; read as 00 (rows: 1)"),
        ("02-00", "02", "'02-00' is a local code, not in the list of the standard; read as 02 (rows: 1)"),
        ("77", "99", "'77' is not in the code list of the standard (rows: 1)"),
        ("PVC", "99", "'pvc' is not in the code list of the standard (rows: 1)"),
        ("NULL", "99", None),
        ("*", "99", None),
        (None, "99", None),
    ],
)
def test_codes_are_read_however_they_are_written(found, code, remark):
    row, remarks = pipe(MATERIAU=found)
    assert row["material"] == ("00" if found in ("NULL", "*", None) else code)
    assert remarks == ([f"raepa_canalaep_l, MATERIAU: {remark}"] if remark else [])


@pytest.mark.parametrize(
    ("found", "diameter_mm", "odd"),
    [
        (150, 150, False),
        ("150", 150, False),
        ("150,5", 150.5, False),
        ("C5", None, True),
        ("NULL", None, False),
    ],
)
def test_diameters_are_read_from_text_too(found, diameter_mm, odd):
    row, remarks = pipe(DIAMETRE=found)
    assert row["diameter_mm"] == (diameter_mm or pytest.approx(np.nan, nan_ok=True))
    assert remarks == (
        [f"raepa_canalaep_l, diametre: '{found}' cannot be read as a figure (rows: 1)"] if odd else []
    )


@pytest.mark.parametrize(
    "found", ["1998", 1998, 1998.0, "1998-05-03", "03/05/1998", "19980503"[:4], pd.Timestamp("1998-05-03")]
)
def test_years_are_read_from_dates_too(found):
    assert pipe(ANFINPOSE=found)[0]["laid_year"] == 1998


@pytest.mark.parametrize(
    ("found", "serves"), [("O", True), ("o", True), ("N", False), ("n", False), (None, True)]
)
def test_what_is_not_said_to_be_out_of_service_serves(found, serves):
    assert pipe(ENSERVICE=found)[0]["in_service"] == serves


def test_mains_and_connections_are_told_apart():
    rows = [
        {"IDCANA": name, "BRANCHEMNT": code} for name, code in zip("abcd", ["N", "O", "o", None], strict=True)
    ]
    frames = read(raepa_canalaep_l=table(*rows)).frames
    assert frames[Role.WATER_PIPE]["asset_id"].tolist() == ["a", "d"]
    assert frames[Role.SERVICE_CONNECTION]["asset_id"].tolist() == ["b", "c"]


def test_devices_play_the_role_of_their_code():
    frames = devices("FNAPPAEP", "IDAPPAREIL", ["01", "02", "03", 5, 6.0, "07-01", "99"], "RAEPA_APPARAEP_P")
    assert {role: frame["asset_id"].tolist() for role, frame in frames.items()} == {
        Role.BRANCH_POINT: ["D01"],
        Role.VALVE: ["D03"],
        Role.REGULATOR: ["D5"],
        Role.HYDRANT: ["D6.0"],
        Role.METER: ["D07-01"],
    }


def test_reservoirs_treatment_and_intakes_are_sources_and_pumping_is_not():
    sources = devices("FNOUVAEP", "IDOUVRAGE", ["01", "02", "03", "04", "05"], "RAEPA_OUVRAEP_P")[Role.SOURCE]
    assert sources["kind"].tolist() == ["treatment", "reservoir", "intake"]


def test_sewer_structures_play_the_role_of_their_code():
    codes = ["01", "02", "04", "05", "06", "07", "03"]
    frames = devices("FNOUVASS", "IDOUVRAGE", codes, "RAEPA_OUVRASS_P")
    assert [frames[role]["asset_id"].tolist() for role in (Role.PUMP, Role.MANHOLE, Role.GULLY)] == [
        ["D01"],
        ["D06"],
        ["D07"],
    ]
    outfalls = frames[Role.OUTFALL]
    assert dict(zip(outfalls["asset_id"], outfalls["kind"], strict=True)) == {
        "D02": "",
        "D04": "overflow",
        "D05": "",
    }


@pytest.mark.parametrize(
    ("found", "flow"), [("1", "forward"), (1.0, "forward"), ("0", "backward"), (0, "backward"), (None, "")]
)
def test_sewers_know_their_direction(found, flow):
    row = {
        "IDCANA": "E",
        "BRANCHEMNT": "N",
        "SENSECOUL": found,
        "TYPRESEAU": "3",
        "MODECIRC": 2,
        "ZAMONT": "51,2",
    }
    sewer = read(RAEPA_CANALASS_L=table(row)).frames[Role.SEWER_PIPE].iloc[0]
    assert (sewer["flow"], sewer["kind"], sewer["is_forced"]) == (flow, "combined", True)
    assert sewer["invert_up_m"] == 51.2


@pytest.mark.parametrize(
    ("shut", "is_open"), [(True, False), (False, True), (1, False), ("t", False), (None, True)]
)
def test_the_local_state_of_a_valve_is_read_where_there_is_one(shut, is_open):
    valve = table({"IDAPPAREIL": "V", "FNAPPAEP": "03", "_FERME": shut}, geometry=[Point(0, 0)])
    assert read(RAEPA_APPARAEP_P=valve).frames[Role.VALVE]["is_open"].tolist() == [is_open]


def test_frames_have_the_columns_of_their_role():
    for role, frame in read(RAEPA_CANALAEP_L=table({"IDCANA": "P", "BRANCHEMNT": "N"})).frames.items():
        assert list(frame.columns) == [*COLUMNS[role], "geometry"]


def test_all_fields_of_the_standard_are_recognised_and_others_listed():
    fields = [field.upper() for field in RAEPA.fields["raepa_canalaep_l"]]
    found = recognise(RAEPA, "RAEPA_CANALAEP_L", [*fields, "COULEUR"])
    assert (len(found.known_fields), found.unknown_fields) == (26, ("COULEUR",))
    assert found.roles == (Role.WATER_PIPE, Role.SERVICE_CONNECTION)


def network_frames(*, meters=(), connections=(), branches=()):
    """Return frames of one main of 100 m, with what may stand for customers."""
    rows = [{"IDCANA": "P", "BRANCHEMNT": "N"}]
    rows += [{"IDCANA": f"B{x}", "BRANCHEMNT": "O"} for x in connections]
    lines = [LineString([(0, 0), (100, 0)]), *(LineString([(x, 0), (x, 8)]) for x in connections)]
    points = [{"IDAPPAREIL": f"M{x}-{y}", "FNAPPAEP": "07"} for x, y in meters]
    points += [{"IDAPPAREIL": f"T{x}", "FNAPPAEP": "01"} for x in branches]
    places = [*(Point(*place) for place in meters), *(Point(x, 0) for x in branches)]
    tables = {"RAEPA_CANALAEP_L": table(*rows, geometry=lines)}
    if points:
        tables["RAEPA_APPARAEP_P"] = table(*points, geometry=places)
    return read(**tables).frames


@pytest.mark.parametrize(
    ("given", "customers"),
    [
        ({"connections": [10, 20]}, ["B10", "B20"]),
        ({"connections": [10, 20], "meters": [(10, 8)]}, ["M10-8", "B20"]),
        ({"connections": [10], "meters": [(10, 8), (10, 8.5)]}, ["M10-8", "M10-8.5"]),
        ({"connections": [10], "meters": [(50, 0)]}, ["B10"]),
        ({"connections": [10], "branches": [10, 30]}, ["B10", "T30"]),
        ({"branches": [30, 40]}, ["T30", "T40"]),
    ],
)
def test_customers_are_counted_by_what_stands_for_them(given, customers):
    frames, said = with_customers(network_frames(**given))
    assert frames[Role.DELIVERY_POINT]["asset_id"].tolist() == customers
    assert [message.code for message in said] == ["network.customers_counted", "network.sensitive_unknown"]
    network = build_water_network(frames, remarks=said)
    assert network.remarks == said
    assert (network.customers.piece >= 0).all()


def test_where_nothing_stands_for_customers_it_is_said():
    frames, said = with_customers(network_frames())
    assert Role.DELIVERY_POINT not in frames
    assert [message.code for message in said] == ["network.no_customers"]


def test_delivery_points_of_the_data_are_left_alone():
    frames = network_frames(connections=[10])
    own = gpd.GeoDataFrame({"asset_id": ["C"]}, geometry=[Point(10, 8)], crs=CRS)
    frames[Role.DELIVERY_POINT] = own
    assert with_customers(frames) == (frames, ())
