# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepted changes are carried into the project's own layers by commands that QGIS takes back."""

import shutil

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from regard.planner.asset_changes.decide import accept
from regard.store.workspaces import open_workspace
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.rulebook import load_rule_book


@pytest.fixture
def pipes(built_town, tmp_path, project):
    """Return the service's own layer of pipes, as it was before anything was accepted, in the project."""
    own = shutil.copy2(built_town, tmp_path / "own.gpkg")
    layer = QgsVectorLayer(f"{own}|layername=aep_canalisation", "My pipes")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def accepted(town, burst_closed):
    """Return the town with the diameter and material that the field found on P03 accepted."""
    workspace = open_workspace(str(town))
    rules = load_rule_book().asset_changes
    for change in workspace.all(AssetChange):
        if change.after.get("diameter_mm"):
            accept(workspace, change.change_id, rules=rules, now=burst_closed, who="test")
    workspace.close()
    return str(town)


@pytest.fixture
def carry(answer, accepted):
    """Return a function that carries into layers and gives the counts and the table of what was left."""
    return lambda *layers: answer("carrychanges", WORKSPACE=accepted, LAYERS=list(layers))


def pipe(layer):
    return next(one for one in layer.getFeatures() if one["id_canalisation"] == "P03")


def columns(layer):
    return {field.name() for field in layer.fields()}


def value(layer):
    return pipe(layer)["diametre_equivalent"]


def test_the_layer_is_left_being_edited_and_qgis_takes_the_command_back(pipes, carry):
    before = value(pipes)
    found = carry(pipes)
    assert found["WRITTEN"] == 1
    assert value(pipes) == 125 != before
    assert pipes.isEditable()
    assert pipes.undoStack().command(0).text() == "Carry accepted changes into layers"
    pipes.undoStack().undo()
    assert value(pipes) == before
    pipes.rollBack()


def test_what_was_saved_is_in_the_file_and_carrying_again_writes_nothing(pipes, carry):
    carry(pipes)
    assert pipes.commitChanges()
    again = QgsVectorLayer(pipes.source(), "again")
    assert value(again) == 125
    found = carry(pipes)
    assert (found["WRITTEN"], found["ALREADY"]) == (0, 1)
    assert not pipes.isEditable()


def test_what_holds_something_else_by_now_is_left_with_both_values(pipes, carry):
    pipes.startEditing()
    pipes.changeAttributeValue(pipe(pipes).id(), pipes.fields().indexOf("diametre_equivalent"), 200)
    found = carry(pipes)
    assert found["WRITTEN"] == 0
    left = {one["asset_id"]: one for one in found["LEFT"].getFeatures()}
    assert "200" in left["P03"]["there"]
    assert "125" in left["P03"]["wanted"]
    assert value(pipes) == 200
    pipes.rollBack()


def test_a_layer_that_is_only_read_or_lies_elsewhere_is_left_with_the_reason(pipes, carry, tmp_path, project):
    pipes.setReadOnly(True)
    reasons = {one["reason"] for one in carry(pipes)["LEFT"].getFeatures()}
    assert "the layer cannot be written" in reasons
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "aep_canalisation"
    elsewhere = QgsCoordinateReferenceSystem("EPSG:4326")
    options.ct = QgsCoordinateTransform(pipes.crs(), elsewhere, project)
    target = str(tmp_path / "elsewhere.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(pipes, target, project.transformContext(), options)
    other = QgsVectorLayer(f"{target}|layername=aep_canalisation", "elsewhere")
    project.addMapLayer(other)
    assert other.crs() == elsewhere
    reasons = {one["reason"] for one in carry(other)["LEFT"].getFeatures()}
    assert "the layer has another CRS" in reasons
