# SPDX-License-Identifier: GPL-3.0-or-later
"""An order that was not done or is put off: back into the queue with a new day, and what that touches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ...core.calendars import add_working_days, is_working_day
from ...core.errors import InputError
from ...network.isolation.interaction import combined_cuts
from ...workorders.life.impact import Impact, MoveFacts, impacts
from ...workorders.life.records import Permit
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.requests import ServiceRequest
from ..assets.asset_base import AssetBase
from ..conditions import Where
from ..ports import Workspace
from ..records import OrderNotice, Outage
from ..rule_versions import rule_book_of
from ..tours.tour_problem import Team
from ..trails import trail_after
from .gathered import cut_of, first, followers_of, notice_of
from .order_days import AHEAD, OrderDay, order_days
from .readiness_board import missing_people

# how many days ahead somebody able to come is looked for
_SEARCHED_DAYS = 60
_NOT_BEGUN = AHEAD | {OrderState.SUSPENDED, OrderState.NOT_DONE}
_ON_ITS_WAY = frozenset({OrderState.PLANNED, OrderState.DISPATCHED})


@dataclass(frozen=True, slots=True)
class NewDay:
    """Another day for an order, held against its deadline, and what the move touches.

    ``is_covered`` says that people with the skills are at work on it.
    """

    order: WorkOrder
    day: date
    is_in_time: bool
    is_covered: bool
    impacts: tuple[Impact, ...]


def propose_day(
    workspace: Workspace, order: WorkOrder, cause: str, *, now: datetime, on: date | None = None
) -> NewDay:
    """Return the day for a new try and what it touches; nothing is stored.

    The first working day after the time that the cause takes, from the legal start on, on which people with
    the skills are at work; or the day asked for with ``on``.

    Raises
    ------
    InputError
        The cause is unknown, or the day asked for is past or before the legal start.
    """
    book = rule_book_of(workspace, now.date())
    rules, law = book.life, book.law
    soonest = add_working_days(now.date(), rules.cause(cause).retry_working_days, region=law.region)
    legal = order.earliest_start.date() if order.earliest_start else now.date()
    team = Team.of(workspace, now.date())
    if on is not None and on < max(now.date(), legal):
        raise InputError("requeue.day", order=order.order_id, found=on, earliest=max(now.date(), legal))
    day = on or _first_covered(order, team, max(soonest, legal), law.region)
    # nothing begins before now, on a day that has begun either
    starts_at = max(datetime.combine(day, law.works_start_at), now)
    facts = MoveFacts(
        order=order,
        starts_at=starts_at,
        now=now,
        cut=cut_of(outage := first(workspace.all(Outage, order_id=order.order_id))),
        sensitive=outage.sensitive_customers if outage else (),
        notice_hours=_notice_hours(workspace, order),
        notice=notice_of(first(workspace.all(OrderNotice, order_id=order.order_id))),
        permits=tuple(workspace.all(Permit, order_id=order.order_id)),
        clashes=_clashes(workspace, outage, day) if outage else (),
        followers=_waiting(workspace, order),
    )
    return NewDay(
        order=order,
        day=day,
        is_in_time=starts_at <= order.due_at,
        is_covered=not missing_people(OrderDay(order, day), team),
        impacts=impacts(facts),
    )


def not_done(
    workspace: Workspace,
    order_id: str,
    cause: str,
    *,
    now: datetime,
    who: str,
    note: str = "",
    on: date | None = None,
) -> NewDay:
    """Note that an order was not done and why, and put it back into the queue for another day.

    One command; the order may be planned from its new day on. Errors are those of ``propose_day`` and of the
    order's life.
    """
    return _again(workspace, order_id, cause, now=now, who=who, note=note, on=on, was_missed=True)


def postpone(
    workspace: Workspace,
    order_id: str,
    cause: str,
    *,
    now: datetime,
    who: str,
    note: str = "",
    on: date | None = None,
) -> NewDay:
    """Put a planned or dispatched order off before its day; see ``not_done``."""
    order = workspace.get(WorkOrder, order_id)
    if order.state not in _ON_ITS_WAY:
        expected = states_in_words(_ON_ITS_WAY)
        raise InputError("requeue.state", order=order_id, found=order_state(order.state), expected=expected)
    return _again(workspace, order_id, cause, now=now, who=who, note=note, on=on, was_missed=False)


def _again(
    workspace: Workspace,
    order_id: str,
    cause: str,
    *,
    now: datetime,
    who: str,
    note: str,
    on: date | None,
    was_missed: bool,
) -> NewDay:
    order = workspace.get(WorkOrder, order_id)
    proposed = propose_day(workspace, order, cause, now=now, on=on)
    trail = trail_after(workspace, [order], now=now, who=who)
    if was_missed and order.state is not OrderState.NOT_DONE:
        order = trail.move(order, OrderState.NOT_DONE, reason=note, cause=cause)
    order = trail.move(order, OrderState.RESCHEDULED, reason=note, cause=cause)
    # the old appointment is gone; the new day is a lower bound, the hour is still to be agreed
    order = replace(order, window_start=datetime.combine(proposed.day, time.min), window_end=None)
    with workspace.command("not done" if was_missed else "postpone", who=who) as transaction:
        transaction.save(order)
        transaction.add(trail.made)
    return replace(proposed, order=workspace.get(WorkOrder, order_id))


def _first_covered(order: WorkOrder, team: Team, soonest: date, region: str) -> date:
    """Return the first working day with people for an order; the soonest one where there is none in sight."""
    days = (soonest + timedelta(days=ahead) for ahead in range(_SEARCHED_DAYS))
    working = [day for day in days if is_working_day(day, region=region)]
    return next((day for day in working if not missing_people(OrderDay(order, day), team)), working[0])


def _notice_hours(workspace: Workspace, order: WorkOrder) -> float:
    """Return how long before a cut customers are told: by the order's contract, else by the rules."""
    request = first(workspace.all(ServiceRequest, request_id=order.request_id)) if order.request_id else None
    book = rule_book_of(workspace, order.received_at.date())
    contract = book.contracts.contracts.get(request.contract_id) if request else None
    if contract is not None and contract.cut_notice_hours is not None:
        return contract.cut_notice_hours
    return book.communication.cut_notice_hours.value


def _waiting(workspace: Workspace, order: WorkOrder) -> tuple[str, ...]:
    """Return the orders that come after one, but for those that have begun or are over."""
    after = sorted(followers_of(workspace, order))
    known = workspace.all(WorkOrder, where=[Where("order_id", among=after)]) if after else []
    past = {str(one.order_id) for one in known if one.state not in _NOT_BEGUN}
    return tuple(one for one in after if one not in past)


def _clashes(workspace: Workspace, outage: Outage, day: date) -> tuple[str, ...]:
    """Return the orders of a day whose cuts take more customers away together with this one."""
    others = [one.order.order_id for one in order_days(workspace, day, day)]
    cuts = [
        cut
        for cut in workspace.all(Outage, where=[Where("order_id", among=others)])
        if cut.order_id != outage.order_id and cut.close
    ]
    if not cuts or not outage.close:
        return ()
    network = AssetBase(workspace).water
    found = combined_cuts(network, [outage.close, *(cut.close for cut in cuts)])
    hit = {max(pair.first, pair.second) for pair in found if min(pair.first, pair.second) == 0}
    return tuple(str(cuts[number - 1].order_id) for number in sorted(hit))
