# SPDX-License-Identifier: GPL-3.0-or-later
"""One stop moved by hand: what it changes, whatever rules it breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..check.checker import Checked, check_routes
from ..check.timeline import Violation
from ..explain.excerpt import cut_out
from ..explain.tour_places import repaused, tied_shifts
from ..model.problem import Pause, Problem, Stop
from ..model.routes import Route, Steps, visits_on
from .alternatives import Shifted, shifted, starts


@dataclass(frozen=True, slots=True)
class HandMove:
    """A plan after a move by hand, as the checker sees it, against the plan before.

    ``new`` and ``gone`` are the violations that the move brings and heals; ``shifted`` are the visits that
    start at another time.
    """

    routes: tuple[Steps, ...]
    order: tuple[int, ...]
    before: Checked
    after: Checked
    shifted: tuple[Shifted, ...]
    new: tuple[Violation, ...]
    gone: tuple[Violation, ...]

    @property
    def cost_min(self) -> float:
        """Return what the move costs in weighted minutes; negative when it saves some."""
        return self.after.total - self.before.total


def move_by_hand(
    problem: Problem,
    routes: Sequence[Route],
    stop: Stop,
    *,
    to: int,
    position: int,
    order: Sequence[int] = (),
    before: Checked | None = None,
) -> HandMove:
    """Return what it changes to have the agent of shift ``to`` make a stop as the ``position``-th (from 0).

    The stop leaves the tour that it is on, if any; positions are those without it. The other stops keep
    their agents and sequence; the breaks of both tours go where they break fewest rules, then cost least.
    ``before`` is what the checker says of the routes, where that is known. Nothing is forbidden: what the
    move breaks is told. One check of the whole plan, and a few of the two tours.
    """
    before = before or check_routes(problem, routes, order=order)
    moved = [tuple(step for step in route if step != stop) for route in routes]
    left = {number for number, route in enumerate(routes) if stop in route} - {to}
    moved[to] = _inserted(moved[to], stop, position)
    order = _reordered(order, stop.visit, moved)
    for number in (*left, to):
        moved[number] = _rested(problem, moved, number, order)
    after = check_routes(problem, moved, order=order)
    was, now = starts(before.tours), starts(after.tours)
    return HandMove(
        routes=tuple(moved),
        order=tuple(order),
        before=before,
        after=after,
        shifted=shifted(was, now),
        new=_missing(after.violations, before.violations),
        gone=_missing(before.violations, after.violations),
    )


def _inserted(route: Route, stop: Stop, position: int) -> tuple[Stop | Pause, ...]:
    """Return a route with a stop as the ``position``-th, right after the stop before it."""
    ends = [0, *(place for place, step in enumerate(route, 1) if isinstance(step, Stop))]
    at = ends[min(position, len(ends) - 1)]
    return (*route[:at], stop, *route[at:])


def _reordered(order: Sequence[int], visit: int, routes: Sequence[Route]) -> tuple[int, ...]:
    """Return the order with a visit after all that its team makes before it."""
    if not order:
        return ()
    rest = [number for number in order if number != visit]
    earlier: set[int] = set()
    for route in routes:
        numbers = visits_on(route)
        if visit in numbers:
            earlier.update(numbers[: numbers.index(visit)])
    at = max((place for place, number in enumerate(rest, 1) if number in earlier), default=0)
    return (*rest[:at], visit, *rest[at:])


def _rested(
    problem: Problem, routes: Sequence[Route], number: int, order: Sequence[int]
) -> tuple[Stop | Pause, ...]:
    """Return a tour with its breaks where they break fewest rules, then cost least."""
    breaks = len(problem.shifts[number].breaks)
    if not breaks:
        return tuple(routes[number])
    # the tours that share visits with it, as a plan of their own
    shifts = sorted(tied_shifts(routes, number))
    visits = visits_on(*(routes[shift] for shift in shifts))
    part, cut, part_order, _ = cut_out(problem, routes, order, shifts=shifts, visits=set(visits))
    kept: list[Route] = list(cut)
    place = shifts.index(number)

    def judged(route: Route) -> tuple[int, int, float]:
        kept[place] = route
        checked = check_routes(part, kept, order=part_order)
        excess_s = sum(violation.excess_s for violation in checked.violations)
        return len(checked.violations), excess_s, checked.total

    candidates: list[Route] = [kept[place], *repaused(kept[place], breaks)]
    best = min(candidates, key=judged)
    stops = iter([step for step in routes[number] if isinstance(step, Stop)])
    return tuple(next(stops) if isinstance(step, Stop) else step for step in best)


def _missing(one: Iterable[Violation], other: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations that are not also among others."""
    known = list(other)
    found = []
    for violation in one:
        if violation in known:
            known.remove(violation)
        else:
            found.append(violation)
    return tuple(found)
