# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make an order fit, as a button of the board; one undo for all docks."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from regard.planner.plan_versions import current_plan
from regard.planner.records import Plan, PlanStop
from regard.planner.running.hand_move import HandMoves
from regard.planner.running.running_day import accept_proposal
from regard.qgis_bridge.figures import moment_text
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


def keep_out(town, order_id, make):
    """Take an order out of the plan and keep it out: ``make`` changes it, given the morning."""
    workspace = open_workspace(str(town))
    early = datetime.combine(current_plan(workspace).first_day, time(6))
    moves = HandMoves.read(workspace, day=early.date(), now=early)
    left = moves.leave_out(order_id, code="by_hand", detail="test")
    accept_proposal(workspace, left.proposal, name="take out", now=early, who="test")
    with workspace.command("window", who="test") as transaction:
        for record in make(workspace.get(WorkOrder, order_id), early):
            transaction.save(record)
    workspace.close()


def narrow(order, early):
    """Leave so short a window before the day begins that the order fits nowhere."""
    return [replace(order, window_start=early, window_end=early + timedelta(minutes=30))]


def yesterday(order, early):
    opens = early - timedelta(days=1) + timedelta(hours=3)
    return [replace(order, window_start=opens, window_end=opens + timedelta(hours=6))]


def other_dialog(window, first):
    return next((one for one in window.board.dock.findChildren(WhyDialog) if one is not first), None)


@pytest.mark.parametrize(("make", "says"), [(narrow, "window"), (yesterday, "day")])
def test_a_remedy_of_why_not_bends_the_rule_plans_the_order_and_is_undone_by_its_name(
    window, view, town, golden, qtbot, make, says
):
    keep_out(town, METER, make)
    window.workspaces.refresh()
    qtbot.waitUntil(lambda: METER not in view.board.places, timeout=30_000)
    settled(window, qtbot)
    before = stops_of(town)
    window.board.actions.do("why", METER)
    qtbot.waitUntil(lambda: window.board.dock.findChild(WhyDialog) is not None, timeout=30_000)
    dialog = window.board.dock.findChild(WhyDialog)
    button = next(one for one in dialog.buttons if isinstance(one, QPushButton) and says in one.text())
    said = [button.text()]
    QTest.mouseClick(button, LEFT)
    settled(window, qtbot)
    if METER not in view.board.places:
        # the place has gone meanwhile: the other one is said first, and nothing was changed
        assert stops_of(town) == before
        qtbot.waitUntil(lambda: other_dialog(window, dialog) is not None, timeout=30_000)
        (button,) = other_dialog(window, dialog).buttons
        said.append(button.text())
        QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: METER in view.board.places, timeout=30_000)
    settled(window, qtbot)
    after, count = stops_of(town)
    assert count == before[1] + 1
    agent, start = after[METER, "work", 0]
    # the place that the button named
    assert golden.AGENTS[agent] in said[-1]
    assert moment_text(start) in said[-1]
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
