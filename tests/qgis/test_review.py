# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock of asset changes: queue, before and after in words and on the map, decisions by mouse and keys."""

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.ui.reviewing.shape_tool import ShapeTool
from regard.workorders.asset_changes.records import AssetChange, ChangeState
from shapely.geometry import Point

BURST = "VA-2026-AEP-00001"


@pytest.fixture
def dock(plugin, town, burst_closed, qtbot):
    """Return the dock, shown, with what the closed burst proposes."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, burst_closed.isoformat())
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    plugin.window.actions.actions["review"].trigger()
    dock = plugin.window.panels.review.dock
    qtbot.waitUntil(lambda: dock.pages.currentIndex() == 1, timeout=60_000)
    settle(plugin, qtbot)
    return dock


def settle(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)


def changes(plugin):
    workspace = open_workspace(plugin.window.state.url)
    try:
        return {one.change_id: one for one in workspace.all(AssetChange)}
    finally:
        workspace.close()


def choose(dock, plugin, qtbot, key, *, table="waiting"):
    """Click the row of a change."""
    shown = dock.tables[table]
    index = shown.model.index(shown.model.row_of(key), 0)
    shown.view.scrollTo(index)
    place = shown.view.visualRect(index).center()
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle(plugin, qtbot)
    return shown


def of_kind(plugin, kind):
    return next(one for one in changes(plugin).values() if one.kind == kind)


def test_the_chosen_change_is_told_side_by_side_and_drawn(dock, plugin, qtbot):
    change = of_kind(plugin, "repair")
    table = choose(dock, plugin, qtbot, change.change_id)
    text = table.details.toPlainText()
    assert "Before" in text
    assert "After" in text
    assert "clamp on a clean break" in text
    assert "before.jpg" in text
    assert len(plugin.window.panels.review.drawn.bands) == 1
    dock.hide()
    assert plugin.window.panels.review.drawn.bands == []


def test_the_first_change_is_told_before_any_click(dock, plugin):
    assert "Before" in dock.tables["waiting"].details.toPlainText()
    assert plugin.window.panels.review.drawn.bands


def test_a_click_accepts_and_ctrl_z_takes_it_back(dock, plugin, qtbot):
    change = of_kind(plugin, "repair")
    table = choose(dock, plugin, qtbot, change.change_id)
    QTest.mouseClick(table.buttons["accept"], Qt.MouseButton.LeftButton)
    settle(plugin, qtbot)
    assert changes(plugin)[change.change_id].state is ChangeState.ACCEPTED
    assert [row.key for row in dock.tables["decided"].model.rows] == [change.change_id]
    QTest.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(plugin, qtbot)
    assert changes(plugin)[change.change_id].state is ChangeState.PROPOSED


def test_keys_reject_with_a_reason(dock, plugin, qtbot):
    change = of_kind(plugin, "repair")
    table = choose(dock, plugin, qtbot, change.change_id)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_R)
    assert table.field.isVisible()
    QTest.keyClicks(table.field, "seen elsewhere")
    QTest.keyClick(table.field, Qt.Key.Key_Return)
    settle(plugin, qtbot)
    stored = changes(plugin)[change.change_id]
    assert (stored.state, stored.reason) == (ChangeState.REJECTED, "seen elsewhere")


def test_a_value_is_corrected_and_the_safe_ones_go_together(dock, plugin, qtbot):
    change = next(one for one in changes(plugin).values() if one.after.get("diameter_mm"))
    table = choose(dock, plugin, qtbot, change.change_id)
    QTest.mouseClick(table.buttons["correct"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(table.field, "diameter_mm=150")
    QTest.keyClick(table.field, Qt.Key.Key_Return)
    settle(plugin, qtbot)
    assert changes(plugin)[change.change_id].after["diameter_mm"] == "150"
    QTest.mouseClick(table.buttons["safe"], Qt.MouseButton.LeftButton)
    settle(plugin, qtbot)
    assert any(one.state is ChangeState.ACCEPTED for one in changes(plugin).values())


def canvas_at(plugin, place):
    """Return the canvas about a place, with the function from a place to its pixel."""
    canvas = plugin.window.panels.review._iface.mapCanvas()
    canvas.setCenter(QgsPointXY(place.x, place.y))
    canvas.zoomScale(300)

    def pixel(x, y):
        at = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        return QPoint(round(at.x()), round(at.y()))

    return canvas, pixel


def test_a_place_is_corrected_by_a_click_on_the_map(dock, plugin, qtbot):
    change = of_kind(plugin, "repair")
    table = choose(dock, plugin, qtbot, change.change_id)
    canvas, pixel = canvas_at(plugin, change.place)
    table.view.setFocus()
    QTest.keyClick(table.view, Qt.Key.Key_M)
    tool = plugin.window.panels.review.redrawing.tool
    assert canvas.mapTool() is tool
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is not tool
    QTest.mouseClick(table.buttons["redraw"], Qt.MouseButton.LeftButton)
    where = pixel(change.place.x + 3, change.place.y - 1)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert canvas.mapTool() is not tool
    settle(plugin, qtbot)
    placed = changes(plugin)[change.change_id].place
    # a pixel is a few centimetres at 1/300
    assert (placed.x, placed.y) == pytest.approx((change.place.x + 3, change.place.y - 1), abs=0.2)
    QTest.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(plugin, qtbot)
    assert changes(plugin)[change.change_id].place == change.place


def test_the_vertices_of_a_line_are_dragged_added_and_taken_away(plugin):
    canvas, pixel = canvas_at(plugin, Point(0, 0))
    drawn, tool = [], ShapeTool(canvas)
    tool.drawn.connect(drawn.append)
    tool.begin(QgsGeometry.fromWkt("LineString(-20 0, 0 0, 20 0)"))

    def drag(start, end):
        QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel(*start))
        QTest.mouseMove(canvas.viewport(), pixel(*end))
        QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=pixel(*end))

    drag((0, 0), (0, 5))
    drag((10, 2.5), (10, -5))
    assert len(list(tool.shape.vertices())) == 4
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    drag((0, 20), (0, 25))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    places = [coordinate for vertex in drawn[0].vertices() for coordinate in (vertex.x(), vertex.y())]
    assert places == pytest.approx([-20, 0, 0, 5, 20, 0], abs=0.2)
    tool.remove()


def test_chips_filter_by_kind(dock, plugin, qtbot):
    table = dock.tables["waiting"]
    rule = of_kind(plugin, "repair").rule
    QTest.mouseClick(dock.chips["waiting"].chip(f"kind:{rule}"), Qt.MouseButton.LeftButton)
    assert {changes(plugin)[row.key].rule for row in table.model.rows} == {rule}


def test_chips_of_confidence_and_zone_filter_together(dock, plugin, qtbot):
    table, chips = dock.tables["waiting"], dock.chips["waiting"]
    for name, kept in (("sure:sure", "confidence"), (f"zone:{of_kind(plugin, 'repair').zone}", "zone")):
        QTest.mouseClick(chips.chip(name), Qt.MouseButton.LeftButton)
        shown = [changes(plugin)[row.key] for row in table.model.rows]
        assert shown
        assert {getattr(one, kept) for one in shown} == {name.partition(":")[2]}
    assert {one.confidence for one in shown} == {"sure"}


def test_values_are_told_in_the_words_of_the_form_that_was_filled_in(dock, plugin, qtbot):
    change = next(one for one in changes(plugin).values() if one.rule == "material_found")
    table = choose(dock, plugin, qtbot, change.change_id)
    text = table.details.toPlainText()
    # what it is typed as in a correction stands below
    assert "Material found" in text
    assert "material" in text.splitlines()
    assert table.current.cells[3].text == f"asbestos cement ({change.after['material']})"
