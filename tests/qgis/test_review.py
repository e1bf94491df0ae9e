# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock of asset changes: queue, before and after in words and on the map, decisions by mouse and keys."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.asset_changes.records import AssetChange, ChangeState

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


def test_chips_filter_by_kind(dock, plugin, qtbot):
    table = dock.tables["waiting"]
    rule = of_kind(plugin, "repair").rule
    QTest.mouseClick(dock.chips["waiting"].chip(f"kind:{rule}"), Qt.MouseButton.LeftButton)
    assert {changes(plugin)[row.key].rule for row in table.model.rows} == {rule}
