# SPDX-License-Identifier: GPL-3.0-or-later
"""Several requests about one burst: one tree of orders answers them all, and closes them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.intake.merging import OVER, REPLACEABLE, CallerToTell, closed_with, merged, together
from ...workorders.intake.overrides import PriorityOverride
from ...workorders.intake.splitting import judged_as
from ...workorders.lifecycle import order_state
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.requests import RequestState, ServiceRequest
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..trails import trail_after
from .desk import Desk, desk_of
from .order_tree import OrderTree, order_tree
from .priorities import held_priority
from .study_again import STUDIED_STATES, StudiedAgain, former_study, is_notified, study_again

_JUDGED_AGAIN = frozenset(
    {OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED, OrderState.SUSPENDED}
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The request that answers, those merged into it, its order judged on all, and the orders given up.

    ``studied`` tells whether the cut, the networks around the dig and the notice of the order were looked at
    again: not those of a planned order, nor after its notice was sent.
    """

    root: ServiceRequest
    requests: tuple[ServiceRequest, ...]
    order: WorkOrder | None
    cancelled: tuple[WorkOrder, ...]
    studied: bool = False


@dataclass(frozen=True, slots=True)
class ClosedTree:
    """The requests that were closed with their orders, and the callers to tell."""

    requests: tuple[ServiceRequest, ...]
    callers: tuple[CallerToTell, ...]


def merge_requests(
    workspace: Workspace,
    base: AssetBase,
    request_ids: Sequence[str],
    *,
    into: str,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
) -> Merged:
    """Have the orders of one request answer others too, in one journaled command.

    The order is judged again on what all callers said, and its place studied as of ``now``: another priority
    may ask for another notice. Orders that the others had are cancelled.
    ``InputError`` when a request is unknown, rejected, closed or merged already, or its work has begun.
    """
    root = _root(workspace, into)
    asked = [workspace.get(ServiceRequest, key) for key in dict.fromkeys(request_ids)]
    taken = [merged(request, root) for request in asked]
    own = [request.request_id for request in asked]
    followers = [
        replace(one, merged_into=root.request_id, order_id=root.order_id)
        for one in workspace.all(ServiceRequest, state=RequestState.MERGED)
        if one.merged_into in own
    ]
    replaced = [order for request in asked for order in _replaced(workspace, request)]
    trail = trail_after(workspace, replaced, now=now, who=who)
    given_up = [trail.move(order, OrderState.CANCELLED, reason=root.request_id) for order in replaced]
    desk = desk_of(workspace, base, rules=rules, now=now, language=language)
    order, with_it = _judged(workspace, desk, root, [*taken, *followers])
    studied = _studied(workspace, desk, order)
    with workspace.command("merge requests", who=who) as transaction:
        for record in (*taken, *followers, *given_up, *with_it, None if studied else order):
            if record is not None:
                transaction.save(record)
        if studied:
            studied.keep(transaction)
        transaction.add(trail.made)
    order = studied.order if studied else order
    return Merged(root, (*taken, *followers), order, tuple(given_up), studied is not None)


def judge_again(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
) -> WorkOrder:
    """Judge an order again on its requests and the maps as they are now; a priority set by hand stays.

    Of a split order all parts that have not left are judged, whichever of them is named. Nothing is written
    of what is judged as it was.
    ``InputError`` when the order came without a request, is no main order, or has left.
    """
    tree = order_tree(workspace, order_id)
    root = next((one for one in tree.requests if one.request_id == tree.main.request_id), None)
    named = next((one for one in _in_one_piece(tree) if one.order_id == order_id), None)
    if root is None or named is None:
        raise InputError("intake.not_judged", order=order_id)
    if named.state not in _JUDGED_AGAIN:
        raise InputError("intake.has_left", order=order_id, found=order_state(named.state))
    desk = desk_of(workspace, base, rules=rules, now=now, language=language)
    order, with_it = _judged(workspace, desk, root, [])
    judged = [record for record in (*with_it, order) if record is not None]
    changed = [one for one in judged if workspace.get(type(one), one.order_id) != one]
    with workspace.command("judge order", who=who) as transaction:
        for record in changed:
            transaction.save(record)
    return workspace.get(WorkOrder, order_id)


def close_requests(workspace: Workspace, order_id: str, *, at: datetime, who: str) -> ClosedTree:
    """Close the requests that a tree of closed orders answers, and list the callers to tell.

    ``InputError`` while an order of the tree is neither closed nor cancelled, or no request is left open.
    """
    tree = order_tree(workspace, order_id)
    closed, callers = closed_with(tree.requests, tree.orders, at=at)
    if not closed:
        raise InputError("intake.none_to_close", order=tree.main.order_id)
    with workspace.command("close requests", who=who) as transaction:
        for request in closed:
            transaction.save(request)
    return ClosedTree(closed, callers)


def requests_closed_by(workspace: Workspace, order: WorkOrder, *, at: datetime) -> tuple[ServiceRequest, ...]:
    """Return the requests that are over once an order is as given: none while its tree has open orders."""
    tree = order_tree(workspace, order.order_id)
    orders = [order if one.order_id == order.order_id else one for one in tree.orders]
    if any(one.state not in OVER for one in orders):
        return ()
    closed, _ = closed_with(tree.requests, orders, at=at)
    return closed


def callers_to_tell(workspace: Workspace, order_id: str) -> tuple[CallerToTell, ...]:
    """Return who called about the work of an order tree, in the order of their calls."""
    requests = order_tree(workspace, order_id).requests
    return tuple(
        CallerToTell(one.request_id, one.caller, one.phone, one.email)
        for one in sorted(requests, key=lambda one: (one.received_at, one.request_id))
    )


def _root(workspace: Workspace, request_id: str) -> ServiceRequest:
    """Return the request whose orders answer one: itself, unless it was merged into another."""
    request = workspace.get(ServiceRequest, request_id)
    while request.merged_into:
        request = workspace.get(ServiceRequest, request.merged_into)
    return request


def _replaced(workspace: Workspace, request: ServiceRequest) -> list[WorkOrder]:
    """Return the orders that a merged request gives up; ``InputError`` when one has left."""
    if request.state is not RequestState.CONVERTED:
        return []
    tree = order_tree(workspace, request.order_id)
    live = [order for order in tree.orders if order.state is not OrderState.CANCELLED]
    for order in live:
        if order.state not in REPLACEABLE:
            raise InputError(
                "intake.merge_begun",
                request=request.request_id,
                order=order.order_id,
                found=order_state(order.state),
            )
    return live


def _studied(workspace: Workspace, desk: Desk, order: WorkOrder | None) -> StudiedAgain | None:
    """Return the study of an order as of now; None where what was found has to stay."""
    if order is None or order.state not in STUDIED_STATES:
        return None
    former = former_study(workspace, order.order_id)
    return None if is_notified(former) else study_again(desk, order, former)


def _in_one_piece(tree: OrderTree) -> tuple[WorkOrder, ...]:
    """Return the main order of a tree, and the other parts of it where it was split."""
    root = tree.main.part_of
    parts = (one for one in tree.orders[1:] if root and one.part_of == root)
    return (tree.main, *parts)


def _judged(
    workspace: Workspace, desk: Desk, root: ServiceRequest, more: Sequence[ServiceRequest]
) -> tuple[WorkOrder | None, tuple[WorkOrder | PriorityOverride, ...]]:
    """Return the main order of a request judged on all that callers said, a priority set by hand kept.

    With it the other parts of a split one, judged alike, and the overrides that are renewed; those that have
    left stay as they are.
    """
    if not root.order_id:
        return None, ()
    tree: OrderTree = order_tree(workspace, root.order_id)
    open_ones = [one for one in _in_one_piece(tree) if one.state in _JUDGED_AGAIN]
    if not open_ones:
        return None, ()
    said = [one for one in tree.requests if one.request_id != root.request_id]
    request = together([*said, *more], root, desk.rules.criticality)
    judged = desk.judge_again(tree.main, request)
    kept = [
        held_priority(
            workspace,
            judged if one is tree.main else judged_as(one, judged),
            contract_id=root.contract_id,
            rules=desk.rules,
        )
        for one in open_ones
    ]
    main = kept[0][0] if open_ones[0] is tree.main else None
    others = (order for order, _ in kept if order is not main)
    return main, (*others, *(override for _, override in kept if override is not None))
