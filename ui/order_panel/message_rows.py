# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages as rows: to whom, how, by when, what became of each, and what can be done now. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import moment_text
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.wording import word
from ..acting.rows import AMBER, GREEN, RED, Act, Cell, Pressed, Row

if TYPE_CHECKING:
    from ...planner.informing.texts import Written
    from ...workorders.informing.contacts import Channel
    from ...workorders.informing.messages import OrderMessage

# how a mail is sent: given a workspace, the order and the moment
Send = Callable[[Any, str, Pressed], object]
_OPEN = frozenset({"planned", "failed"})
# one round, one export, one print tells them all
_IN_BULK = frozenset({"leaflet", "letter", "sms", "app", "form"})


def message_rows(
    messages: Iterable[OrderMessage], *, now: datetime, send: Send | None = None, with_order: bool = False
) -> tuple[Row, ...]:
    """Return messages as rows, in their order; ``with_order`` names the order of each first."""
    return tuple(_row(message, now, send, with_order) for message in messages)


def planning_act(order_id: str) -> Act:
    """Return the act that finds whom to tell by the rules, or brings the messages up to date."""
    return Act("plan", tr("Find whom to tell"), partial(_plan, order_id))


def preview(written: Written) -> str:
    """Return a message as it will be told (rich text)."""
    head = f"<b>{escape(written.text.subject)}</b><br>" if written.text.subject else ""
    return head + escape(written.text.body).replace("\n", "<br>")


def read_preview(workspace: Any, message_id: str, now: datetime) -> str:
    """Return what a message says now; what keeps it from being written is said in its place."""
    from ...core.errors import RegardError
    from ...planner.informing.open_messages import author_of
    from ...workorders.informing.messages import OrderMessage

    message = workspace.get(OrderMessage, message_id)
    try:
        author = author_of(workspace, message.order_id, now=now)
        known = workspace.all(OrderMessage, order_id=message.order_id)
        return preview(author.write(message, known=known))
    except RegardError as error:
        return f"<i>{escape(say(error.message))}</i>"


def _row(message: OrderMessage, now: datetime, send: Send | None, with_order: bool) -> Row:
    state = message.state.value
    is_open = state in _OPEN
    late = is_open and message.due_at < now
    mark = {"sent": GREEN, "answered": GREEN, "failed": RED, "sending": RED}.get(state, RED if late else "")
    if is_open and not message.reach:
        mark = mark or AMBER
    when = message.answered_at or message.sent_at
    told = f"{word(f'message_state.{state}')} {moment_text(when) if when else ''}".strip()
    due, channel = moment_text(message.due_at), word(f"channel.{message.channel.value}")
    cells = (
        Cell(message.name or message.ref),
        Cell(tr("{due}, late").format(due=due) if late else due, RED if late else ""),
        Cell(channel, tip=" · ".join(part for part in (channel, message.reach) if part)),
        Cell(word(f"purpose.{message.purpose}")),
        Cell(told, mark if not late else "", message.answer),
    )
    first = (Cell(str(message.order_id)),) if with_order else ()
    return Row(
        key=message.message_id,
        order_id=str(message.order_id),
        cells=(*first, *cells),
        acts=tuple(_acts(message, send)),
    )


def _acts(message: OrderMessage, send: Send | None) -> Iterator[Act]:
    state = message.state.value
    log = partial(_log, message.message_id)
    if state in _OPEN or state == "sending":
        yield Act("told", tr("Told"), partial(log, "sent"))
        if state in _OPEN and message.channel.value in _IN_BULK:
            alike = partial(_log_alike, str(message.order_id), message.purpose, message.channel)
            yield Act("told_alike", tr("All of this kind told"), alike)
        if message.channel.value == "email" and state in _OPEN and send is not None:
            yield Act(
                "send",
                tr("Send the mails of this order"),
                partial(_send, str(message.order_id), send),
                undoable=False,
            )
    if state != "answered":
        asks = tr("What was answered, or who was on the phone")
        yield Act("answered", tr("Answered"), partial(log, "answered"), asks=asks, may_be_empty=True)
    if state in _OPEN and message.channel.value == "phone":
        yield Act("no_answer", tr("No answer"), partial(log, "no_answer"))
    if state == "sending":
        yield Act("failed", tr("Has not left"), partial(log, "failed"))


def _log(message_id: str, outcome: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.informing.attempts import log_attempts
    from ...workorders.informing.messages import OrderMessage, Outcome

    message = workspace.get(OrderMessage, message_id)
    log_attempts(workspace, [message], Outcome(outcome), at=pressed.now, who=pressed.who, note=pressed.text)


def _log_alike(order_id: str, purpose: str, channel: Channel, workspace: Any, pressed: Pressed) -> None:
    from ...planner.informing.attempts import chosen_messages, log_attempts
    from ...workorders.informing.messages import Outcome

    alike = chosen_messages(workspace, order_id, purpose=purpose, channel=channel)
    waiting = [one for one in alike if one.state.value in _OPEN]
    log_attempts(workspace, waiting, Outcome.SENT, at=pressed.now, who=pressed.who)


def _send(order_id: str, send: Send, workspace: Any, pressed: Pressed) -> None:
    send(workspace, order_id, pressed)


def _plan(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.assets.asset_base import AssetBase
    from ...planner.informing.plan_messages import plan_communication
    from ...planner.rule_versions import rule_book_of

    book = rule_book_of(workspace, pressed.now.date())
    plan_communication(
        workspace,
        AssetBase(workspace),
        order_id,
        contracts=book.contracts,
        rules=book.communication,
        now=pressed.now,
        who=pressed.who,
    )
