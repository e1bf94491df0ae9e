# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:dayloads``: the work planned on the coming days against the people at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer
from ..inputs import Given, Inputs, day_input, text_input, whole_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

DAY, DAYS, ABSENT = "DAY", "DAYS", "ABSENT"

LOADS = OutputLayer(
    name="LOADS",
    label=lambda: tr("Load of the days"),
    explanation=lambda: tr(
        "A table: the minutes that people have, that the plan takes, that an absence takes."
    ),
    fields=(
        *(("day", "text"), ("capacity_min", "integer"), ("load_min", "integer")),
        ("short_min", "integer"),
    ),
)


class DayLoads(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "dayloads"
    section = "people"
    layers = (LOADS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Load of the coming days"), tr(
            "Holds the work planned on the coming days against the people at work, as if an agent were away "
            "if one is given."
        )

    def inputs(self) -> Inputs:
        """Yield the days and who may be away."""
        yield day_input(DAY, tr("Day"), tr("The first day to look at."))
        yield whole_input(DAYS, tr("Days"), tr("How many days to look at, 1 to 92."), 7, least=1, most=92)
        yield text_input(ABSENT, tr("Absent agent"), tr("As if this agent were away."), optional=True)

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Add them up."""
        from ....planner.life.overview import day_loads

        days, absent = given.whole(DAYS) or 1, given.text(ABSENT)
        found = day_loads(workspace, given.some_day(DAY), days, absent=absent)
        return Outcome(
            {
                LOADS: lambda: (
                    (None, (one.day.isoformat(), one.capacity_min, one.load_min, one.short_min))
                    for one in found
                )
            }
        )
