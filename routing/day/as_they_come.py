# SPDX-License-Identifier: GPL-3.0-or-later
"""What would be driven if nobody planned: every visit to the first who may make it, one after the other."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from ..model.problem import Problem
from ..model.shift import Shift
from ..model.visit import Visit


def as_they_come_m(problem: Problem, made: Collection[str]) -> int:
    """Return the metres driven when the visits ``made`` (ids) are handed out in the order of their ids.

    Each seat goes to the first shift that holds the skills on a day on which the visit may start. Clock times
    and stocks are not looked at: it is what a plan's distance is held against, no plan. O(visits x shifts).
    """
    tours: list[list[int]] = [[] for _ in problem.shifts]
    wanted = sorted((one for one in problem.visits if one.visit_id in made), key=lambda one: one.visit_id)
    for visit in wanted:
        for number in _first_team(problem, visit):
            tours[number].append(visit.place)
    return sum(
        _metres(problem, shift, places) for shift, places in zip(problem.shifts, tours, strict=True) if places
    )


def _first_team(problem: Problem, visit: Visit) -> tuple[int, ...]:
    """Return the shifts that take the seats of a visit; none where nobody may."""
    team: list[int] = []
    missing = visit.skills
    for seat, role in enumerate(visit.roles, start=1):
        needed = role.skills | visit.team_skills | (missing if seat == len(visit.roles) else frozenset())
        able = (
            number
            for number, shift in enumerate(problem.shifts)
            if number not in team and needed <= shift.skills and _may(problem, shift, visit)
        )
        number = next(able, None)
        if number is None:
            return ()
        team.append(number)
        missing -= problem.shifts[number].skills
    return tuple(team)


def _may(problem: Problem, shift: Shift, visit: Visit) -> bool:
    if shift.agent in visit.forbidden or not problem.reaches(shift, visit):
        return False
    opens = any(first <= shift.end_s and last >= shift.start_s for first, last in visit.windows)
    return (opens or not visit.windows) and (visit.earliest_s or 0) <= shift.end_s


def _metres(problem: Problem, shift: Shift, places: list[int]) -> int:
    metres = problem.travel_of(shift).metres
    return sum(
        int(metres[here, there]) for here, there in pairwise([shift.start_place, *places, shift.end_place])
    )
