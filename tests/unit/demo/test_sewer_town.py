# SPDX-License-Identifier: GPL-3.0-or-later
"""The generated sewers, as they are read from their StaR-Eau tables."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely
from regard.network.layouts.stareau import roles_from_stareau
from regard.network.sewers.build import build_sewer_network
from regard.network.sewers.trace import trace

TABLES = (
    *("ass_canalisation", "ass_regard", "ass_pompage", "ass_exutoire", "ass_canalisation_branchement"),
    "ass_engouffrement_point",
)


@pytest.fixture(scope="module")
def network(read):
    return build_sewer_network(roles_from_stareau(read, TABLES))


def _of(read, kind):
    pipes = read("ass_canalisation")
    return pipes[pipes["type_reseau"] == kind]


def test_the_sewers_read_without_a_defect_but_rising_mains(network, read):
    rising = set(read("ass_canalisation").query("mode_circulation == 'forcee'")["id_canalisation"])
    assert {defect.asset_id for defect in network.defects} <= rising


@pytest.mark.parametrize("kind", ["assaeu", "assaep"])
def test_every_sewer_reaches_an_outfall_or_a_pump(read, kind):
    pipes = _of(read, kind)
    graph = nx.DiGraph(list(zip(pipes["noeudinitial"], pipes["noeudterminal"], strict=True)))
    assert nx.is_directed_acyclic_graph(graph)
    last = {node for node in graph if graph.out_degree(node) == 0}
    ends = set(read("ass_pompage")["id_noeud_reseau"]) | set(read("ass_exutoire")["id_noeud_reseau"])
    assert last <= ends


def test_foul_water_never_ends_at_an_outfall(read):
    assert not set(_of(read, "assaeu")["noeudterminal"]) & set(read("ass_exutoire")["id_noeud_reseau"])


def test_each_manhole_sends_its_water_one_way(read):
    assert read("ass_canalisation")["noeudinitial"].is_unique


def test_gravity_sewers_fall(read):
    pipes = read("ass_canalisation").query("mode_circulation == 'gravitaire'")
    fall = (pipes["cote_fil_eau_amont"] - pipes["cote_fil_eau_aval"]) / pipes.length
    assert fall.min() >= 0.0035


def test_manholes_stand_at_most_60_m_apart_and_at_sensible_depths(read):
    assert read("ass_canalisation").length.max() <= 60
    depth = read("ass_regard")["z_tampon"] - read("ass_regard")["z_radier"]
    assert depth.min() >= 1.19
    assert depth.max() <= 4.01


def test_pipes_enter_no_manhole_below_its_floor(read):
    floor = read("ass_regard").set_index("id_noeud_reseau")["z_radier"]
    pipes = read("ass_canalisation")
    arriving = pipes["cote_fil_eau_aval"] - pipes["noeudterminal"].map(floor)
    assert arriving.dropna().min() >= -0.002


def test_every_node_of_a_pipe_is_a_structure(read):
    structures = pd.concat(
        [read(t)["id_noeud_reseau"] for t in ("ass_regard", "ass_pompage", "ass_exutoire")]
    )
    assert structures.is_unique
    pipes = read("ass_canalisation")
    assert set(pipes["noeudinitial"]) | set(pipes["noeudterminal"]) == set(structures)


def test_connections_run_from_the_house_to_a_sewer_of_their_kind(read):
    connections = read("ass_canalisation_branchement")
    for kind in ("assaeu", "assaep"):
        own = connections[connections["type_reseau"] == kind]
        sewers = shapely.union_all(_of(read, kind).geometry)
        assert len(own)
        assert shapely.distance(shapely.get_point(own.geometry, -1), sewers).max() < 0.01
    assert connections["id_canalisation"].is_unique


def test_gullies_stand_beside_storm_sewers(read):
    storm = shapely.union_all(_of(read, "assaep").geometry)
    away = read("ass_engouffrement_point").distance(storm)
    assert away.between(1.0, 6.0).all()


def test_all_that_enters_is_traced_back_from_the_pump(network, read):
    pump = read("ass_pompage")["id_ass_pompage"].iloc[0]
    upstream = trace(network, asset=pump, direction="upstream")
    assert upstream.length_m > 100
    assert len(upstream.customers) > 0


def test_bores_grow_downstream(read):
    pipes = _of(read, "assaep").query("mode_circulation == 'gravitaire'")
    bore = pipes.set_index("noeudinitial")["diametre_equivalent"]
    below = pipes["noeudterminal"].map(bore)
    known = below.notna()
    assert (below[known] >= pipes.loc[known, "diametre_equivalent"]).mean() == 1.0
    assert set(np.unique(bore)) <= {300, 400, 500, 600, 800, 1000}
