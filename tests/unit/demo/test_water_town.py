# SPDX-License-Identifier: GPL-3.0-or-later
"""The generated water network, as it is read from its StaR-Eau tables."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
import shapely
from regard.network.assets.roles import Role
from regard.network.isolation.isolate import isolate
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.water.water_network import build_water_network

TABLES = (
    *("aep_canalisation", "aep_vanne", "aep_appareillage", "aep_regulation", "aep_reservoir", "aep_captage"),
    *("aep_pompage", "pei", "aep_canalisation_branchement", "aep_point_livraison"),
)


@pytest.fixture(scope="module")
def network(read):
    return build_water_network(roles_from_stareau(read, TABLES))


def test_the_network_reads_without_a_defect(network):
    assert [defect.message.english() for defect in network.defects] == []


def test_every_main_hangs_on_a_source(read):
    mains = read("aep_canalisation")
    graph = nx.MultiGraph()
    graph.add_edges_from(zip(mains["noeudinitial"], mains["noeudterminal"], strict=True))
    reservoir = read("aep_reservoir")["id_noeud_reseau"].iloc[0]
    assert nx.node_connected_component(graph, reservoir) == set(graph)


def test_shut_valves_and_check_valves_leave_nobody_dry(network, read):
    assert (read("aep_vanne")["etat_ouverture"] == "fermee").sum() >= 2
    assert network.supplied.all()


def test_node_names_agree_with_the_geometry(read):
    mains = read("aep_canalisation")
    ends = {}
    for side, column in ((0, "noeudinitial"), (-1, "noeudterminal")):
        places = shapely.get_coordinates(shapely.get_point(mains.geometry, side))
        for node, place in zip(mains[column], places, strict=True):
            first = ends.setdefault(node, place)
            assert np.hypot(*(place - first)) < 1e-6


def test_ids_are_unique(read):
    for table, key in (
        ("aep_canalisation", "id_canalisation"),
        ("aep_vanne", "id_aep_vanne"),
        ("aep_appareillage", "id_aep_appareillage"),
        ("pei", "id_gestion"),
        ("aep_canalisation_branchement", "id_canalisation"),
        ("aep_point_livraison", "id_point_livraison"),
        ("aep_point_livraison", "ref_client"),
    ):
        assert read(table)[key].is_unique, key
    assert read("aep_vanne")["id_aep_vanne"].str.fullmatch(r"V-\d{4}").all()
    assert read("pei")["id_gestion"].str.fullmatch(r"PI-\d{3}").all()


def test_codes_come_from_the_standards_lists(read):
    materials = {"acier", "amci", "fd", "fg", "pvc", "pehd", "pebd", "pb", "cu"}
    assert set(read("aep_canalisation")["materiau"]) <= materials
    assert set(read("aep_canalisation_branchement")["materiau"]) <= materials
    assert set(read("aep_vanne")["etat_ouverture"]) == {"ouverte", "fermee"}
    assert set(read("aep_vanne")["blocage"]) <= {"oui", "non"}
    assert set(read("aep_vanne")["fonction_vanne"]) == {"coupure", "sectorisation"}
    assert set(read("aep_appareillage")["type_appareillage"]) <= {"anti_retour", "ventouse"}
    assert set(read("pei")["type_pei"]) <= {"PI", "BI"}
    users = {"domestique", "industriel", "commercial", "tertiaire", "medical", "mixte"}
    assert set(read("aep_point_livraison")["type_usager"]) <= users


def test_mains_run_beside_the_axis_not_through_houses(read):
    mains = read("aep_canalisation")
    assert shapely.is_simple(mains.geometry).all()
    assert (mains.length >= mains["longueur_terrain"] - 0.01).all()


def test_valves_lie_on_their_mains_near_junctions(read):
    mains = shapely.union_all(read("aep_canalisation").geometry)
    valves = read("aep_vanne")
    assert valves.distance(mains).max() < 0.01
    places = shapely.get_coordinates(valves.geometry).round(2)
    assert len(np.unique(places, axis=0)) == len(valves)


def test_junctions_lack_some_of_their_valves(read):
    mains, valves = read("aep_canalisation"), read("aep_vanne")
    ends = np.concatenate((mains["noeudinitial"], mains["noeudterminal"]))
    branches = sum(count for count in np.unique(ends.astype(str), return_counts=True)[1] if count > 2)
    assert 0.3 * branches < len(valves) < 0.9 * branches


def test_a_check_valve_stands_behind_each_pumping_station(read):
    mains = read("aep_canalisation").set_index("noeudinitial")
    valves = read("aep_appareillage")
    valves = valves[valves["type_appareillage"] == "anti_retour"]
    for well in read("aep_captage")["id_noeud_reseau"]:
        assert valves.distance(mains.geometry[well]).min() < 0.01


def test_hydrants_stand_beside_mains_that_can_feed_them(read):
    mains = read("aep_canalisation")
    hydrants = read("pei")
    nearest = mains.sindex.nearest(hydrants.geometry, return_all=False)[1]
    assert (mains["diametre_equivalent"].to_numpy()[nearest] >= 100).all()
    assert hydrants.distance(mains.geometry.iloc[nearest].reset_index(drop=True)).max() < 2.0
    assert 100 < mains.length.sum() / len(hydrants) < 300


def test_every_customer_is_at_the_end_of_a_connection_that_leaves_a_main(read):
    lines, points = read("aep_canalisation_branchement"), read("aep_point_livraison")
    mains = shapely.union_all(read("aep_canalisation").geometry)
    assert shapely.distance(shapely.get_point(lines.geometry, 0), mains).max() < 0.01
    ends = shapely.union_all(shapely.get_point(lines.geometry, -1))
    assert points.distance(ends).max() < 0.01
    assert set(lines["noeudterminal"]) <= set(points["id_point_livraison"])


def test_premises_of_the_map_take_water_under_their_address(read):
    points = read("aep_point_livraison")
    assert "1 Avenue du Phare 0" in set(points["localisation"])
    hospital = points[points["commentaire"] == "Hôpital : Hôpital du Large"]
    assert hospital["type_usager"].tolist() == ["medical"]
    assert (points["commentaire"] == "Dialyse à domicile").sum() == 3
    assert points[points["commentaire"] == "École : École des Mouettes"]["type_usager"].tolist() == [
        "tertiaire"
    ]


def test_bores_shrink_from_the_source_to_the_ends(read):
    mains = read("aep_canalisation")
    nodes, count = np.unique(
        np.concatenate((mains["noeudinitial"], mains["noeudterminal"])).astype(str), return_counts=True
    )
    ends = (
        set(nodes[count == 1])
        - set(read("aep_reservoir")["id_noeud_reseau"])
        - set(read("aep_captage")["id_noeud_reseau"])
    )
    from_source = mains[mains["noeudinitial"].isin(read("aep_reservoir")["id_noeud_reseau"])]
    dead_ends = mains[mains["noeudinitial"].isin(ends) | mains["noeudterminal"].isin(ends)]
    assert from_source["diametre_equivalent"].min() >= 300
    assert len(dead_ends)
    assert dead_ends["diametre_equivalent"].max() <= 110


def test_isolating_any_main_finds_valves(network, read):
    sizes = [len(isolate(network, asset=main).close) for main in read("aep_canalisation")["id_canalisation"]]
    assert np.mean(np.array(sizes) >= 1) > 0.9


def test_roles_have_rows(read):
    frames = roles_from_stareau(read, TABLES)
    for role in (Role.WATER_PIPE, Role.VALVE, Role.CHECK_VALVE, Role.REGULATOR, Role.HYDRANT, Role.SOURCE):
        assert len(frames[role]) > 0
