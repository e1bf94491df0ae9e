# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice of a dig, its operators and permits as rows, with what can be noted of each. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from ...qgis_bridge.figures import day_text, moment_text
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.wording import word
from ..acting.rows import AMBER, GREEN, RED, Act, Cell, Pressed, Row
from ..rich_text import bullets

if TYPE_CHECKING:
    from ...planner.notices.agenda import NoticeOfDay
    from ...workorders.life.notice_clock import OperatorClock
    from ...workorders.life.records import Permit

_NOTICE_MARK = {"to_send": AMBER, "reminded": AMBER, "expired": RED, "answered": GREEN, "not_needed": GREEN}
_OPERATOR_MARK = {
    "to_call": AMBER,
    "silent": RED,
    "reminded": AMBER,
    "answered": GREEN,
    "deemed_in_zone": GREEN,
    "no_answer_due": GREEN,
}
_SETTLED = frozenset({"answered", "no_answer_due"})


def notice_rows(one: NoticeOfDay | None, permits: Sequence[Permit], *, digs: bool) -> tuple[Row, ...]:
    """Return the notice first, then its operators, then the permits; nothing for work that does not dig."""
    rows: list[Row] = []
    if one is not None and one.notice.kind != "none":
        rows.append(notice_row(one))
        rows += (_operator_row(one, clock) for clock in one.clock.operators)
    if digs or permits:
        order_id = one.order.order_id if one is not None else permits[0].order_id if permits else ""
        rows += (_permit_row(permit) for permit in permits)
        if order_id:
            rows.append(_new_permit_row(order_id, permits))
    return tuple(rows)


def notice_row(one: NoticeOfDay) -> Row:
    """Return a notice: its kind, where it stands, until when, and what is to be done about it now."""
    order_id, state = str(one.order.order_id), one.clock.state.value
    tasks = [say(task) for task in one.clock.tasks]
    mark = _NOTICE_MARK.get(state, AMBER if tasks else "")
    return Row(
        key=f"notice/{order_id}",
        order_id=order_id,
        cells=(
            Cell(_kind(one)),
            Cell(word(f"notice_state.{state}"), mark, "\n".join(tasks)),
            Cell(_dates(one)),
        ),
        acts=notice_acts(one),
        details=bullets(escape(task) for task in tasks) if tasks else "",
    )


def _kind(one: NoticeOfDay) -> str:
    kind = word(f"notice_kind.{one.notice.kind}")
    return f"{kind} ({word('notice_way.paper')})" if one.notice.on_paper else kind


def notice_acts(one: NoticeOfDay) -> tuple[Act, ...]:
    """Return what can be noted of a notice as a whole: its way, that it was sent, renewed, received."""
    from ...workorders.life.notice_clock import RENEWALS

    renew = any(task.code in RENEWALS for task in one.clock.tasks)
    is_open = one.clock.state.value in ("to_send", "expired") or renew
    return (*(_sending_acts(one) if is_open else ()), *_receipt_acts(one))


def _sending_acts(one: NoticeOfDay) -> Iterator[Act]:
    order_id, notice = str(one.order.order_id), one.notice
    number = tr("Number given by the teleservice")
    yield Act("sent", tr("Notice sent"), partial(_sent, order_id, on_paper=False), asks=number)
    if notice.kind == "ATU":
        return
    yield Act("posted", tr("Sent on paper"), partial(_sent, order_id, on_paper=True), asks=number)
    if notice.sent_at is None:
        text = tr("Goes by the teleservice") if notice.on_paper else tr("Goes on paper")
        yield Act("way", text, partial(_way, order_id, on_paper=not notice.on_paper))


def _receipt_acts(one: NoticeOfDay) -> Iterator[Act]:
    notice = one.notice
    if notice.sent_at is not None and notice.on_paper and notice.received_on is None:
        asks = tr("Day on which the operators had the letter, such as 2026-06-16")
        yield Act("received", tr("Letter received"), partial(_received, str(one.order.order_id)), asks=asks)


def _dates(one: NoticeOfDay) -> str:
    notice, start = one.notice, one.clock.earliest_start
    if one.clock.state.value == "to_send" and notice.send_by:
        return tr("send by {day}").format(day=day_text(notice.send_by))
    if one.clock.state.value == "expired" and notice.start_by:
        return tr("expired on {day}").format(day=day_text(notice.start_by))
    parts = [tr("from {moment}").format(moment=moment_text(start))] if start else []
    if notice.start_by:
        parts.append(tr("start before {day}").format(day=day_text(notice.start_by)))
    return " · ".join(parts)


def _operator_row(one: NoticeOfDay, clock: OperatorClock) -> Row:
    operator, state = clock.operator, clock.state.value
    until = tr("until {day}").format(day=day_text(clock.until)) if clock.until else operator.phone
    who = operator.answer.contact if operator.answer else ""
    sensitive = f" ({tr('sensitive')})" if operator.sensitive else ""
    return Row(
        key=f"operator/{operator.name}",
        order_id=str(one.order.order_id),
        cells=(
            Cell(f"{operator.name}{sensitive}"),
            Cell(word(f"operator_state.{state}"), _OPERATOR_MARK.get(state, "")),
            Cell(" · ".join(part for part in (until, who) if part)),
        ),
        acts=tuple(_operator_acts(one, clock)),
    )


def _operator_acts(one: NoticeOfDay, clock: OperatorClock) -> Iterator[Act]:
    order_id, name, state = str(one.order.order_id), clock.operator.name, clock.state.value
    if state in _SETTLED or (one.notice.kind != "ATU" and one.notice.sent_at is None):
        return
    answered = partial(_answered, order_id, name)
    yield Act("answered", tr("Answered"), answered, asks=tr("Who answered, or the number of the answer"))
    if one.notice.kind == "ATU":
        if state != "deemed_in_zone":
            asks = tr("Who was called, or what became of the call")
            yield Act("deemed", tr("No answer: in the zone"), partial(_deemed, order_id, name), asks=asks)
        return
    if state == "to_answer":
        yield Act("receipt", tr("Receipt confirmed"), partial(_acknowledged, order_id, name))
    if state not in ("reminded", "silent"):
        asks = tr("Day on which it measures on site, such as 2026-06-16")
        yield Act("on_site", tr("Appointment on site"), partial(_on_site, order_id, name), asks=asks)
        yield Act("reminded", tr("Reminded"), partial(_reminded, order_id, name))


def _permit_row(permit: Permit) -> Row:
    order_id = str(permit.order_id)
    if permit.granted_on is not None:
        state, mark = tr("granted on {day}").format(day=day_text(permit.granted_on)), GREEN
    elif permit.asked_at is not None:
        asked = tr("told on {day}") if permit.kind == "mayor_told" else tr("asked on {day}")
        state = asked.format(day=day_text(permit.asked_at.date()))
        mark = GREEN if permit.kind == "mayor_told" else AMBER
    else:
        state, mark = tr("to be told") if permit.kind == "mayor_told" else tr("to ask for"), AMBER
    return Row(
        key=f"permit/{permit.kind}",
        order_id=order_id,
        cells=(Cell(say(permit.label)), Cell(state, mark), Cell(_granter(permit))),
        acts=tuple(_permit_acts(order_id, permit)),
    )


def _granter(permit: Permit) -> str:
    granter = permit.granter
    return granter if isinstance(granter, str) else say(granter)


def _permit_acts(order_id: str, permit: Permit) -> Iterator[Act]:
    kind = permit.kind
    if permit.asked_at is None:
        text = tr("Told") if kind == "mayor_told" else tr("Asked for")
        yield Act("asked", text, partial(_asked, order_id, kind))
    if permit.granted_on is None and kind != "mayor_told":
        yield Act("granted", tr("Granted"), partial(_granted, order_id, kind), asks=tr("Its number"))


def _new_permit_row(order_id: str, permits: Sequence[Permit]) -> Row:
    from ...workorders.life.records import PERMIT_KINDS

    known = {permit.kind for permit in permits}
    kinds = tuple((kind, word(f"permit.{kind}")) for kind in PERMIT_KINDS if kind not in known)
    needed = Act("needed", tr("Needs a permit"), partial(_needed, order_id), asks=tr("Which"), choices=kinds)
    asks = tr("What the company calls it")
    other = Act("other", tr("Another notice"), partial(_other, order_id), asks=asks)
    text = tr("Another permit") if permits else tr("Permits")
    state = "" if permits else tr("none known to be needed")
    return Row(
        key="permit/new",
        order_id=order_id,
        cells=(Cell(text), Cell(state), Cell("")),
        acts=(*((needed,) if kinds else ()), other),
    )


def _sent(order_id: str, workspace: Any, pressed: Pressed, *, on_paper: bool = False) -> None:
    from ...planner.life.paperwork import note_sent

    note_sent(
        workspace,
        order_id,
        number=pressed.text,
        sent_at=pressed.now,
        who=pressed.who,
        on_paper=on_paper,
    )


def _way(order_id: str, workspace: Any, pressed: Pressed, *, on_paper: bool) -> None:
    from ...planner.life.notice_way import note_way

    note_way(workspace, order_id, on_paper=on_paper, now=pressed.now, who=pressed.who)


def _received(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.notice_way import note_received

    note_received(workspace, order_id, received_on=_day(pressed.text), who=pressed.who)


def _day(text: str) -> date:
    from ...core.errors import InputError

    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError("usage.not_date", found=text) from error


def _answered(order_id: str, operator: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_answer

    note_answer(
        workspace,
        order_id,
        operator,
        who=pressed.who,
        answered_at=pressed.now,
        contact=pressed.text,
        reference=pressed.text,
    )


def _deemed(order_id: str, operator: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.notices.deem import deem_in_zone

    deem_in_zone(workspace, order_id, operator, contact=pressed.text, called_at=pressed.now, who=pressed.who)


def _acknowledged(order_id: str, operator: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_answer

    note_answer(workspace, order_id, operator, who=pressed.who, acknowledged_on=pressed.now.date())


def _on_site(order_id: str, operator: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_answer

    day = _day(pressed.text)
    note_answer(workspace, order_id, operator, who=pressed.who, appointment_on=day)


def _reminded(order_id: str, operator: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_answer

    note_answer(workspace, order_id, operator, who=pressed.who, reminded_on=pressed.now.date())


def _needed(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_permit

    note_permit(workspace, order_id, pressed.text, who=pressed.who)


def _other(order_id: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_permit
    from ...workorders.life.records import OTHER_NOTICE

    note_permit(workspace, order_id, f"{OTHER_NOTICE}{pressed.text.strip()}", who=pressed.who)


def _asked(order_id: str, kind: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_permit

    note_permit(workspace, order_id, kind, who=pressed.who, asked_at=pressed.now)


def _granted(order_id: str, kind: str, workspace: Any, pressed: Pressed) -> None:
    from ...planner.life.paperwork import note_permit

    note_permit(
        workspace,
        order_id,
        kind,
        who=pressed.who,
        granted_on=pressed.now.date(),
        reference=pressed.text,
    )
