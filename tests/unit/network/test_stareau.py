# SPDX-License-Identifier: GPL-3.0-or-later
"""StaR-Eau tables become role frames: every table, every code, every mistake."""

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import COLUMNS, Role
from regard.network.layouts.stareau import known_tables, roles_from_stareau
from shapely.geometry import LineString, Point

CRS = "EPSG:2154"
ORIGIN = Point(0, 0)
LINE = LineString([(0, 0), (10, 0)])


def table(*rows, geometry=ORIGIN, crs=CRS):
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return gpd.GeoDataFrame(columns, geometry=[geometry] * len(rows), crs=crs)


def roles(**tables):
    return roles_from_stareau(tables.__getitem__, tables.keys())


def valves(**columns):
    row = {"id_aep_vanne": "V", "etat_ouverture": "ouverte"} | columns
    return roles(aep_vanne=table(row))[Role.VALVE].iloc[0]


def test_the_golden_tables_fill_their_roles(tables):
    frames = roles_from_stareau(tables.__getitem__, tables.keys())
    assert {role: len(frame) for role, frame in frames.items()} == {
        Role.WATER_PIPE: 9,
        Role.VALVE: 8,
        Role.HYDRANT: 1,
        Role.SOURCE: 1,
        Role.SERVICE_CONNECTION: 89,
        Role.DELIVERY_POINT: 89,
        Role.SEWER_PIPE: 7,
        Role.MANHOLE: 7,
        Role.PUMP: 1,
    }


def test_frames_have_the_columns_of_their_role(tables):
    for role, frame in roles_from_stareau(tables.__getitem__, tables.keys()).items():
        assert list(frame.columns) == [*COLUMNS[role], "geometry"]
        assert frame.crs == CRS


def test_a_geopackage_reads_like_the_tables(tables, golden, tmp_path):
    path = golden.write_golden_network(tmp_path / "golden.gpkg")
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    from_file = roles_from_stareau(lambda name: gpd.read_file(path, layer=name), names)
    in_memory = roles_from_stareau(tables.__getitem__, tables.keys())
    for role, frame in in_memory.items():
        assert from_file[role].drop(columns="geometry").equals(frame.drop(columns="geometry"))


def test_the_known_tables_are_announced():
    assert {"aep_canalisation", "aep_vanne", "pei", "ass_canalisation"} <= known_tables()
    assert "aep_pompage" not in known_tables()


@pytest.mark.parametrize(
    ("stareau", "raepa"),
    [("amci", "02"), ("fd", "11"), ("FG", "12"), ("pvc", "27"), ("", "00"), ("bois", "99")],
)
def test_materials_become_raepa_codes(stareau, raepa):
    pipe = table({"id_canalisation": "P", "materiau": stareau}, geometry=LINE)
    assert roles(aep_canalisation=pipe)[Role.WATER_PIPE]["material"].tolist() == [raepa]


@pytest.mark.parametrize(
    ("state", "is_open"), [("ouverte", True), ("fermee", False), ("partiel_fermee", True), (None, True)]
)
def test_only_a_closed_valve_is_closed(state, is_open):
    assert valves(etat_ouverture=state)["is_open"] == is_open


@pytest.mark.parametrize(("blocked", "is_stuck"), [("oui", True), ("non", False), (None, False)])
def test_a_blocked_valve_is_stuck(blocked, is_stuck):
    assert valves(blocage=blocked)["is_stuck"] == is_stuck


@pytest.mark.parametrize(("state", "serves"), [("en_service", True), ("abandon", False), (None, True)])
def test_what_is_not_said_to_be_out_of_service_serves(state, serves):
    assert valves(etat_service=state)["in_service"] == serves


def test_only_check_valves_are_taken_from_the_fittings():
    fittings = table(
        {"id_aep_appareillage": "CV", "type_appareillage": "anti_retour"},
        {"id_aep_appareillage": "VE", "type_appareillage": "ventouse"},
    )
    assert roles(aep_appareillage=fittings)[Role.CHECK_VALVE]["asset_id"].tolist() == ["CV"]


def test_reservoirs_intakes_and_treatment_are_sources_and_pumping_is_not():
    frames = roles(
        aep_reservoir=table({"id_aep_reservoir": "R"}),
        aep_captage=table({"id_aep_captage": "I"}),
        aep_traitement=table({"id_aep_traitement": "T"}),
        aep_pompage=table({"id_aep_pompage": "B"}),
    )
    sources = frames[Role.SOURCE]
    assert dict(zip(sources["asset_id"], sources["kind"], strict=True)) == {
        "R": "reservoir",
        "I": "intake",
        "T": "treatment",
    }


@pytest.mark.parametrize(
    ("available", "serves"),
    [(True, True), (False, False), ("non", False), (0.0, False), (1, True), (None, True)],
)
def test_a_hydrant_serves_unless_said_otherwise(available, serves):
    hydrants = table({"id_gestion": "PI-1", "ref_terr": "1", "disponible": available})
    assert roles(pei=hydrants)[Role.HYDRANT]["in_service"].tolist() == [serves]


def test_medical_users_are_sensitive():
    points = table(
        {"id_point_livraison": "1", "type_usager": "medical"},
        {"id_point_livraison": "2", "type_usager": "domestique"},
    )
    assert roles(aep_point_livraison=points)[Role.DELIVERY_POINT]["is_sensitive"].tolist() == [True, False]


@pytest.mark.parametrize(("code", "kind"), [("assaeu", "foul"), ("assaep", "storm"), ("assaru", "combined")])
def test_sewers_know_what_they_carry(code, kind):
    sewer = table({"id_canalisation": "E", "type_reseau": code, "cote_fil_eau_amont": "51.2"}, geometry=LINE)
    frame = roles(ass_canalisation=sewer)[Role.SEWER_PIPE]
    assert frame["kind"].tolist() == [kind]
    assert frame["invert_up_m"].tolist() == [51.2]


def test_numbers_that_are_no_numbers_are_unknown():
    pipe = table(
        {"id_canalisation": "P", "diametre_equivalent": "100 mm", "an_pose_sup": "1972"}, geometry=LINE
    )
    frame = roles(aep_canalisation=pipe)[Role.WATER_PIPE]
    assert np.isnan(frame["diameter_mm"].iloc[0])
    assert frame["laid_year"].iloc[0] == 1972


def test_tables_are_known_by_their_name_whatever_schema_and_case():
    hydrants = table({"id_gestion": "PI-1"})
    assert Role.HYDRANT in roles_from_stareau(
        {"defense_incendie.PEI": hydrants}.__getitem__, ["defense_incendie.PEI"]
    )


def test_an_empty_table_gives_an_empty_role(tables):
    empty = tables["aep_vanne"].iloc[:0]
    frame = roles(aep_vanne=empty)[Role.VALVE]
    assert frame.empty
    assert list(frame.columns) == [*COLUMNS[Role.VALVE], "geometry"]


def test_a_missing_column_is_named_with_its_table():
    with pytest.raises(InputError) as raised:
        roles(aep_vanne=table({"id_aep_vanne": "V", "etat": "ouverte"}))
    assert str(raised.value) == "aep_vanne: column 'etat_ouverture' is missing; found id_aep_vanne, etat"


def test_a_table_in_degrees_is_refused():
    with pytest.raises(InputError) as raised:
        roles(pei=table({"id_gestion": "PI-1"}, crs="EPSG:4326"))
    assert raised.value.message.params == {"table": "pei", "found": "EPSG:4326"}


def test_tables_in_two_systems_are_refused():
    with pytest.raises(InputError) as raised:
        roles(
            pei=table({"id_gestion": "PI-1"}, crs="EPSG:3945"), aep_reservoir=table({"id_aep_reservoir": "R"})
        )
    assert raised.value.message.code == "network.crs_differs"
