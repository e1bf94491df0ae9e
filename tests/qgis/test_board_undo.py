# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make an order fit, as a button of the board; one undo for all docks."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.plan_versions import current_plan
from regard.planner.records import Plan, PlanStop
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.running_day import accept_proposal
from regard.store.workspaces import open_workspace
from regard.ui.board.why_dialog import WhyDialog
from regard.workorders.orders import WorkOrder

METER = "VA-2026-AEP-00002"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(plugin, town, golden, qtbot):
    """Return the plugin's window with the golden town open, early on its day, and the board shown."""
    plugin.window.board._clock = lambda: golden.NOW
    plugin.window.actions.actions["board"].trigger()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.board.dock.view.board.plan_id), timeout=30_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=30_000)
    return plugin.window


@pytest.fixture
def view(window):
    return window.board.dock.view


def stops_of(town):
    """Return who makes which order at what time in the plan in force, and how many plans there are."""
    workspace = open_workspace(str(town))
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    found = {(s.order_id, s.task, s.role): (s.agent_id, s.start) for s in stops}
    count = len(workspace.all(Plan))
    workspace.close()
    return found, count


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def narrow(town, order_id):
    """Leave an order so short a window before the day begins that it fits nowhere, and plan the day again."""
    workspace = open_workspace(str(town))
    order = workspace.get(WorkOrder, order_id)
    early = datetime.combine(current_plan(workspace).first_day, time(6))
    moves = HandMoves.read(workspace, day=early.date(), now=early)
    left = moves.leave_out(order_id, code="by_hand", detail="test")
    accept_proposal(workspace, left.proposal, name="take out", now=early, who="test")
    with workspace.command("window", who="test") as transaction:
        order = workspace.get(WorkOrder, order_id)
        transaction.save(replace(order, window_start=early, window_end=early + timedelta(minutes=30)))
    workspace.close()


def test_a_remedy_of_why_not_bends_the_rule_plans_the_order_and_is_undone_by_its_name(
    window, view, town, qtbot
):
    narrow(town, METER)
    window.workspaces.refresh()
    qtbot.waitUntil(lambda: METER not in view.board.places, timeout=30_000)
    settled(window, qtbot)
    before = stops_of(town)
    window.board.actions.do("why", METER)
    qtbot.waitUntil(lambda: window.board.dock.findChild(WhyDialog) is not None, timeout=30_000)
    dialog = window.board.dock.findChild(WhyDialog)
    button = next(one for one in dialog.buttons if "window" in one.text())
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: METER in view.board.places, timeout=30_000)
    settled(window, qtbot)
    assert stops_of(town)[1] == before[1] + 1
    assert "Making an order fit" in window.board.dock.undo.text()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == before
    assert "Making an order fit" in window.board.dock.redo.text()
    assert not window.board.dock.undo.isEnabled()


def test_undo_works_from_any_dock(window, view, town, qtbot):
    before = stops_of(town)
    window.board.actions.do("pin", METER)
    settled(window, qtbot)
    assert METER in view.board.pinned
    tree = window.orders.dock.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert METER not in view.board.pinned
    assert stops_of(town) == before
