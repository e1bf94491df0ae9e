# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders of the running day moved, swapped or taken out by hand: what that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId
from ...routing.check.checker import Checked, check_routes
from ...routing.check.timeline import Violation
from ...routing.day.by_hand import HandMove, leave_out_by_hand, move_by_hand, swap_by_hand
from ...routing.day.rest_of_day import RestOfDay
from ...routing.model.problem import Stop
from ..ports import Workspace
from ..records import PlanUnplanned
from .plan_in_force import PlanInForce, read_plan_in_force
from .running_day import Change, Proposal, Visited, visited


@dataclass(frozen=True, slots=True)
class Placed:
    """A stop of an order that a move puts elsewhere or at another time; ``task`` as of ``Change``."""

    order_id: OrderId
    task: str
    after: Visited


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move by hand changes; ``new`` and ``gone`` are the violations that it brings and heals.

    ``placed`` is what to show while one drags; ``changes`` puts the whole day together for the drop.
    """

    proposal: Proposal
    cost_min: float
    cost: dict[str, float]
    travel_min: float
    new: tuple[Violation, ...]
    gone: tuple[Violation, ...]
    placed: tuple[Placed, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every order that is made at another time or by others."""
        return self.proposal.changes


@dataclass(frozen=True, slots=True)
class HandMoves:
    """The rest of a day at a moment, read once to try move after move, as a board does while one drags.

    ``standing`` is what the checker says of it as it stands.
    """

    in_force: PlanInForce
    rest: RestOfDay
    standing: Checked

    @classmethod
    def read(
        cls, workspace: Workspace, *, day: date, now: datetime, newcomers: Sequence[str] = ()
    ) -> HandMoves:
        """Read the plan in force on a day; ``InputError`` as of ``read_plan_in_force``.

        ``newcomers`` are orders that came in after it and may be put into its tours.
        """
        in_force = read_plan_in_force(workspace, day, newcomers=newcomers, now=now)
        rest = in_force.rest(now)
        return cls(in_force, rest, check_routes(rest.problem, rest.routes, order=rest.order))

    def move(
        self, order_id: str, *, agent: AgentId, position: int, day: date | None = None, role: int = 0
    ) -> Moved:
        """Return what it changes to have an agent make an order as the ``position``-th of the rest of a day.

        Positions count from 1; the day is the plan's first one unless given. Nothing is stored.

        Raises
        ------
        InputError
            The order is not in the plan or has left, it may not start before a later day, an event of the
            calendar keeps it from the day, the agent has no shift to go on with, or the role or position is
            none.
        """
        stop = self._stop(order_id, role)
        to = self._shift(agent, day or self.in_force.plan.first_day)
        if position < 1:
            raise InputError("day.position", found=position)
        rest = self.rest
        self._require_may_start(stop, to)
        self._require_no_event(stop, to)
        # the anchor of an agent who is out comes first
        anchored = any(isinstance(s, Stop) and s.visit >= len(rest.visits) for s in rest.routes[to])
        found = move_by_hand(
            rest.problem,
            rest.routes,
            stop,
            to=to,
            position=position - 1 + anchored,
            order=rest.order,
            before=self.standing,
        )
        return self._moved(found)

    def swap(self, order_id: str, other_id: str, *, role: int = 0, other_role: int = 0) -> Moved:
        """Return what it changes to have two orders change places; ``InputError`` if one is not to move."""
        stops = [self._planned(order_id, role), self._planned(other_id, other_role)]
        rest = self.rest
        for stop, other in (stops, reversed(stops)):
            to = next(n for n, route in enumerate(rest.routes) if other in route)
            self._require_may_start(stop, to)
            self._require_no_event(stop, to)
        found = swap_by_hand(rest.problem, rest.routes, *stops, order=rest.order, before=self.standing)
        return self._moved(found)

    def leave_out(self, order_id: str, *, code: str, detail: str) -> Moved:
        """Return what it changes to take an order out of the plan, with the stops at its valves.

        ``code`` and ``detail`` are the reason that the plan gives for it. ``InputError`` as of ``swap``.
        """
        self._planned(order_id, 0)
        rest = self.rest
        visits = {
            number
            for number, visit in enumerate(rest.problem.visits[: len(rest.visits)])
            if self.in_force.tours.task_of(visit.visit_id).order_id == order_id
        }
        found = leave_out_by_hand(rest.problem, rest.routes, visits, order=rest.order, before=self.standing)
        plan_id = self.in_force.plan.plan_id
        reasons = [{"agent": "", "day": "", "code": code, "detail": detail}]
        told = PlanUnplanned(f"{plan_id}/{order_id}", plan_id, OrderId(order_id), reasons)
        in_force = replace(self.in_force, reasons=self.in_force.reasons | {order_id: told})
        return replace(self, in_force=in_force)._moved(found)

    def _planned(self, order_id: str, role: int) -> Stop:
        """Return the stop of an order that is on a tour and has not left."""
        stop = self._stop(order_id, role)
        on_tour = {(s.visit, s.role) for r in self.rest.routes for s in r if isinstance(s, Stop)}
        if (stop.visit, stop.role) not in on_tour:
            raise InputError("day.not_planned", order=order_id, plan=self.in_force.plan.plan_id)
        return stop

    def _moved(self, found: HandMove) -> Moved:
        before, after = found.before.cost.minutes(), found.after.cost.minutes()
        return Moved(
            proposal=Proposal(self.in_force, self.rest, found.routes, found.order),
            cost_min=found.cost_min,
            cost={term: after[term] - before[term] for term in after},
            travel_min=found.after.cost.travel - found.before.cost.travel,
            new=found.new,
            gone=found.gone,
            placed=self._placed(found),
        )

    def _placed(self, found: HandMove) -> tuple[Placed, ...]:
        in_force, rest = self.in_force, self.rest
        before, after = (
            dict(visited(in_force.tours.horizon, rest.problem, checked.tours))
            for checked in (found.before, found.after)
        )
        names = [visit.visit_id for visit in rest.problem.visits[: len(rest.visits)]]
        moved = [name for name in names if name in after and after[name] != before.get(name)]
        tasks = [in_force.tours.task_of(name) for name in moved]
        return tuple(
            Placed(task.order_id, task.kind, after[name]) for name, task in zip(moved, tasks, strict=True)
        )

    def _stop(self, order_id: str, role: int) -> Stop:
        self.in_force.newcomers.require(order_id)
        rest = self.rest
        names = [rest.problem.visits[number].visit_id for number in range(len(rest.visits))]
        if order_id not in names:
            self._require_no_fault(order_id)
            code = "day.has_left" if order_id in self.in_force.orders else "day.not_planned"
            raise InputError(code, order=order_id, plan=self.in_force.plan.plan_id)
        number = names.index(order_id)
        count = len(rest.problem.visits[number].roles)
        if not 0 <= role < count:
            raise InputError("day.role", order=order_id, found=role, count=count)
        return Stop(number, role)

    def _require_no_fault(self, order_id: str) -> None:
        """Refuse an order that stays where it is for what is wrong with it by now."""
        for fault in self.in_force.faults:
            if fault.params.get("order") == order_id:
                raise InputError(fault.code, **fault.params)

    def _require_may_start(self, stop: Stop, to: int) -> None:
        """Refuse a day before the first on which an order may start: its hours would be those of that day."""
        visit, day = self.rest.problem.visits[stop.visit], self.rest.problem.shifts[to].day
        horizon, name = self.in_force.tours.horizon, visit.visit_id
        opens = horizon.moment(min((from_s for from_s, _ in visit.windows), default=visit.earliest_s))
        earliest = horizon.moment(visit.earliest_s)
        if max(opens, earliest).date() <= horizon.dates[day]:
            return
        notice = self.in_force.notices.get(name, "") if earliest.date() > horizon.dates[day] else ""
        raise InputError(
            "day.too_early", order=name, day=horizon.dates[day], earliest=max(opens, earliest), notice=notice
        )

    def _require_no_event(self, stop: Stop, to: int) -> None:
        """Refuse a day that an event keeps an order from: no plan of days makes it then."""
        name = self.rest.problem.visits[stop.visit].visit_id
        day = self.in_force.tours.horizon.dates[self.rest.problem.shifts[to].day]
        if event := self.in_force.events.get(name, {}).get(day):
            raise InputError("day.event", order=name, day=day, event=event)

    def _shift(self, agent: AgentId, day: date) -> int:
        offset = (day - self.in_force.plan.first_day).days
        shifts = {shift.agent: n for n, shift in enumerate(self.rest.problem.shifts) if shift.day == offset}
        if agent not in shifts:
            raise InputError("day.no_agent", agent=agent, day=day, known=", ".join(sorted(shifts)) or "-")
        return shifts[agent]


def move_order(
    workspace: Workspace,
    order_id: str,
    *,
    day: date,
    now: datetime,
    agent: AgentId,
    position: int,
    role: int = 0,
) -> Moved:
    """Return what it changes to have an agent make an order as the ``position``-th of the rest of his day.

    Positions count from 1. The order may be one that the plan leaves out. Nothing is
    stored; ``accept_proposal`` refuses a plan that breaks rules.

    Raises
    ------
    InputError
        No plan holds the day, the order is not in it, has left or may not start before a later day, the
        agent has no shift to go on with, or the role or position is none.
    """
    moves = HandMoves.read(workspace, day=day, now=now)
    return moves.move(order_id, agent=agent, position=position, day=day, role=role)
