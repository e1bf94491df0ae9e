# SPDX-License-Identifier: GPL-3.0-or-later
"""Stops moved, swapped and left out by hand: what that changes, whatever rules it breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from ..check.checker import Checked, check_routes
from ..check.loads import wrong_loads
from ..check.timeline import Violation
from ..model.problem import Pause, Problem, Stop
from ..model.routes import Route, Steps, visits_on
from .alternatives import Shifted, shifted, starts
from .best_breaks import BestBreaks


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
    left = {number for number, route in enumerate(routes) if any(_is(step, stop) for step in route)} - {to}
    moved = [_without(problem, number, route, stop) for number, route in enumerate(routes)]
    moved[to] = _loaded(problem, to, moved[to], replace(stop, by_store=False), position)
    order = _reordered(order, stop.visit, moved)
    return _compared(problem, _rested(problem, moved, order, (*left, to)), order, before)


def swap_by_hand(
    problem: Problem,
    routes: Sequence[Route],
    one: Stop,
    other: Stop,
    *,
    order: Sequence[int] = (),
    before: Checked | None = None,
) -> HandMove:
    """Return what it changes to have two stops change places; both are on a tour. See ``move_by_hand``."""
    before = before or check_routes(problem, routes, order=order)
    (shift, place), (other_shift, other_place) = _seat(routes, one), _seat(routes, other)
    if (shift, place) > (other_shift, other_place):
        one, other = other, one
        shift, place, other_shift, other_place = other_shift, other_place, shift, place
    first = move_by_hand(
        problem, routes, one, to=other_shift, position=other_place, order=order, before=before
    )
    then = move_by_hand(
        problem, first.routes, other, to=shift, position=place, order=first.order, before=first.after
    )
    return _compared(problem, then.routes, then.order, before)


def leave_out_by_hand(
    problem: Problem,
    routes: Sequence[Route],
    visits: Collection[int],
    *,
    order: Sequence[int] = (),
    before: Checked | None = None,
) -> HandMove:
    """Return what it changes to leave visits out of the plan, all of their roles. See ``move_by_hand``."""
    before = before or check_routes(problem, routes, order=order)
    moved: list[Route] = list(routes)
    for number, route in enumerate(routes):
        for stop in (step for step in route if isinstance(step, Stop) and step.visit in visits):
            moved[number] = _without(problem, number, moved[number], stop)
    order = tuple(visit for visit in order if visit not in visits)
    shorter = [number for number, route in enumerate(routes) if len(route) != len(moved[number])]
    return _compared(problem, _rested(problem, moved, order, shorter), order, before)


def _seat(routes: Sequence[Route], stop: Stop) -> tuple[int, int]:
    """Return the shift that makes a stop, and how many stops are before it."""
    for number, route in enumerate(routes):
        stops = [step for step in route if isinstance(step, Stop)]
        for place, step in enumerate(stops):
            if _is(step, stop):
                return number, place
    raise ValueError(f"{stop} is on no tour")


def _compared(problem: Problem, routes: Sequence[Route], order: Sequence[int], before: Checked) -> HandMove:
    """Return a plan as the checker sees it against the one before."""
    after = check_routes(problem, routes, order=order)
    was, now = starts(before.tours), starts(after.tours)
    return HandMove(
        routes=tuple(map(tuple, routes)),
        order=tuple(order),
        before=before,
        after=after,
        shifted=shifted(was, now),
        new=missing(after.violations, before.violations),
        gone=missing(before.violations, after.violations),
    )


def _is(step: Stop | Pause, stop: Stop) -> bool:
    """Tell whether a step is a stop, whether or not the store is called at on the way to it."""
    return isinstance(step, Stop) and (step.visit, step.role) == (stop.visit, stop.role)


def _without(problem: Problem, number: int, route: Route, stop: Stop) -> Steps:
    """Return a route without a stop; a call at the store that others need is made on the way to the next."""
    own = next((step for step in route if _is(step, stop)), None)
    rest = tuple(step for step in route if not _is(step, stop))
    if not isinstance(own, Stop) or not own.by_store or not _lacks(problem, number, rest):
        return rest
    later = route[route.index(own) + 1 :]
    following = next((step for step in later if isinstance(step, Stop)), None)
    return tuple(replace(step, by_store=True) if step is following else step for step in rest)


def _loaded(problem: Problem, number: int, route: Route, stop: Stop, position: int) -> Steps:
    """Return a route with a stop, by the store where that is what the van lacks."""
    plain = _inserted(route, stop, position)
    has_called = any(isinstance(step, Stop) and step.by_store for step in route)
    if has_called or problem.shifts[number].store is None or not _lacks(problem, number, plain):
        return plain
    by_store = _inserted(route, replace(stop, by_store=True), position)
    return plain if _lacks(problem, number, by_store) else by_store


def _lacks(problem: Problem, number: int, route: Route) -> bool:
    """Tell whether a tour lacks parts or equipment of those who come alone."""
    routes = [route if shift == number else () for shift in range(len(problem.shifts))]
    index = problem.numbers
    return any(
        wrong.code == "part_missing" or len(problem.visits[index[wrong.visit_id]].roles) == 1
        for wrong in wrong_loads(problem, routes)
        if wrong.visit_id
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
    problem: Problem, routes: Sequence[Route], order: Sequence[int], shifts: Iterable[int]
) -> list[Steps]:
    """Return the routes with the breaks of some shifts, one after the other, where they go best."""
    breaks = BestBreaks(problem, routes, order)
    for number in shifts:
        breaks.rest(number)
    return breaks.routes


def missing(one: Iterable[Violation], other: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations that are not also among others, as often as they are more."""
    known = list(other)
    found = []
    for violation in one:
        if violation in known:
            known.remove(violation)
        else:
            found.append(violation)
    return tuple(found)
