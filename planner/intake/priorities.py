# SPDX-License-Identifier: GPL-3.0-or-later
"""A dispatcher sets the priority of an order against the rules, with a reason, or takes that back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...core.errors import InputError
from ...workorders.contracts import deadlines
from ...workorders.intake.overrides import PriorityOverride, held, override, taken_back
from ...workorders.lifecycle import order_state
from ...workorders.orders import OrderState, Priority, WorkOrder
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ..ports import Workspace

_OVER = frozenset({OrderState.CLOSED, OrderState.CANCELLED})


def override_of(workspace: Workspace, order_id: str) -> PriorityOverride | None:
    """Return the priority that someone set for an order, None when the rules' one holds."""
    found = workspace.all(PriorityOverride, order_id=order_id)
    return found[0] if found else None


def prioritise(
    workspace: Workspace,
    order_id: str,
    priority: Priority,
    *,
    reason: str,
    by: str,
    at: datetime,
    rules: RuleBook,
) -> tuple[WorkOrder, PriorityOverride]:
    """Set the priority of an order and the deadline that goes with it, in one journaled command.

    ``InputError`` without a reason, and when the order is closed or cancelled.
    """
    order = _open_order(workspace, order_id)
    former = override_of(workspace, order_id)
    kept = override(order, priority, former=former, reason=reason, by=by, at=at)
    due_at = _due_at(workspace, order, _contract_of(workspace, order, rules), priority, rules)
    changed = replace(order, priority=priority, due_at=due_at)
    with workspace.command("set priority", who=by) as transaction:
        transaction.save(changed)
        if former is None:
            transaction.add([kept])
        else:
            transaction.save(kept)
    return workspace.get(WorkOrder, order_id), workspace.get(PriorityOverride, order_id)


def take_back_priority(workspace: Workspace, order_id: str, *, by: str) -> WorkOrder:
    """Give an order the priority of the rules again; ``InputError`` when it has no other one."""
    order = _open_order(workspace, order_id)
    kept = override_of(workspace, order_id)
    if kept is None:
        raise InputError("intake.no_override", order=order_id)
    with workspace.command("take back priority", who=by) as transaction:
        transaction.save(taken_back(order, kept))
        transaction.remove(kept)
    return workspace.get(WorkOrder, order_id)


def held_priority(
    workspace: Workspace, judged: WorkOrder, *, contract_id: str, rules: RuleBook
) -> tuple[WorkOrder, PriorityOverride | None]:
    """Return an order that was judged again with the priority that someone set, and the override renewed."""
    kept = override_of(workspace, judged.order_id)
    return held(
        judged, kept, due_at=lambda priority: _due_at(workspace, judged, contract_id, priority, rules)
    )


def _open_order(workspace: Workspace, order_id: str) -> WorkOrder:
    order = workspace.get(WorkOrder, order_id)
    if order.state in _OVER:
        raise InputError("intake.order_over", order=order_id, found=order_state(order.state))
    return order


def _contract_of(workspace: Workspace, order: WorkOrder, rules: RuleBook) -> str:
    asked = _request_of(workspace, order)
    return asked.contract_id if asked else rules.intake.contract_id


def _request_of(workspace: Workspace, order: WorkOrder) -> ServiceRequest | None:
    found = workspace.all(ServiceRequest, request_id=order.request_id) if order.request_id else []
    return found[0] if found else None


def _due_at(
    workspace: Workspace, order: WorkOrder, contract_id: str, priority: Priority, rules: RuleBook
) -> datetime:
    """Return the deadline of a priority: the contract's, or the request's own where it is earlier."""
    asked = _request_of(workspace, order)
    due_at = deadlines(
        rules.contracts[contract_id], priority=priority, code=order.code, received=order.received_at
    ).on_site_by
    return min(due_at, asked.due_at or due_at) if asked else due_at
