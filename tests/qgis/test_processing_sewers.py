# SPDX-License-Identifier: GPL-3.0-or-later
"""The sewer traces through Processing, on golden sewers with connections, a gully and an outfall added."""

import geopandas as gpd
import pytest
from qgis.core import QgsProcessingException
from regard.network.sewers.trace import trace
from regard.planner.assets.asset_base import AssetBase
from regard.store.workspaces import open_workspace
from shapely.geometry import LineString, Point


def rows(layer, *names):
    return [tuple(feature[name] for name in names) for feature in layer.getFeatures()]


def column(layer, name):
    return sorted(feature[name] for feature in layer.getFeatures())


@pytest.fixture
def sewers(town):
    """Return a town whose sewers E1 and E6 have a connection each, E5 a gully, and PR1 an outfall below."""
    workspace = open_workspace(town)
    pipes = workspace.read_layer("ass_canalisation")
    outfall = pipes.iloc[[0]].assign(
        id_canalisation="E8", noeudinitial="PR1", noeudterminal="EX1", geometry=[line(688045, 688100)]
    )
    layers = {
        "ass_canalisation": gpd.GeoDataFrame(
            gpd.pd.concat([pipes, outfall], ignore_index=True), crs=pipes.crs
        ),
        "ass_canalisation_branchement": table(
            id_canalisation=["BE1", "BE6"],
            type_reseau=["assaeu", "assaeu"],
            localisation=["1 rue Basse", "6 rue Haute"],
            geometry=[
                LineString([(687880, 6923900), (687880, 6923910)]),
                LineString([(687947, 6923980), (687960, 6923980)]),
            ],
        ),
        "ass_engouffrement_point": table(
            id_ass_engouffrement_point=["AV1"], id_noeud_reseau=[""], geometry=[Point(687947, 6923930)]
        ),
        "ass_exutoire": table(
            id_ass_exutoire=["EX1"],
            id_noeud_reseau=["EX1"],
            destination=["La Lys"],
            geometry=[Point(688100, 6923900)],
        ),
    }
    workspace.write_layers(layers)
    workspace.close()
    return town


def line(start, end):
    return LineString([(start, 6923900), (end, 6923900)])


def table(**columns):
    return gpd.GeoDataFrame(columns, crs="EPSG:2154")


def test_upstream_says_who_may_flood(answer, sewers):
    found = answer("traceupstream", WORKSPACE=str(sewers), ASSET="R03")
    assert column(found["PIPES"], "asset_id") == ["E1", "E2", "E5", "E6"]
    assert column(found["NODES"], "node_id") == ["R01", "R02", "R03", "R10", "R11"]
    assert sorted(rows(found["CUSTOMERS"], "asset_id", "address")) == [
        ("BE1", "1 rue Basse"),
        ("BE6", "6 rue Haute"),
    ]
    assert rows(found["DEVICES"], "asset_id", "role") == [("AV1", "gully")]
    assert found["CUSTOMER_COUNT"] == 2
    assert found["LENGTH_M"] == pytest.approx(80 + 95)
    drawn_m = sum(feature.geometry().length() for feature in found["PIPES"].getFeatures())
    assert drawn_m == pytest.approx(found["LENGTH_M"], abs=0.01)
    assert set(column(found["PIPES"], "direction_by")) == {"drawing"}


def test_downstream_says_when_a_pollution_arrives_where(answer, sewers):
    found = answer("tracedownstream", WORKSPACE=str(sewers), ASSET="R10")
    assert column(found["PIPES"], "asset_id") == ["E3", "E4", "E5", "E8"]
    arrivals = rows(found["ARRIVALS"], "asset_id", "role", "label", "first_s", "last_s", "distance_m")
    assert {name: (role, label) for name, role, label, *_ in arrivals} == {
        "R03": ("manhole", ""),
        "R04": ("manhole", ""),
        "PR1": ("pump", "Poste du Moulin"),
        "EX1": ("outfall", "La Lys"),
    }
    workspace = open_workspace(sewers)
    expected = trace(AssetBase(workspace).sewer, asset="R10", direction="downstream").arrivals
    workspace.close()
    assert sorted((name, first, last, far) for name, _, _, first, last, far in arrivals) == sorted(
        (a.asset_id, a.first_s, a.last_s, a.distance_m) for a in expected
    )
    assert dict(rows(found["ARRIVALS"], "asset_id", "distance_m"))["EX1"] == pytest.approx(60 + 51 + 47 + 55)
    assert sorted(rows(found["DEVICES"], "asset_id", "role")) == [
        ("AV1", "gully"),
        ("EX1", "outfall"),
        ("PR1", "pump"),
    ]


def test_a_point_on_a_pipe_takes_part_of_it(answer, built_town):
    found = answer("tracedownstream", WORKSPACE=str(built_town), POINT="687930,6923900 [EPSG:2154]")
    lengths = dict(rows(found["PIPES"], "asset_id", "length_m"))
    assert lengths == pytest.approx({"E2": 17, "E3": 51, "E4": 47}, abs=0.01)


@pytest.mark.parametrize("algorithm", ["traceupstream", "tracedownstream"])
@pytest.mark.parametrize(
    ("parameters", "words"),
    [({}, "asset, or a point"), ({"ASSET": "R99"}, "R99"), ({"POINT": "680000,6923900"}, "No pipe within")],
)
def test_a_place_that_is_none_is_refused(answer, built_town, algorithm, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer(algorithm, WORKSPACE=str(built_town), **parameters)


def test_loaded_traces_have_legends(load, built_town):
    up = load("traceupstream", WORKSPACE=str(built_town), ASSET="R03")
    assert up["PIPES"].legend == ["Only by an overflow", "Goes round in a loop", "Sewer on the way"]
    assert up["DEVICES"].legend == ["Outfall", "Pumping station", "Gully"]
    down = load("tracedownstream", WORKSPACE=str(built_town), ASSET="R03")
    assert down["ARRIVALS"].legend == ["Outfall", "Pumping station", "Manhole"]
    assert down["ARRIVALS"].layer.labelsEnabled()
