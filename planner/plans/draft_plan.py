# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan to look at before it counts: searched, held against the plan in force, stored by nobody yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from statistics import fmean

from ...core.ids import AgentId, OrderId, PlanId
from ...core.messages import Message
from ...core.progress import Progress, SilentProgress
from ...routing.check.repair import repaired
from ...routing.engine.watch import Watch
from ...routing.model.problem import Solution
from ...routing.model.visit import Pin
from ...workorders.orders import WorkOrder
from ..plan_versions import current_plan
from ..ports import Workspace
from ..tours.plan_options import PlanOptions
from ..tours.sound_input import hopeless_orders
from ..tours.tour_problem import TourProblem
from .compare_plans import ComparedPlan, compared
from .plan_basis import PlanBasis
from .plan_day import search
from .store_plan import PlannedPart
from .stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Placed:
    """When the work of an order starts in a plan, and by whom."""

    start: datetime
    agents: tuple[AgentId, ...]


@dataclass(frozen=True, slots=True)
class PlanChange:
    """An order before and after, None where it is left out."""

    order_id: OrderId
    before: Placed | None
    after: Placed | None

    @property
    def moment(self) -> datetime:
        """Return its new start, the former one when it is left out."""
        starts = [one.start for one in (self.after, self.before) if one]
        return starts[0]


@dataclass(frozen=True)
class Draft:
    """A plan found, with what it was made from; ``before`` is the plan in force as far as it still holds.

    Without a plan in force for exactly these days nothing was planned before. ``seen`` is the plan in force
    when the draft was made, ``whole`` the problem of both.
    """

    options: PlanOptions
    basis: PlanBasis
    whole: TourProblem
    before: PlannedPart
    after: PlannedPart
    seen: PlanId | None
    now: datetime
    notes: tuple[Message, ...] = ()

    @cached_property
    def figures(self) -> tuple[ComparedPlan, ComparedPlan]:
        """Return what both plans come to, the one before first."""
        objective = self.options.objective
        return compared(objective, self.before), compared(objective, self.after)

    @cached_property
    def changes(self) -> tuple[PlanChange, ...]:
        """Return the orders that change agents or time, or come in or out, by their new start."""
        before, after = (placed(part) for part in (self.before, self.after))
        found = [
            PlanChange(name, before.get(name), after.get(name))
            for name in dict.fromkeys([*before, *after])
            if before.get(name) != after.get(name)
        ]
        return tuple(sorted(found, key=lambda change: change.moment))

    @cached_property
    def orders(self) -> Mapping[OrderId, WorkOrder]:
        """Return the orders of both plans by id."""
        return {order.order_id: order for order in self.whole.orders}

    def zone_loads(self) -> dict[str, tuple[float, float]]:
        """Return the mean work of a shift in each zone before and after, in minutes; nobody is named."""
        zone_of = {agent.agent_id: agent.zone for agent in self.whole.agents}
        found: dict[str, list[tuple[float, float]]] = {}
        tours = zip(self.before.checked.tours, self.after.checked.tours, strict=True)
        for shift, (one, other) in zip(self.whole.problem.shifts, tours, strict=True):
            found.setdefault(zone_of[shift.agent], []).append((one.work_s / 60, other.work_s / 60))
        return {
            zone: (fmean(one for one, _ in own), fmean(other for _, other in own))
            for zone, own in sorted(found.items())
        }


def draft_plan(
    workspace: Workspace,
    options: PlanOptions,
    *,
    agents: Collection[str] = (),
    now: datetime,
    progress: Progress | None = None,
    watch: Watch | None = None,
) -> Draft:
    """Plan some days and store nothing; ``watch`` sees the plan so far and may end the search with it.

    With ``agents`` only these are planned: the others keep the stops that the plan in force gives them, at
    their times, and get no more.

    Raises
    ------
    InputError
        As ``plan_days``.
    Failure
        The checker found a violation.
    """
    basis = PlanBasis.of(workspace, options, now=now)
    seen = current_plan(workspace)
    whole = basis.problem(options.objective)
    if agents:
        whole = _only(whole, frozenset(map(AgentId, agents)), basis.in_force)
    before = basis.in_force.start(whole) if basis.in_force else _nothing(whole)
    after = search(basis, options, tours=whole, watch=watch, progress=progress or SilentProgress())
    return Draft(
        options=options,
        basis=basis,
        whole=whole,
        before=PlannedPart.confirmed(whole, before),
        after=after,
        seen=seen.plan_id if seen else None,
        now=now,
        notes=(*basis.notes, *hopeless_orders(after.tours)),
    )


def placed(part: PlannedPart) -> dict[OrderId, Placed]:
    """Return where a plan has the work of each order; stops at valves go with it."""
    starts: dict[OrderId, int] = {}
    teams: dict[OrderId, list[AgentId]] = {}
    for shift, tour in zip(part.tours.problem.shifts, part.checked.tours, strict=True):
        for stop in tour.stops:
            task = part.tours.task_of(stop.visit_id)
            if task.kind == "work":
                starts[task.order_id] = min(stop.start_s, starts.get(task.order_id, stop.start_s))
                teams.setdefault(task.order_id, []).append(shift.agent)
    moment = part.tours.horizon.moment
    return {name: Placed(moment(start_s), tuple(sorted(teams[name]))) for name, start_s in starts.items()}


def _nothing(tours: TourProblem) -> Solution:
    """Return the plan in which nobody does anything."""
    return repaired(tours.problem, [()] * len(tours.problem.shifts))


def _only(tours: TourProblem, chosen: frozenset[AgentId], in_force: StoredPlan | None) -> TourProblem:
    """Return the problem in which those who are not chosen do what the plan in force has them do, no more."""
    others = frozenset(agent.agent_id for agent in tours.agents) - chosen
    kept = dict(_stops_of(in_force, others, tours)) if in_force else {}

    def own(visit_id: str) -> tuple[OrderId, str]:
        task = tours.task_of(visit_id)
        return task.order_id, task.kind

    visits = tuple(
        replace(visit, pin=visit.pin or kept[own(visit.visit_id)])
        if own(visit.visit_id) in kept
        else replace(visit, forbidden=visit.forbidden | others)
        for visit in tours.problem.visits
    )
    return replace(tours, problem=replace(tours.problem, visits=visits))


def _stops_of(
    in_force: StoredPlan, agents: Collection[AgentId], tours: TourProblem
) -> Iterator[tuple[tuple[OrderId, str], Pin]]:
    """Yield the tasks of orders that some agents have a part in, kept for those and when they start."""
    crews: dict[tuple[OrderId, str], list[AgentId]] = {}
    for stop in in_force.stops:
        crews.setdefault((stop.order_id, stop.task), []).append(stop.agent_id)
    horizon = tours.horizon
    for stop in in_force.stops:
        key = (stop.order_id, stop.task)
        if stop.role == 0 and not set(crews[key]).isdisjoint(agents):
            day = (stop.day - horizon.first_day).days
            yield key, Pin(frozenset(crews[key]), day, horizon.seconds(stop.start))
