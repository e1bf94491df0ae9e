# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left to do with an emergency for which nobody has time, whoever gives way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from ...core.errors import Failure
from ...workorders.intake.splitting import in_equal_parts
from ...workorders.orders import WorkOrder
from ..intake.split import SplitAsked, split_order
from ..plan_versions import has_plan
from ..ports import UndoableWorkspace, Workspace
from ..records import OrderPin
from ..resources.subcontracts import send_job
from ..rule_versions import rule_book_of
from .alternatives import Alternative, find_alternatives
from .emergency import Emergency, accept_offer, find_offers


def ways_on(workspace: Workspace, found: Emergency, *, day: date, now: datetime) -> tuple[Alternative, ...]:
    """Return what stands in for an emergency without an offer: in time first, then the cheapest.

    That is the work in two halves, agents on call, a subcontractor, hired equipment and the next days; none
    where there is an offer. Errors are those of ``find_alternatives``.
    """
    return () if found.offers else find_alternatives(workspace, found.order_id, day=day, now=now)


def can_take(way: Alternative) -> bool:
    """Tell whether a way can be taken here; who is on call, or hires equipment out, is telephoned."""
    return way.kind in _TAKERS


def take_way(
    workspace: UndoableWorkspace, order_id: str, way: Alternative, *, now: datetime, who: str
) -> int:
    """Take a way on for an order, in one command, which is returned: it can be undone.

    A subcontractor gets its job; work is split in two halves; on another day the order comes into the plan
    of that day, or is kept for the day and its agents where it has no plan yet.

    Raises
    ------
    InputError
        The order can no longer be split, given away or planned.
    Failure
        Nobody has time on the other day any more.
    """
    key = _TAKERS[way.kind](workspace, order_id, way, now, who)
    return max(entry.command_id for entry in workspace.journal(key=key))


def _give(workspace: UndoableWorkspace, order_id: str, way: Alternative, now: datetime, who: str) -> str:
    return send_job(workspace, order_id, way.company, on=now.date(), who=who).number


def _split(workspace: UndoableWorkspace, order_id: str, _: Alternative, now: datetime, who: str) -> str:
    order = workspace.get(WorkOrder, order_id)
    halves = in_equal_parts(order, 2, rule_book_of(workspace, now.date()).intake.split)
    split_order(workspace, order_id, SplitAsked(halves), now=now, who=who, seen_version=order.version)
    return order_id


def _other_day(workspace: UndoableWorkspace, order_id: str, way: Alternative, now: datetime, who: str) -> str:
    if not has_plan(workspace, way.day):
        return _kept(workspace, order_id, way, now, who)
    found = find_offers(workspace, order_id, day=way.day, now=now)
    free = [one for one in found.offers if not one.dropped and one.start.date() == way.day]
    if not free:
        raise Failure("day.bent_in_vain", order=order_id)
    chosen = min(free, key=lambda one: ({*one.agents} != {*way.agents}, one.number))
    return accept_offer(workspace, found, chosen.number, now=now, who=who).plan_id


def _kept(workspace: UndoableWorkspace, order_id: str, way: Alternative, now: datetime, who: str) -> str:
    """Keep an order for a day and agents; whoever plans the day keeps to it."""
    known = workspace.all(OrderPin, order_id=order_id)
    version = known[0].version if known else 0
    agents = tuple(sorted(map(str, way.agents)))
    pin = OrderPin(workspace.get(WorkOrder, order_id).order_id, agents, way.day, who, now, version=version)
    with workspace.command("pin", who=who) as transaction:
        if known:
            transaction.save(pin)
        else:
            transaction.add([pin])
    return order_id


_TAKERS: dict[str, Callable[[UndoableWorkspace, str, Alternative, datetime, str], str]] = {
    "subcontractor": _give,
    "split": _split,
    "other_day": _other_day,
}
