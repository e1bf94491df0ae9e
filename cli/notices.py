# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard notices`` and ``regard deadline``: what the law asks for before a dig, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from typing import Annotated

import typer
from rich.console import RenderableType

from ..core.errors import InputError
from ..planner.order_sheet import order_sheet
from ..planner.records import OrderConflict, OrderNotice
from ..workorders.law import AntiDamageLaw, load_law
from .arguments import OrderOption, Received, Target
from .command import command
from .orders_view import conflict_rows, notice_facts
from .session import Session
from .tables import facts
from .wording import moment


class Procedure(Enum):
    """What operators may be waited for."""

    DT = "DT"
    DICT = "DICT"
    JOINT = "DT-DICT"
    REMINDER = "reminder"


Kind = Annotated[Procedure, typer.Option("--kind", help="What was sent to the operators.")]
Paper = Annotated[bool, typer.Option("--paper", help="It was not sent through the teleservice.")]
ExcludeSundays = Annotated[bool, typer.Option("--exclude-sundays", help="Leave Sundays out of the count.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    command(root, "notices")(notices)
    command(root, "deadline")(deadline)


def notices(session: Session, target: Target, *, order: OrderOption) -> None:
    """Show the notice that an order needs, why, whom to call first, and the earliest legal start."""
    with session.workspace(target) as workspace:
        sheet = order_sheet(workspace, order)
    if sheet.notice is None:
        raise InputError("cli.no_notice", order=order)
    data = {
        "order": order,
        "kind": sheet.notice.kind,
        "reason": sheet.notice.reason,
        "send_by": sheet.notice.send_by,
        "answer_by": sheet.notice.answer_by,
        "earliest_start": sheet.notice.earliest_start,
        "start_by": sheet.notice.start_by,
        "call_first": sheet.notice.call_first,
        "write_to": sheet.notice.write_to,
        "law_version": sheet.notice.law_version,
        "state": sheet.notice.state,
        "conflicts": sheet.conflicts,
    }
    session.emit(data, _shown(session, sheet.notice, sheet.conflicts))


def _shown(
    session: Session, notice: OrderNotice, conflicts: Sequence[OrderConflict]
) -> Iterator[RenderableType]:
    yield facts(notice_facts(session, notice))
    if conflicts:
        yield ""
        yield from conflict_rows(session, conflicts)


def deadline(
    session: Session,
    *,
    kind: Kind,
    received: Received,
    paper: Paper = False,
    exclude_sundays: ExcludeSundays = False,
) -> None:
    """Give the last day on which operators may answer a notice that they received on a day."""
    law = load_law()
    answer_by = _answer_by(law, kind, received, paper=paper, count_sundays=False if exclude_sundays else None)
    data = {"kind": kind, "received": received, "answer_by": answer_by, "law_version": law.version}
    session.emit(
        data, [session.say("cli.deadline", kind=kind.value, received=received, day=moment(answer_by))]
    )


def _answer_by(
    law: AntiDamageLaw, kind: Procedure, received: date, *, paper: bool, count_sundays: bool | None
) -> date:
    if kind is Procedure.REMINDER:
        return law.reminder_answer_by(received)
    return law.answer_by(kind.value, received, count_sundays=count_sundays, on_paper=paper)
