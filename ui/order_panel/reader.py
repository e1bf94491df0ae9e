# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what can be done about one order out of a workspace; runs in workers and touches no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...core.supplies import JobState, SubcontractJob
from ...planner.informing.plan_messages import communication_plan
from ...planner.life.advance import order_history
from ...planner.life.readiness_board import readiness_board
from ...planner.notices.agenda import notice_on
from ...planner.records import Outage
from ...planner.resources.subcontracts import company_offers
from ...planner.running.desk_moment import desk_moment
from ...qgis_bridge.labels import learn_names
from ...qgis_bridge.messages import counted, tr
from ...store.journal import JournalEntry
from ...store.workspace import SqlWorkspace
from ...store.workspaces import open_workspace
from ...workorders.informing.messages import MessageState, OrderMessage
from ...workorders.life.moves import OrderMove
from ...workorders.life.records import Alert, HydrantNote, OperatorAnswer, Permit, RestorationNote
from ...workorders.orders import WorkOrder
from ..acting.rows import Cell, Row
from .cut_rows import cut_rows
from .history_rows import history_rows
from .means_rows import readiness_rows, subcontract_rows
from .message_rows import Send, message_rows, planning_act, read_preview
from .notice_rows import notice_rows

if TYPE_CHECKING:
    from ...planner.life.readiness_board import OrderReadiness

# notices and permits have a tab of their own
_ELSEWHERE = frozenset({"resource/notices", "resource/permits"})
# plans hold a few days, appointments some weeks
_AHEAD_DAYS = 120


@dataclass(frozen=True, slots=True)
class OrderPanel:
    """The rows of every table of the ORDER dock by its name."""

    order_id: str
    rows: Mapping[str, tuple[Row, ...]]
    open_messages: int


def read_panel(url: str, order_id: str, clock: datetime, send: Send | None = None) -> OrderPanel:
    """Return the rows of one order; ``InputError`` when it is not there any more."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        return _panel(workspace, order_id, desk_moment(workspace, clock), send)
    finally:
        workspace.close()


def read_message(url: str, message_id: str, clock: datetime) -> str:
    """Return what a message says now (rich text)."""
    workspace = open_workspace(url)
    try:
        return read_preview(workspace, message_id, desk_moment(workspace, clock))
    finally:
        workspace.close()


def _panel(workspace: SqlWorkspace, order_id: str, now: datetime, send: Send | None) -> OrderPanel:
    order = workspace.get(WorkOrder, order_id)
    messages = communication_plan(workspace, order_id, now=now).messages
    rows = {
        "cut": _cut(workspace, order_id),
        "notices": _notices(workspace, order, now),
        "means": _means(workspace, order, now),
        "messages": (_summary(order_id, messages), *message_rows(messages, now=now, send=send)),
        "history": history_rows(order, order_history(workspace, order_id), journal_of(workspace, order_id)),
    }
    is_open = {MessageState.PLANNED, MessageState.FAILED}
    return OrderPanel(order_id, rows, sum(message.state in is_open for message in messages))


def _cut(workspace: SqlWorkspace, order_id: str) -> tuple[Row, ...]:
    outage = _only(workspace.all(Outage, order_id=order_id))
    notes = {
        note.hydrant_id: note
        for name in (outage.hydrants if outage else ())
        for note in workspace.all(HydrantNote, hydrant_id=name)
    }
    return cut_rows(outage, notes, _only(workspace.all(RestorationNote, order_id=order_id)))


def _notices(workspace: SqlWorkspace, order: WorkOrder, now: datetime) -> tuple[Row, ...]:
    one = notice_on(workspace, order.order_id, now.date())
    return notice_rows(one, workspace.all(Permit, order_id=order.order_id), digs=order.digs)


def _means(workspace: SqlWorkspace, order: WorkOrder, now: datetime) -> tuple[Row, ...]:
    board = readiness_board(workspace, now.date(), horizon_days=_AHEAD_DAYS, order_id=str(order.order_id))
    ready: OrderReadiness | None = board[0] if board else None
    jobs = workspace.all(SubcontractJob, order_id=order.order_id)
    job = next((job for job in jobs if job.state is not JobState.REFUSED), None)
    if ready is None and job is None:
        return ()
    shown = (row for row in readiness_rows(ready) if row.key not in _ELSEWHERE)
    shown = (row for row in shown if row.key != "resource/subcontractor")
    return (*shown, *subcontract_rows(order, job, company_offers(workspace, order)))


def _summary(order_id: str, messages: tuple[OrderMessage, ...]) -> Row:
    waiting = sum(message.state in (MessageState.PLANNED, MessageState.FAILED) for message in messages)
    if messages:
        text, details = counted(tr("{count} to tell"), count=waiting), ""
    else:
        text = tr("nobody yet")
        details = tr(
            "Nobody is to be told yet. Find whom to tell: the rules name the customers of the cut, the "
            "operators, the fire service and the town hall, and how to reach each."
        )
    cells = (Cell(tr("All")), Cell(text))
    return Row("summary", cells, order_id, (planning_act(order_id),), details)


def journal_of(workspace: SqlWorkspace, order_id: str) -> list[JournalEntry]:
    """Return the lines of the journal about an order and what is kept beside it, oldest first."""
    keys = [order_id]
    for kind, key in (
        (OrderMove, "move_id"),
        (OperatorAnswer, "answer_id"),
        (Permit, "permit_id"),
        (Alert, "alert_id"),
        (SubcontractJob, "number"),
        (OrderMessage, "message_id"),
    ):
        keys += [getattr(one, key) for one in workspace.all(kind, order_id=order_id)]
    return workspace.journal_of(list(dict.fromkeys(keys)))


def _only(found: list[Any]) -> Any:
    return found[0] if found else None
