# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:lookahead``: the skills that nobody at work will hold on days that need them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...labels import lack_text, means_text
from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, day_input, flag_input, now_input, number_result, text_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.life.coverage import CoverageGap

DAY, ZONE, ALERT = "DAY", "ZONE", "ALERT"

GAPS = OutputLayer(
    name="GAPS",
    label=lambda: tr("Skills that will lack"),
    explanation=lambda: tr("A table, the soonest first: the skill, the days, the orders that need it."),
    fields=(
        *(("skill", "text"), ("name", "text"), ("first_day", "text"), ("last_day", "text")),
        *(("lead_days", "integer"), ("orders", "text"), ("text", "text")),
    ),
)


class LookAhead(UseCase):
    """Writes alerts in one journaled command where they are asked for, nothing otherwise."""

    COUNT, ALERTS = "GAP_COUNT", "ALERT_COUNT"

    key = "lookahead"
    section = "people"
    layers = (GAPS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Skills that will lack"), tr(
            "Finds the skills that nobody at work will hold on days on which orders need them, and drafts "
            "alerts to those who answer for people if asked."
        )

    def inputs(self) -> Inputs:
        """Yield the day, the zone, and whether to raise alerts."""
        yield day_input(DAY, tr("Day"), tr("The day to look from."))
        yield text_input(ZONE, tr("Zone"), tr("Only this zone, by its id. Empty: all."), optional=True)
        yield flag_input(ALERT, tr("Raise alerts"), tr("Drafts an alert for each order that is hit."))
        yield now_input(tr("When the alerts are raised. Empty: now."))

    def results(self) -> Results:
        """Yield how many skills lack, and how many alerts were raised."""
        yield number_result(self.COUNT, tr("Number of skills that lack"))
        yield number_result(self.ALERTS, tr("Number of alerts"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Look."""
        from ....core.resources import Zone
        from ....planner.life.alerts import alert_gaps
        from ....planner.life.overview import skills_ahead

        zone = given.text(ZONE)
        if zone:
            # an unknown one would look as quiet as one that lacks nothing
            workspace.get(Zone, zone)
        gaps = skills_ahead(workspace, given.some_day(DAY), zone=zone)
        raised = 0
        if given.flag(ALERT):
            raised = len(alert_gaps(workspace, gaps, now=given.now, who=self.who(), say=lack_text))
        return Outcome({GAPS: lambda: _rows(gaps)}, {self.COUNT: len(gaps), self.ALERTS: raised})


def _rows(gaps: Iterable[CoverageGap]) -> Rows:
    from ....planner.life.alerts import gap_message

    for one in gaps:
        days = (one.first_day.isoformat(), one.last_day.isoformat(), one.lead_days)
        yield (
            None,
            (
                *(one.skill, means_text(one.skill)),
                *(*days, ", ".join(one.jobs), lack_text(gap_message(one))),
            ),
        )
