# SPDX-License-Identifier: GPL-3.0-or-later
"""The briefing of a zone's team: done, not done, blocked, what comes, remarks, actions, the next date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...core.resources import Zone
from ...workorders.closing.records import Closure
from ...workorders.informing.actions import TeamAction, action_done
from ...workorders.informing.execution import ExecutionRules
from ...workorders.informing.remarks import FieldRemark, RemarkFigures
from ...workorders.life.moves import OrderMove
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..plan_versions import current_plan
from ..ports import Workspace
from ..records import PlanStop, PlanUnplanned
from .numbers import next_number
from .page import Page, Section
from .remarks import remark_book

# the field of closure.yaml in which a crew says so
WENT_WELL = "went_well"

_OVER = frozenset({OrderState.DONE, OrderState.TO_CORRECT, OrderState.CLOSED})


@dataclass(frozen=True, slots=True)
class NotDone:
    """An order that was not done, when it turned out and why."""

    order: WorkOrder
    at: datetime
    cause: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a team talks over on a day: the ``first`` to ``last`` day behind it, and those until the next.

    Orders and remarks count for the team; nothing is told of one agent alone. ``went_well`` has what the
    closures of the period say went well, with the order and without who wrote it.
    """

    zone: Zone
    day: date
    first: date
    next_on: date
    done: tuple[WorkOrder, ...]
    not_done: tuple[NotDone, ...]
    blocked: tuple[WorkOrder, ...]
    coming: tuple[tuple[datetime, WorkOrder], ...]
    remarks: tuple[FieldRemark, ...]
    figures: RemarkFigures
    actions: tuple[TeamAction, ...]
    went_well: tuple[tuple[WorkOrder, str], ...]


def team_briefing(
    workspace: Workspace,
    zone_id: str,
    *,
    day: date,
    rules: ExecutionRules,
    next_on: date | None = None,
) -> Briefing:
    """Fill in the briefing of a zone on a day; ``InputError`` for an unknown zone or a next one before it."""
    zone = workspace.get(Zone, zone_id)
    span = timedelta(days=rules.briefing_days.value)
    following = next_on or day + span
    if following <= day:
        raise InputError("briefing.next_too_early", day=day, next_on=following)
    first = day - span + timedelta(days=1)
    orders = {order.order_id: order for order in workspace.all(WorkOrder, zone=zone_id)}
    moves = [
        move
        for move in workspace.all(OrderMove)
        if move.order_id in orders and first <= move.at.date() <= day
    ]
    book = remark_book(workspace, zone=zone_id, first=first, last=day)
    done = _done(orders.values(), first=first, last=day)
    return Briefing(
        zone=zone,
        day=day,
        first=first,
        next_on=following,
        done=done,
        not_done=_not_done(orders, moves),
        blocked=_blocked(workspace, orders),
        coming=_coming(workspace, orders, after=day, last=following),
        remarks=book.remarks,
        figures=book.figures,
        actions=_actions(workspace, zone_id, first=first),
        went_well=_went_well(workspace, done),
    )


def _done(orders: Iterable[WorkOrder], *, first: date, last: date) -> tuple[WorkOrder, ...]:
    ended = (order for order in orders if order.state in _OVER and order.ended_at is not None)
    return tuple(order for order in ended if order.ended_at and first <= order.ended_at.date() <= last)


def _went_well(workspace: Workspace, done: Iterable[WorkOrder]) -> tuple[tuple[WorkOrder, str], ...]:
    """Return the positive notes in the closures of orders (criterion CAP-2.3.e)."""
    by_id = {order.order_id: order for order in done}
    closures = workspace.all(Closure, where=[Where("order_id", among=sorted(by_id))])
    notes = ((by_id[one.order_id], one.fields.get(WENT_WELL, "").strip()) for one in closures)
    return tuple(sorted(((order, note) for order, note in notes if note), key=lambda pair: pair[0].order_id))


def _not_done(orders: Mapping[OrderId, WorkOrder], moves: Iterable[OrderMove]) -> tuple[NotDone, ...]:
    """Return each order that was not done in the period, as it last turned out, unless it was done since."""
    last: dict[OrderId, OrderMove] = {}
    for move in sorted(moves, key=lambda move: (move.at, move.number)):
        if move.to_state is OrderState.NOT_DONE and not move.is_corrected:
            last[move.order_id] = move
    return tuple(
        NotDone(orders[name], move.at, move.cause, move.reason)
        for name, move in last.items()
        if orders[name].state not in _OVER
    )


def _blocked(workspace: Workspace, orders: Mapping[OrderId, WorkOrder]) -> tuple[WorkOrder, ...]:
    """Return the orders that are suspended, and those that the plan in force had to leave out."""
    plan = current_plan(workspace)
    left_out = workspace.all(PlanUnplanned, plan_id=plan.plan_id) if plan else []
    waiting = {unplanned.order_id for unplanned in left_out}
    return tuple(
        order
        for order in orders.values()
        if order.state is OrderState.SUSPENDED
        or (order.order_id in waiting and order.state in (OrderState.QUALIFIED, OrderState.RESCHEDULED))
    )


def _coming(
    workspace: Workspace, orders: Mapping[OrderId, WorkOrder], *, after: date, last: date
) -> tuple[tuple[datetime, WorkOrder], ...]:
    """Return what is planned until the next briefing, with its start."""
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, task="work") if plan else []
    starts: dict[OrderId, datetime] = {}
    for stop in stops:
        if stop.order_id in orders and after < stop.day <= last:
            starts[stop.order_id] = min(stop.start, starts.get(stop.order_id, stop.start))
    for order in orders.values():
        wanted = order.window_start
        is_open = order.state not in _OVER | {OrderState.CANCELLED}
        if wanted and is_open and after < wanted.date() <= last:
            starts.setdefault(order.order_id, wanted)
    return tuple(sorted(((at, orders[name]) for name, at in starts.items()), key=lambda pair: pair[0]))


def _actions(workspace: Workspace, zone_id: str, *, first: date) -> tuple[TeamAction, ...]:
    """Return the open actions of a zone by due day, then those done since the last briefing."""
    found = workspace.all(TeamAction, zone=zone_id)
    kept = [action for action in found if action.done_at is None or action.done_at.date() >= first]
    return tuple(sorted(kept, key=lambda action: (action.done_at is not None, action.due_on)))


def add_action(
    workspace: Workspace,
    zone_id: str,
    text: str,
    *,
    owner: str,
    due_on: date,
    order_id: str = "",
    now: datetime,
    who: str,
) -> TeamAction:
    """Note an action of a team in one journaled command; ``InputError`` for an unknown zone or order."""
    workspace.get(Zone, zone_id)
    if order_id:
        workspace.get(WorkOrder, order_id)
    if not (text.strip() and owner.strip()):
        raise InputError("action.incomplete")
    name = next_number("A", (action.action_id for action in workspace.all(TeamAction)))
    action = TeamAction(name, zone_id, text.strip(), owner.strip(), due_on, now, who, order_id)
    with workspace.command("note action", who=who) as transaction:
        transaction.add([action])
    return action


def finish_action(workspace: Workspace, action_id: str, *, now: datetime, who: str) -> TeamAction:
    """Note that an action is done, in one journaled command."""
    done = action_done(workspace.get(TeamAction, action_id), at=now)
    with workspace.command("finish action", who=who) as transaction:
        transaction.save(done)
    return workspace.get(TeamAction, action_id)


def briefing_page(found: Briefing) -> Page:
    """Return a briefing as a page."""
    days = Message("page.briefing_days", {"first": found.first, "last": found.day, "next_on": found.next_on})
    return Page(
        title=Message("page.briefing", {"zone": found.zone.name, "day": found.day}),
        subtitle=found.zone.field_manager,
        sections=(
            Section(days, (), ((Message("page.counts", _counts(found)),),)),
            _section("page.done", [(o.order_id, o.label, o.address, o.ended_at) for o in found.done]),
            _section(
                "page.not_done",
                [(m.order.order_id, m.order.label, m.order.address, _why(m), m.at) for m in found.not_done],
            ),
            _section("page.blocked", [(o.order_id, o.label, o.address, o.due_at) for o in found.blocked]),
            _section("page.coming", [(o.order_id, o.label, o.address, at) for at, o in found.coming]),
            _section("page.went_well", [(o.order_id, o.label, note) for o, note in found.went_well]),
            _section("page.remarks", [(r.remark_id, r.subject, r.text, r.answer) for r in found.remarks]),
            _section(
                "page.actions",
                [(a.action_id, a.text, a.owner, a.due_on, a.done_at) for a in found.actions],
            ),
        ),
    )


def _why(missed: NotDone) -> str:
    return ": ".join(part for part in (missed.cause, missed.reason) if part)


def _counts(found: Briefing) -> dict[str, object]:
    figures = found.figures
    return {
        "done": len(found.done),
        "not_done": len(found.not_done),
        "blocked": len(found.blocked),
        "coming": len(found.coming),
        "actions": sum(action.done_at is None for action in found.actions),
        "received": figures.received,
        "answered": figures.answered,
        "median": "-" if figures.median_days is None else f"{figures.median_days:g}",
    }


def _section(code: str, rows: Iterable[tuple[str | date | None, ...]]) -> Section:
    return Section(Message(code), (), tuple(rows))
