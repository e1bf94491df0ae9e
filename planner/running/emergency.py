# SPDX-License-Identifier: GPL-3.0-or-later
"""An emergency in the running day: three ways to insert it, stored only once one is accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ...core.errors import Failure, InputError
from ...core.ids import AgentId, OrderId
from ...core.resources import SkillGrant
from ...routing.check.repair import as_solution
from ...routing.day.alternatives import Alternative, alternatives
from ...routing.day.displacement import displacement
from ...routing.day.rest_of_day import RestOfDay
from ...routing.engine.book import Book
from ..ports import Workspace
from ..records import Plan
from ..tours.reasons import GatheredReason, gather_reasons
from ..tours.violations import broken_rules
from .plan_in_force import PlanInForce, read_plan_in_force
from .running_day import Change, Proposal, accept_proposal, day_over, rest_reasons


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to insert an order: who makes it when, at what price, and what becomes of the others.

    ``cost_min`` is in weighted minutes; for an offer in which others give way it holds the value of those
    ``dropped``. ``changes`` are the displaced orders with old and new time.
    """

    number: int
    agents: tuple[AgentId, ...]
    start: datetime
    cost_min: float
    late_min: int
    changes: tuple[Change, ...]
    dropped: tuple[str, ...]
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Emergency:
    """The offers for an order, the cheapest first; ``reasons`` say why it fits nowhere as the plan stands."""

    order_id: str
    plan: Plan
    offers: tuple[Offer, ...]
    reasons: tuple[GatheredReason, ...]


def find_offers(workspace: Workspace, order_id: str, *, day: date, now: datetime) -> Emergency:
    """Return how an order could be inserted into the plan in force; nothing is stored.

    What has left by ``now`` stays. Where the order fits nowhere, one offer lets less important orders give
    way, if that is possible at all.

    Raises
    ------
    InputError
        See ``read_plan_in_force``; or the day is over.
    Failure
        The rest of the plan in force no longer keeps the rules.
    """
    in_force = read_plan_in_force(workspace, day, extra=[order_id], now=now)
    rest = standing_rest(in_force, now)
    solution = as_solution(rest.problem, rest.routes, rest.order)
    book = Book.of(rest.problem)
    found: list[tuple[Alternative, tuple[str, ...]]] = [
        (one, ()) for one in alternatives(rest.problem, solution, order_id, book=book)
    ]
    reasons: tuple[GatheredReason, ...] = ()
    if not found:
        way = displacement(rest.problem, solution, order_id, kept=_parts(in_force), book=book)
        found = [(way.alternative, way.dropped)] if way else []
        standing = Proposal(in_force, rest, rest.routes, rest.order)
        reasons = gather_reasons(rest_reasons(standing, OrderId(order_id), workspace.all(SkillGrant)))
    offers = tuple(
        _offer(in_force, rest, order_id, number, one, dropped)
        for number, (one, dropped) in enumerate(found, start=1)
    )
    return Emergency(order_id, in_force.plan, offers, reasons)


def accept_offer(workspace: Workspace, emergency: Emergency, number: int, *, now: datetime, who: str) -> Plan:
    """Store an offer (from 1) as the plan in force; see ``accept_proposal``."""
    if not 1 <= number <= len(emergency.offers):
        raise InputError("day.no_offer", order=emergency.order_id, found=number, count=len(emergency.offers))
    chosen = emergency.offers[number - 1].proposal
    return accept_proposal(workspace, chosen, name="insert", now=now, who=who)


def standing_rest(in_force: PlanInForce, now: datetime) -> RestOfDay:
    """Return the rest of the day as it stands; refuse a day that is over, or a plan that breaks rules."""
    rest = in_force.rest(now)
    if not rest.shifts:
        raise day_over(now)
    proposal = Proposal(in_force, rest, rest.routes, rest.order)
    if violations := proposal.checked.violations:
        broken = broken_rules(proposal.whole.problem, violations)
        raise Failure("day.broken", plan=in_force.plan.plan_id, found=broken)
    return rest


def _parts(in_force: PlanInForce) -> set[str]:
    """Return the visits that are parts of a whole: closing a cut, working under it, opening it again."""
    units = in_force.tours.units
    return {visit for unit in units for visit in (unit.close, *unit.works, unit.reopen)}


def _offer(
    in_force: PlanInForce,
    rest: RestOfDay,
    order_id: str,
    number: int,
    one: Alternative,
    dropped: tuple[str, ...],
) -> Offer:
    proposal = Proposal(in_force, rest, one.routes, one.order)
    own = next(change for change in proposal.changes if change.order_id == order_id)
    return Offer(
        number=number,
        agents=tuple(rest.problem.shifts[shift].agent for shift in one.shifts),
        start=in_force.tours.horizon.moment(one.start_s),
        cost_min=one.cost_min,
        late_min=own.late_after_min,
        changes=tuple(change for change in proposal.changes if change is not own),
        dropped=dropped,
        proposal=proposal,
    )
