# SPDX-License-Identifier: GPL-3.0-or-later
"""An order split from the board and from the list, by mouse and keyboard; refused with the reason; undone."""

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox
from regard.planner.records import OrderLink
from regard.store.workspaces import open_workspace
from regard.ui.board.menu import OrderMenu
from regard.ui.orders_model import OrderRole
from regard.ui.splitting.order_menu import OrderListMenu
from regard.workorders.orders import OrderState, WorkOrder

BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(plugin, town, golden, qtbot):
    """Return the plugin's window with the golden town open and the board shown."""
    plugin.window.board._clock = lambda: golden.NOW
    plugin.window.actions.actions["board"].trigger()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.board.dock.view.board.plan_id), timeout=30_000)
    settled(plugin.window, qtbot)
    return plugin.window


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def orders_of(town, *keys):
    workspace = open_workspace(str(town))
    found = [workspace.get(WorkOrder, key) for key in keys]
    links = {(link.first_id, link.second_id): link for link in workspace.all(OrderLink)}
    count = len(workspace.all(WorkOrder))
    workspace.close()
    return found, links, count


def opened(window, qtbot):
    qtbot.waitUntil(lambda: window.splitting.dialog is not None, timeout=30_000)
    return window.splitting.dialog


def from_board(window, qtbot, order_id):
    window.board.actions.ask(order_id, QPoint(10, 10))
    menu = window.board.dock.findChildren(OrderMenu)[-1]
    next(action for action in menu.actions() if action.objectName() == "split").trigger()
    menu.close()
    return opened(window, qtbot)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))


def button(dialog, role):
    return next(one for one in dialog.buttons.buttons() if dialog.buttons.buttonRole(one) == role)


def test_a_planned_burst_is_split_from_the_board_by_mouse_and_one_undo_puts_it_back(window, town, qtbot):
    (before,), _, count = orders_of(town, BURST)
    dialog = from_board(window, qtbot, BURST)
    assert "cut off at each of the 2 parts" in dialog.preview.toPlainText()
    QTest.mouseClick(button(dialog, QDialogButtonBox.ButtonRole.AcceptRole), LEFT, NONE)
    settled(window, qtbot)
    (first, second), links, after = orders_of(town, BURST, f"{BURST}-2")
    assert after == count + 1
    assert first.duration_min + second.duration_min == before.duration_min
    assert (first.state, second.state) == (OrderState.QUALIFIED, OrderState.QUALIFIED)
    assert (BURST, f"{BURST}-2") in links
    view = window.board.dock.view
    qtbot.waitUntil(lambda: BURST not in view.board.places, timeout=30_000)
    assert {BURST, f"{BURST}-2"} <= {order.order_id for order in view.board.waiting}
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    (again,), _, undone = orders_of(town, BURST)
    assert (again.duration_min, again.state, undone) == (before.duration_min, before.state, count)


def test_minutes_are_typed_and_what_does_not_do_is_said_at_once(window, town, qtbot):
    dialog = from_board(window, qtbot, METER)
    (meter,), _, count = orders_of(town, METER)
    accept = button(dialog, QDialogButtonBox.ButtonRole.AcceptRole)
    first = dialog.fields[0]
    first.selectAll()
    QTest.keyClicks(first, "5")
    assert "expected 15 min at least" in dialog.preview.toPlainText()
    assert not accept.isEnabled()
    first.selectAll()
    QTest.keyClicks(first, str(meter.duration_min))
    dialog.fields[1].selectAll()
    QTest.keyClicks(dialog.fields[1], "20")
    assert f"{meter.duration_min}" in dialog.preview.toPlainText()
    assert "20 min more than the order in one piece" in dialog.preview.toPlainText()
    assert accept.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settled(window, qtbot)
    assert window.splitting.dialog is None
    assert orders_of(town, METER)[2] == count


def test_the_menu_of_the_list_splits_by_day_with_the_keyboard(window, town, qtbot):
    window.state.select_order(BURST)
    tree = window.orders.dock.tree
    assert tree.currentIndex().data(OrderRole.ORDER_ID) == BURST
    # the menu key asks where no row is
    tree.customContextMenuRequested.emit(QPoint(-1, -1))
    menu = window.orders.dock.findChildren(OrderListMenu)[-1]
    qtbot.waitUntil(menu.isVisible, timeout=5_000)
    QTest.keyClick(menu, Qt.Key.Key_I)
    dialog = opened(window, qtbot)
    QTest.keyClick(dialog.way, Qt.Key.Key_Down)
    assert dialog.way.currentData() == "days"
    QTest.keyClick(dialog.count, Qt.Key.Key_Up)
    assert len(dialog.fields) == 3
    QTest.keyClick(button(dialog, QDialogButtonBox.ButtonRole.AcceptRole), Qt.Key.Key_Space)
    settled(window, qtbot)
    _, links, _ = orders_of(town, f"{BURST}-3")
    assert links[BURST, f"{BURST}-2"].min_lag_min == 600


def test_a_phase_has_a_name_and_one_cut_serves_all(window, town, qtbot):
    dialog = from_board(window, qtbot, BURST)
    choose(dialog.way, "phase")
    QTest.keyClicks(dialog.fields[0], "terrassement")
    QTest.keyClicks(dialog.fields[2], "remblai")
    QTest.mouseClick(dialog.one_cut, LEFT, NONE, QPoint(8, dialog.one_cut.height() // 2))
    assert dialog.one_cut.isChecked()
    QTest.mouseClick(button(dialog, QDialogButtonBox.ButtonRole.AcceptRole), LEFT, NONE)
    settled(window, qtbot)
    (first, second), links, _ = orders_of(town, BURST, f"{BURST}-2")
    assert first.label.endswith("(1/2 terrassement)")
    assert second.label.endswith("(2/2 remblai)")
    assert links[BURST, f"{BURST}-2"].origin == "shut_off"


def test_an_order_that_has_left_says_why_it_is_not_split(window, town, desktop, qtbot):
    workspace = open_workspace(str(town))
    with workspace.command("leave", who="test") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, METER), state=OrderState.DISPATCHED))
    workspace.close()
    window.splitting.begin(METER)
    settled(window, qtbot)
    assert any("it is split only while it is" in text for text in desktop.messages())
    assert window.splitting.dialog is None


def test_somebody_elses_change_meanwhile_refuses_the_split(window, town, desktop, qtbot):
    dialog = from_board(window, qtbot, METER)
    workspace = open_workspace(str(town))
    with workspace.command("longer", who="other") as transaction:
        transaction.save(replace(workspace.get(WorkOrder, METER), duration_min=90))
    count = len(workspace.all(WorkOrder))
    workspace.close()
    for field in dialog.fields:
        field.setValue(60)
    QTest.mouseClick(button(dialog, QDialogButtonBox.ButtonRole.AcceptRole), LEFT, NONE)
    settled(window, qtbot)
    assert any("other" in text for text in desktop.messages())
    assert orders_of(town, METER)[2] == count
