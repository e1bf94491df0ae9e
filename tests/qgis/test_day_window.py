# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent leaves, an order takes longer, a road is closed: proposed, accepted, and taken back."""

from datetime import timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import QDate, QPoint, Qt
from qgis.PyQt.QtGui import QContextMenuEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from regard.core.resources import Absence
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.records import ClosedRoad, PlanStop
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.ui.board.menu import AgentMenu, OrderMenu

METER = "VA-2026-AEP-00002"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(plugin, town, golden, qtbot):
    """Return the window on the golden town, whose desk stands still before the first stop."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    workspace.close()
    plugin.window.board._clock = lambda: golden.NOW
    plugin.window.actions.actions["board"].trigger()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.board.dock.view.board.plan_id), timeout=30_000)
    settled(plugin.window, qtbot)
    return plugin.window


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=120_000)


def stored(town):
    """Return the stops of the plan in force, who is away, what is closed."""
    workspace = open_workspace(str(town))
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    away = [one.agent_id for one in workspace.all(Absence)]
    closed = [(one.first_day, one.last_day, one.reason) for one in workspace.all(ClosedRoad)]
    workspace.close()
    return {(s.order_id, s.task, s.role): (s.agent_id, s.start) for s in stops}, away, closed


def accepted(dock, window, qtbot):
    assert dock.accept.isEnabled(), dock.state.text()
    QTest.mouseClick(dock.accept, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert not dock.undo.isHidden(), dock.state.text()


def taken_back(dock, window, town, before, qtbot):
    QTest.mouseClick(dock.undo, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert stored(town) == before


def test_an_agent_leaves_from_the_row_of_the_board_and_undo_brings_all_back(window, town, qtbot):
    before = stored(town)
    view, dock = window.board.dock.view, window.changing.dock
    number, _ = view.board.places[METER][0]
    agent = view.board.rows[number].agent_id
    place = QPoint(20, round(view.layout_now().top_of(number) + 10))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = window.board.dock.findChild(AgentMenu)
    next(one for one in menu.actions() if one.objectName() == "leaves").trigger()
    menu.close()
    settled(window, qtbot)
    text = dock.page.toPlainText()
    assert METER in text
    assert "Who must be told" in text
    assert stored(town) == before
    accepted(dock, window, qtbot)
    stops, away, _ = stored(town)
    assert away == [agent]
    assert agent not in {who for who, _ in stops.values()}
    taken_back(dock, window, town, before, qtbot)


def test_an_agent_who_stays_away_is_noted_for_the_days_that_are_not_noted_yet(window, town, golden, qtbot):
    view, dock, day = window.board.dock.view, window.changing.dock, timedelta(days=1)
    agent = view.board.rows[view.board.places[METER][0][0]].agent_id
    thursday = Absence("known", agent, golden.DAY + day, golden.DAY + day)
    workspace = open_workspace(str(town))
    import_records(workspace, [thursday], name="people", who="test")
    workspace.close()
    window.board.dock.happened.emit("leaves", agent, "")
    settled(window, qtbot)
    friday = golden.DAY + 2 * day
    dock.form.back.setDate(QDate(friday.year, friday.month, friday.day))
    accepted(dock, window, qtbot)
    workspace = open_workspace(str(town))
    days = sorted((one.first_day, one.last_day) for one in workspace.all(Absence, agent_id=agent))
    workspace.close()
    assert days == [(golden.DAY + n * day, golden.DAY + n * day) for n in range(3)]


def test_an_order_that_takes_longer_moves_those_after_it(window, town, qtbot):
    before = stored(town)
    dock = window.changing.dock
    window.board.actions.do("longer", METER)
    assert dock.form.order.currentData() == METER
    dock.form.minutes.setValue(90)
    QTest.keyClick(dock.form.minutes, Qt.Key.Key_Return, CONTROL)
    settled(window, qtbot)
    assert dock.page.toPlainText()
    assert stored(town) == before
    dock.form.minutes.setValue(60)
    assert not dock.accept.isEnabled()
    assert dock.look.hasFocus()
    QTest.keyClick(dock.look, Qt.Key.Key_Return, CONTROL)
    settled(window, qtbot)
    accepted(dock, window, qtbot)
    taken_back(dock, window, town, before, qtbot)


def test_a_road_is_closed_as_supposed_and_noted_only_when_accepted(window, town, golden, qtbot):
    before = stored(town)
    dock = window.changing.dock
    window.actions.actions["change_day"].trigger()
    dock.form.kind.setCurrentIndex(2)
    QTest.mouseClick(dock.look, Qt.MouseButton.LeftButton)
    assert "Say first" in dock.state.text()
    QTest.mouseClick(dock.form.draw, Qt.MouseButton.LeftButton)
    assert window.changing._iface.mapCanvas().mapTool() is window.changing.tool
    window.changing.tool.drawn.emit(QgsGeometry.fromPointXY(QgsPointXY(687400, 6924152)))
    dock.form.reason.setText("Market")
    QTest.mouseClick(dock.look, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert stored(town) == before
    accepted(dock, window, qtbot)
    assert stored(town)[2] == [(golden.DAY, golden.DAY, "Market")]
    taken_back(dock, window, town, before, qtbot)


def test_the_tour_sheet_of_an_agent_is_asked_for_from_the_menu_of_a_stop(window, monkeypatch):
    # the dialogs of Processing need its plugin, which only QGIS Desktop has loaded
    asked = []
    monkeypatch.setattr(window.algorithms, "_show", lambda *what: asked.append(what))
    view = window.board.dock.view
    agent = view.board.rows[view.board.places[METER][0][0]].agent_id
    window.board.actions.ask(METER, QPoint(10, 10))
    menu = window.board.dock.findChildren(OrderMenu)[-1]
    next(one for one in menu.actions() if one.objectName() == f"sheet {agent}").trigger()
    menu.close()
    assert asked == [
        ("regard:toursheets", {"WORKSPACE": window.state.url, "DAY": QDate(2026, 6, 3), "AGENT": agent})
    ]


def test_a_click_far_from_every_street_says_so(window, town, qtbot):
    before = stored(town)
    dock = window.changing.dock
    window.changing.begin("closed")
    dock.form.show_road(QgsGeometry.fromPointXY(QgsPointXY(680000, 6920000)))
    QTest.mouseClick(dock.look, Qt.MouseButton.LeftButton)
    settled(window, qtbot)
    assert "no street is near" in dock.state.text()
    assert not dock.accept.isEnabled()
    assert stored(town) == before
