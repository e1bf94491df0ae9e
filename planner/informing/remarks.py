# SPDX-License-Identifier: GPL-3.0-or-later
"""Take the remarks of agents in, answer them, and tell the agent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ...core.ids import AgentId, OrderId
from ...core.resources import Agent
from ...workorders.informing.contacts import Channel
from ...workorders.informing.messages import OrderMessage
from ...workorders.informing.remarks import (
    FieldRemark,
    RemarkFigures,
    RemarkKind,
    answered,
    remark_figures,
)
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from .numbers import next_number

ANSWER_PURPOSE = "feedback_answer"


@dataclass(frozen=True, slots=True)
class RemarkBook:
    """The remarks of a zone or of all, the open ones first, with figures that name nobody."""

    remarks: tuple[FieldRemark, ...]
    figures: RemarkFigures


def add_remark(
    workspace: Workspace,
    order_id: str,
    *,
    agent_id: str,
    kind: RemarkKind,
    text: str,
    subject: str = "",
    now: datetime,
    who: str,
) -> FieldRemark:
    """Note a remark on an order in one journaled command; a standard's subject is the order's own type.

    ``InputError`` when the order or the agent does not exist.
    """
    order, agent = workspace.get(WorkOrder, order_id), workspace.get(Agent, agent_id)
    about = subject or {RemarkKind.STANDARD: order.code, RemarkKind.MAP: order.asset_id}.get(kind, "")
    taken = (remark.remark_id for remark in workspace.all(FieldRemark))
    remark = FieldRemark(
        remark_id=next_number("R", taken),
        order_id=order.order_id,
        agent_id=agent.agent_id,
        kind=kind,
        subject=about,
        zone=order.zone,
        text=text,
        received_at=now,
        noted_by=who,
    )
    with workspace.command("note remark", who=who) as transaction:
        transaction.add([remark])
    return remark


def answer_remark(
    workspace: Workspace,
    remark_id: str,
    answer: str,
    *,
    accepted: bool,
    now: datetime,
    who: str,
) -> FieldRemark:
    """Answer a remark, and plan the message that tells the agent, in one journaled command."""
    done = answered(workspace.get(FieldRemark, remark_id), answer, accepted=accepted, at=now, by=who)
    with workspace.command("answer remark", who=who) as transaction:
        transaction.save(done)
        transaction.add([_to_agent(workspace.get(Agent, done.agent_id), done, now=now)])
    return workspace.get(FieldRemark, remark_id)


def remark_book(
    workspace: Workspace, *, zone: str = "", first: date = date.min, last: date = date.max
) -> RemarkBook:
    """Return the remarks received in a period, of one zone if asked."""
    found = workspace.all(FieldRemark, zone=zone) if zone else workspace.all(FieldRemark)
    chosen = [remark for remark in found if first <= remark.received_at.date() <= last]
    chosen.sort(key=lambda remark: (remark.answered_at is not None, remark.received_at))
    return RemarkBook(tuple(chosen), remark_figures(chosen, first=first, last=last))


def _to_agent(agent: Agent, remark: FieldRemark, *, now: datetime) -> OrderMessage:
    return OrderMessage(
        message_id=f"{remark.order_id}/{ANSWER_PURPOSE}/{remark.remark_id}",
        order_id=OrderId(remark.order_id),
        purpose=ANSWER_PURPOSE,
        actor="agents",
        ref=AgentId(agent.agent_id),
        name=agent.name,
        channel=Channel.APP,
        reach=agent.agent_id,
        language="fr",
        due_at=now,
        about_start=now,
        text=remark.answer,
    )
