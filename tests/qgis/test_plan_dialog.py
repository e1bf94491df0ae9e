# SPDX-License-Identifier: GPL-3.0-or-later
"""Days planned in the dialog: choices, the search as it goes, before and after, what is accepted."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanStop
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def planning(plugin, town, golden, qtbot):
    """Return the feature with the golden town open early on its day, and the dialog shown."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    plugin.window.actions.actions["plan"].trigger()
    qtbot.waitUntil(lambda: bool(plugin.window.planning.dialog.agents.ticked()), timeout=60_000)
    settled(plugin, qtbot)
    dialog = plugin.window.planning.dialog
    dialog.seconds.setValue(2)
    return plugin.window.planning


def settled(plugin, qtbot):
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=180_000)


def click(button):
    QTest.mouseClick(button, LEFT)


def search(planning, plugin, qtbot):
    click(planning.dialog.start)
    settled(plugin, qtbot)
    assert planning._found is not None, planning.dialog.hint.text()


def make_uneven(planning):
    """Choose another preset and make uneven loads four times as dear, so that orders move."""
    slider = planning.dialog.weights.sliders["imbalance"]
    slider.setFocus()
    for _ in range(2):
        QTest.keyClick(slider, Qt.Key.Key_Right)


def stored(planning):
    workspace = open_workspace(planning._state.url)
    try:
        plan = current_plan(workspace)
        stops = workspace.all(PlanStop, plan_id=plan.plan_id)
        return plan.plan_id, plan.objective, {(s.order_id, s.task): (s.agent_id, s.start) for s in stops}
    finally:
        workspace.close()


def test_the_dialog_offers_the_day_people_by_zone_and_the_presets_of_the_rules(planning, golden):
    dialog = planning.dialog
    assert dialog.isVisible() and not dialog.isModal()
    choices = dialog.choices()
    assert (choices.day, choices.days, choices.agents, choices.objective) == (golden.DAY, 1, (), "balanced")
    assert dialog.agents.topLevelItem(0).text(0) == "Nord"
    assert list(dialog.weights.buttons) == ["minimum_travel", "balanced", "on_time"]
    make_uneven(planning)
    assert dialog.choices().objective == "balanced imbalance=4"
    click(dialog.weights.buttons["minimum_travel"])
    assert dialog.choices().objective == "minimum_travel"
    assert not dialog.weights.sliders["imbalance"].isEnabled()


def test_a_zone_unticks_its_people_and_nobody_cannot_be_planned(planning):
    dialog = planning.dialog
    dialog.agents.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.agents.ticked() == ()
    assert not dialog.start.isEnabled()
    click(dialog.all_agents)
    assert dialog.start.isEnabled()
    dialog.agents.topLevelItem(0).child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert len(dialog.choices().agents) == 2


def test_stop_keeps_the_best_plan_so_far_and_shows_it_against_the_one_before(planning, plugin, qtbot):
    before = stored(planning)
    dialog = planning.dialog
    dialog.seconds.setValue(120)
    click(dialog.start)
    qtbot.waitUntil(lambda: dialog.stop.isEnabled(), timeout=120_000)
    assert "Stops planned" in dialog.so_far.text()
    assert not dialog.start.isEnabled()
    click(dialog.stop)
    settled(plugin, qtbot)
    assert planning._found.draft.after.solution.seconds < 100
    text = dialog.result.figures.toPlainText()
    assert all(name in text for name in ("Kilometres", "Spread of the loads", "Mean load in Nord"))
    assert not any(agent in text for agent in ("Karim", "Hélène"))
    assert stored(planning) == before


def test_cancel_changes_nothing_and_the_dialog_can_plan_again(planning, plugin, qtbot):
    before = stored(planning)
    dialog = planning.dialog
    dialog.seconds.setValue(120)
    click(dialog.start)
    qtbot.waitUntil(lambda: dialog.stop.isEnabled(), timeout=120_000)
    click(dialog.cancel)
    settled(plugin, qtbot)
    assert "nothing was changed" in dialog.hint.text()
    assert dialog.start.isEnabled()
    assert stored(planning) == before


def test_a_plan_is_accepted_shown_on_the_board_and_undone(planning, plugin, golden, qtbot):
    plugin.window.board._clock = lambda: golden.NOW
    before = stored(planning)
    make_uneven(planning)
    search(planning, plugin, qtbot)
    result = planning.dialog.result
    assert result.changes.topLevelItemCount() > 0
    click(result.accept_all)
    qtbot.waitUntil(lambda: "is in force" in result.state.text(), timeout=60_000)
    settled(plugin, qtbot)
    after = stored(planning)
    assert after[:2] == ("2026-06-03/2", "balanced imbalance=4")
    assert after[2] != before[2]
    assert plugin.window.board.dock.view.board.plan_id == after[0]
    click(result.undo)
    qtbot.waitUntil(lambda: "Undone" in result.state.text(), timeout=60_000)
    settled(plugin, qtbot)
    assert stored(planning) == before
    assert plugin.window.board.dock.view.board.plan_id == before[0]


def test_ticked_orders_are_checked_and_taken_or_it_is_said_why_not(planning, plugin, qtbot):
    before = stored(planning)
    make_uneven(planning)
    search(planning, plugin, qtbot)
    draft, result = planning._found.draft, planning.dialog.result
    changes = result.changes
    assert changes.topLevelItemCount() > 1
    outcomes = set()
    for row in range(changes.topLevelItemCount()):
        name = changes.topLevelItem(row).text(0)
        changes.tick([name])
        qtbot.waitUntil(lambda: "<b>✖" in result.state.text() or "✔" in result.state.text(), timeout=30_000)
        settled(plugin, qtbot)
        outcomes.add(result.accept_part.isEnabled())
        assert result.accept_part.isEnabled() == ("✔" in result.state.text())
        if result.accept_part.isEnabled():
            break
        assert stored(planning) == before
    if True in outcomes:
        click(result.accept_part)
        qtbot.waitUntil(lambda: "is in force" in result.state.text(), timeout=60_000)
        settled(plugin, qtbot)
        after = {change.order_id: change.after for change in draft.changes}[name]
        assert (after is None) == ((name, "work") not in stored(planning)[2])


def test_rejected_nothing_is_stored_and_escape_closes(planning, plugin, qtbot):
    before = stored(planning)
    search(planning, plugin, qtbot)
    click(planning.dialog.result.reject)
    assert "Rejected" in planning.dialog.hint.text()
    assert stored(planning) == before
    QTest.keyClick(planning.dialog, Qt.Key.Key_Escape)
    assert not planning.dialog.isVisible()


def test_a_day_without_agents_is_said_in_the_dialog(planning, plugin, qtbot):
    planning.dialog.day.setDate(planning.dialog.day.date().addYears(-1))
    click(planning.dialog.start)
    settled(plugin, qtbot)
    assert planning.dialog.pages.currentIndex() == 0
    assert "2025" in planning.dialog.hint.text()
