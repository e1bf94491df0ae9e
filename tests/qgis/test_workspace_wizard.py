# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace made from one's own layers, by mouse and keyboard; nothing is written before the end."""

from contextlib import closing

import geopandas as gpd
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWizard
from regard.network.assets.roles import COLUMNS, Role
from regard.planner.assets.asset_base import AssetBase
from regard.store.workspaces import open_workspace
from regard.ui.starting.column_names import column_names
from shapely.geometry import LineString, Point


def at(x):
    return Point(650_000 + x, 6_860_000)


def line(first, last):
    return LineString([at(first), at(last)])


LINES = {
    "Conduites AEP": gpd.GeoDataFrame(
        {"ident": ["C1", "C2"], "materiau": ["ft", "pvc"], "diam": [100, 60], "annee": [1962, 2001]},
        geometry=[line(0, 100), line(100, 200)],
        crs="EPSG:2154",
    ),
    "vannes": gpd.GeoDataFrame({"ident": ["V1"], "tampon": ["x"]}, geometry=[at(100)], crs="EPSG:2154"),
    "objets": gpd.GeoDataFrame({"ref": ["S1"]}, geometry=[at(0)], crs="EPSG:2154"),
}


@pytest.fixture
def network(tmp_path):
    """Return a network in a layout of its own: mains, valves, and a layer whose name says nothing."""
    path = tmp_path / "plan.gpkg"
    for name, frame in LINES.items():
        frame.to_file(path, layer=name, driver="GPKG")
    return path


@pytest.fixture
def wizard(plugin, qtbot, project):
    plugin.window.start.begin()
    QTest.mouseClick(plugin.window.start.dialog.new, Qt.MouseButton.LeftButton)
    wizard = plugin.window.start.wizard
    qtbot.waitUntil(wizard.isVisible, timeout=5_000)
    yield wizard


def press(wizard, button=QWizard.WizardButton.NextButton):
    assert wizard.button(button).isEnabled()
    QTest.mouseClick(wizard.button(button), Qt.MouseButton.LeftButton)


def write(edit, text):
    edit.clear()
    QTest.keyClicks(edit, str(text))


def to_roles(wizard, target, network, qtbot):
    write(wizard.place.file, target)
    press(wizard)
    write(wizard.source.path, network)
    press(wizard)
    qtbot.waitUntil(lambda: not wizard.roles.progress.is_busy, timeout=60_000)


def to_means(wizard, qtbot):
    press(wizard)
    qtbot.waitUntil(lambda: not wizard.check.progress.is_busy, timeout=60_000)
    press(wizard)


def finish(wizard, plugin, qtbot):
    press(wizard, QWizard.WizardButton.FinishButton)
    qtbot.waitUntil(lambda: bool(plugin.window.state.url), timeout=120_000)


def shown(table):
    return {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}


def test_a_network_of_a_known_standard_is_recognised_checked_and_brought_in(
    wizard, plugin, built_town, tmp_path, qtbot
):
    target = tmp_path / "valmont.gpkg"
    to_roles(wizard, target, built_town, qtbot)
    assert "Recognised" in wizard.roles.notice.text()
    roles = shown(wizard.roles.table)
    assert roles["aep_canalisation"] == "water main"
    assert roles["work_order"] == "left out"
    to_means(wizard, qtbot)
    assert "water main" in wizard.check.text.toPlainText()
    assert "left out" in wizard.check.text.toPlainText().lower()
    assert not target.exists()
    finish(wizard, plugin, qtbot)
    assert plugin.window.state.url == str(target)
    with closing(open_workspace(target)) as made, closing(open_workspace(str(built_town))) as town:
        assert len(made.read_layer("aep_canalisation")) == len(town.read_layer("aep_canalisation"))
    assert sorted(path.name for path in tmp_path.glob(".regard-*")) == []


def test_a_layout_of_ones_own_is_guessed_and_assigned(wizard, plugin, network, tmp_path, qtbot):
    to_roles(wizard, tmp_path / "own", network, qtbot)
    roles = wizard.roles
    assert "No known standard" in roles.notice.text()
    assert {name: role for name, (role, _) in roles.choices.items()} == {
        "Conduites AEP": "water_pipe",
        "vannes": "valve",
        "objets": "",
    }
    mains = roles.table.findItems("Conduites AEP", Qt.MatchFlag.MatchExactly)[0].row()
    roles.table.setCurrentCell(mains, 0)
    values = [roles.materials.item(line, 0).text() for line in range(roles.materials.rowCount())]
    assert values == ["▲ ft", "pvc"]
    meaning = roles.materials.cellWidget(0, 1)
    assert meaning.currentText() == "99 · Other"
    meaning.setCurrentIndex(meaning.findData("12"))
    assert roles.materials.item(0, 0).text() == "ft"
    assert roles.materials.cellWidget(1, 1).currentText() == "27 · Smooth PVC"
    row = roles.table.findItems("objets", Qt.MatchFlag.MatchExactly)[0].row()
    choice = roles.table.cellWidget(row, 1)
    choice.setCurrentIndex(choice.findData("source"))
    roles.table.setCurrentCell(row, 0)
    wanted = [roles.columns.item(line, 0).text() for line in range(roles.columns.rowCount())]
    column = roles.columns.cellWidget(wanted.index("Number of the asset"), 1)
    column.setCurrentIndex(column.findData("ref"))
    to_means(wizard, qtbot)
    finish(wizard, plugin, qtbot)
    with closing(open_workspace(tmp_path / "own.gpkg")) as made:
        base = AssetBase(made)
        assert list(base.frame(Role.WATER_PIPE)["asset_id"]) == ["C1", "C2"]
        assert list(base.frame(Role.WATER_PIPE)["material"]) == ["12", "27"]
        assert list(base.frame(Role.SOURCE)["asset_id"]) == ["S1"]


def test_every_column_that_is_asked_for_has_a_name():
    asked = {column for columns in COLUMNS.values() for column in columns}
    assert asked == set(column_names())


def test_layers_of_the_project_are_read_without_blocking_it(wizard, plugin, network, tmp_path, qtbot):
    layers = [QgsVectorLayer(f"{network}|layername={name}", name, "ogr") for name in LINES]
    QgsProject.instance().addMapLayers(layers)
    write(wizard.place.file, tmp_path / "project.gpkg")
    press(wizard)
    QTest.mouseClick(wizard.source.of_project, Qt.MouseButton.LeftButton)
    wizard.source.of_project.setChecked(True)
    for row in range(wizard.source.layers.count()):
        wizard.source.layers.item(row).setCheckState(Qt.CheckState.Checked)
    press(wizard)
    qtbot.waitUntil(lambda: wizard.roles.found is not None, timeout=60_000)
    assert sorted(wizard.roles.choices) == sorted(LINES)
    to_means(wizard, qtbot)
    finish(wizard, plugin, qtbot)
    assert (tmp_path / "project.gpkg").exists()


def test_a_wrong_network_is_said_and_can_be_corrected(wizard, tmp_path, qtbot):
    wrong = tmp_path / "wrong.gpkg"
    wrong.write_text("nothing")
    to_roles(wizard, tmp_path / "x.gpkg", wrong, qtbot)
    assert "wrong.gpkg" in wizard.roles.notice.text()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    press(wizard, QWizard.WizardButton.BackButton)
    assert wizard.currentPage() is wizard.source


def test_a_network_without_a_crs_is_refused_by_the_trial(wizard, tmp_path, qtbot):
    path = tmp_path / "nowhere.gpkg"
    nowhere = LINES["Conduites AEP"].set_crs(None, allow_override=True)
    with pytest.warns(UserWarning, match="crs"):
        nowhere.to_file(path, layer="conduites", driver="GPKG")
    to_roles(wizard, tmp_path / "x.gpkg", path, qtbot)
    said = wizard.roles.notice.text()
    if wizard.roles.isComplete():
        press(wizard)
        qtbot.waitUntil(lambda: not wizard.check.progress.is_busy, timeout=60_000)
        said = wizard.check.text.toPlainText()
    assert "nowhere.gpkg" in said or "conduites" in said
    assert not (tmp_path / "x.gpkg").exists()


def test_a_name_that_is_taken_is_refused_while_typing(wizard, network):
    write(wizard.place.file, network)
    assert "a file of that name already" in wizard.place.notice.text()
    assert not wizard.button(QWizard.WizardButton.NextButton).isEnabled()


def test_without_a_network_an_empty_workspace_is_made_and_wrong_roads_leave_nothing(
    wizard, plugin, tmp_path, qtbot
):
    write(wizard.place.file, tmp_path / "empty.gpkg")
    press(wizard)
    wizard.source.none.setChecked(True)
    press(wizard)
    assert wizard.currentPage() is wizard.means
    roads = tmp_path / "roads.osm.pbf"
    roads.write_text("nothing")
    write(wizard.means.roads, roads)
    press(wizard, QWizard.WizardButton.FinishButton)
    qtbot.waitUntil(lambda: "roads.osm.pbf" in wizard.means.notice.text(), timeout=60_000)
    assert not (tmp_path / "empty.gpkg").exists()
    wizard.means.roads.clear()
    finish(wizard, plugin, qtbot)
    assert plugin.window.state.url == str(tmp_path / "empty.gpkg")
