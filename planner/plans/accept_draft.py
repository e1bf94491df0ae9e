# SPDX-License-Identifier: GPL-3.0-or-later
"""Take a draft into force, whole or for some orders; what is taken must pass the checker."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...core.errors import Failure, InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...routing.check.checker import check_routes
from ...routing.check.repair import as_solution
from ...routing.check.timeline import Violation
from ...routing.day.best_breaks import BestBreaks
from ...routing.model.problem import Stop
from ...routing.model.routes import Steps, visits_on
from ..plan_versions import current_plan
from ..ports import Workspace
from ..records import Plan
from ..tours.tour_problem import TourProblem
from ..tours.violations import broken_rules
from .draft_plan import Draft
from .store_plan import PlannedPart, store_plan


@dataclass(frozen=True, slots=True)
class PartTaken:
    """A plan with some of a draft's orders as the draft has them, the others as they were.

    ``broken`` says what speaks against it; ``with_them`` are the orders that would have to be taken too.
    """

    part: PlannedPart
    broken: tuple[Message, ...]
    with_them: tuple[OrderId, ...]


def accept_draft(
    workspace: Workspace, draft: Draft, *, orders: Collection[str] | None = None, who: str
) -> Plan:
    """Store a draft as the plan in force, or only what it changes of some ``orders``, in one command.

    Raises
    ------
    InputError
        The draft changes none of the orders.
    Failure
        The orders cannot be taken without others: the rules that this breaks are named. Or another plan came
        into force since the draft was made.
    """
    part = draft.after
    if orders is not None:
        taken = take_part(draft, orders)
        if taken.broken:
            raise Failure("plan.part_breaks", found=taken.broken, orders=", ".join(taken.with_them))
        part = taken.part
    current = current_plan(workspace)
    if (current.plan_id if current else None) != draft.seen:
        raise Failure("plan.other_since", found=current.plan_id if current else "-")
    return store_plan(workspace, draft.options, [part], draft.basis, now=draft.now, who=who)


def take_part(draft: Draft, orders: Collection[str]) -> PartTaken:
    """Return the plan in which some orders are as in the draft; ``InputError`` where it changes none of them.

    All stops of an order go together, those at its valves too. Tours that mix both plans keep the sequence of
    their times, and their breaks go where they break fewest rules, then cost least.
    """
    changed = {change.order_id for change in draft.changes}
    chosen = frozenset(OrderId(name) for name in orders) & changed
    if not chosen:
        raise InputError("plan.nothing_taken")
    if chosen == changed:
        return PartTaken(draft.after, (), ())
    part, violations = _part(draft, chosen)
    broken = broken_rules(part.tours.problem, violations)
    with_them = tuple(sorted(_needed(draft, chosen, violations) - chosen)) if broken else ()
    return PartTaken(part, broken, with_them)


def _part(draft: Draft, chosen: frozenset[OrderId]) -> tuple[PlannedPart, tuple[Violation, ...]]:
    """Return the plan with some orders as in the draft, and the rules that it breaks."""
    tours = draft.whole
    routes, order = _mixed(draft, tours, chosen)
    checked = check_routes(tours.problem, routes, order=order)
    if checked.violations and tours.units != draft.after.tours.units:
        # a cut that the draft has given up a part of
        tours = draft.after.tours
        checked = check_routes(tours.problem, routes, order=order)
    solution = replace(as_solution(tours.problem, routes, order), seconds=draft.after.solution.seconds)
    return PlannedPart(tours, solution, checked), tuple(checked.violations)


def _needed(draft: Draft, chosen: frozenset[OrderId], violations: Sequence[Violation]) -> frozenset[OrderId]:
    """Return the chosen orders with others, such that no rule is broken: few of them, not the fewest.

    The orders that a rule names come first, then those on its tours, then all that share tours.
    """
    changed = frozenset(change.order_id for change in draft.changes)
    found = chosen
    while violations and found != changed:
        named = {draft.whole.task_of(one.visit_id).order_id for one in violations if one.visit_id}
        tours = [one.shift for one in violations if one.shift is not None]
        more = (named & changed) - found or _on(draft, tours) - found or _together(draft, found) - found
        found = found | more if more else changed
        violations = _part(draft, found)[1] if found != changed else ()
    return found


def _mixed(
    draft: Draft, tours: TourProblem, chosen: frozenset[OrderId]
) -> tuple[tuple[Steps, ...], tuple[int, ...]]:
    """Return the routes with the chosen orders as after, the others as before, and their order in time."""
    visits = tours.problem.visits
    is_chosen = [tours.task_of(visit.visit_id).order_id in chosen for visit in visits]
    starts: dict[int, int] = {}
    routes: list[Steps] = []
    mixed = []
    for number in range(len(tours.problem.shifts)):
        own = [
            (start_s, stop)
            for part, wanted in ((draft.before, False), (draft.after, True))
            for start_s, stop in _timed(part, number)
            if is_chosen[stop.visit] is wanted
        ]
        starts |= {stop.visit: start_s for start_s, stop in own if stop.role == 0}
        steps = tuple(stop for _, stop in sorted(own, key=lambda pair: (pair[0], pair[1].visit)))
        known = [part.solution.routes[number] for part in (draft.before, draft.after)]
        same = next((route for route in known if _stops(route) == steps), None)
        routes.append(tuple(same) if same is not None else steps)
        if same is None:
            mixed.append(number)
    order = tuple(sorted(starts, key=lambda visit: (starts[visit], visit)))
    breaks = BestBreaks(tours.problem, routes, order)
    for number in mixed:
        breaks.rest(number)
    return tuple(breaks.routes), order


def _stops(route: Collection[object]) -> tuple[Stop, ...]:
    return tuple(step for step in route if isinstance(step, Stop))


def _timed(part: PlannedPart, number: int) -> Iterator[tuple[int, Stop]]:
    """Yield the stops of a tour with when they start."""
    stops = _stops(part.solution.routes[number])
    for stop, time in zip(stops, part.checked.tours[number].stops, strict=True):
        yield time.start_s, stop


def _on(draft: Draft, tours: Iterable[int]) -> frozenset[OrderId]:
    """Return the changed orders that are on some tours, before or after."""
    changed = {change.order_id for change in draft.changes}
    routes = [part.solution.routes[number] for number in tours for part in (draft.before, draft.after)]
    visits = draft.whole.problem.visits
    names = {draft.whole.task_of(visits[visit].visit_id).order_id for visit in visits_on(*routes)}
    return frozenset(names & changed)


def _together(draft: Draft, chosen: frozenset[OrderId]) -> frozenset[OrderId]:
    """Return some changed orders with all that share a tour with them."""
    tours = [_on(draft, [number]) for number in range(len(draft.whole.problem.shifts))]
    return chosen.union(*(own for own in tours if own & chosen))
