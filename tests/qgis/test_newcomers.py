# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that came in after the plan: dragged from the tray onto a row, or told what they lack."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanStop
from regard.store.workspaces import open_workspace
from regard.ui.board.layout import NAME_PX
from regard.workorders.orders import OrderState, WorkOrder

METER = "VA-2026-AEP-00002"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(plugin, town, golden, qtbot):
    """Return the plugin's window with the golden town open, early on its day, and the board shown."""
    plugin.window.board._clock = lambda: golden.NOW
    plugin.window.actions.actions["board"].trigger()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.board.dock.view.board.plan_id), timeout=30_000)
    settled(plugin.window, qtbot)
    return plugin.window


@pytest.fixture
def view(window):
    return window.board.dock.view


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def stops_of(town):
    """Return what the plan in force makes, by whom and when."""
    workspace = open_workspace(str(town))
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    workspace.close()
    return {(s.order_id, s.task, s.role): (s.agent_id, s.start) for s in stops}


def spot(view, row, moment):
    layout = view.layout_now()
    return QPoint(round(NAME_PX + view.axis.x_of(moment)), round(layout.top_of(row) + layout.row_px / 2))


def over(view, kind, place, data):
    event = kind(place, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), event)
    return event


def newcomer(town, order_id="VA-2026-AEP-00099", **changed):
    """Store an order like the meter's that came in after the plan was made."""
    workspace = open_workspace(str(town))
    like = workspace.get(WorkOrder, METER)
    new = replace(like, order_id=order_id, state=OrderState.QUALIFIED, version=0, **changed)
    import_records(workspace, [new], name="call", who="test")
    workspace.close()
    return order_id


def tray_data(window, order_id):
    tray = window.board.dock.tray.list
    row = next(n for n in range(tray.count()) if tray.item(n).data(Qt.ItemDataRole.UserRole) == order_id)
    return tray.mimeData([tray.item(row)])


def test_a_newcomer_is_dragged_from_the_tray_onto_a_row_and_undo_takes_it_back(window, view, town, qtbot):
    new, other = newcomer(town), newcomer(town, "VA-2026-AEP-00098")
    window.workspaces.refresh()
    qtbot.waitUntil(lambda: len(view.board.waiting) == 3, timeout=30_000)
    settled(window, qtbot)
    before = stops_of(town)
    number, block = view.board.places[METER][0]
    place = spot(view, number, block.end + timedelta(minutes=5))
    data = tray_data(window, new)
    over(view, QDragEnterEvent, place, data)
    assert over(view, QDragMoveEvent, place, data).isAccepted()
    assert view.preview.verdict in ("fits", "costs")
    assert new in {ghost.block.order_id for ghost in view.preview.ghosts}
    over(view, QDropEvent, QPointF(place), data)
    settled(window, qtbot)
    assert view.board.places[new][0][0] == number
    # one that was not asked for is no part of the plan now either
    waiting = {order.order_id: order for order in view.board.waiting}
    assert waiting[other].is_newcomer
    workspace = open_workspace(str(town))
    assert workspace.get(WorkOrder, new).state is OrderState.PLANNED
    assert workspace.get(WorkOrder, other).state is OrderState.QUALIFIED
    workspace.close()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == before
    assert new not in view.board.places


def test_a_newcomer_that_lacks_what_a_plan_asks_for_says_what_and_the_board_stays_movable(
    window, view, town, qtbot
):
    new = newcomer(town, duration_min=-5)
    window.workspaces.refresh()
    qtbot.waitUntil(lambda: len(view.board.waiting) == 2, timeout=30_000)
    settled(window, qtbot)
    before = stops_of(town)
    place = spot(view, 0, view.board.start + timedelta(hours=11))
    data = tray_data(window, new)
    over(view, QDragEnterEvent, place, data)
    over(view, QDragMoveEvent, place, data)
    assert view.preview.verdict == "breaks"
    assert new in view.preview.text
    over(view, QDropEvent, QPointF(place), data)
    settled(window, qtbot)
    assert stops_of(town) == before
    assert window.board._read.moves is not None
