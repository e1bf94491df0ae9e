# SPDX-License-Identifier: GPL-3.0-or-later
"""The times of given routes, in plain Python: every visit starts as soon as its whole team can.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model.problem import Problem
from ..model.routes import Route
from .meetings import Meetings, first_start_s
from .working_day import PauseTimes, StopTimes, TourTimes, Violation, WorkingDay

__all__ = ["PauseTimes", "StopTimes", "TourTimes", "Violation", "first_start_s", "tour_times"]


def tour_times(
    problem: Problem, routes: Sequence[Route], order: Sequence[int] = ()
) -> tuple[tuple[TourTimes, ...], tuple[Violation, ...]]:
    """Return the times of each route, and the time rules that they break.

    A visit that comes too late for its windows starts when its team is there. Visits that wait for each
    other in a circle, and all that follows them, get no times. Of two visits that may not overlap, the one
    that ``order`` names first goes first, without it the one that can start earlier.
    """
    days = [WorkingDay(problem, number, route) for number, route in enumerate(routes)]
    meetings = Meetings(problem, days, order)
    while (group := meetings.next()) is not None:
        meetings.hold(group)
    for day in days:
        if not day.legs:
            day.go_home()
    late = [violation for day in days for violation in day.violations]
    return tuple(day.tour() for day in days), (*meetings.violations, *late)
