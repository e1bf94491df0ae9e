# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices`` and ``regard deadline``: what the law asks for before a dig, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Annotated

import typer
from rich.console import RenderableType

from ...core.errors import InputError
from ...planner.intake.order_sheet import order_sheet
from ...planner.life.paperwork import reading_of
from ...planner.notices.agenda import NoticeOfDay, notice_on, notices_on
from ...planner.records import OrderConflict, OrderNotice
from ...workorders.law import AntiDamageLaw
from ...workorders.life.notice_clock import Clock
from ..arguments import Day, Now, OrderOption, Received, Target
from ..command import command
from ..orders.orders_view import conflict_rows, notice_facts
from ..session import Session
from ..tables import facts, rows
from ..wording import moment, word
from . import notice_files, notice_site

group = typer.Typer(help="Digging legally: notices, consultations, forms, operators, roads.")


class Procedure(Enum):
    """What operators may be waited for."""

    DT = "DT"
    DICT = "DICT"
    JOINT = "DT-DICT"
    REMINDER = "reminder"


Kind = Annotated[Procedure, typer.Option("--kind", help="What was sent to the operators.")]
Paper = Annotated[bool, typer.Option("--paper", help="It was not sent through the teleservice.")]
ExcludeSundays = Annotated[bool, typer.Option("--exclude-sundays", help="Leave Sundays out of the count.")]
OnSite = Annotated[bool, typer.Option("--on-site", help="The operator comes to measure its network.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(group, name="notices")
    command(group, "show")(show)
    command(group, "list")(list_)
    notice_files.register(group)
    notice_site.register(group)
    command(root, "deadline")(deadline)


def show(session: Session, target: Target, *, order: OrderOption, now: Now = None) -> None:
    """Show the notice that an order needs, why, whom to call first, the earliest legal start, its clock."""
    with session.workspace(target) as workspace:
        day = session.now(now).date()
        sheet = order_sheet(workspace, order)
        on_day = notice_on(workspace, order, day)
    if sheet.notice is None or on_day is None:
        raise InputError("cli.no_notice", order=order)
    data = {
        "order": order,
        "kind": sheet.notice.kind,
        "reason": on_day.notice.reason,
        "send_by": sheet.notice.send_by,
        "answer_by": on_day.notice.answer_by,
        "earliest_start": on_day.notice.earliest_start,
        "start_by": on_day.notice.start_by,
        "call_first": sheet.notice.call_first,
        "write_to": sheet.notice.write_to,
        "law_version": sheet.notice.law_version,
        "number": sheet.notice.number,
        "state": on_day.clock.state,
        "operators": _operators_data(on_day.clock),
        "tasks": on_day.clock.tasks,
        "conflicts": sheet.conflicts,
    }
    session.emit(data, _shown(session, on_day.notice, on_day.clock, sheet.conflicts))


def _operators_data(clock: Clock) -> list[dict[str, object]]:
    return [
        {
            "operator": one.operator.name,
            "sensitive": one.operator.sensitive,
            "phone": one.operator.phone,
            "state": one.state,
            "until": one.until,
        }
        for one in clock.operators
    ]


def _shown(
    session: Session, notice: OrderNotice, clock: Clock, conflicts: Sequence[OrderConflict]
) -> Iterator[RenderableType]:
    yield facts(
        [
            *notice_facts(session, notice),
            (session.say("label.number"), notice.number or None),
            (session.say("label.state"), word(session, f"notice_state.{clock.state.value}")),
        ]
    )
    if clock.operators:
        yield ""
        yield rows(
            [session.say(f"label.{name}") for name in ("operator", "phone", "sensitive", "state", "until")],
            (
                (
                    one.operator.name,
                    one.operator.phone,
                    session.say("cli.yes") if one.operator.sensitive else "",
                    word(session, f"operator_state.{one.state.value}"),
                    moment(one.until),
                )
                for one in clock.operators
            ),
        )
    if clock.tasks:
        yield ""
        yield from (session.text(task) for task in clock.tasks)
    if conflicts:
        yield ""
        yield from conflict_rows(session, conflicts)
        yield session.say("notices.disclaimer")


def list_(session: Session, target: Target, *, day: Day, exclude_sundays: ExcludeSundays = False) -> None:
    """List the notices of the orders still to be made: where each stands on a day, what to do today."""
    with session.workspace(target) as workspace:
        reading = reading_of(workspace, day)
        found = notices_on(
            workspace, day, reading=replace(reading, count_sundays=False) if exclude_sundays else reading
        )
    data = [
        {
            "order": one.order.order_id,
            "kind": one.notice.kind,
            "number": one.notice.number,
            "state": one.clock.state,
            "starts_on": one.starts_on,
            "answer_by": one.notice.answer_by,
            "earliest_start": one.clock.earliest_start,
            "start_by": one.notice.start_by,
            "operators": _operators_data(one.clock),
            "tasks": one.clock.tasks,
        }
        for one in found
    ]
    session.emit({"day": day, "notices": data}, _listed(session, found))


def _listed(session: Session, found: Sequence[NoticeOfDay]) -> Iterator[RenderableType]:
    headings = ("order", "notice", "state", "number", "answer_by", "earliest_start", "start_by")
    yield rows(
        [session.say(f"label.{name}") for name in headings],
        (
            (
                one.order.order_id,
                one.notice.kind,
                word(session, f"notice_state.{one.clock.state.value}"),
                one.notice.number,
                moment(one.notice.answer_by),
                moment(one.clock.earliest_start),
                moment(one.notice.start_by),
            )
            for one in found
        ),
    )
    for one in found:
        for task in one.clock.tasks:
            yield f"{one.order.order_id}: {session.text(task)}"


def deadline(
    session: Session,
    *,
    kind: Kind,
    received: Received,
    paper: Paper = False,
    exclude_sundays: ExcludeSundays = False,
    on_site: OnSite = False,
) -> None:
    """Give the last day on which operators may answer a notice that they received on a day."""
    law = session.rule_book().law
    count_sundays = False if exclude_sundays else None
    answer_by = _answer_by(law, kind, received, paper=paper, count_sundays=count_sundays, on_site=on_site)
    data = {"kind": kind, "received": received, "answer_by": answer_by, "law_version": law.version}
    session.emit(
        data, [session.say("cli.deadline", kind=kind.value, received=received, day=moment(answer_by))]
    )


def _answer_by(
    law: AntiDamageLaw,
    kind: Procedure,
    received: date,
    *,
    paper: bool,
    count_sundays: bool | None,
    on_site: bool,
) -> date:
    if kind is Procedure.REMINDER:
        return law.reminder_answer_by(received)
    answer_by = law.on_site_answer_by if on_site else law.answer_by
    return answer_by(kind.value, received, count_sundays=count_sundays, on_paper=paper)
