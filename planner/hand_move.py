# SPDX-License-Identifier: GPL-3.0-or-later
"""An order of the running day moved by hand to another agent or position: what that changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ..core.errors import InputError
from ..core.ids import AgentId
from ..routing.check.timeline import Violation
from ..routing.day.by_hand import HandMove, move_by_hand
from ..routing.day.rest_of_day import RestOfDay
from ..routing.model.problem import Stop
from .plan_in_force import PlanInForce, read_plan_in_force
from .ports import Workspace
from .running_day import Change, Proposal


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move by hand changes; ``new`` and ``gone`` are the violations that it brings and heals."""

    proposal: Proposal
    cost_min: float
    cost: dict[str, float]
    travel_min: float
    new: tuple[Violation, ...]
    gone: tuple[Violation, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every order that is made at another time or by others."""
        return self.proposal.changes


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
        No plan holds the day, the order is not in it or has left, the agent has no shift to go on with, or
        the role or position is none.
    """
    in_force = read_plan_in_force(workspace, day)
    rest = in_force.rest(now)
    stop = _stop(in_force, rest, order_id, role)
    to = _shift(in_force, rest, agent, day)
    if position < 1:
        raise InputError("day.position", found=position)
    # the anchor of an agent who is out comes first
    anchored = any(isinstance(s, Stop) and s.visit >= len(rest.visits) for s in rest.routes[to])
    at = position - 1 + anchored
    found = move_by_hand(rest.problem, rest.routes, stop, to=to, position=at, order=rest.order)
    return _moved(in_force, rest, found)


def _moved(in_force: PlanInForce, rest: RestOfDay, found: HandMove) -> Moved:
    before, after = found.before.cost.minutes(), found.after.cost.minutes()
    return Moved(
        proposal=Proposal(in_force, rest, found.routes, found.order),
        cost_min=found.cost_min,
        cost={term: after[term] - before[term] for term in after},
        travel_min=found.after.cost.travel - found.before.cost.travel,
        new=found.new,
        gone=found.gone,
    )


def _stop(in_force: PlanInForce, rest: RestOfDay, order_id: str, role: int) -> Stop:
    names = [rest.problem.visits[number].visit_id for number in range(len(rest.visits))]
    if order_id not in names:
        code = "day.has_left" if order_id in in_force.orders else "day.not_planned"
        raise InputError(code, order=order_id, plan=in_force.plan.plan_id)
    number = names.index(order_id)
    count = len(rest.problem.visits[number].roles)
    if not 0 <= role < count:
        raise InputError("day.role", order=order_id, found=role, count=count)
    return Stop(number, role)


def _shift(in_force: PlanInForce, rest: RestOfDay, agent: AgentId, day: date) -> int:
    offset = (day - in_force.plan.first_day).days
    shifts = {shift.agent: n for n, shift in enumerate(rest.problem.shifts) if shift.day == offset}
    if agent not in shifts:
        raise InputError("day.no_agent", agent=agent, day=day, known=", ".join(sorted(shifts)) or "-")
    return shifts[agent]
