# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of orders that answers some requests: the main order, those of its steps, and the callers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId
from ...routing.model.links import LinkKind
from ...workorders.intake.chain_templates import ChainStep, laid_out
from ...workorders.intake.steps import OrderStep, step_id
from ...workorders.orders import WorkOrder
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..order_chains import CHAIN
from ..ports import Workspace
from ..records import OrderLink
from ..sites.order_records import FoundRecord
from .desk import Desk, desk_of


@dataclass(frozen=True, slots=True)
class OrderTree:
    """The orders of a tree, the main one first, their steps and links, and the requests that they answer."""

    orders: tuple[WorkOrder, ...]
    steps: tuple[OrderStep, ...]
    links: tuple[OrderLink, ...]
    requests: tuple[ServiceRequest, ...]

    @property
    def main(self) -> WorkOrder:
        """Return the main order."""
        return self.orders[0]

    @property
    def steps_by_id(self) -> dict[str, OrderStep]:
        """Return the steps by their id."""
        return {step.step_id: step for step in self.steps}


def order_tree(workspace: Workspace, order_id: str) -> OrderTree:
    """Return the tree that an order is part of; an unknown order raises ``InputError`` naming near ids."""
    asked = workspace.get(WorkOrder, order_id)
    main = _main_of(workspace, asked)
    family = _family(workspace, main)
    others = tuple(order for order in family if order.order_id != main.order_id)
    steps = sorted(workspace.all(OrderStep, tree_id=main.order_id), key=lambda step: step.number)
    keys = {main.order_id, *(order.order_id for order in others)}
    links = [
        link
        for key in sorted(keys)
        for link in workspace.all(OrderLink, first_id=key)
        if link.second_id in keys
    ]
    requests = workspace.all(ServiceRequest, order_id=main.order_id)
    return OrderTree((main, *others), tuple(steps), tuple(links), tuple(requests))


def _family(workspace: Workspace, main: WorkOrder) -> list[WorkOrder]:
    """Return the orders of a request; of one that came without, its parts where it was split."""
    if main.request_id:
        return workspace.all(WorkOrder, request_id=main.request_id)
    return workspace.all(WorkOrder, part_of=main.part_of) if main.part_of else [main]


def _main_of(workspace: Workspace, order: WorkOrder) -> WorkOrder:
    if order.part_of and not order.request_id:
        return next(iter(workspace.all(WorkOrder, order_id=order.part_of)), order)
    asked = workspace.all(ServiceRequest, request_id=order.request_id) if order.request_id else []
    if not asked or asked[0].order_id in ("", order.order_id):
        return order
    own = workspace.all(WorkOrder, order_id=asked[0].order_id)
    # a request that was merged since has other orders: what was made of it stands alone
    return own[0] if own and own[0].request_id == order.request_id else order


def lay_out_chain(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
) -> OrderTree:
    """Give an order the steps of its type of work and the orders that these ask for, in one command.

    ``InputError`` when the order has steps already, or its type of work is a single step.
    """
    tree = order_tree(workspace, order_id)
    if tree.steps:
        raise InputError("intake.has_steps", order=tree.main.order_id)
    desk = desk_of(workspace, base, rules=rules, now=now, language=language)
    own = next((one for one in tree.requests if one.request_id == tree.main.request_id), None)
    taken = {OrderId(key) for key in workspace.keys(WorkOrder)}
    _, records = chain_records(desk, own, tree.main, taken)
    if not records:
        raise InputError("intake.no_chain", order=tree.main.order_id, job=tree.main.code)
    with workspace.command("lay out steps", who=who) as transaction:
        transaction.add(records)
    return order_tree(workspace, order_id)


def chain_records(
    desk: Desk, request: ServiceRequest | None, main: WorkOrder, taken: set[OrderId]
) -> tuple[tuple[WorkOrder, ...], tuple[object, ...]]:
    """Return the orders that follow a main order, and all records of its chain: none for a single step.

    A step that only may be needed gets no order of its own yet.
    """
    template = desk.rules.chains.of(main.code, main.priority)
    if template is None:
        return (), ()
    steps = laid_out(template)
    followers: dict[str, WorkOrder] = {}
    found: list[object] = []
    for step in steps:
        if step.template.order and not step.template.optional:
            order, records = _follower(desk, request, main, step.template.order, taken)
            followers[step.key] = order
            found += [order, *records]
    links = [_link(main, step, followers) for step in steps if step.key in followers]
    laid = _steps(desk, main, steps, followers)
    return tuple(followers.values()), (*found, *links, *laid)


def _follower(
    desk: Desk, request: ServiceRequest | None, main: WorkOrder, code: str, taken: set[OrderId]
) -> tuple[WorkOrder, list[FoundRecord]]:
    """Return the order of a later step: at the same place and asset, no longer urgent by what was said."""
    calm = _as_request(main, desk) if request is None else request
    calm = replace(
        calm,
        code=code,
        danger=False,
        answers=None,
        window_start=None,
        window_end=None,
        asset_id=main.asset_id,
        quantity=None,
    )
    standard = desk.rules.catalogue[code]
    return desk.handle(calm, standard=standard, order_id=desk.next_id(taken, code=code))


def _as_request(main: WorkOrder, desk: Desk) -> ServiceRequest:
    """Return what an order that came without a request would have been asked by."""
    return ServiceRequest(
        request_id=main.request_id,
        received_at=main.received_at,
        caller="",
        phone="",
        customer_ref="",
        address=main.address,
        place=main.place,
        code=main.code,
        description=main.label,
        danger=False,
        contract_id=desk.rules.intake.contract_id,
    )


def _link(main: WorkOrder, step: ChainStep, followers: Mapping[str, WorkOrder]) -> OrderLink:
    follower = followers[step.key]
    return OrderLink(
        link_id=f"{main.order_id}>{follower.order_id}",
        first_id=main.order_id,
        second_id=follower.order_id,
        kind=LinkKind.AFTER.value,
        min_lag_min=step.template.min_lag_min,
        max_lag_min=step.template.max_lag_min,
        origin=CHAIN,
    )


def _steps(
    desk: Desk, main: WorkOrder, steps: tuple[ChainStep, ...], followers: Mapping[str, WorkOrder]
) -> list[OrderStep]:
    numbers = {step.key: step.number for step in steps}
    return [
        OrderStep(
            step_id=step_id(main.order_id, step.number),
            tree_id=main.order_id,
            order_id=followers[step.key].order_id if step.key in followers else main.order_id,
            number=step.number,
            key=step.key,
            label=step.template.label.spoken(desk.language),
            where=step.template.where,
            follows=tuple(step_id(main.order_id, numbers[key]) for key in step.follows),
            min_lag_min=step.template.min_lag_min,
            max_lag_min=step.template.max_lag_min,
            optional=step.template.optional,
        )
        for step in steps
    ]
