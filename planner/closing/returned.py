# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back from the field and how far it got: closed, wrong, asked to be corrected, or kept open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from ...core.errors import InputError
from ...core.messages import Message
from ...core.resources import Agent
from ...workorders.closing.checks import closure_findings
from ...workorders.closing.known import Finding
from ...workorders.closing.presence import AGENTS
from ...workorders.closing.records import Closure, CorrectionRequest
from ...workorders.closing.values import items_of, text_of
from ...workorders.orders import OrderState, WorkOrder
from ..assets.asset_base import AssetBase
from ..conditions import Where
from ..life.advance import gate_findings
from ..life.known_facts import form_for, known_of
from ..ports import Workspace
from ..rule_versions import DatedRules
from .corrections import ask_corrections

# reported, and neither closed nor given another day
_OPEN = (OrderState.DONE, OrderState.TO_CORRECT)


class Standing(Enum):
    """How far the closure data of an order got; in the order of what asks for somebody."""

    WRONG = "wrong"
    HELD = "held"
    ASKED = "asked"
    NOT_DONE = "not_done"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Returned:
    """Closure data: what their checks find, the corrections not answered yet, and what else is missing."""

    order: WorkOrder
    closure: Closure
    standing: Standing
    findings: tuple[Finding, ...] = ()
    asked: tuple[CorrectionRequest, ...] = ()
    lacks: tuple[Message, ...] = ()

    @property
    def to_send_back(self) -> tuple[Finding, ...]:
        """Return the errors that nobody is asked to correct yet, one a field."""
        asked = {one.field for one in self.asked}
        errors = {one.field: one for one in self.findings if one.is_error and one.field not in asked}
        return tuple(errors.values())


def returned_orders(workspace: Workspace, *, since: datetime, now: datetime) -> tuple[Returned, ...]:
    """Return what was handed in since a moment, and what is open from before; what is wrong comes first.

    The checks are those of the rules of the day; they run again for orders that are not closed.
    """
    closures = {c.order_id: c for c in workspace.all(Closure, where=[Where("received_at", at_least=since)])}
    waiting = workspace.all(WorkOrder, where=[Where("state", among=_OPEN)])
    earlier = sorted({order.order_id for order in waiting} - closures.keys())
    closures |= {c.order_id: c for c in workspace.all(Closure, where=[Where("order_id", among=earlier)])}
    orders = {order.order_id: order for order in waiting}
    dated, base = DatedRules(workspace), AssetBase(workspace)
    found = [
        _returned(workspace, orders.get(key) or workspace.get(WorkOrder, key), closure, dated, base, now)
        for key, closure in closures.items()
    ]
    places = list(Standing)
    return tuple(sorted(found, key=lambda one: (places.index(one.standing), one.closure.received_at)))


def send_back(
    workspace: Workspace, order_id: str, reasons: Mapping[str, str], *, now: datetime, who: str
) -> tuple[CorrectionRequest, ...]:
    """Ask the agent who handed an order in to correct fields, each for its reason, in one command.

    Fields that are right by now, or asked for already, are left out. The agent is the first of those named
    in the data whom the service knows; the time is that of the rules.

    Raises
    ------
    InputError
        Nothing was handed in, nothing is left to be asked, no agent is known, and what ``ask_corrections``
        refuses.
    """
    order = workspace.get(WorkOrder, order_id)
    closure = next(iter(workspace.all(Closure, order_id=order_id)), None)
    if closure is None:
        raise InputError("closure.none", order=order_id)
    dated = DatedRules(workspace)
    wrong = {
        found.field
        for found in _returned(workspace, order, closure, dated, AssetBase(workspace), now).to_send_back
    }
    reasons = {field: reason for field, reason in reasons.items() if field in wrong}
    if not reasons:
        raise InputError("correction.nothing", order=order_id)
    named = (*items_of(text_of(closure.fields, AGENTS)), closure.author)
    agent = next((one for one in named if one in set(workspace.keys(Agent))), None)
    if agent is None:
        raise InputError("correction.nobody", order=order_id, found=", ".join(filter(None, named)) or "-")
    book = dated.on(now.date())
    due_at = now + timedelta(hours=book.closure.correction_within_h)
    return ask_corrections(
        workspace, order.order_id, reasons, agent=agent, due_at=due_at, book=book, now=now, who=who
    )


def _returned(
    workspace: Workspace,
    order: WorkOrder,
    closure: Closure,
    dated: DatedRules,
    base: AssetBase,
    now: datetime,
) -> Returned:
    if order.state is OrderState.CLOSED:
        return Returned(order, closure, Standing.CLOSED)
    if order.state not in _OPEN:
        return Returned(order, closure, Standing.NOT_DONE)
    book = dated.on(now.date())
    form = form_for(order, book)
    known = known_of(workspace, order, closure, form, book=book, now=now, base=base)
    findings = closure_findings(closure, form, book.closure, known)
    asked = workspace.all(CorrectionRequest, order_id=order.order_id)
    unanswered = tuple(one for one in asked if one.answered_at is None)
    found = Returned(order, closure, Standing.HELD, findings, unanswered)
    if found.to_send_back:
        return Returned(order, closure, Standing.WRONG, findings, unanswered)
    if unanswered:
        return Returned(order, closure, Standing.ASKED, findings, unanswered)
    lacks = gate_findings(workspace, order, OrderState.CLOSED, now=now, dated=dated)
    return Returned(order, closure, Standing.HELD, findings, (), lacks)
