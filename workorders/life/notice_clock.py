# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock of a works notice: its state on a day, that of each operator, what to do, the first legal start.

Law: code de l'environnement R.554-20 to R.554-26 (answers, reminders, three months), R.554-32 (urgent works).
Figures: ``law.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import cast

from ...core.calendars import add_months, add_working_days
from ...core.messages import Message
from ..law import AntiDamageLaw, Declaration
from ..notices import dates_when_sent
from .gate_facts import Notice, Operator
from .readiness import last_sending
from .works_under_way import UnderWay, serves_until, under_way_tasks


class NoticeState(Enum):
    """Where a notice stands as a whole."""

    NOT_NEEDED = "not_needed"
    TO_SEND = "to_send"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    REMINDED = "reminded"
    ANSWERED = "answered"
    EXPIRED = "expired"


class OperatorState(Enum):
    """Where one operator stands; ``NO_ANSWER_DUE``: told of an urgent dig away from sensitive networks."""

    TO_CALL = "to_call"
    TO_ANSWER = "to_answer"
    ACKNOWLEDGED = "acknowledged"
    ON_SITE = "on_site"
    REMINDED = "reminded"
    SILENT = "silent"
    ANSWERED = "answered"
    DEEMED_IN_ZONE = "deemed_in_zone"
    NO_ANSWER_DUE = "no_answer_due"


# tasks that ask for a new declaration of the same works
RENEWALS = frozenset(
    {
        "notice_task.expired",
        "notice_task.renew",
        "notice_task.renew_under_way",
        "notice_task.longer",
    }
)
_CLEAR = frozenset({OperatorState.ANSWERED, OperatorState.DEEMED_IN_ZONE, OperatorState.NO_ANSWER_DUE})


@dataclass(frozen=True, slots=True)
class OperatorClock:
    """An operator on a day; ``until`` is its last day to answer, None where none runs."""

    operator: Operator
    state: OperatorState
    until: date | None


@dataclass(frozen=True, slots=True)
class Clock:
    """A notice on a day.

    ``earliest_start`` is the first legal start as far as is known, ``tasks`` what somebody has to do now.
    """

    state: NoticeState
    earliest_start: datetime | None
    operators: tuple[OperatorClock, ...]
    tasks: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the law is read for one notice: the law file, and what overrides it."""

    law: AntiDamageLaw
    count_sundays: bool | None = None


def read_clock(
    notice: Notice,
    operators: Iterable[Operator],
    *,
    day: date,
    reading: Reading,
    starts_on: date | None = None,
    works: UnderWay | None = None,
) -> Clock:
    """Return the clock of a notice on a day; ``starts_on`` is the planned start.

    ``works`` that began in time do not let the notice expire, unless they last too long near sensitive
    networks. O(operators).
    """
    operators = tuple(operators)
    clocks = tuple(
        operator_clock(operator, notice, day=day, reading=reading)
        for operator in (operators if notice.is_needed else ())
    )
    until = notice.start_by if works is None else serves_until(notice, operators, works, reading.law)
    state = _state(notice, clocks, day=day, until=until)
    clock = Clock(state, legal_start(notice, operators, reading=reading), clocks, ())
    if works is None:
        tasks = _tasks(notice, clock, day=day, reading=reading, starts_on=starts_on)
    else:
        tasks = under_way_tasks(notice, operators, works, day=day, law=reading.law)
    return Clock(clock.state, clock.earliest_start, clocks, tuple(tasks))


def legal_start(notice: Notice, operators: Iterable[Operator], *, reading: Reading) -> datetime | None:
    """Return the first legal start: when the answers are in or due, later where an operator takes longer.

    An operator who comes to measure on site has ``on_site_days`` more, one who was reminded the working days
    of the reminder. What is not sent keeps the start that was decided. O(operators).
    """
    if notice.sent_at is None or not notice.is_needed or notice.is_urgent:
        return notice.earliest_start
    law, kind = reading.law, cast("Declaration", notice.kind)
    dates = dates_when_sent(
        kind,
        notice.sent_at.date(),
        law=law,
        count_sundays=reading.count_sundays,
        on_paper=notice.on_paper,
        received_on=notice.received_on,
    )
    starts = [dates.earliest_start]
    for operator in operators:
        until = None if operator.has_answered else _own_time(operator, notice, reading)
        if until is not None:
            start = add_working_days(until, 1, region=law.region)
            starts.append(datetime.combine(start, law.works_start_at))
    return max(starts)


def operator_clock(operator: Operator, notice: Notice, *, day: date, reading: Reading) -> OperatorClock:
    """Return where an operator stands on a day."""
    answer = operator.answer
    if operator.has_answered:
        return OperatorClock(operator, OperatorState.ANSWERED, None)
    if answer is not None and answer.deemed_at is not None:
        return OperatorClock(operator, OperatorState.DEEMED_IN_ZONE, None)
    if notice.is_urgent:
        state = OperatorState.TO_CALL if operator.sensitive else OperatorState.NO_ANSWER_DUE
        return OperatorClock(operator, state, None)
    own = _own_time(operator, notice, reading)
    until = own or (notice.answer_by if notice.sent_at else None)
    if answer is not None and answer.reminded_on is not None:
        is_late = until is not None and day > until
        return OperatorClock(operator, OperatorState.SILENT if is_late else OperatorState.REMINDED, until)
    if own is not None:
        return OperatorClock(operator, OperatorState.ON_SITE, until)
    acknowledged = answer is not None and answer.acknowledged_on is not None
    return OperatorClock(
        operator, OperatorState.ACKNOWLEDGED if acknowledged else OperatorState.TO_ANSWER, until
    )


def receipt_of(notice: Notice, sent_at: datetime, law: AntiDamageLaw) -> date:
    """Return the day on which the operators have a notice: as noted, or as its way makes expect."""
    return notice.received_on or law.received_on(sent_at.date(), on_paper=notice.on_paper)


def expires_on(consulted: date, law: AntiDamageLaw) -> date:
    """Return the last day on which works may start after a consultation of the teleservice."""
    return add_months(consulted, law.validity_months)


def _own_time(operator: Operator, notice: Notice, reading: Reading) -> date | None:
    """Return until when an operator may answer for reasons of its own: an appointment, a reminder."""
    answer = operator.answer
    if answer is None:
        return None
    ends = []
    if answer.reminded_on is not None:
        ends.append(reading.law.reminder_answer_by(answer.reminded_on))
    if answer.appointment_on is not None and notice.sent_at is not None and not notice.is_urgent:
        on_site = reading.law.on_site_answer_by(
            cast("Declaration", notice.kind),
            receipt_of(notice, notice.sent_at, reading.law),
            count_sundays=reading.count_sundays,
            on_paper=notice.on_paper,
        )
        ends.append(max(on_site, answer.appointment_on))
    return max(ends, default=None)


def _state(
    notice: Notice, clocks: tuple[OperatorClock, ...], *, day: date, until: date | None
) -> NoticeState:
    if not notice.is_needed:
        return NoticeState.NOT_NEEDED
    if until is not None and notice.sent_at is not None and day > until:
        return NoticeState.EXPIRED
    if notice.sent_at is None:
        return NoticeState.TO_SEND
    waiting = [one.state for one in clocks if one.state not in _CLEAR]
    if not waiting:
        return NoticeState.ANSWERED if clocks else NoticeState.SENT
    if any(state in (OperatorState.REMINDED, OperatorState.SILENT) for state in waiting):
        return NoticeState.REMINDED
    if all(state in (OperatorState.ACKNOWLEDGED, OperatorState.ON_SITE) for state in waiting):
        return NoticeState.ACKNOWLEDGED
    return NoticeState.SENT


def _tasks(
    notice: Notice, clock: Clock, *, day: date, reading: Reading, starts_on: date | None
) -> Iterator[Message]:
    if not notice.is_needed:
        return
    if clock.state is NoticeState.EXPIRED:
        yield Message("notice_task.expired", {"kind": notice.kind, "day": notice.start_by})
        return
    if clock.state is NoticeState.TO_SEND:
        last = None
        if starts_on:
            last = last_sending(notice, starts_on, reading.law, count_sundays=reading.count_sundays)
        if not notice.teleservice_was_asked:
            yield Message("notice_task.consult", {"kind": notice.kind})
        yield Message("notice_task.send", {"kind": notice.kind, "day": last or ""})
    yield from odd_number(notice.number, notice.kind, reading.law)
    yield from _receipt(notice, day, reading.law)
    if clock.state is NoticeState.ANSWERED and notice.kind == "DT":
        yield Message("notice_task.dict_to_follow")
    for one in clock.operators:
        yield from _operator_tasks(one, day)
    yield from _renewal(notice, day=day, law=reading.law, starts_on=starts_on)
    earliest = clock.earliest_start
    if starts_on is not None and earliest is not None and starts_on < earliest.date():
        yield Message("notice_task.too_early", {"start": starts_on, "earliest": earliest.date()})


def odd_number(number: str, kind: str, law: AntiDamageLaw) -> Iterator[Message]:
    """Yield that a number does not look like one of a consultation: whoever typed it looks again."""
    form = law.consultation_number
    if form is not None and number and re.fullmatch(form.pattern, number) is None:
        yield Message("notice_task.number", {"kind": kind, "found": number})


def _receipt(notice: Notice, day: date, law: AntiDamageLaw) -> Iterator[Message]:
    """Ask when a letter arrived, once it should have: the delays of the operators run from then on."""
    if notice.sent_at is None or not notice.on_paper or notice.is_urgent or notice.received_on is not None:
        return
    expected = receipt_of(notice, notice.sent_at, law)
    if day >= expected:
        yield Message("notice_task.receipt", {"kind": notice.kind, "day": expected})


def _operator_tasks(one: OperatorClock, day: date) -> Iterator[Message]:
    operator = one.operator
    said = {"operator": operator.name, "phone": operator.phone}
    if one.state is OperatorState.TO_CALL:
        yield Message("notice_task.call", said)
    elif one.state is OperatorState.SILENT:
        code = "notice_task.silent_sensitive" if operator.sensitive else "notice_task.silent"
        yield Message(code, said)
    elif one.state is OperatorState.ON_SITE and operator.answer and operator.answer.appointment_on == day:
        yield Message("notice_task.appointment", said)
    elif one.state is not OperatorState.REMINDED and one.until is not None and day > one.until:
        yield Message("notice_task.remind", {**said, "day": one.until})


def _renewal(notice: Notice, *, day: date, law: AntiDamageLaw, starts_on: date | None) -> Iterator[Message]:
    """Ask for a new consultation before the works would start on one that has run out (three months)."""
    if notice.is_urgent or notice.start_by is None or notice.sent_at is None:
        return
    is_near = (notice.start_by - day).days <= law.renew_before_days
    if (starts_on is not None and starts_on > notice.start_by) or (starts_on is None and is_near):
        yield Message("notice_task.renew", {"kind": notice.kind, "day": notice.start_by})
