# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of an order on one page: everything that happened to it, in order, with its author and time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ...core.messages import Message
from ...core.resources import Agent
from ...workorders.informing.messages import MessageAttempt, OrderMessage
from ...workorders.informing.remarks import FieldRemark
from ...workorders.life.moves import OrderMove
from ...workorders.life.records import Alert
from ...workorders.orders import WorkOrder
from ...workorders.requests import ServiceRequest
from ..ports import JournaledWorkspace, JournalLine, Workspace
from ..records import Plan, PlanStop
from .page import Page, Section
from .problems import problems_of

# what a move of the order tells by itself, with its reason
_TOLD_BY_MOVES = frozenset({"state", "started_at", "ended_at", "version"})
# the journal of these tells nothing that is not told better by the records themselves
_TOLD_BY_RECORDS = frozenset({"order_move"})


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: when, by whom, of what kind (``request``, ``call``, ``move``…), in words."""

    at: datetime
    who: str
    kind: str
    text: Message


@dataclass(frozen=True, slots=True)
class History:
    """The events of an order, oldest first; restricted notes are never among them."""

    order: WorkOrder
    events: tuple[Event, ...]


def order_dossier(workspace: JournaledWorkspace, order_id: str) -> History:
    """Gather the history of an order; ``InputError`` when it does not exist."""
    order = workspace.get(WorkOrder, order_id)
    told: Sequence[Callable[[], Iterator[Event]]] = (
        lambda: _requests(workspace, order),
        lambda: _journal(workspace, order),
        lambda: _moves(workspace, order_id),
        lambda: _plans(workspace, order_id),
        lambda: _messages(workspace, order_id),
        lambda: _alerts(workspace, order_id),
        lambda: _remarks(workspace, order_id),
        lambda: _problems(workspace, order_id),
    )
    events = [event for tell in told for event in tell()]
    # what happened at the same moment stays in the order of its kinds
    return History(order, tuple(sorted(events, key=lambda event: event.at)))


def history_page(found: History) -> Page:
    """Return a history as a page."""
    headings = tuple(Message(f"label.{name}") for name in ("at", "who", "kind", "description"))
    rows = tuple((e.at, e.who, Message(f"event.{e.kind}"), e.text) for e in found.events)
    title = Message("page.history", {"order": found.order.order_id})
    return Page(title, found.order.address, (Section(Message("page.events"), headings, rows),))


def _requests(workspace: Workspace, order: WorkOrder) -> Iterator[Event]:
    found = {
        request.request_id: request
        for asked in ({"order_id": order.order_id}, {"request_id": order.request_id})
        for request in workspace.all(ServiceRequest, **asked)
        if request.request_id
    }
    for request in found.values():
        said = {"request": request.request_id, "description": request.description}
        yield Event(request.received_at, request.caller, "request", Message("history.request", said))


def _journal(workspace: JournaledWorkspace, order: WorkOrder) -> Iterator[Event]:
    reached = {move.to_state.value for move in workspace.all(OrderMove, order_id=order.order_id)}
    for line in workspace.journal(key=order.order_id):
        if line.change.table in _TOLD_BY_RECORDS:
            continue
        text = _change(line, reached)
        if text is not None:
            yield Event(line.at, line.author, "change", text)


def _change(line: JournalLine, reached: Collection[str]) -> Message | None:
    """Return what a line of the journal changed, None where a move to a state ``reached`` tells it."""
    change = line.change
    before = json.loads(change.before) if change.before else None
    after = json.loads(change.after) if change.after else None
    named = {"table": change.table, "command": line.command}
    if after is None:
        return Message("history.removed", named)
    if before is None:
        return Message("history.added", named | {"what": _told_of(change.table, after)})
    fields = [name for name in after if after[name] != before.get(name) and name != "version"]
    if not set(fields) - _TOLD_BY_MOVES and (not fields or after.get("state") in reached):
        return None
    changed = ", ".join(f"{name} {_short(before.get(name))} → {_short(after[name])}" for name in fields)
    return Message("history.changed", named | {"what": changed})


def _told_of(table: str, record: dict[str, Any]) -> str:
    """Return what is worth saying of a new record."""
    if table == "outage":
        return f"{', '.join(record['close'])} ({len(record['customers'])})"
    worth = {"notice": "kind", "work_order": "label", "footprint": "area_m2"}.get(table)
    return _short(record[worth]) if worth else ""


def _short(value: object) -> str:
    shown = f"{value:g}" if isinstance(value, float) else "-" if value in (None, "") else value
    text = " ".join(str(shown).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _moves(workspace: Workspace, order_id: str) -> Iterator[Event]:
    for move in workspace.all(OrderMove, order_id=order_id):
        why = ": ".join(part for part in (move.cause, move.reason) if part)
        states = {
            "before": Message(f"state.{move.from_state.value}"),
            "after": Message(f"state.{move.to_state.value}"),
        }
        yield Event(move.at, move.who, "move", Message("history.move", {**states, "why": why}))


def _plans(workspace: JournaledWorkspace, order_id: str) -> Iterator[Event]:
    stops: dict[str, list[PlanStop]] = {}
    for stop in workspace.all(PlanStop, order_id=order_id, task="work"):
        stops.setdefault(stop.plan_id, []).append(stop)
    for plan_id, found in stops.items():
        plan = workspace.get(Plan, plan_id)
        lines = workspace.journal(key=plan_id)
        names = ", ".join(workspace.get(Agent, stop.agent_id).name for stop in found)
        said = {"plan": plan_id, "agents": names, "start": f"{min(s.start for s in found):%Y-%m-%d %H:%M}"}
        yield Event(plan.created_at, lines[0].who if lines else "", "plan", Message("history.plan", said))


def _messages(workspace: Workspace, order_id: str) -> Iterator[Event]:
    """Yield the attempts, those of one command about one purpose together."""
    messages = {message.message_id: message for message in workspace.all(OrderMessage, order_id=order_id)}
    groups: dict[tuple[datetime, str, str, str, str], list[MessageAttempt]] = {}
    for attempt in workspace.all(MessageAttempt, order_id=order_id):
        purpose = messages[attempt.message_id].purpose
        key = (attempt.at, attempt.who, purpose, attempt.channel.value, attempt.outcome.value)
        groups.setdefault(key, []).append(attempt)
    for (at, who, purpose, channel, outcome), attempts in groups.items():
        first = messages[attempts[0].message_id]
        said = {
            "purpose": Message(f"purpose.{purpose}"),
            "who": first.name if len(attempts) == 1 else str(len(attempts)),
            "channel": Message(f"channel.{channel}"),
            "outcome": Message(f"outcome.{outcome}"),
            "note": attempts[0].note,
        }
        kind = "call" if channel == "phone" else "message"
        yield Event(at, who, kind, Message("history.message", said))


def _alerts(workspace: Workspace, order_id: str) -> Iterator[Event]:
    for alert in workspace.all(Alert, order_id=order_id):
        said = {"addressee": alert.addressee, "text": alert.text}
        yield Event(alert.raised_at, alert.who, "alert", Message("history.alert", said))
        if alert.replied_at is not None:
            reply = Message("history.reply", {"reply": alert.reply})
            yield Event(alert.replied_at, alert.addressee, "alert", reply)


def _remarks(workspace: Workspace, order_id: str) -> Iterator[Event]:
    for remark in workspace.all(FieldRemark, order_id=order_id):
        noted = Message("history.remark", {"remark": remark.remark_id, "text": remark.text})
        yield Event(remark.received_at, remark.noted_by, "remark", noted)
        if remark.answered_at is not None:
            said = Message("history.answer", {"remark": remark.remark_id, "text": remark.answer})
            yield Event(remark.answered_at, remark.answered_by, "remark", said)


def _problems(workspace: Workspace, order_id: str) -> Iterator[Event]:
    for sheet in problems_of(workspace, order_id):
        problem = sheet.problem
        raised = Message("history.problem", {"problem": problem.problem_id, "text": problem.text})
        yield Event(problem.raised_at, problem.raised_by, "problem", raised)
        if sheet.chosen is not None and problem.decided_at is not None:
            said = {
                "problem": problem.problem_id,
                "option": sheet.chosen.text,
                "customers": "" if sheet.chosen.customers is None else sheet.chosen.customers,
                "reason": problem.reason,
            }
            yield Event(problem.decided_at, problem.decided_by, "problem", Message("history.decision", said))
