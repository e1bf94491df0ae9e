# SPDX-License-Identifier: GPL-3.0-or-later
"""An emergency in the running day: three ways to insert it, stored only once one is accepted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.errors import Failure, InputError
from ...core.ids import AgentId, OrderId
from ...core.messages import Message
from ...core.progress import Progress, SilentProgress, Span
from ...core.resources import SkillGrant
from ...routing.day.alternatives import Alternative, alternatives
from ...routing.day.displacement import displacement
from ...routing.day.rest_of_day import RestOfDay
from ...routing.engine.book import Book
from ..ports import Workspace
from ..records import Plan
from ..tours.reasons import GatheredReason, gather_reasons
from ..tours.solve_tours import Search
from .plan_in_force import PlanInForce, read_plan_in_force
from .running_day import Change, Proposal, accept_proposal, day_over, rest_reasons
from .search_rest import search_rest
from .standing_faults import broken_tours, told_faults


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
    """The offers for an order, the cheapest first; ``reasons`` say why it fits nowhere as the plan stands.

    ``faults`` name what is wrong in the plan by now: the tours that they are about stay as they stand.
    """

    order_id: str
    plan: Plan
    offers: tuple[Offer, ...]
    reasons: tuple[GatheredReason, ...]
    faults: tuple[Message, ...] = ()


def find_offers(
    workspace: Workspace,
    order_id: str,
    *,
    day: date,
    now: datetime,
    iterations: int | None = None,
    progress: Progress | None = None,
) -> Emergency:
    """Return how an order could be inserted into the plan in force; nothing is stored.

    What has left by ``now`` stays. Where the order fits nowhere, one offer lets a less important order give
    way; where that is not enough, the rest of the day is searched three times for one in which several do,
    with the steps of ``running_day.yaml`` or some ``iterations``.

    Raises
    ------
    InputError
        See ``read_plan_in_force``; or the day is over.
    Failure
        The rest of the plan in force no longer keeps the rules.
    """
    in_force = read_plan_in_force(workspace, day, extra=[order_id], now=now)
    standing = standing_day(in_force, now)
    in_force = standing.in_force
    if kept := in_force.kept_away(order_id, now):
        return Emergency(order_id, in_force.plan, (), gather_reasons(kept), in_force.faults)
    rest, solution = standing.rest, standing.solution
    book = Book.of(rest.problem)
    found: list[tuple[Alternative, tuple[str, ...]]] = [
        (one, ()) for one in alternatives(rest.problem, solution, order_id, book=book)
    ]
    reasons: tuple[GatheredReason, ...] = ()
    if not found:
        way = displacement(rest.problem, solution, order_id, kept=_parts(in_force), book=book)
        found = [(way.alternative, way.dropped)] if way else []
        reasons = gather_reasons(rest_reasons(standing, OrderId(order_id), workspace.all(SkillGrant)))
    offers = tuple(
        _offer(in_force, rest, order_id, number, one, dropped)
        for number, (one, dropped) in enumerate(found, start=1)
    )
    if not offers and not rest.problem.visits[rest.problem.index_of(order_id)].hopeless:
        offers = _several_give_way(standing, order_id, now, iterations, progress or SilentProgress())
    return Emergency(order_id, in_force.plan, offers, reasons, in_force.faults)


def accept_offer(workspace: Workspace, emergency: Emergency, number: int, *, now: datetime, who: str) -> Plan:
    """Store an offer (from 1) as the plan in force; see ``accept_proposal``."""
    if not 1 <= number <= len(emergency.offers):
        raise InputError("day.no_offer", order=emergency.order_id, found=number, count=len(emergency.offers))
    chosen = emergency.offers[number - 1].proposal
    return accept_proposal(workspace, chosen, name="insert", now=now, who=who)


def standing_day(in_force: PlanInForce, now: datetime) -> Proposal:
    """Return the rest of the day as it stands, tours that break rules by now left as they are.

    ``InputError`` where the day is over, ``Failure`` where nothing of it keeps the rules.
    """
    standing = _standing(in_force, now)
    if not standing.rest.shifts and (not in_force.faults or _is_over(in_force, now)):
        raise day_over(now)
    if at_fault := broken_tours(standing.rest, standing.checked.violations):
        told = told_faults(in_force.tours, in_force.routes, at_fault)
        standing = _standing(in_force.left_as_is(at_fault.shifts, told), now)
    if not standing.rest.shifts or standing.checked.violations:
        raise Failure("day.broken", plan=in_force.plan.plan_id, found=standing.in_force.faults)
    return standing


def _is_over(in_force: PlanInForce, now: datetime) -> bool:
    now_s = in_force.tours.horizon.seconds(now)
    return all(shift.end_s + shift.overtime_s <= now_s for shift in in_force.problem.shifts)


def _standing(in_force: PlanInForce, now: datetime) -> Proposal:
    rest = in_force.rest(now)
    return Proposal(in_force, rest, rest.routes, rest.order)


def _several_give_way(
    standing: Proposal, order_id: str, now: datetime, iterations: int | None, progress: Progress
) -> tuple[Offer, ...]:
    """Return the different rests of the day that some searches find, the cheapest first."""
    rules = standing.in_force.tours.rules.running.replan
    room = rules.emergency
    searches = room.searches if room else 1
    steps = iterations or (room.steps if room else None)
    found: dict[tuple[tuple[AgentId, ...], datetime], Offer] = {}
    for seed in range(1, searches + 1):
        search = Search(room.seconds if room else rules.seconds, seed=seed, iterations=steps)
        part = Span(progress, (seed - 1) / searches, seed / searches)
        if offer := _searched(standing, order_id, now, search, part):
            known = found.setdefault((offer.agents, offer.start), offer)
            found[offer.agents, offer.start] = min(known, offer, key=lambda one: one.cost_min)
    ranked = sorted(found.values(), key=lambda offer: offer.cost_min)
    return tuple(replace(offer, number=number) for number, offer in enumerate(ranked, start=1))


def _searched(
    standing: Proposal, order_id: str, now: datetime, search: Search, progress: Progress
) -> Offer | None:
    """Return the searched rest of the day that has the order, if only orders worth less fall out of it."""
    in_force = standing.in_force
    found = search_rest(in_force, lambda priced: priced.rest(now), search, in_force.told_s, progress=progress)
    works = [change for change in found.changes if change.task == "work"]
    own = next((change for change in works if change.order_id == order_id), None)
    if own is None or own.after is None:
        return None
    dropped = tuple(str(change.order_id) for change in works if not change.after)
    worth_min = _worth_min(in_force)
    if any(worth_min[name] >= worth_min[order_id] for name in dropped):
        return None
    weights = in_force.problem.weights
    left_out_min = sum(
        visit.left_out_min
        for visit in in_force.problem.visits
        if in_force.tours.task_of(visit.visit_id).order_id == order_id
    )
    more_min = found.checked.cost.total(weights) - standing.checked.cost.total(weights)
    return Offer(
        number=0,
        agents=own.after.agents,
        start=own.after.start,
        cost_min=more_min + weights.unplanned * left_out_min,
        late_min=own.late_after_min,
        changes=tuple(change for change in found.changes if change is not own),
        dropped=dropped,
        proposal=found,
    )


def _worth_min(in_force: PlanInForce) -> dict[str, int]:
    """Return what each order is worth: its work, and the operations of its valves where they are apart."""
    worth_min: dict[str, int] = {}
    for visit in in_force.problem.visits:
        name = str(in_force.tours.task_of(visit.visit_id).order_id)
        worth_min[name] = worth_min.get(name, 0) + visit.value_min
    return worth_min


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
