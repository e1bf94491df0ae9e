# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a plan by reading the rules again, in plain Python: times, cost, and every rule that it breaks.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model.links import Link, LinkKind
from ..model.problem import Cost, Pause, Problem, Solution, Stop
from ..model.routes import Route
from ..model.shift import Shift
from ..model.visit import Visit
from .loads import wrong_loads
from .timeline import StopTimes, TourTimes, Violation, tour_times


@dataclass(frozen=True, slots=True)
class Checked:
    """The times of every tour (in the order of the shifts), the cost, and what is broken."""

    tours: tuple[TourTimes, ...]
    cost: Cost
    total: float
    violations: tuple[Violation, ...]


def check(problem: Problem, solution: Solution) -> Checked:
    """Return the times and the cost of a plan, recomputed from its routes, and every rule that it breaks."""
    checked = check_routes(problem, solution.routes, order=solution.order)
    return replace(checked, violations=(*checked.violations, *_wrong_lists(problem, solution)))


def check_routes(problem: Problem, routes: Sequence[Route], *, order: Sequence[int] = ()) -> Checked:
    """Do the same for routes alone, one for each shift; ``order`` is that of ``Solution``.

    What breaks a rule still gets its times, so that a plan made by hand can be shown.
    """
    teams = _teams(routes)
    tours, late = tour_times(problem, routes, order)
    cost = _cost(problem, teams, tours)
    violations = (
        *late,
        *_wrong_breaks(problem, routes),
        *_wrong_openings(problem, routes),
        *wrong_loads(problem, routes),
        *_wrong_teams(problem, teams),
        *_wrong_links(problem, teams),
    )
    return Checked(tours, cost, cost.total(problem.weights), violations)


def _teams(routes: Sequence[Route]) -> dict[int, list[tuple[int, int]]]:
    """Return the (shift, role) of everyone who makes a visit."""
    teams: dict[int, list[tuple[int, int]]] = {}
    for number, route in enumerate(routes):
        for step in route:
            if isinstance(step, Stop):
                teams.setdefault(step.visit, []).append((number, step.role))
    return teams


def _cost(problem: Problem, teams: dict[int, list[tuple[int, int]]], tours: Sequence[TourTimes]) -> Cost:
    visits, shifts = problem.visits, problem.shifts
    by_id = {visit.visit_id: visit for visit in visits}
    late_s = [lateness_of(by_id[stop.visit_id], stop) for tour in tours for stop in tour.stops]
    left_out = [visit for number, visit in enumerate(visits) if number not in teams]
    given_away = [visit for visit in left_out if problem.is_subcontracted(visit)]
    strangers = sum(
        bool(visits[number].preferred) and shifts[shift].agent not in visits[number].preferred
        for number, team in teams.items()
        for shift, _ in team
    )
    return Cost(
        unplanned=sum(visit.left_out_min for visit in left_out if not problem.is_subcontracted(visit)),
        lateness=sum(late * factor for late, factor in late_s) / 60,
        travel=sum(tour.travel_s for tour in tours) / 60,
        overtime=sum(tour.overtime_s for tour in tours) / 60,
        waiting=sum(tour.waiting_s for tour in tours) / 60,
        imbalance=_imbalance_s(problem, tours) / 60,
        preference=strangers,
        moves=sum(
            bool(visits[number].published)
            and (shifts[shift].agent, shifts[shift].day) not in visits[number].published
            for number, team in teams.items()
            for shift, _ in team
        ),
        subcontracting=sum(visit.subcontract_min or 0 for visit in given_away),
        largest_lateness=max((late for late, factor in late_s if factor), default=0) / 60,
    )


def lateness_of(visit: Visit, stop: StopTimes) -> tuple[int, int]:
    """Return how late a stop is, and the factor; those who start with the first role count with it."""
    with_the_first = 0 < stop.role < len(visit.roles) and visit.roles[stop.role].lag_s == (0, 0)
    if visit.due_s is None or with_the_first:
        return 0, 0
    return max(0, stop.start_s - visit.due_s), visit.lateness_factor


def _imbalance_s(problem: Problem, tours: Sequence[TourTimes]) -> int:
    """Return the work above an even share, by length of shift, of all work that some shift can do (s)."""
    work_s = sum(visit.work_s for visit in problem.visits if not visit.hopeless)
    all_s = sum(shift.capacity_s for shift in problem.shifts)
    shares_s = [work_s * shift.capacity_s // all_s if all_s > 0 else 0 for shift in problem.shifts]
    return sum(max(0, tour.work_s - share_s) for tour, share_s in zip(tours, shares_s, strict=True))


def _wrong_breaks(problem: Problem, routes: Sequence[Route]) -> Iterator[Violation]:
    for number, (shift, route) in enumerate(zip(problem.shifts, routes, strict=True)):
        taken = [step.number for step in route if isinstance(step, Pause)]
        if taken != list(range(len(shift.breaks)))[: len(taken)]:
            yield Violation("break_order", number, detail=str(taken))


def _wrong_openings(problem: Problem, routes: Sequence[Route]) -> Iterator[Violation]:
    """Yield the tours that do not begin as they must."""
    for number, (shift, route) in enumerate(zip(problem.shifts, routes, strict=True)):
        made = [problem.visits[step.visit].visit_id for step in route if isinstance(step, Stop)]
        if made[: len(shift.opening)] != list(shift.opening):
            yield Violation("opening", number, detail=", ".join(shift.opening))


def _wrong_teams(problem: Problem, teams: dict[int, list[tuple[int, int]]]) -> Iterator[Violation]:
    for number, team in teams.items():
        visit = problem.visits[number]
        shifts = [problem.shifts[shift] for shift, _ in team]
        if sorted(role for _, role in team) != list(range(len(visit.roles))):
            yield Violation("crew", visit_id=visit.visit_id, detail=f"{len(team)}/{len(visit.roles)}")
        if len({shift.agent for shift in shifts}) < len(team):
            yield Violation("same_agent", visit_id=visit.visit_id)
        for (index, role), shift in zip(team, shifts, strict=True):
            for code, detail in _misfits(problem, visit, role, shift):
                yield Violation(code, index, visit.visit_id, detail)
        for name in sorted(visit.skills.difference(*(shift.skills for shift in shifts))):
            yield Violation("skill_missing", visit_id=visit.visit_id, detail=name)


def _wrong_links(problem: Problem, teams: dict[int, list[tuple[int, int]]]) -> Iterator[Violation]:
    """Yield the links that a plan breaks, whatever its times."""
    number = problem.numbers
    for link in problem.links:
        one, other = (
            [problem.shifts[shift] for shift, _ in teams.get(number[visit], ())]
            for visit in (link.first, link.second)
        )
        if link.kind is LinkKind.AFTER and other and not one:
            yield Violation("link_missing", visit_id=link.second, detail=link.first)
        elif link.kind is LinkKind.TOGETHER:
            yield from _wrong_pair(link, one, other)
        elif link.kind is LinkKind.SAME_AGENT and one and other and one[0].agent != other[0].agent:
            yield Violation("link_agent", visit_id=link.second, detail=link.first)
        elif link.kind is LinkKind.SAME_DAY and one and other and one[0].day != other[0].day:
            yield Violation("link_day", visit_id=link.second, detail=link.first)


def _wrong_pair(link: Link, one: Sequence[Shift], other: Sequence[Shift]) -> Iterator[Violation]:
    """Yield what keeps two visits from being made together."""
    for visit, partner, is_made, is_partner_made in (
        (link.first, link.second, one, other),
        (link.second, link.first, other, one),
    ):
        if is_made and not is_partner_made:
            yield Violation("link_missing", visit_id=visit, detail=partner)
    if {shift.agent for shift in one} & {shift.agent for shift in other}:
        yield Violation("same_agent", visit_id=link.second)
    if one and other and one[0].day != other[0].day:
        yield Violation("link_day", visit_id=link.second, detail=link.first)


def _misfits(problem: Problem, visit: Visit, role: int, shift: Shift) -> Iterator[tuple[str, str]]:
    """Yield why one agent must not be on a visit."""
    wanted = visit.team_skills | (visit.roles[role].skills if role < len(visit.roles) else frozenset())
    for skill in sorted(wanted - shift.skills):
        yield "skill_missing", skill
    if shift.agent in visit.forbidden:
        yield "forbidden", shift.agent
    pin = visit.pin
    if pin and ((pin.agents and shift.agent not in pin.agents) or pin.day not in (None, shift.day)):
        yield "pinned", shift.agent
    if not problem.reaches(shift, visit):
        yield "unreachable", ""


def _wrong_lists(problem: Problem, solution: Solution) -> Iterator[Violation]:
    """Yield the visits that the plan does not account for exactly once."""
    teams = _teams(solution.routes)
    left_out = {visit.visit_id for number, visit in enumerate(problem.visits) if number not in teams}
    listed = [*solution.unplanned, *solution.subcontracted]
    for visit_id in sorted(left_out.symmetric_difference(listed)):
        yield Violation("unplanned_list", visit_id=visit_id)
    given_away = {visit.visit_id for visit in problem.visits if problem.is_subcontracted(visit)}
    for visit_id in sorted(set(solution.subcontracted) - given_away):
        yield Violation("subcontracted_list", visit_id=visit_id)
