# SPDX-License-Identifier: GPL-3.0-or-later
"""The docks of notices, readiness and messages: at risk first, filtered by chips, acted on by the row."""

from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.import_records import import_records
from regard.planner.records import OrderNotice
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.informing.contacts import Channel
from regard.workorders.informing.messages import MessageState, OrderMessage
from regard.workorders.life.records import Alert

BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"


def message(number, due_at, **fields):
    """Return a call to a customer about the meter."""
    known = {
        "message_id": f"{METER}/m{number}",
        "order_id": METER,
        "purpose": "appointment",
        "actor": "customer",
        "ref": f"C{number}",
        "name": f"Mme {number}",
        "channel": Channel.PHONE,
        "reach": "01 02 03 04 05",
        "language": "fr",
        "due_at": due_at,
        "about_start": due_at,
    }
    return OrderMessage(**{**known, **fields})


@pytest.fixture
def panels(plugin, town, golden, qtbot):
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    now, hour = golden.NOW, timedelta(hours=1)
    records = [
        message(1, now + 5 * hour),
        message(2, now - hour),
        message(3, now - hour, state=MessageState.SENT, sent_at=now - hour),
        message(4, now + 400 * hour),
    ]
    import_records(workspace, records, name="messages", who="test")
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    return plugin.window.panels


def test_no_column_of_readiness_is_out_of_sight_in_a_narrow_dock(panels, plugin, qtbot):
    dock = panels.readiness.dock
    dock.setFloating(True)
    plugin.window.actions.actions["readiness"].trigger()
    dock.resize(640, 500)
    view = dock.tables["ready"].view
    qtbot.waitUntil(lambda: dock.tables["ready"].model.rowCount() > 0, timeout=60_000)
    settle(plugin, qtbot)
    ends = [view.columnViewportPosition(n) + 30 for n in range(dock.tables["ready"].model.columnCount())]
    assert view.viewport().width() <= 640
    assert max(ends) <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def settle(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)


def show(plugin, qtbot, name):
    plugin.window.actions.actions[name].trigger()
    dock = getattr(plugin.window.panels, name).dock
    qtbot.waitUntil(lambda: dock.pages.currentIndex() == 1, timeout=60_000)
    settle(plugin, qtbot)
    return dock


def keys(table):
    return [row.key for row in table.model.rows]


def click_row(table, key):
    index = table.model.index(table.model.row_of(key), 0)
    assert index.isValid(), keys(table)
    table.view.scrollTo(index)
    place = table.view.visualRect(index).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def stored(plugin, kind, **equal):
    workspace = open_workspace(plugin.window.state.url)
    try:
        return workspace.all(kind, **equal)
    finally:
        workspace.close()


def test_what_is_at_risk_comes_first_and_a_chip_leaves_only_that(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "readiness")
    table = dock.tables["ready"]
    marks = [row.mark for row in table.model.rows]
    assert marks == sorted(marks, key=["red", "amber", "green", ""].index)
    assert table.model.rows[0].mark == "red"
    QTest.mouseClick(dock.chips["ready"].chip("at_risk"), Qt.MouseButton.LeftButton)
    assert {row.mark for row in table.model.rows} <= {"red", "amber"}
    assert table.details.toPlainText()


def test_a_click_on_a_row_selects_the_order_everywhere(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "readiness")
    click_row(dock.tables["ready"], METER)
    assert plugin.window.state.order_id == METER
    settle(plugin, qtbot)
    plugin.window.state.select_order(BURST)
    assert dock.tables["ready"].current.key == BURST
    settle(plugin, qtbot)


def test_whoever_answers_for_what_is_missing_is_told_from_the_row(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "readiness")
    table = dock.tables["ready"]
    click_row(table, BURST)
    settle(plugin, qtbot)
    QTest.mouseClick(table.buttons["tell.notices"], Qt.MouseButton.LeftButton)
    settle(plugin, qtbot)
    assert [(one.order_id, one.resource) for one in stored(plugin, Alert)] == [(BURST, "notices")]
    assert "reply.notices" in table.buttons
    QTest.keyClick(table.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(plugin, qtbot)
    assert stored(plugin, Alert) == []


def test_the_clock_of_notices_filters_by_state_and_a_notice_is_sent_there(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "readiness")
    dock.tabs.setCurrentIndex(1)
    table = dock.tables["notices"]
    QTest.mouseClick(dock.chips["notices"].chip("to_send"), Qt.MouseButton.LeftButton)
    assert keys(table) == [f"notice/{BURST}"]
    click_row(table, f"notice/{BURST}")
    settle(plugin, qtbot)
    QTest.mouseClick(table.buttons["sent"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(table.field, "2026060300012P")
    QTest.keyClick(table.field, Qt.Key.Key_Return)
    settle(plugin, qtbot)
    assert stored(plugin, OrderNotice, order_id=BURST)[0].state == "sent"
    assert [row.cells[2].text for row in table.model.rows if row.order_id == BURST] != ["to send"]


def test_messages_are_late_first_and_far_ones_wait(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "messages")
    table = dock.tables["messages"]
    assert keys(table) == [f"{METER}/m{number}" for number in (2, 1, 3)]
    assert "late" in table.model.index(0, 2).data()
    QTest.mouseClick(dock.chips["messages"].chip("told"), Qt.MouseButton.LeftButton)
    assert keys(table) == [f"{METER}/m3"]


def test_a_call_is_noted_with_its_answer_by_keyboard(panels, plugin, qtbot):
    dock = show(plugin, qtbot, "messages")
    table = dock.tables["messages"]
    click_row(table, f"{METER}/m1")
    settle(plugin, qtbot)
    table.buttons["answered"].setFocus()
    QTest.keyClick(table.buttons["answered"], Qt.Key.Key_Space)
    QTest.keyClicks(table.field, "is at home")
    QTest.keyClick(table.field, Qt.Key.Key_Return)
    settle(plugin, qtbot)
    told = stored(plugin, OrderMessage, message_id=f"{METER}/m1")[0]
    assert (told.state, told.answer) == (MessageState.ANSWERED, "is at home")


def test_a_hidden_dock_reads_nothing_until_it_is_shown(panels, plugin, qtbot):
    assert panels.readiness.dock.pages.currentIndex() == 0
    plugin.window.workspaces.refresh()
    settle(plugin, qtbot)
    assert panels.readiness.dock.pages.currentIndex() == 0
