# SPDX-License-Identifier: GPL-3.0-or-later
"""The planning board, driven by mouse and keyboard: what it shows, moves by hand, undo, and its end."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from regard.core.resources import Subcontractor
from regard.core.supplies import SubcontractJob
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.records import Plan, PlanStop
from regard.qgis_bridge.project import layers_by_key
from regard.store.workspaces import open_workspace
from regard.ui.board.layout import NAME_PX
from regard.ui.board.menu import OrderMenu
from regard.ui.board.view import ORDER_MIME
from regard.ui.board.why_dialog import WhyDialog
from regard.ui.orders_model import OrderRole
from regard.workorders.orders import OrderState, WorkOrder

LEAK_DETECTION = "VA-2026-AEP-00005"
BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"
HYDRANT = "VA-2026-AEP-00004"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(plugin, town, golden, qtbot):
    """Return the plugin's window with the golden town open, early on its day, and the board shown."""
    company = Subcontractor("SUB1", "Terrassements du Nord", ("COMPTEUR",), "0639980002", 80.0)
    workspace = open_workspace(str(town))
    import_records(workspace, [company], name="import", who="test")
    workspace.close()
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


def centre(view, order_id):
    number, block = view.board.places[order_id][0]
    left, top, width, height = view.layout_now().box_of(number, block)
    return QPoint(round(left + width / 2), round(top + height / 2))


def spot(view, row, moment):
    layout = view.layout_now()
    return QPoint(round(NAME_PX + view.axis.x_of(moment)), round(layout.top_of(row) + layout.row_px / 2))


def drag(view, start, end, *, drop=True):
    port = view.viewport()
    QTest.mousePress(port, LEFT, NONE, start)
    for share in (0.3, 0.7, 1.0):
        # QTest.mouseMove sets the pointer of the screen, which an offscreen QGIS has none of
        place = QPointF(start + (end - start) * share)
        QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, place, LEFT, LEFT, NONE))
    if drop:
        QTest.mouseRelease(port, LEFT, NONE, end)


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def test_the_board_shows_a_row_for_each_agent_and_what_is_left_out(window, view, golden):
    assert sorted(row.name for row in view.board.rows) == sorted(golden.AGENTS.values())
    planned = {block.order_id for row in view.board.rows for block in row.blocks}
    assert len(planned) == 4
    assert LEAK_DETECTION not in planned
    assert [order.order_id for order in view.board.waiting] == [LEAK_DETECTION]
    assert "lacks the skill" in window.board.dock.tray.list.item(0).text() or "nobody has" in (
        window.board.dock.tray.list.item(0).text()
    )
    assert "4</b> orders planned" in window.board.dock.figures.text()


def test_a_click_selects_in_list_and_map_and_a_choice_in_the_list_on_the_board(window, view, qtbot, project):
    QTest.mouseClick(view.viewport(), LEFT, NONE, centre(view, METER))
    assert window.state.order_id == METER
    assert window.orders.dock.tree.currentIndex().data(OrderRole.ORDER_ID) == METER
    qtbot.waitUntil(lambda: METER in window.order.dock.title.text(), timeout=10_000)
    window.state.select_order(HYDRANT)
    assert view.order_id == HYDRANT
    layers_by_key(project)["orders"].selectByExpression(f"\"order_id\" = '{LEAK_DETECTION}'")
    qtbot.waitUntil(lambda: view.order_id == LEAK_DETECTION, timeout=5_000)
    assert window.board.dock.tray.list.currentRow() == 0


def test_arrow_keys_go_from_order_to_order(window, view):
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    first = window.state.order_id
    assert first == next(row.blocks[0] for row in view.board.rows if row.blocks).order_id
    seen = {first}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
        seen.add(window.state.order_id)
    assert len(seen) > 1


def free_row(view, order_id):
    """Return the row of an agent who does not make an order."""
    return next(
        n for n in range(len(view.board.rows)) if n not in {r for r, _ in view.board.places[order_id]}
    )


def test_a_drag_to_another_agent_stores_a_new_plan_and_undo_and_redo_follow(window, view, town, qtbot):
    before, count = stops_of(town)
    row = free_row(view, METER)
    _, block = view.board.places[METER][0]
    end = spot(view, row, block.start + timedelta(minutes=90))
    drag(view, centre(view, METER), end, drop=False)
    assert view.preview.verdict in ("fits", "costs")
    assert view.preview.ghosts
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)
    settled(window, qtbot)
    after, now_count = stops_of(town)
    assert now_count == count + 1
    assert after[METER, "work", 0][0] == view.board.rows[row].agent_id != before[METER, "work", 0][0]
    assert view.board.places[METER][0][0] == row
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == (before, count)
    assert view.board.places[METER][0][0] != row
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Z, both)
    settled(window, qtbot)
    assert stops_of(town) == (after, count + 1)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == (before, count)


def test_a_drag_to_where_it_cannot_be_says_why_and_stores_nothing(window, view, town, desktop, qtbot):
    before = stops_of(town)
    row = next(n for n, one in enumerate(view.board.rows) if one.agent_id == "AG2")
    burst = next(block for _, block in view.board.places[BURST])
    # all three agents are on the burst: no second part of it can be given to one of them
    drag(view, centre(view, BURST), spot(view, row, burst.start - timedelta(hours=2)), drop=False)
    assert view.preview.verdict == "breaks"
    reason = view.preview.text
    QTest.mouseRelease(view.viewport(), LEFT, NONE, spot(view, row, burst.start - timedelta(hours=2)))
    settled(window, qtbot)
    assert desktop.messages()[-1] == f"Not moved: {reason}"
    assert view.preview is None
    assert stops_of(town) == before


def over(view, kind, place, data):
    event = kind(place, Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), event)
    return event


def test_an_order_of_the_tray_is_held_over_the_board_and_says_why_it_cannot_come(
    window, view, town, desktop, qtbot
):
    before = stops_of(town)
    tray = window.board.dock.tray.list
    data = tray.mimeData([tray.item(0)])
    assert bytes(data.data(ORDER_MIME)).decode() == LEAK_DETECTION
    place = spot(view, 0, view.board.start + timedelta(hours=11))
    over(view, QDragEnterEvent, place, data)
    assert over(view, QDragMoveEvent, place, data).isAccepted()
    assert view.preview.verdict == "breaks"
    assert "Leak detection" in view.preview.text
    over(view, QDropEvent, QPointF(place), data)
    settled(window, qtbot)
    assert any(text.startswith("Not moved: ") for text in desktop.messages())
    assert stops_of(town) == before


def test_alt_and_arrows_move_an_order_and_escape_gives_up(window, view, town, qtbot):
    before = stops_of(town)
    window.state.select_order(METER)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(view, Qt.Key.Key_Right, alt)
    assert view.target.position == 2
    assert view.preview is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert (view.target, view.preview) == (None, None)
    assert stops_of(town) == before


def test_enter_makes_the_move_of_the_keyboard(window, view, town, qtbot):
    _, count = stops_of(town)
    window.state.select_order(METER)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settled(window, qtbot)
    after, now_count = stops_of(town)
    assert now_count == count + 1
    assert after[METER, "work", 0][1] > after[HYDRANT, "work", 0][1]


def test_unloading_leaves_nothing_behind(plugin, desktop, town, golden, qtbot):
    corners = [desktop.window.corner(c) for c in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)]
    plugin.window.board._clock = lambda: golden.NOW
    plugin.window.actions.actions["board"].trigger()
    assert desktop.window.corner(Qt.Corner.BottomLeftCorner) == Qt.DockWidgetArea.BottomDockWidgetArea
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.board.dock.view.board.plan_id), timeout=30_000)
    state = plugin.window.state
    plugin.unload()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [
        desktop.window.corner(c) for c in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
    ] == corners
    left = [dock.objectName() for dock in desktop.window.findChildren(QDockWidget)]
    assert "RegardBoardDock" not in left
    # nobody listens any more
    assert state.receivers(state.selection_changed) == 0
    assert state.receivers(state.workspace_changed) == 0
    plugin.initGui()


def menu_of(window, order_id):
    """Return the actions of an order's menu by name, opened at a place of the screen."""
    window.board.actions.ask(order_id, QPoint(10, 10))
    menu = window.board.dock.findChildren(OrderMenu)[-1]
    return menu, {action.objectName(): action for action in menu.actions() if action.objectName()}


def test_a_right_click_opens_the_menu_of_the_order_and_selects_it(window, view, qtbot):
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, centre(view, METER), view.viewport().mapToGlobal(centre(view, METER))
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = window.board.dock.findChild(OrderMenu)
    assert menu.isVisible()
    assert window.state.order_id == METER
    menu.close()


def test_an_order_is_pinned_shown_so_and_unpinned(window, view, town, qtbot):
    menu, actions = menu_of(window, METER)
    assert "unpin" not in actions
    actions["pin"].trigger()
    menu.close()
    settled(window, qtbot)
    assert view.board.pinned == {METER}
    row = free_row(view, METER)
    _, block = view.board.places[METER][0]
    drag(view, centre(view, METER), spot(view, row, block.start + timedelta(minutes=90)), drop=False)
    assert view.preview.verdict == "breaks"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    menu, actions = menu_of(window, METER)
    assert "pin" not in actions
    actions["unpin"].trigger()
    menu.close()
    settled(window, qtbot)
    assert view.board.pinned == frozenset()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert view.board.pinned == {METER}


def test_an_order_taken_out_goes_to_the_tray_and_comes_back(window, view, town, qtbot):
    before = stops_of(town)
    menu, actions = menu_of(window, HYDRANT)
    actions["take_out"].trigger()
    menu.close()
    settled(window, qtbot)
    assert HYDRANT not in view.board.places
    assert HYDRANT in [order.order_id for order in view.board.waiting]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == before


def test_two_orders_are_swapped_by_two_clicks(window, view, town, qtbot):
    menu, actions = menu_of(window, METER)
    actions["swap"].trigger()
    menu.close()
    QTest.mouseClick(view.viewport(), LEFT, NONE, centre(view, HYDRANT))
    settled(window, qtbot)
    after, _ = stops_of(town)
    assert after[HYDRANT, "work", 0][1] < after[METER, "work", 0][1]


def test_an_order_is_handed_over_and_taken_back_in_one_step(window, view, town, qtbot):
    before = stops_of(town)
    assert view.board.companies[METER] == (("SUB1", "Terrassements du Nord"),)
    menu, _ = menu_of(window, METER)
    companies = next(action.menu() for action in menu.actions() if action.menu())
    companies.actions()[0].trigger()
    menu.close()
    settled(window, qtbot)
    assert METER not in view.board.places
    tray = next(order for order in view.board.waiting if order.order_id == METER)
    assert [reason.code for reason in tray.reasons] == ["given_away"]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    assert stops_of(town) == before
    workspace = open_workspace(str(town))
    assert workspace.all(SubcontractJob) == []
    workspace.close()


@pytest.mark.parametrize(
    ("order_id", "expected"), [(LEAK_DETECTION, "Leak detection"), (METER, "If somebody else made it")]
)
def test_why_names_every_agent(window, view, qtbot, golden, order_id, expected):
    window.board.actions.do("why", order_id)
    qtbot.waitUntil(lambda: window.board.dock.findChild(WhyDialog) is not None, timeout=30_000)
    dialog = window.board.dock.findChild(WhyDialog)
    text = dialog.text.toPlainText()
    assert expected in text
    assert all(name in text for name in golden.AGENTS.values())
    dialog.close()


def test_the_number_is_copied(window, view):
    window.board.actions.do("copy", METER)
    assert QApplication.clipboard().text() == METER


def test_the_day_before_and_after_are_shown_and_the_plan_comes_back(window, view, golden, qtbot):
    dock = window.board.dock
    assert "3 Jun" in dock.day.text()
    dock.day_after.trigger()
    settled(window, qtbot)
    assert "4 Jun" in dock.day.text()
    assert view.board.places == {}
    assert len(view.board.rows) == len(golden.AGENTS)
    QTest.mouseClick(dock.day, LEFT)
    settled(window, qtbot)
    assert "3 Jun" in dock.day.text()
    assert METER in view.board.places


def test_the_present_moment_moves(window, view, golden, qtbot):
    before = view.now
    window.board._clock = lambda: golden.NOW + timedelta(minutes=2)
    window.board._on_tick()
    assert view.now - before == timedelta(minutes=2)
    assert not window.jobs.busy
    window.board._clock = lambda: golden.NOW + timedelta(minutes=5)
    window.board._on_tick()
    assert window.jobs.busy
    settled(window, qtbot)


def test_an_order_that_came_in_after_the_plan_waits_in_the_tray_and_says_so(window, view, town, qtbot):
    workspace = open_workspace(str(town))
    like = workspace.get(WorkOrder, METER)
    new = replace(like, order_id="VA-2026-AEP-00099", state=OrderState.QUALIFIED, version=0)
    import_records(workspace, [new], name="call", who="test")
    workspace.close()
    window.workspaces.refresh()
    qtbot.waitUntil(lambda: len(view.board.waiting) == 2, timeout=30_000)
    tray = window.board.dock.tray.list
    texts = [tray.item(row).text() for row in range(tray.count())]
    assert sum("came in after the plan was made" in text for text in texts) == 1
    settled(window, qtbot)
