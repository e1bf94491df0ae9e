# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a visit is not planned: exact, agent by agent and day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..core.messages import Message
from .insertion import Fit, best_insertion, best_team_insertion
from .problem import Pin, Problem, Role, Shift, Solution, Visit, clock

# from what is nearest to a plan to what is farthest; ``headline`` takes the first
_NEAREST_FIRST = (
    *("fits", "not_worth", "no_time", "crew_together", "crew", "window", "earliest_start"),
    *("equipment_missing", "skill_missing", "pinned", "forbidden", "unreachable", "absent"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One obstacle for one agent on one day (first day: 0), or for the team when ``agent`` is empty.

    ``detail`` names the skill or equipment, the moment, or ``k/n`` agents; ``minutes`` is what is missing
    (``no_time``) or what inserting costs (``fits``, ``not_worth``).
    """

    code: str
    agent: str = ""
    day: int | None = None
    detail: str = ""
    minutes: int = 0

    @property
    def message(self) -> Message:
        """Return the sentence of the obstacle, without agent and day."""
        return Message(f"reason.{self.code}", {"detail": self.detail, "minutes": self.minutes})


def explain(problem: Problem, solution: Solution, visit_id: str) -> tuple[Reason, ...]:
    """Return every obstacle to a visit that the plan leaves out.

    For each agent and day: what the agent lacks; else what the day forbids, were it empty; else what the
    plan of that day leaves (every position is tried, the breaks moved where they have to). For a visit of
    several agents, the same for each one alone, and then what keeps them from coming together. ``fits``
    says that there is no obstacle: it can be inserted as the plan stands, in the plan's order.
    """
    number = problem.index_of(visit_id)
    reasons = [
        reason
        for agent, day, index in _calendar(problem)
        for reason in _agent_reasons(problem, solution, number, agent, day, index)
    ]
    if len(problem.visits[number].roles) > 1:
        reasons = _crew_reasons(problem, solution, number, reasons)
    return tuple(reasons)


def headline(reasons: Sequence[Reason]) -> Reason:
    """Return the obstacle that is nearest to be overcome."""
    return min(reasons, key=lambda reason: (_NEAREST_FIRST.index(reason.code), reason.minutes))


def _calendar(problem: Problem) -> Iterator[tuple[str, int, int | None]]:
    """Yield every agent and day with the index of the shift, None where the agent does not work."""
    shifts = {(shift.agent, shift.day): number for number, shift in enumerate(problem.shifts)}
    days = sorted({day for _, day in shifts})
    for agent in dict.fromkeys(shift.agent for shift in problem.shifts):
        for day in days:
            yield agent, day, shifts.get((agent, day))


def _agent_reasons(
    problem: Problem, solution: Solution, number: int, agent: str, day: int, index: int | None
) -> list[Reason]:
    if index is None:
        return [Reason("absent", agent, day)]
    visit, shift = problem.visits[number], problem.shifts[index]
    lacking = [Reason(code, agent, day, detail) for code, detail in _lacks(problem, visit, shift)]
    if lacking:
        return lacking
    alone = _alone(problem, number)
    empty = [()] * len(problem.shifts)
    day_reason = _empty_day_reason(alone, number, index, empty)
    if day_reason:
        return [replace(day_reason, agent=agent, day=day)]
    fit = best_insertion(alone, solution.routes, number, index)
    return [replace(_fit_reason(fit, visit.value_min * problem.weights.unplanned), agent=agent, day=day)]


def _fit_reason(fit: Fit, value_min: float) -> Reason:
    if fit.excess_s > 0:
        return Reason("no_time", minutes=-(-fit.excess_s // 60))
    code = "fits" if fit.cost_min < value_min else "not_worth"
    return Reason(code, minutes=round(fit.cost_min))


def _lacks(problem: Problem, visit: Visit, shift: Shift) -> Iterator[tuple[str, str]]:
    """Yield what keeps an agent from the visit on any day like this one."""
    if shift.agent in visit.forbidden:
        yield "forbidden", ""
    pin = visit.pin or Pin()
    if (pin.agents and shift.agent not in pin.agents) or pin.day not in (None, shift.day):
        yield "pinned", ", ".join(sorted(pin.agents)) or f"{(pin.day or 0) + 1}"
    wanted = min(
        (role.skills | visit.team_skills for role in visit.roles), key=lambda s: len(s - shift.skills)
    )
    is_alone = len(visit.roles) == 1
    for skill in sorted((wanted | visit.skills if is_alone else wanted) - shift.skills):
        yield "skill_missing", skill
    for kind in sorted(visit.equipment - shift.equipment if is_alone else ()):
        yield "equipment_missing", kind
    if {visit.place, shift.start_place, shift.end_place} & set(problem.travel.unreachable):
        yield "unreachable", ""


def _alone(problem: Problem, number: int) -> Problem:
    """Return the problem in which one agent makes the visit, whatever it needs."""
    visit = replace(
        problem.visits[number],
        roles=(Role(),),
        skills=frozenset(),
        team_skills=frozenset(),
        equipment=frozenset(),
    )
    return _with_visit(problem, number, visit)


def _with_visit(problem: Problem, number: int, visit: Visit) -> Problem:
    return replace(problem, visits=(*problem.visits[:number], visit, *problem.visits[number + 1 :]))


def _empty_day_reason(problem: Problem, number: int, index: int, empty: Sequence[tuple[()]]) -> Reason | None:
    """Return the date that forbids the visit even on a day without others."""
    visit = problem.visits[number]

    def fits(relaxed: Visit) -> bool:
        return best_insertion(_with_visit(problem, number, relaxed), empty, number, index).excess_s <= 0

    is_after_the_day = visit.earliest_s > problem.shifts[index].end_s + problem.shifts[index].overtime_s
    if not is_after_the_day and (fits(visit) or not fits(replace(visit, windows=(), earliest_s=0))):
        return None
    if is_after_the_day or fits(replace(visit, earliest_s=0)):
        return Reason("earliest_start", detail=clock(visit.earliest_s))
    return Reason("window", detail=_windows(visit))


def _windows(visit: Visit) -> str:
    return ", ".join(f"{clock(from_s)}-{clock(to_s)}" for from_s, to_s in visit.windows)


def _crew_reasons(problem: Problem, solution: Solution, number: int, alone: Sequence[Reason]) -> list[Reason]:
    """Return the obstacles of each agent and those of the team; who could come alone is no obstacle."""
    visit = problem.visits[number]
    cost_min = best_team_insertion(problem, solution.routes, number)
    if cost_min is not None:
        return [_fit_reason(Fit(0, cost_min), visit.value_min * problem.weights.unplanned)]
    free = [reason for reason in alone if reason.code in ("fits", "not_worth")]
    obstacles = [reason for reason in alone if reason.code not in ("fits", "not_worth")]
    for day in sorted({shift.day for shift in problem.shifts}):
        count = sum(reason.day == day for reason in free)
        able = [
            shift for shift in problem.shifts if shift.day == day and not [*_lacks(problem, visit, shift)]
        ]
        for code, names, held in (
            ("skill_missing", visit.skills, [shift.skills for shift in able]),
            ("equipment_missing", visit.equipment, [shift.equipment for shift in able]),
        ):
            obstacles += [Reason(code, day=day, detail=name) for name in sorted(names.difference(*held))]
        code = "crew" if count < len(visit.roles) else "crew_together"
        obstacles.append(Reason(code, day=day, detail=f"{count}/{len(visit.roles)}"))
    return obstacles
