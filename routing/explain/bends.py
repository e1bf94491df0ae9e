# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a problem, bent: each function returns the change that makes another problem of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ...core.ids import AgentId
from ..model.problem import Pin, Problem, Role, Shift, Visit

Change = Callable[[Problem], Problem]
_DAY_S = 86_400


def unchanged(problem: Problem) -> Problem:
    """Return the problem itself."""
    return problem


def both(first: Change, second: Change) -> Change:
    """Return the change that makes two changes."""
    return lambda problem: second(first(problem))


def longer_day(agent: AgentId, day: int, minutes: int) -> Change:
    """Let an agent work longer on one day."""
    return _of_shift(agent, day, lambda shift: replace(shift, overtime_s=shift.overtime_s + 60 * minutes))


def lent(agent: AgentId, day: int, equipment: frozenset[str]) -> Change:
    """Put equipment on board an agent's vehicle on one day."""
    return _of_shift(agent, day, lambda shift: replace(shift, equipment=shift.equipment | equipment))


def wider_window(visit_id: str, which: int, *, earlier_min: int = 0, later_min: int = 0) -> Change:
    """Let a visit start earlier or later than one of its windows says."""

    def widened(visit: Visit) -> Visit:
        from_s, to_s = visit.windows[which]
        wide = (from_s - 60 * earlier_min, to_s + 60 * later_min)
        return replace(visit, windows=(*visit.windows[:which], wide, *visit.windows[which + 1 :]))

    return _of_visit(visit_id, widened)


def other_day(visit_id: str, days: int) -> Change:
    """Move the windows of a visit by so many days."""

    def moved(visit: Visit) -> Visit:
        by_s = days * _DAY_S
        return replace(visit, windows=tuple((from_s + by_s, to_s + by_s) for from_s, to_s in visit.windows))

    return _of_visit(visit_id, moved)


def unpinned(visit_id: str, agent: AgentId, day: int) -> Change:
    """Let an agent make a visit that is kept for others or for another day."""

    def opened(visit: Visit) -> Visit:
        pin = visit.pin or Pin()
        agents = pin.agents | {agent} if pin.agents else pin.agents
        return replace(visit, pin=replace(pin, agents=agents, day=None if pin.day is None else day))

    return _of_visit(visit_id, opened)


def freed(visit_id: str) -> Change:
    """Let anybody make a visit on any day."""
    return _of_visit(visit_id, lambda visit: replace(visit, pin=None, forbidden=frozenset()))


def untimed(visit_id: str) -> Change:
    """Let a visit start at another time than it is kept for."""
    return _of_visit(visit_id, lambda visit: replace(visit, pin=replace(visit.pin or Pin(), start_s=None)))


def allowed(visit_id: str, agent: AgentId) -> Change:
    """Let an agent make a visit who must not."""
    return _of_visit(visit_id, lambda visit: replace(visit, forbidden=visit.forbidden - {agent}))


def unskilled(visit_id: str, skills: frozenset[str]) -> Change:
    """Do without some skills."""

    def lowered(visit: Visit) -> Visit:
        return replace(
            visit,
            skills=visit.skills - skills,
            team_skills=visit.team_skills - skills,
            roles=tuple(replace(role, skills=role.skills - skills) for role in visit.roles),
        )

    return _of_visit(visit_id, lowered)


def unequipped(visit_id: str, equipment: frozenset[str]) -> Change:
    """Do without some equipment."""
    return _of_visit(visit_id, lambda visit: replace(visit, equipment=visit.equipment - equipment))


def accompanied(visit_id: str) -> Change:
    """Send one agent more: what has to be held or on board once may be the partner's."""
    return _of_visit(visit_id, lambda visit: replace(visit, roles=(*visit.roles, Role())))


def smaller_crew(visit_id: str) -> Change:
    """Send one agent less: the last one of whom no skill is asked, else the last one."""

    def split(visit: Visit) -> Visit:
        ranks = range(len(visit.roles) - 1, 0, -1)
        out = next((rank for rank in ranks if not visit.roles[rank].skills), len(visit.roles) - 1)
        return replace(visit, roles=(*visit.roles[:out], *visit.roles[out + 1 :]))

    return _of_visit(visit_id, split)


def later_due(visit_id: str, minutes: int) -> Change:
    """Put the due date of a visit off."""

    def put_off(visit: Visit) -> Visit:
        return replace(visit, due_s=None if visit.due_s is None else visit.due_s + 60 * minutes)

    return _of_visit(visit_id, put_off)


def moved_shift(shift: Shift, day: int) -> Shift:
    """Return the same working day at another date."""
    by_s = (day - shift.day) * _DAY_S
    return replace(
        shift,
        day=day,
        opening=(),
        start_s=shift.start_s + by_s,
        end_s=shift.end_s + by_s,
        breaks=tuple(
            replace(pause, from_s=pause.from_s + by_s, to_s=pause.to_s + by_s) for pause in shift.breaks
        ),
    )


def _of_shift(agent: AgentId, day: int, bend: Callable[[Shift], Shift]) -> Change:
    return lambda problem: replace(
        problem,
        shifts=tuple(
            bend(shift) if (shift.agent, shift.day) == (agent, day) else shift for shift in problem.shifts
        ),
    )


def _of_visit(visit_id: str, bend: Callable[[Visit], Visit]) -> Change:
    return lambda problem: replace(
        problem,
        visits=tuple(bend(visit) if visit.visit_id == visit_id else visit for visit in problem.visits),
    )
