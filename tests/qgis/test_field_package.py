# SPDX-License-Identifier: GPL-3.0-or-later
"""A package opened in another QGIS: forms with lists and limits, filled in there, taken in here."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.planner.plan_versions import plan_in_force
from regard.planner.records import PlanStop
from regard.store.workspaces import open_workspace
from regard.workorders.closing.records import Closure
from regard.workorders.orders import OrderState, WorkOrder

DAY = date(2026, 6, 3)
BURST = "VA-2026-AEP-00001"
# run by itself: a QGIS that knows nothing of the plugin
FILL = """
import json, sys
from qgis.core import QgsApplication, QgsProject, QgsFeature, QgsVectorLayerUtils
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils
from qgis.gui import QgsAttributeForm, QgsGui
application = QgsApplication([], True)
application.initQgis()
QgsGui.editorWidgetRegistry().initEditors()
project = QgsProject.instance()
assert project.read(sys.argv[1])
values, told = json.loads(sys.argv[2]), {}
assert all(layer.isValid() for layer in project.mapLayers().values())
layers = {layer.source().split("layername=")[1]: layer for layer in project.mapLayers().values()}
told["relative"] = "./regard.gpkg" in open(sys.argv[1], encoding="utf-8").read()
for name, layer in layers.items():
    if not name.startswith("result_"):
        continue
    for feature in list(layer.getFeatures()):
        if feature["order_id"] != sys.argv[3]:
            continue
        layer.startEditing()
        form = QgsAttributeForm(layer, feature)
        form.show()
        told["relations"] = len(project.relationManager().referencedRelations(layer))
        told["types"] = {f.name(): f.editorWidgetSetup().type() for f in layer.fields()}
        told["refused"] = []
        for key, value in (("started_at", None), ("dn", 5), ("repair_point", "here"), ("result", None)):
            wrong = QgsFeature(feature)
            wrong[key] = value
            fits, _ = QgsVectorLayerUtils.validateAttribute(layer, wrong, layer.fields().indexOf(key))
            if not fits:
                told["refused"].append(key)
        for key, value in values.items():
            form.changeAttribute(key, value)
        told["saved"] = form.save()
        fields = range(layer.fields().count())
        filled = layer.getFeature(feature.id())
        told["lacks"] = [n for n in fields if not QgsVectorLayerUtils.validateAttribute(layer, filled, n)[0]]
        assert layer.commitChanges(), layer.commitErrors()
photos = layers["photos"]
photos.startEditing()
row = QgsFeature(photos.fields())
row["order_id"], row["photo"] = sys.argv[3], "DCIM/trench.jpg"
photos.addFeature(row)
assert photos.commitChanges()
# what QField asks of layers and project, by the names of libqfieldsync
asked = ("action", "cloud_action", "is_feature_addition_locked", "is_feature_deletion_locked")
told["qfield"] = {
    name: [layer.customProperty(f"QFieldSync/{key}") for key in asked] for name, layer in layers.items()
}
told["absolute"] = bool(project.presetHomePath()) or project.readBoolEntry("Paths", "/Absolute", False)[0]
told["mode"] = project.readEntry("qfieldsync", "/initialMapMode")[0]
told["first"] = project.mapLayer(project.readEntry("qfieldsync", "/initialActiveLayer")[0]).source()
named = json.loads(photos.customProperty("QFieldSync/attachment_naming"))["photo"]
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(photos))
row["order_id"] = "A/B 1"
context.setFeature(row)
told["photo"] = QgsExpression(named).evaluate(context)
told["shown"] = {}
for name in ("photos", "valves_left", "parts_used"):
    expression = QgsExpression(layers[name].displayExpression())
    assert not expression.hasParserError(), expression.parserErrorString()
    for feature in layers[name].getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layers[name]))
        context.setFeature(feature)
        told["shown"].setdefault(name, []).append(expression.evaluate(context))
print("TOLD" + json.dumps(told), flush=True)
import os
os._exit(0)
"""
VALUES = {
    "started_at": "2026-06-03 09:00",
    "ended_at": "2026-06-03 11:00",
    "agents": "AG1",
    "result": "done",
    "asset": "P03",
    "repair_point": "687520,6924000",
    "repaired": "01",
    "defect": "02",
    "material": "02",
    "dn": 125,
}


def looks_right_to_qfield(told):
    """Check that QField takes the package as it is: paths, layers, rows that stay, names of photos."""
    answers = {name for name in told["qfield"] if name.startswith("result_")}
    assert {tuple(kept[:2]) for kept in told["qfield"].values()} == {("copy", "no_action")}
    locked = {
        name for name, kept in told["qfield"].items() if all(str(one).lower() == "true" for one in kept[2:])
    }
    assert locked == answers
    assert not told["absolute"]
    assert told["mode"] == "digitize"
    assert told["first"].split("layername=")[1] in answers
    assert re.fullmatch(r"DCIM/A_B_1_\d{17}[.]\{extension\}", told["photo"])
    assert told["shown"]["photos"] == ["DCIM/trench.jpg"]
    assert all(told["shown"]["valves_left"])


@pytest.fixture
def agent(town):
    """Return who has the burst on the day; the order is at work."""
    workspace = open_workspace(town)
    plan = plan_in_force(workspace, DAY)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, order_id=BURST, role=0)
    with workspace.command("go", who="test") as writing:
        order = workspace.get(WorkOrder, BURST)
        writing.save(replace(order, state=OrderState.IN_PROGRESS, started_at=datetime(2026, 6, 3, 9)))
    workspace.close()
    return stops[0].agent_id


def test_a_form_filled_in_in_another_qgis_comes_back_whole(answer, town, agent, tmp_path):
    folder = tmp_path / "package"
    done = answer(
        "fieldpackage",
        WORKSPACE=str(town),
        AGENT=agent,
        DAY="2026-06-03",
        NOW="2026-06-03T07:00:00",
        FOLDER=str(folder),
    )
    assert done["COUNT"] >= 1
    (folder / "DCIM" / "trench.jpg").write_bytes(b"trench")
    command = [sys.executable, "-c", FILL, done["PROJECT"], json.dumps(VALUES), BURST]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert "TOLD" in told.stdout, told.stderr
    told = json.loads(told.stdout.partition("TOLD")[2])
    assert told["relative"]
    assert told["relations"] == 3
    assert told["types"]["material"] == "ValueMap"
    assert told["types"]["started_at"] == "DateTime"
    assert told["types"]["packed_x"] == "Hidden"
    assert told["refused"] == ["started_at", "dn", "repair_point", "result"]
    assert told["saved"]
    looks_right_to_qfield(told)
    assert told["lacks"] == []
    back = answer(
        "fieldimport",
        WORKSPACE=str(town),
        SOURCE=str(folder / "regard.gpkg"),
        NOW="2026-06-03T18:00:00",
    )
    assert back["REFUSED_COUNT"] == 0
    workspace = open_workspace(town)
    (closure,) = workspace.all(Closure, order_id=BURST)
    workspace.close()
    assert {name: closure.fields[name] for name in VALUES} == {k: str(v) for k, v in VALUES.items()}
    assert len(closure.photos) == 1
