# SPDX-License-Identifier: GPL-3.0-or-later
"""One agent and one visit: what the agent lacks, and what forbids it even on a day without others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from ..model.problem import Pin, Problem, Role, Shift, Visit, clock
from ..travel import TravelMatrix
from .excerpt import Excerpt
from .reason import Reason
from .seats import Seats, missing_min


def lacks(problem: Problem, number: int, shift: int) -> Iterator[Reason]:
    """Yield what keeps the agent of a shift from a visit, whatever else is planned.

    A visit of several agents is one that the agent may be a member of; what the team holds together is not
    looked at.
    """
    visit, day = problem.visits[number], problem.shifts[shift]
    if day.agent in visit.forbidden:
        yield Reason("forbidden")
    pin = visit.pin or Pin()
    if (pin.agents and day.agent not in pin.agents) or pin.day not in (None, day.day):
        yield Reason("pinned", detail=", ".join(sorted(pin.agents)) or f"{(pin.day or 0) + 1}")
    wanted = min((role.skills | visit.team_skills for role in visit.roles), key=lambda s: len(s - day.skills))
    is_alone = len(visit.roles) == 1
    for skill in sorted((wanted | visit.skills if is_alone else wanted) - day.skills):
        yield Reason("skill_missing", detail=skill)
    for kind in sorted(visit.equipment - day.equipment if is_alone else ()):
        if not day.has_in_store(kind):
            yield Reason("equipment_missing", detail=kind)
    for part in sorted(visit.parts if is_alone and day.store is None else ()):
        if day.stock.get(part, 0) < visit.parts[part]:
            yield Reason("part_missing", detail=part)
    if not problem.reaches(day, visit):
        yield Reason("unreachable")


def with_visit(problem: Problem, number: int, visit: Visit) -> Problem:
    """Return the problem with another visit in the place of one."""
    return replace(problem, visits=(*problem.visits[:number], visit, *problem.visits[number + 1 :]))


def alone(problem: Problem, number: int, shift: int) -> Problem:
    """Return the problem in which the agent of a shift makes a visit alone, in one of its roles.

    Where roles come later than the first, the agent may start whenever one of them may. Nothing has to be on
    board.
    """
    visit = problem.visits[number]
    own = _roles(visit, problem.shifts[shift]) or [*range(len(visit.roles))]
    least_s = min(visit.roles[role].lag_s[0] for role in own)
    most_s = max(visit.roles[role].lag_s[1] for role in own)
    by_himself = replace(
        visit,
        roles=(Role(),),
        duration_s=min(map(visit.duration_of, own)),
        parts={},
        pin=None,
        skills=frozenset(),
        team_skills=frozenset(),
        equipment=frozenset(),
        earliest_s=visit.earliest_s + least_s,
        windows=tuple((from_s + least_s, to_s + most_s) for from_s, to_s in visit.opens),
    )
    return with_visit(problem, number, by_himself)


def empty_day_reason(part: Excerpt) -> Reason | None:
    """Return what forbids a visit to the one agent of an excerpt on an empty day; None: nothing."""
    problem = alone(part.problem, part.number, 0)
    visit, shift = problem.visits[part.number], problem.shifts[0]

    def fits(**values: object) -> bool:
        changed = with_visit(problem, part.number, replace(visit, **values))  # type: ignore[arg-type]
        return Seats(changed, part.routes).find(part.number, 0) is not None

    if visit.earliest_s > shift.end_s + shift.overtime_s:
        return Reason("earliest_start", detail=clock(part.problem.visits[part.number].earliest_s))
    if fits():
        return None
    if not fits(windows=(), earliest_s=0):
        return _too_much(with_visit(problem, part.number, replace(visit, windows=(), earliest_s=0)), part)
    if fits(earliest_s=0):
        return Reason("earliest_start", detail=clock(part.problem.visits[part.number].earliest_s))
    return Reason("window", detail=part.problem.visits[part.number].when)


def _too_much(problem: Problem, part: Excerpt) -> Reason:
    """Return whether the drive or the visit itself is longer than the day leaves, and by how much."""
    minutes = missing_min(problem, part.routes, part.number, 0) or 0
    size = problem.travel.size
    nowhere = TravelMatrix(np.zeros((size, size), np.int32), np.zeros((size, size), np.int32))
    here = replace(problem, travel=nowhere, travel_by={})
    is_drive = Seats(here, part.routes).find(part.number, 0) is not None
    return Reason("too_far" if is_drive else "too_long", minutes=minutes)


def _roles(visit: Visit, shift: Shift) -> list[int]:
    """Return the roles that an agent has the skills for."""
    return [
        number for number, role in enumerate(visit.roles) if role.skills | visit.team_skills <= shift.skills
    ]
