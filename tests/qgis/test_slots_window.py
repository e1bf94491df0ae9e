# SPDX-License-Identifier: GPL-3.0-or-later
"""An appointment for a caller: the best windows, one booked by the keyboard, its confirmation, taken back."""

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.import_records import import_records
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

NEW = "VA-2026-AEP-00099"


@pytest.fixture
def slots(plugin, town, golden, qtbot):
    """Return the feature with an order of the customer of the second call that is not planned."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    like = workspace.get(WorkOrder, "VA-2026-AEP-00002")
    new = replace(like, order_id=NEW, state=OrderState.QUALIFIED, version=0)
    import_records(workspace, [new], name="call", who="test")
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 6, timeout=15_000)
    return plugin.window.calling.slots


def look(slots, plugin, qtbot, order_id=NEW):
    slots._state.select_order(order_id)
    plugin.window.actions.actions["slots"].trigger()
    qtbot.waitUntil(lambda: bool(slots.dock.note.text()), timeout=120_000)


def stored(slots):
    workspace = open_workspace(slots._state.url)
    try:
        order = workspace.get(WorkOrder, NEW)
        return order.window_start, order.window_end, workspace.all(OrderMessage, order_id=NEW)
    finally:
        workspace.close()


def test_five_windows_are_offered_the_cheapest_first(slots, plugin, qtbot):
    look(slots, plugin, qtbot)
    assert slots.dock.slots.count() == 5
    costs = [slot.cost_min for slot in slots._found.slots]
    assert [round(cost) for cost in costs] == sorted(round(cost) for cost in costs)
    assert slots.dock.slots.item(0).text().count("\n") == 1


def test_enter_books_the_window_and_queues_the_confirmation_and_undo_takes_both_back(slots, plugin, qtbot):
    before = stored(slots)
    look(slots, plugin, qtbot)
    chosen = slots._found.slots[1]
    QTest.keyClick(slots.dock.slots, Qt.Key.Key_Down)
    QTest.keyClick(slots.dock.slots, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(slots.dock.result.text()), timeout=30_000)
    opens, closes, messages = stored(slots)
    assert (opens, closes) == (chosen.opens, chosen.closes)
    assert [(one.purpose, one.name) for one in messages] == [("appointment", "Mme Martin")]
    qtbot.waitUntil(lambda: not slots._jobs.busy, timeout=30_000)
    QTest.mouseClick(slots.dock.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(slots) == before, timeout=30_000)
    qtbot.waitUntil(lambda: not slots._jobs.busy, timeout=60_000)


def test_an_order_that_is_planned_gets_no_window(slots, plugin, qtbot):
    look(slots, plugin, qtbot, "VA-2026-AEP-00002")
    assert "already planned" in slots.dock.note.text()
    assert not slots.dock.book.isEnabled()


def test_without_a_free_window_the_reasons_are_told_day_by_day(slots, plugin, qtbot):
    workspace = open_workspace(slots._state.url)
    try:
        with workspace.command("change", who="test") as transaction:
            long = replace(
                workspace.get(WorkOrder, NEW), duration_min=900, window_start=None, window_end=None
            )
            transaction.save(long)
    finally:
        workspace.close()
    look(slots, plugin, qtbot)
    assert not slots.dock.slots.isVisible()
    text = slots.dock.note.text()
    assert "No window of the next days is free" in text
    assert text.count("<li>") == len(slots._found.why.days) > 1
    assert "min more than the day has" in text
