# SPDX-License-Identifier: GPL-3.0-or-later
"""Import, audit, conflicts and criticality through Processing, on the golden network."""

from datetime import datetime

import geopandas as gpd
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsRenderContext, QgsVectorLayer
from regard.network.isolation.criticality import criticality_map
from regard.network.layouts.standards import standards
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.valve_register import note_valve
from regard.planner.records import Footprint
from regard.qgis_bridge.processing.import_network import STANDARDS
from regard.store.workspaces import create_workspace, open_workspace
from shapely.affinity import translate
from shapely.geometry import LineString

MAPPING = """\
standard: ours
version: "1"
source: the service
codes: {}
layers:
  - table: tuyaux
    role: water_pipe
    columns:
      asset_id: {column: code}
"""


def rows(layer, *names):
    return [tuple(feature[name] for name in names) for feature in layer.getFeatures()]


def ids(layer):
    return sorted(feature["asset_id"] for feature in layer.getFeatures())


def by_id(layer, name):
    return dict(rows(layer, "asset_id", name))


@pytest.fixture
def dirty(town):
    """Return a town with a valve 30 cm beside its pipe, one far off, and P09 ending 30 cm short of P03."""
    workspace = open_workspace(town)
    valves = workspace.read_layer("aep_vanne").set_index("id_aep_vanne", drop=False)
    for valve, off_m in (("V4", 0.3), ("V8", 40.0)):
        valves.loc[valve, "geometry"] = translate(valves.loc[valve, "geometry"], 0, off_m)
    pipes = workspace.read_layer("aep_canalisation").set_index("id_canalisation", drop=False)
    pipes.loc["P09", "geometry"] = LineString([(687600.3, 6924000), (687800, 6924000)])
    workspace.write_layers({"aep_vanne": valves, "aep_canalisation": pipes})
    workspace.close()
    return town


def test_the_golden_network_has_only_what_is_known(answer, built_town):
    found = answer("auditnetwork", WORKSPACE=str(built_town))
    assert found["ERRORS"] == 0
    assert found["DEFECTS"].featureCount() == found["WARNINGS"] + found["NOTICES"]


def test_defects_are_points_with_a_sentence_and_a_proposal(answer, dirty):
    found = answer("auditnetwork", WORKSPACE=str(dirty))
    defects = {
        feature["asset_id"]: feature
        for feature in found["DEFECTS"].getFeatures()
        if feature["asset_id"] in ("V4", "V8", "P09")
    }
    assert defects["V8"]["severity"] == "error"
    assert defects["V8"]["role"] == "valve"
    assert "V8" in defects["V8"]["problem"]
    assert defects["V8"].geometry().asPoint().y() == pytest.approx(6924190)
    assert defects["V4"]["correction"] == "move the point"
    assert defects["P09"]["correction"] == "move the end (to be reviewed)"
    assert found["ERRORS"] == sum(f["severity"] == "error" for f in found["DEFECTS"].getFeatures()) > 0


def test_corrections_are_drawn_as_proposed(answer, dirty):
    found = answer("auditnetwork", WORKSPACE=str(dirty))
    points = {feature["asset_id"]: feature for feature in found["CORRECTED_POINTS"].getFeatures()}
    assert points["V4"].geometry().asPoint().y() == pytest.approx(6924000)
    assert points["V4"]["needs_review"] is False
    lines = {feature["asset_id"]: feature for feature in found["CORRECTED_LINES"].getFeatures()}
    assert lines["P09"].geometry().length() == pytest.approx(200, abs=0.01)
    assert lines["P09"]["needs_review"] is True
    assert lines["P09"]["action"] == "move_end"


def test_the_audit_has_legends(load, dirty):
    found = load("auditnetwork", WORKSPACE=str(dirty))
    assert found["DEFECTS"].legend == ["Error", "Warning", "Notice"]
    assert found["CORRECTED_LINES"].legend == ["Correction to be reviewed", "Safe correction"]
    assert found["CORRECTED_POINTS"].legend == ["Correction to be reviewed", "Safe correction"]


def test_networks_around_a_trench_come_with_verdicts(answer, built_town):
    found = answer("conflicts", WORKSPACE=str(built_town), POINT="687520,6924000 [EPSG:2154]")
    (dig,) = found["EXCAVATION"].getFeatures()
    assert dig["area_m2"] == pytest.approx(dig.geometry().area()) == pytest.approx(8, abs=0.01)
    networks = rows(found["NETWORKS"], "asset_id", "edge_m", "verdict", "emergency_phone")
    assert [row[0] for row in networks] == ["TP-GAZ", "TP-HTA", "TP-TEL", "TP-ECL"]
    assert networks[0] == ("TP-GAZ", pytest.approx(0.2), "in_corridor", "0800000001")
    assert by_id(found["NETWORKS"], "what_to_do")["TP-TEL"] == "position unknown"
    assert by_id(found["NETWORKS"], "equipment")["TP-GAZ"] == "Suction excavator"
    assert by_id(found["NETWORKS"], "equipment")["TP-TEL"] == ""
    assert by_id(found["NETWORKS"], "effective_m")["TP-ECL"] == pytest.approx(8.0)
    assert all(f.geometry().length() == pytest.approx(200, abs=0.1) for f in found["NETWORKS"].getFeatures())
    assert found["NETWORK_COUNT"] == 4


def test_a_wider_trench_is_nearer(answer, built_town):
    place = {"WORKSPACE": str(built_town), "POINT": "687520,6924000"}
    wide = answer("conflicts", **place, TRENCH_LENGTH_M=6, TRENCH_WIDTH_M=3)
    (dig,) = wide["EXCAVATION"].getFeatures()
    assert dig["area_m2"] == pytest.approx(18, abs=0.01)
    assert by_id(wide["NETWORKS"], "edge_m")["TP-HTA"] == pytest.approx(3.2 - 1.5)


def test_the_dig_of_an_order_is_its_own(answer, built_town):
    workspace = open_workspace(built_town)
    stored = workspace.all(Footprint)[0]
    workspace.close()
    found = answer("conflicts", WORKSPACE=str(built_town), ORDER=stored.order_id)
    (dig,) = found["EXCAVATION"].getFeatures()
    assert dig["order_id"] == stored.order_id
    assert dig["area_m2"] == pytest.approx(stored.geometry.area)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({}, "either an order or a point"),
        ({"ORDER": "VA-1", "POINT": "687520,6924000"}, "either an order or a point"),
        ({"ORDER": "VA-1999"}, "VA-1999"),
    ],
)
def test_a_dig_that_is_none_is_refused(answer, built_town, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        answer("conflicts", WORKSPACE=str(built_town), **parameters)


def test_conflicts_have_a_legend(load, built_town):
    found = load("conflicts", WORKSPACE=str(built_town), POINT="687520,6924000")
    assert found["NETWORKS"].legend == [
        "In the dig: soft digging",
        "Mark out before digging",
        "Position unknown",
        "Consult the operator",
    ]


def test_the_criticality_map_is_that_of_the_domain(answer, built_town):
    found = answer("criticality", WORKSPACE=str(built_town))
    workspace = open_workspace(built_town)
    expected = criticality_map(AssetBase(workspace).water)
    workspace.close()
    pipes = by_id(found["PIPES"], "customers")
    assert pipes == dict(zip(expected.pipe_ids, expected.pipe_customers.tolist(), strict=True))
    assert pipes["P01"] == found["WORST_PIPE"] == 89
    assert pipes["P09"] == 23
    valves = by_id(found["VALVES"], "extra_customers")
    assert valves == dict(zip(expected.valve_ids, expected.valve_extra_customers.tolist(), strict=True))
    assert found["WORST_VALVE"] == max(valves.values())
    assert by_id(found["PIPES"], "diameter_mm")["P01"] == 200
    assert next(found["VALVES"].getFeatures()).geometry().asPoint().x() == pytest.approx(687195)


def test_what_was_noted_of_a_valve_counts(answer, town):
    before = by_id(answer("criticality", WORKSPACE=str(town))["PIPES"], "customers")
    workspace = open_workspace(town)
    water = AssetBase(workspace).water
    note_valve(workspace, water, valve="V5", state="stuck_open", now=datetime(2026, 6, 3, 9), who="test")
    workspace.close()
    after = by_id(answer("criticality", WORKSPACE=str(town))["PIPES"], "customers")
    assert (before["P09"], after["P09"]) == (23, 50)


def test_criticality_is_drawn_in_classes_with_the_worst_on_top(load, built_town):
    found = load("criticality", WORKSPACE=str(built_town))
    for name in ("PIPES", "VALVES"):
        layer, legend = found[name]
        assert legend[:3] == ["No customer", "1 to 10 customers", "11 to 50 customers"]
        assert legend[-1] == "1001 customers or more"
        renderer = layer.renderer()
        assert renderer.orderByEnabled()
        context = QgsRenderContext()
        renderer.startRender(context, layer.fields())
        assert all(renderer.symbolForFeature(feature, context) for feature in layer.getFeatures())
        renderer.stopRender(context)


def test_a_network_is_imported_into_a_workspace(answer, golden, tmp_path):
    target = tmp_path / "new.gpkg"
    create_workspace(target).close()
    source = golden._golden_network(tmp_path / "network.gpkg")
    found = answer("importnetwork", WORKSPACE=str(target), SOURCE=str(source))
    assert "aep_canalisation" in found["LAYERS"].split(", ")
    assert found["SKIPPED"] == ""
    assert answer("isolate", WORKSPACE=str(target), ASSET="P09")["CUSTOMER_COUNT"] == 23
    workspace = open_workspace(target)
    assert found["ASSET_COUNT"] == sum(len(workspace.read_layer(n)) for n in found["LAYERS"].split(", "))
    workspace.close()


def test_the_dialog_offers_the_standards_that_there_are():
    assert list(STANDARDS) == ["auto", *standards()]


@pytest.fixture
def own_layout(golden, tmp_path):
    """Return a file whose mains are in a table of its own, and a folder for more."""
    tables = golden._golden_network(tmp_path / "network.gpkg")
    mains = gpd.read_file(tables, layer="aep_canalisation").rename(columns={"id_canalisation": "code"})
    source = tmp_path / "own.gpkg"
    mains[["code", "geometry"]].to_file(source, layer="tuyaux", VERSION="1.3")
    return source


def test_any_other_layout_comes_in_through_a_mapping(answer, own_layout, tmp_path):
    target = tmp_path / "new.gpkg"
    create_workspace(target).close()
    mapping = tmp_path / "own.yaml"
    mapping.write_text(MAPPING)
    found = answer("importnetwork", WORKSPACE=str(target), SOURCE=str(own_layout), MAPPING=str(mapping))
    assert found["ASSET_COUNT"] == 9
    assert found["LAYERS"] == "tuyaux"
    assert by_id(answer("isolate", WORKSPACE=str(target), ASSET="P09")["PIPES"], "length_m")["P09"] == 200


def test_a_network_is_imported_from_layers_with_their_unsaved_edits(answer, golden, tmp_path):
    target = tmp_path / "new.gpkg"
    create_workspace(target).close()
    tables = golden._golden_network(tmp_path / "network.gpkg")
    pipes, valves, source = (
        QgsVectorLayer(f"{tables}|layername={name}", name, "ogr")
        for name in ("aep_canalisation", "aep_vanne", "aep_reservoir")
    )
    valves.startEditing()
    v5 = next(feature for feature in valves.getFeatures() if feature["id_aep_vanne"] == "V5")
    valves.deleteFeature(v5.id())
    found = answer("importnetwork", WORKSPACE=str(target), SOURCE_LAYERS=[pipes, valves, source])
    valves.rollBack()
    assert found["ASSET_COUNT"] == 9 + 7 + 1
    leak = answer("isolate", WORKSPACE=str(target), POINT="687520,6924000 [EPSG:2154]")
    assert ids(leak["VALVES"]) == ["V4", "V6", "V8"]


@pytest.mark.parametrize("parameters", [{}, {"SOURCE": "a.gpkg", "SOURCE_LAYERS": ["given"]}])
def test_a_network_comes_from_one_source(answer, built_town, project, parameters):
    if "SOURCE_LAYERS" in parameters:
        layer = QgsVectorLayer("Point?crs=EPSG:2154", "given", "memory")
        project.addMapLayer(layer)
        parameters = {**parameters, "SOURCE_LAYERS": [layer.id()]}
    with pytest.raises(QgsProcessingException, match="either a source or layers"):
        answer("importnetwork", WORKSPACE=str(built_town), **parameters)


def test_a_layout_that_nobody_knows_gets_a_proposal(provider, own_layout, town):
    import processing

    feedback = QgsProcessingFeedback()
    with pytest.raises(QgsProcessingException, match="mapping is proposed"):
        processing.run(
            "regard:importnetwork", {"WORKSPACE": str(town), "SOURCE": str(own_layout)}, feedback=feedback
        )
    assert 'table: "tuyaux"' in feedback.textLog()


def test_a_standard_that_the_source_does_not_follow_is_refused(answer, own_layout, town):
    with pytest.raises(QgsProcessingException, match=r"tuyaux.*RAEPA"):
        answer("importnetwork", WORKSPACE=str(town), SOURCE=str(own_layout), STANDARD="raepa")


def test_a_source_without_a_network_is_refused_and_changes_nothing(answer, town, tmp_path):
    other = tmp_path / "other.geojson"
    other.write_text('{"type": "FeatureCollection", "features": []}')
    before = answer("isolate", WORKSPACE=str(town), ASSET="P09")["CUSTOMER_COUNT"]
    for source, words in ((other, "other"), (tmp_path / "missing.gpkg", "missing.gpkg")):
        with pytest.raises(QgsProcessingException, match=words):
            answer("importnetwork", WORKSPACE=str(town), SOURCE=str(source))
    assert answer("isolate", WORKSPACE=str(town), ASSET="P09")["CUSTOMER_COUNT"] == before
