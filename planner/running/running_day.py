# SPDX-License-Identifier: GPL-3.0-or-later
"""A running day with its rest planned otherwise: what that changes, and storing it as a new plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from ...core.errors import Failure, InputError
from ...core.ids import AgentId, OrderId
from ...core.resources import SkillGrant
from ...routing.check.checker import Checked
from ...routing.check.repair import as_solution
from ...routing.check.timeline import TourTimes, Violation
from ...routing.day.by_hand import missing
from ...routing.day.rest_of_day import RestOfDay
from ...routing.day.whole_day import WholeDay, put_back
from ...routing.explain.reasons import Explainer
from ...routing.model.planning_rules import PlanningRules, weights_of
from ...routing.model.problem import Problem, Solution
from ...routing.model.routes import Route
from ...workorders.life.moves import Trail
from ...workorders.orders import OrderState, WorkOrder
from ..life.planned_gate import require_planned_gate
from ..plan_versions import next_moment, next_plan_id, plan_in_force
from ..plans.event_days import told_by_event
from ..plans.given_away import require_not_given_away
from ..plans.plan_records import plan_records
from ..ports import Workspace
from ..records import Plan, PlanUnplanned
from ..taken_numbers import is_taken
from ..tours.left_out import left_out_reasons
from ..tours.reasons import with_expiry
from ..tours.tour_problem import Horizon
from ..tours.violations import refuse_broken
from ..trails import trail_after
from .plan_in_force import PlanInForce


@dataclass(frozen=True, slots=True)
class Visited:
    """When an order is started in a plan, and by whom."""

    start: datetime
    agents: tuple[AgentId, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A stop of an order before and after a change of the plan, None where it is left out.

    ``task`` is ``work``, or ``close`` or ``reopen`` for ``valves``; the late minutes are those of a late
    start. ``told_off_min`` is how much later it starts than people were told (below 0: earlier), None where
    nobody was told or it is left out.
    """

    order_id: OrderId
    task: str
    valves: tuple[str, ...]
    before: Visited | None
    after: Visited | None
    late_before_min: int
    late_after_min: int
    told_off_min: int | None = None

    @property
    def is_moved(self) -> bool:
        """Tell whether other agents make it."""
        return None not in (self.before, self.after) and self.agents_before != self.agents_after

    @property
    def agents_before(self) -> tuple[AgentId, ...]:
        """Return who made it; nobody when it was left out."""
        return self.before.agents if self.before else ()

    @property
    def agents_after(self) -> tuple[AgentId, ...]:
        """Return who makes it; nobody when it is left out."""
        return self.after.agents if self.after else ()


@dataclass(frozen=True)
class Proposal:
    """A rest of the day planned otherwise: ``routes`` and ``order`` of the problem of ``rest``."""

    in_force: PlanInForce
    rest: RestOfDay
    routes: tuple[Route, ...]
    order: tuple[int, ...]

    @cached_property
    def whole(self) -> WholeDay:
        """Return the whole day with it."""
        return put_back(self.rest, self.routes, self.order)

    @cached_property
    def checked(self) -> Checked:
        """Return the times of the whole day, and what is broken."""
        return self.whole.checked()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return every order that is made at another time, by others, or no longer; by its new start."""
        before, after = (
            dict(visited(self.in_force.tours.horizon, self.in_force.problem, tours))
            for tours in (self.in_force.times, self.checked.tours)
        )
        found = [
            self._change(visit.visit_id, before.get(visit.visit_id), after.get(visit.visit_id))
            for visit in self.in_force.problem.visits
            if before.get(visit.visit_id) != after.get(visit.visit_id)
        ]
        return tuple(sorted(found, key=_moment))

    @cached_property
    def explainer(self) -> Explainer:
        """Return what explains the orders that are left out of the rest."""
        return Explainer(self.rest.problem, self.solution)

    def _change(self, visit_id: str, before: Visited | None, after: Visited | None) -> Change:
        task = self.in_force.tours.task_of(visit_id)
        late_min = [self._late_min(task.order_id, one) for one in (before, after)]
        if task.kind != "work":
            late_min = [0, 0]
        off_min = self._told_off_min(visit_id, before, after)
        late_before_min, late_after_min = late_min
        return Change(
            task.order_id, task.kind, task.valves, before, after, late_before_min, late_after_min, off_min
        )

    def _told_off_min(self, visit_id: str, before: Visited | None, after: Visited | None) -> int | None:
        if before is None or after is None or visit_id not in self.in_force.told:
            return None
        return round((after.start - before.start).total_seconds() / 60)

    @cached_property
    def solution(self) -> Solution:
        """Return the rest as a solution of its problem, which the reasons of what is left out come from."""
        return as_solution(self.rest.problem, self.routes, self.order)

    def _late_min(self, name: str, visited: Visited | None) -> int:
        if visited is None:
            return 0
        late = visited.start - self.in_force.orders[name].due_at
        return max(0, round(late.total_seconds() / 60))


def _moment(change: Change) -> datetime:
    """Return the new start of a change, the former one when there is none."""
    starts = [one.start for one in (change.after, change.before) if one]
    return starts[0]


def day_over(now: datetime) -> InputError:
    """Return the refusal of a day on which nobody has time left."""
    return InputError("day.over", now=f"{now:%Y-%m-%d %H:%M}")


def accept_proposal(
    workspace: Workspace, proposal: Proposal, *, name: str, now: datetime, who: str, seconds: float = 0.0
) -> Plan:
    """Store a proposal as the plan in force from now on, in one transaction journaled under ``name``.

    Raises
    ------
    Failure
        The change breaks a rule, or the plan in force is no longer the one that was changed.
    """
    checked, in_force = proposal.checked, proposal.in_force
    if checked.violations:
        # what was broken before is no fault of the change, and would forbid every other one
        new = missing(checked.violations, _broken_before(proposal))
        refuse_broken(proposal.whole.problem, replace(checked, violations=new))
    rules = in_force.tours.rules.planning
    plan = _next_version(workspace, in_force.plan, checked, rules=rules, now=now, seconds=seconds)
    whole = replace(in_force.tours, problem=proposal.whole.problem, held={})
    planned = replace(proposal.solution, unplanned=())
    records = plan_records(plan, whole, planned, checked, in_force.roads)
    left_out = list(_left_out(plan, proposal, workspace.all(SkillGrant)))
    touched = {change.order_id for change in proposal.changes} & in_force.orders.keys()
    trail = trail_after(workspace, [in_force.orders[one] for one in touched], now=now, who=who, by_plan=True)
    changed = list(_changed_orders(proposal, {row.order_id for row in left_out}, trail, plan))
    comes = [order for order in changed if order.state is OrderState.PLANNED]
    require_planned_gate(workspace, comes, now)
    require_not_given_away(workspace, [order for order in comes if _is_new(order, in_force)])
    with _none_between(plan, in_force.plan), workspace.command(name, who=who) as transaction:
        current = plan_in_force(workspace, plan.first_day)
        if (current.plan_id, current.version) != (in_force.plan.plan_id, in_force.plan.version):
            raise Failure("day.stale", found=current.plan_id, expected=in_force.plan.plan_id)
        transaction.add([plan, *records, *left_out])
        for order in changed:
            transaction.save(order)
        transaction.add(trail.made)
    return plan


def _broken_before(proposal: Proposal) -> list[Violation]:
    """Return the rules that the plan in force breaks by now, but for orders that are given to others."""
    in_force, rest = proposal.in_force, proposal.rest
    given = {change.order_id for change in proposal.changes if change.agents_before != change.agents_after}
    standing = Proposal(in_force, rest, rest.routes, rest.order).checked.violations
    return [
        one
        for one in standing
        if not one.visit_id or in_force.tours.task_of(one.visit_id).order_id not in given
    ]


def _is_new(order: WorkOrder, in_force: PlanInForce) -> bool:
    """Tell whether an order comes into the plan, and is not only sent to others."""
    return in_force.orders[str(order.order_id)].state in (OrderState.QUALIFIED, OrderState.RESCHEDULED)


@contextmanager
def _none_between(plan: Plan, former: Plan) -> Iterator[None]:
    """Say that the plan in force has changed where somebody else takes the number of the next one meanwhile.

    The next number would not do: the plan of the other one would be lost.
    """
    try:
        yield
    except InputError as error:
        if not is_taken(error, table="plan"):
            raise
        raise Failure("day.stale", found=plan.plan_id, expected=former.plan_id) from error


def visited(horizon: Horizon, problem: Problem, tours: Sequence[TourTimes]) -> Iterator[tuple[str, Visited]]:
    """Yield when each visit of some tours starts, and who makes it."""
    starts: dict[str, int] = {}
    teams: dict[str, list[tuple[int, AgentId]]] = {}
    for shift, tour in zip(problem.shifts, tours, strict=True):
        for stop in tour.stops:
            starts[stop.visit_id] = min(stop.start_s, starts.get(stop.visit_id, stop.start_s))
            teams.setdefault(stop.visit_id, []).append((stop.role, shift.agent))
    for name, start_s in starts.items():
        # who takes which of the same parts of a team is no change to anybody
        agents = tuple(sorted(agent for _, agent in teams[name]))
        yield name, Visited(horizon.moment(start_s), agents)


def _next_version(
    workspace: Workspace,
    former: Plan,
    checked: Checked,
    *,
    rules: PlanningRules,
    now: datetime,
    seconds: float,
) -> Plan:
    return replace(
        former,
        plan_id=next_plan_id(workspace, former.first_day),
        created_at=next_moment(workspace, former.first_day, now=now),
        seconds=seconds,
        cost=checked.cost.minutes(),
        total=checked.cost.total(weights_of(former.objective, rules)),
        version=0,
    )


def left_out_now(proposal: Proposal) -> list[OrderId]:
    """Return the orders whose work the proposal leaves out, but for those that came in after the plan."""
    made = {stop.visit_id for tour in proposal.checked.tours for stop in tour.stops}
    known = made | proposal.in_force.newcomers.orders
    return [OrderId(name) for name in proposal.in_force.orders if name not in known]


def rest_reasons(
    proposal: Proposal, order_id: OrderId, grants: Collection[SkillGrant]
) -> list[dict[str, str]]:
    """Return why an order is not part of the rest of the day."""
    tours = proposal.in_force.tours_of(proposal.rest)
    found = with_expiry(left_out_reasons(tours, proposal.explainer, order_id), grants)
    return told_by_event(found, proposal.in_force.events, order_id)


def _left_out(plan: Plan, proposal: Proposal, grants: Collection[SkillGrant]) -> Iterator[PlanUnplanned]:
    """Yield what the proposal leaves out: with the known reasons, or those of the rest of the day."""
    known = proposal.in_force.reasons
    for name in left_out_now(proposal):
        reasons = known[name].reasons if name in known else rest_reasons(proposal, name, grants)
        yield PlanUnplanned(f"{plan.plan_id}/{name}", plan.plan_id, name, reasons)


def _changed_orders(
    proposal: Proposal, left_out: Iterable[str], trail: Trail, plan: Plan
) -> Iterator[WorkOrder]:
    """Yield the orders that enter or leave the plan, or go to other agents, in their next state."""
    orders, dropped = proposal.in_force.orders, set(left_out)
    for change in proposal.changes:
        if change.task != "work":
            continue
        order = orders[change.order_id]
        if order.state is OrderState.DISPATCHED and (change.is_moved or change.after is None):
            order = trail.move(order, OrderState.PLANNED, reason=plan.plan_id)
        if change.order_id in dropped and order.state is OrderState.PLANNED:
            order = trail.move(order, OrderState.QUALIFIED, reason=plan.plan_id)
        elif change.after and order.state in (OrderState.QUALIFIED, OrderState.RESCHEDULED):
            order = trail.move(order, OrderState.PLANNED, reason=plan.plan_id)
        if order is not orders[change.order_id]:
            yield order
