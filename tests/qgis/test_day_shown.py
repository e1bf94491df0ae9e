# SPDX-License-Identifier: GPL-3.0-or-later
"""One day for the whole window, chosen on the toolbar or the board; list, map and readiness follow."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.import_records import import_records
from regard.planner.records import Plan, PlanStop, PlanTour
from regard.qgis_bridge.project import layers_by_key
from regard.store.workspaces import open_workspace
from regard.workorders.orders import WorkOrder

LEFT = Qt.MouseButton.LeftButton
FIRST, SECOND = date(2026, 6, 3), date(2026, 6, 4)
LATER = timedelta(days=1)


@pytest.fixture
def two_plans(town):
    """Give the town a plan for the day after, older than the one in force: one stop of its meter change."""
    workspace = open_workspace(str(town))
    plan = next(iter(workspace.all(Plan)))
    stop = next(s for s in workspace.all(PlanStop) if s.order_id == "VA-2026-AEP-00002" and s.task == "work")
    tour = next(t for t in workspace.all(PlanTour) if t.agent_id == stop.agent_id)
    other = replace(
        plan,
        plan_id="2026-06-04/1",
        first_day=SECOND,
        created_at=plan.created_at - timedelta(hours=1),
        version=0,
    )
    moved = {"plan_id": other.plan_id, "day": SECOND, "version": 0}
    times = {name: getattr(stop, name) + LATER for name in ("arrive", "start", "end")}
    new_stop = replace(stop, stop_id="next-day", **moved, **times)
    legs = {name: getattr(tour, name) + LATER for name in ("leaves_at", "returns_at")}
    new_tour = replace(tour, tour_id="next-day", **moved, **legs)
    import_records(workspace, [other, new_stop, new_tour], name="plan", who="test")
    workspace.close()
    return stop.order_id


@pytest.fixture
def window(plugin, two_plans, town, qtbot):
    window = plugin.window
    window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(window.state.orders), timeout=20_000)
    window.board.toggle()
    settled(window, qtbot)
    return window


def settled(window, qtbot):
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30_000)


def starts(window, order_id):
    return next(row.starts_at for row in window.state.orders if row.order.order_id == order_id)


def days_on_the_map(window):
    layers = layers_by_key(window.workspaces._project)
    return {
        f["day"].toString(Qt.DateFormat.ISODate)
        for key in ("stops", "tours")
        for f in layers[key].getFeatures()
    }


def test_the_desk_opens_on_the_day_of_the_plan_in_force(window):
    assert window.state.day == window.state.desk_day == FIRST
    assert "3 Jun" in window.head.day.button.text()
    assert window.head.workspace.text() == "town"
    assert days_on_the_map(window) == {"2026-06-03"}


def test_the_arrow_of_the_toolbar_takes_list_map_board_and_readiness_along(window, two_plans, qtbot):
    window.panels.readiness.toggle()
    settled(window, qtbot)
    ready = window.panels.readiness.dock.chips["ready"]
    assert ready.chip("day").text().startswith("Wed 3 Jun")
    QTest.mouseClick(window.head.day.after, LEFT)
    settled(window, qtbot)
    assert window.state.day == SECOND
    assert "4 Jun" in window.head.day.button.text() and window.head.day.button.font().bold()
    assert "4 Jun" in window.board.dock.day.text()
    assert list(window.board.dock.view.board.places) == [two_plans]
    assert days_on_the_map(window) == {"2026-06-04"}
    assert starts(window, two_plans).date() == SECOND
    assert window.orders.dock.days.chip("day").text().startswith("Thu 4 Jun")
    assert ready.chip("day").text().startswith("Thu 4 Jun")
    QTest.mouseClick(window.head.day.before, LEFT)
    settled(window, qtbot)
    assert days_on_the_map(window) == {"2026-06-03"}
    assert starts(window, two_plans).date() == FIRST
    assert not window.head.day.button.font().bold()


def test_the_chip_of_the_day_follows_while_it_is_pressed(window, two_plans, qtbot):
    chip = window.orders.dock.days.chip("day")
    QTest.mouseClick(chip, LEFT)
    of_first = window.orders.dock.count.text()
    QTest.mouseClick(window.head.day.after, LEFT)
    settled(window, qtbot)
    assert chip.isChecked()
    listed = [row for row in window.state.orders if row.is_of(SECOND)]
    assert window.orders.dock.count.text() == f"{len(listed)} of {len(window.state.orders)} orders"
    assert window.orders.dock.count.text() != of_first


def test_the_selector_is_worked_by_keyboard(window, qtbot):
    button, key = window.head.day.button, Qt.Key
    expected = {
        key.Key_Right: SECOND,
        key.Key_PageDown: date(2026, 6, 11),
        key.Key_Left: date(2026, 6, 10),
        key.Key_PageUp: FIRST,
        key.Key_End: FIRST,
    }
    for pressed, day in expected.items():
        QTest.keyClick(button, pressed)
        assert window.state.day == day
    QTest.keyClick(button, key.Key_Right)
    QTest.keyClick(button, key.Key_Home)
    assert window.state.day == FIRST
    settled(window, qtbot)
    assert days_on_the_map(window) == {"2026-06-03"}


def test_keys_of_the_window_step_from_day_to_day(window, qtbot):
    window.actions.actions["day_after"].trigger()
    settled(window, qtbot)
    assert window.state.day == SECOND
    window.actions.actions["desk_day"].trigger()
    settled(window, qtbot)
    assert window.state.day == FIRST


def test_a_day_of_the_calendar_is_shown(window, qtbot):
    calendar = window.head.day.calendar
    assert calendar.selectedDate() == QDate(2026, 6, 3)
    calendar.setSelectedDate(QDate(2026, 6, 4))
    calendar.activated.emit(calendar.selectedDate())
    settled(window, qtbot)
    assert window.state.day == SECOND
    assert window.board.dock.view.board.first_day == SECOND


def test_what_others_write_leaves_the_day_that_is_looked_at(window, qtbot):
    QTest.mouseClick(window.head.day.after, LEFT)
    settled(window, qtbot)
    window.workspaces.refresh()
    settled(window, qtbot)
    assert window.state.day == SECOND
    assert days_on_the_map(window) == {"2026-06-04"}


def test_another_workspace_begins_on_its_own_day(window, built_town, qtbot):
    QTest.mouseClick(window.head.day.after, LEFT)
    window.workspaces.open(str(built_town))
    settled(window, qtbot)
    assert (window.state.day, window.state.day_asked) == (FIRST, None)
    window.state.open_workspace("")
    assert window.head.day.button.text() == "–" and not window.head.day.isEnabled()
    assert window.head.workspace.text() == "No workspace"


def test_the_menu_of_the_workspace_says_what_can_be_opened(window):
    texts = [action.text() for action in window.head.workspace.menu().actions()]
    assert texts == ["Open a workspace…", "Connect to PostGIS…", "Open the demo town", "Refresh"]


def test_orders_without_a_place_are_of_the_day_when_they_are_due(window):
    row = next(row for row in window.state.orders if row.starts_at is None)
    due = row.order.due_at.date()
    assert row.is_of(due) and row.is_of(due + LATER) and not row.is_of(due - LATER)
    expected = replace(row.order, window_start=datetime.combine(due - 2 * LATER, datetime.min.time()))
    assert replace(row, order=expected).is_of(due - 2 * LATER)
    assert isinstance(row.order, WorkOrder)
