# SPDX-License-Identifier: GPL-3.0-or-later
"""A crew sent at once: cut and calls are shown, offers previewed, one accepted and taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.records import OrderPin
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.store.workspaces import open_workspace
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

NEW = "VA-2026-AEP-00099"


@pytest.fixture
def crew(plugin, town, golden, qtbot):
    """Return the feature with an order like the reading of a meter, but urgent and not planned."""
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, golden.NOW.isoformat())
    like = workspace.get(WorkOrder, "VA-2026-AEP-00004")
    new = replace(
        like,
        order_id=NEW,
        state=OrderState.QUALIFIED,
        received_at=golden.NOW,
        due_at=golden.NOW + timedelta(hours=1),
        version=0,
    )
    import_records(workspace, [new], name="call", who="test")
    workspace.close()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 6, timeout=15_000)
    plugin.window.actions.actions["board"].trigger()
    qtbot.waitUntil(lambda: plugin.window.board._read is not None, timeout=30_000)
    return plugin.window.calling.crew


def look(crew, plugin, qtbot, order_id=NEW):
    crew._state.select_order(order_id)
    plugin.window.actions.actions["emergency"].trigger()
    qtbot.waitUntil(lambda: bool(crew.dock.site.toPlainText()), timeout=120_000)


def stored(crew):
    workspace = open_workspace(crew._state.url)
    try:
        messages = workspace.all(OrderMessage, order_id=NEW)
        return current_plan(workspace).plan_id, workspace.get(WorkOrder, NEW).state, messages
    finally:
        workspace.close()


def test_without_an_order_the_next_step_is_said(plugin, desktop, crew):
    plugin.window.actions.actions["emergency"].trigger()
    assert any("Select an order first" in text for text in desktop.messages())
    assert not crew.dock.isVisible()


def test_offers_are_previewed_on_map_and_board_and_nothing_is_stored(crew, plugin, qtbot):
    before = stored(crew)
    look(crew, plugin, qtbot)
    assert 1 <= crew.dock.offers.count() <= 3
    preview = plugin.window.board.dock.view.preview
    assert any(ghost.block.order_id == NEW for ghost in preview.ghosts)
    assert crew._preview.strokes
    if crew.dock.offers.count() > 1:
        QTest.keyClick(crew.dock.offers, Qt.Key.Key_Down)
        assert plugin.window.board.dock.view.preview.target != preview.target
    assert stored(crew) == before


def test_what_gives_way_is_shown_with_its_reason_and_new_day(crew, plugin, qtbot, golden):
    workspace = open_workspace(crew._state.url)
    try:
        gives_way = golden.crowd_out(workspace, NEW)
    finally:
        workspace.close()
    look(crew, plugin, qtbot)
    assert crew.dock.offers.count() == 1
    assert "1 give way" in crew.dock.offers.item(0).text()
    text = crew.dock.details.toPlainText()
    told = text.partition("Order displaced")[0]
    assert gives_way in told
    assert "gave way to an emergency" in told
    assert "Thu 4 Jun" in told
    assert "in time" in told


def test_a_crew_is_sent_its_messages_wait_and_undo_takes_all_back(crew, plugin, qtbot):
    plan, state, _ = stored(crew)
    look(crew, plugin, qtbot)
    QTest.mouseClick(crew.dock.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(crew.dock.result.text()), timeout=60_000)
    after, planned, messages = stored(crew)
    assert after != plan
    assert planned is OrderState.PLANNED
    assert {message.purpose for message in messages} == {"crew"}
    qtbot.waitUntil(lambda: not crew._jobs.busy, timeout=30_000)
    QTest.mouseClick(crew.dock.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored(crew)[1] is state, timeout=30_000)
    assert stored(crew) == (plan, state, [])
    qtbot.waitUntil(lambda: not crew._jobs.busy, timeout=60_000)


def test_an_order_that_is_planned_shows_its_cut_and_says_why_it_cannot_be_inserted(crew, plugin, qtbot):
    look(crew, plugin, qtbot, "VA-2026-AEP-00001")
    text = crew.dock.site.toPlainText()
    assert "Close, in this order" in text
    assert "already planned" in crew.dock.heading.text()
    assert not crew.dock.accept.isEnabled()


def test_what_nobody_has_time_for_has_its_ways_each_with_a_button(crew, plugin, qtbot):
    workspace = open_workspace(crew._state.url)
    try:
        with workspace.command("change", who="test") as transaction:
            transaction.save(replace(workspace.get(WorkOrder, NEW), duration_min=480, window_start=None))
    finally:
        workspace.close()
    look(crew, plugin, qtbot)
    assert "fits nowhere" in crew.dock.heading.text()
    ways = crew._found.ways
    assert {"split", "other_day"} & {way.kind for way in ways}
    assert crew.dock.offers.count() == len(ways)
    for row, way in enumerate(ways):
        title, shown = crew.dock.offers.item(row).text(), crew.dock.details.toPlainText()
        assert all(
            crew._found.names[agent] in title and crew._found.names[agent] in shown for agent in way.agents
        )
        assert ("▲" in title) == ("after its deadline" in shown) == way.breaks_deadline
        assert crew.dock.accept.isEnabled() == (way.kind in {"split", "other_day", "subcontractor"})
        QTest.keyClick(crew.dock.offers, Qt.Key.Key_Down)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_way_is_taken_where_nobody_has_time_and_taken_back(crew, plugin, qtbot, by):
    workspace = open_workspace(crew._state.url)
    try:
        with workspace.command("change", who="test") as transaction:
            transaction.save(replace(workspace.get(WorkOrder, NEW), duration_min=480, window_start=None))
        before = kept(workspace)
    finally:
        workspace.close()
    look(crew, plugin, qtbot)
    row = next(row for row, way in enumerate(crew._found.ways) if way.kind == "other_day")
    for _ in range(row):
        QTest.keyClick(crew.dock.offers, Qt.Key.Key_Down)
    assert crew.dock.accept.text() == "Make it on that day (Ctrl+Enter)"
    if by == "mouse":
        QTest.mouseClick(crew.dock.accept, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(crew.dock.offers, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(crew.dock.result.text()), timeout=60_000)
    assert "another day" in crew.dock.result.text()
    qtbot.waitUntil(lambda: not crew._jobs.busy, timeout=60_000)
    assert read(crew, kept) != before
    QTest.mouseClick(crew.dock.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: read(crew, kept) == before, timeout=60_000)
    qtbot.waitUntil(lambda: not crew._jobs.busy, timeout=60_000)


def kept(workspace):
    """Return for which day an order is kept, and its state."""
    return workspace.all(OrderPin, order_id=NEW), workspace.get(WorkOrder, NEW).state


def read(crew, question):
    workspace = open_workspace(crew._state.url)
    try:
        return question(workspace)
    finally:
        workspace.close()
