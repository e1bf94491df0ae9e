# SPDX-License-Identifier: GPL-3.0-or-later
"""A place shut off by clicking on the map: valves, plan B, customers, layers, and the cut of an order."""

import pytest
from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from regard.planner.records import Outage, ValveNote
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.informing.messages import OrderMessage

LEAK = QgsPointXY(687520, 6924000)
BURST = "VA-2026-AEP-00001"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def isolating(plugin, town, golden, desktop, qtbot):
    """Return the feature with the golden town open and the tool in hand, by its action."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    desktop.canvas.setCenter(LEAK)
    desktop.canvas.zoomScale(2000)
    plugin.window.actions.actions["isolate"].trigger()
    settled(plugin, qtbot)
    return plugin.window.isolating


def settled(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)


def pixel(canvas, place):
    spot = canvas.getCoordinateTransform().transform(place)
    return QPoint(round(spot.x()), round(spot.y()))


def click(plugin, desktop, qtbot, place):
    QTest.mouseClick(
        desktop.canvas.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(desktop.canvas, place)
    )
    settled(plugin, qtbot)


def place_of(isolating, valve):
    return next(mark.place for mark in isolating.drawing.marks if mark.name == valve)


def listed(isolating):
    tree = isolating.dock.valves
    rows = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(row.text(0), row.text(1)) for row in rows]


def stored(isolating):
    workspace = open_workspace(isolating._state.url)
    try:
        cut = workspace.all(Outage, order_id=BURST)[0]
        return cut.close, cut.unusable, [note.valve_id for note in workspace.all(ValveNote)]
    finally:
        workspace.close()


def test_a_click_on_a_pipe_shows_valves_in_order_with_why_and_whom_it_takes(
    isolating, plugin, desktop, qtbot
):
    assert desktop.canvas.mapTool() is isolating.tool
    assert "Click a pipe" in isolating.dock.title.text()
    click(plugin, desktop, qtbot, LEAK)
    names = [name for name, state in listed(isolating) if state == "to close"]
    assert names == ["1  V4", "2  V5"]
    why = isolating.dock.cost.toPlainText().partition("Why these valves")[2]
    assert "V4" in why and "V5" in why
    assert "Water comes from" in isolating.dock.cost.toPlainText()
    assert [mark.text for mark in isolating.drawing.marks if mark.kind == "to_close"] == ["1", "2"]
    assert any(stroke.colour == "#d55e00" and stroke.opacity < 0.3 for stroke in isolating.drawing.strokes)


def test_a_click_on_a_valve_calls_it_unusable_and_a_second_one_usable_again(
    isolating, plugin, desktop, qtbot
):
    click(plugin, desktop, qtbot, LEAK)
    before = len(isolating._found.customers)
    click(plugin, desktop, qtbot, place_of(isolating, "V5"))
    states = dict(listed(isolating))
    assert states["V5"] == "unusable"
    assert [name for name, state in states.items() if state == "to close"] == ["1  V4", "2  V6", "3  V8"]
    assert isolating._found.isolation.customer_count == 50
    assert f"{len(isolating._found.extra)} more customers" in isolating.dock.cost.toPlainText()
    assert len(isolating._found.customers) > before
    click(plugin, desktop, qtbot, place_of(isolating, "V5"))
    assert len(isolating._found.customers) == before


def test_the_keyboard_unticks_a_valve_and_escape_clears_then_leaves(isolating, plugin, desktop, qtbot):
    click(plugin, desktop, qtbot, LEAK)
    tree = isolating.dock.valves
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(1))
    assert any(stroke.opacity > 0.7 and stroke.width == 7.0 for stroke in isolating.drawing.strokes)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    settled(plugin, qtbot)
    assert dict(listed(isolating))["V5"] == "unusable"
    QTest.keyClick(desktop.canvas, Qt.Key.Key_Escape)
    assert isolating.drawing.marks == ()
    assert listed(isolating) == []
    QTest.keyClick(desktop.canvas, Qt.Key.Key_Escape)
    assert not isolating.dock.isVisible()
    assert desktop.canvas.mapTool() is not isolating.tool


def test_far_from_any_pipe_it_is_said_how_far_the_next_one_is(isolating, plugin, desktop, qtbot):
    click(plugin, desktop, qtbot, QgsPointXY(687450, 6924080))
    assert "m" in isolating.dock.title.text()
    assert "Click a pipe" not in isolating.dock.title.text()
    assert not isolating.dock.keep.isEnabled()


def test_customers_are_listed_sensitive_first_copied_and_saved(isolating, plugin, desktop, qtbot, tmp_path):
    click(plugin, desktop, qtbot, LEAK)
    QTest.mouseClick(isolating.dock.customers, LEFT)
    dialog = isolating.dialog
    assert dialog.isVisible()
    assert dialog.table.rowCount() == len(isolating._found.customers)
    marked = [bool(dialog.table.item(row, 0).text()) for row in range(dialog.table.rowCount())]
    assert marked == sorted(marked, reverse=True)
    QTest.mouseClick(dialog.copy, LEFT)
    assert len(QGuiApplication.clipboard().text().splitlines()) == dialog.table.rowCount() + 1
    dialog.write_csv(str(tmp_path / "customers.csv"))
    lines = (tmp_path / "customers.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Sensitive;New;Name")
    assert len(lines) == dialog.table.rowCount() + 1
    dialog.write_csv(str(tmp_path / "missing" / "customers.csv"))
    assert any("could not be written" in text for text in desktop.messages())


def test_the_result_is_kept_as_drawn_layers(isolating, plugin, desktop, qtbot, project):
    click(plugin, desktop, qtbot, LEAK)
    QTest.mouseClick(isolating.dock.keep, LEFT)
    settled(plugin, qtbot)
    group = project.layerTreeRoot().children()[0]
    assert group.name().startswith("Cut of ")
    layers = {node.layer().name(): node.layer() for node in group.findLayers()}
    valves = layers["Valves to close"]
    assert {feature["asset_id"] for feature in valves.getFeatures() if feature["number"]} == {"V4", "V5"}
    assert valves.renderer().type() == "RuleRenderer"
    assert layers["Customers without water"].featureCount() == isolating._found.isolation.customer_count
    assert all(layer.isValid() and layer.crs().authid() for layer in layers.values())


def test_a_stuck_valve_on_site_makes_the_orders_cut_wider_and_undo_takes_it_back(
    isolating, plugin, desktop, qtbot
):
    first = stored(isolating)
    assert not isolating.dock.store.isEnabled()
    plugin.window.state.select_order(BURST)
    plugin.window.actions.actions["isolate"].trigger()
    settled(plugin, qtbot)
    assert [name for name, state in listed(isolating) if state == "to close"] == ["1  V4", "2  V5"]
    click(plugin, desktop, qtbot, place_of(isolating, "V5"))
    assert not isolating.dialog.messages.isEnabled() or not isolating.dialog.isVisible()
    QTest.mouseClick(isolating.dock.store, LEFT)
    qtbot.waitUntil(lambda: bool(isolating.dock.result.text()), timeout=60_000)
    settled(plugin, qtbot)
    assert stored(isolating) == (("V4", "V6", "V8"), ("V5",), ["V5"])
    assert "more delivery points" in isolating.dock.result.text()
    QTest.mouseClick(isolating.dock.customers, LEFT)
    QTest.mouseClick(isolating.dialog.messages, LEFT)
    qtbot.waitUntil(lambda: "wait to be sent" in isolating.dock.result.text(), timeout=60_000)
    settled(plugin, qtbot)
    workspace = open_workspace(isolating._state.url)
    assert len(workspace.all(OrderMessage, order_id=BURST)) >= len(isolating._found.customers)
    workspace.close()
    plugin.window.actions.actions["isolate"].trigger()
    settled(plugin, qtbot)
    assert dict(listed(isolating))["V5"] == "unusable"
    plugin.window.board.writer.undo()
    settled(plugin, qtbot)
    plugin.window.board.writer.undo()
    settled(plugin, qtbot)
    assert stored(isolating) == first


def test_another_workspace_takes_everything_away(isolating, plugin, desktop, qtbot):
    click(plugin, desktop, qtbot, LEAK)
    plugin.window.state.open_workspace("")
    assert isolating.drawing.marks == ()
    assert not isolating.dock.isVisible()
    assert desktop.canvas.mapTool() is not isolating.tool
