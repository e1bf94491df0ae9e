# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions agreed with a team: noted, done, listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import ORDER, Given, Inputs, Results, day_input, now_input, number_result, text_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.informing.actions import TeamAction

ACTION, ZONE, TEXT, OWNER, DUE = "ACTION", "ZONE", "TEXT", "OWNER", "DUE"
COUNT, OPEN_COUNT = "ACTION_COUNT", "OPEN_COUNT"

ACTIONS = OutputLayer(
    name="ACTIONS",
    label=lambda: tr("Actions of the teams"),
    explanation=lambda: tr("A table: what is done by whom until when, and since when it is done."),
    fields=(
        *(("action_id", "text"), ("zone", "text"), ("text", "text"), ("owner", "text"), ("due_on", "text")),
        *(("order_id", "text"), ("done_at", "datetime")),
    ),
)


class _Actions(UseCase):
    """Base of those that hand actions out."""

    section = "life"
    layers = (ACTIONS,)

    def results(self) -> Results:
        """Yield how many there are, and how many are to be done."""
        yield number_result(COUNT, tr("Number of actions"))
        yield number_result(OPEN_COUNT, tr("Actions still to be done"))

    def listed(self, found: Iterable[TeamAction]) -> Outcome:
        """Return the actions, those due first in front and those done at the end."""
        actions = sorted(found, key=lambda one: (one.done_at is not None, one.due_on, one.action_id))
        still_open = sum(one.done_at is None for one in actions)
        return Outcome({ACTIONS: lambda: _rows(actions)}, {COUNT: len(actions), OPEN_COUNT: still_open})


class ListActions(_Actions):
    """Reads a workspace; writes nothing into it."""

    key = "actions"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Actions of the teams"), tr("Lists the actions agreed with the teams, those due first.")

    def inputs(self) -> Inputs:
        """Yield the zone."""
        yield text_input(ZONE, tr("Zone"), tr("Only this zone, by its id. Empty: all."), optional=True)

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """List them."""
        from ....core.resources import Zone
        from ....workorders.informing.actions import TeamAction

        zone = given.text(ZONE)
        if not zone:
            return self.listed(workspace.all(TeamAction))
        return self.listed(workspace.all(TeamAction, zone=workspace.get(Zone, zone).zone_id))


class AddAction(_Actions):
    """Writes the action in one journaled command."""

    key = "addaction"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note an action of a team"), tr(
            "Notes what was agreed with the team of a zone: what, by whom, until when."
        )

    def inputs(self) -> Inputs:
        """Yield the zone and what was agreed."""
        yield text_input(ZONE, tr("Zone"), tr("The id of the zone."))
        yield text_input(TEXT, tr("Action"), tr("What is to be done."))
        yield text_input(OWNER, tr("Done by"), tr("Who does it."))
        yield day_input(DUE, tr("Due on"), tr("Until when."))
        yield text_input(ORDER, tr("Order"), tr("The order that it is about, if any."), optional=True)
        yield now_input(tr("When it was agreed. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.briefing import add_action

        made = add_action(
            workspace,
            given.text(ZONE),
            given.text(TEXT),
            owner=given.text(OWNER),
            due_on=given.some_day(DUE),
            order_id=given.text(ORDER),
            now=given.now,
            who=self.who(),
        )
        return self.listed([made])


class FinishAction(_Actions):
    """Writes the action in one journaled command."""

    key = "actiondone"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Note that an action is done"), tr("Notes that an action of a team is done.")

    def inputs(self) -> Inputs:
        """Yield the action."""
        yield text_input(ACTION, tr("Action"), tr("The number of the action."))
        yield now_input(tr("When it was done. Empty: now."))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Note it."""
        from ....planner.informing.briefing import finish_action

        return self.listed([finish_action(workspace, given.text(ACTION), now=given.now, who=self.who())])


def _rows(actions: Iterable[TeamAction]) -> Rows:
    for one in actions:
        about = (one.action_id, one.zone, one.text, one.owner, one.due_on.isoformat())
        yield None, (*about, one.order_id, one.done_at)
