# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard orders notice-sent``, ``answer``, ``permit``, ``hydrant``, ``told``, ``photo``: its papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from ...core.errors import InputError
from ...planner.life import paperwork
from ...planner.life.notice_way import note_way
from ...planner.life.same_dig import other_parts, parts_under
from ...planner.notices.photos import attach_photo
from ...store.handed_files import read_bytes
from ...workorders.life.notice_clock import odd_number
from ...workorders.life.records import permit_label
from ...workorders.orders import WorkOrder
from ..arguments import By, Now, OrderArgument, Source, Target, actor, parse_day, parse_moment
from ..command import command
from ..digging.notice_files import FilesOption
from ..session import Session
from ..wording import moment


class HydrantState(Enum):
    """Whether a hydrant can be used."""

    AVAILABLE = "available"
    OUT = "out"


Number = Annotated[str, typer.Option("--number", help="The number that the teleservice gave.")]
SentAt = Annotated[
    datetime, typer.Option("--sent", parser=parse_moment, metavar="TIME", help="When it was sent.")
]
PaperWay = Annotated[
    bool | None,
    typer.Option("--paper/--teleservice", help="It went by post, or through the teleservice."),
]
Way = Annotated[bool, typer.Option("--paper/--teleservice", help="By post, or through the teleservice.")]
ReceivedOn = Annotated[
    date | None,
    typer.Option("--received", parser=parse_day, metavar="DATE", help="When the operators had the letter."),
]
OperatorArgument = Annotated[str, typer.Argument(metavar="OPERATOR", help="The operator of a network.")]
AnsweredAt = Annotated[
    datetime | None,
    typer.Option("--at", parser=parse_moment, metavar="TIME", help="When it answered, or was spoken to."),
]
Reminded = Annotated[
    date | None,
    typer.Option("--reminded", parser=parse_day, metavar="DATE", help="When it was reminded."),
]
Acknowledged = Annotated[
    date | None,
    typer.Option("--acknowledged", parser=parse_day, metavar="DATE", help="When it confirmed the receipt."),
]
Appointment = Annotated[
    date | None,
    typer.Option("--appointment", parser=parse_day, metavar="DATE", help="When it measures on site."),
]
Contact = Annotated[str, typer.Option("--contact", help="Who was spoken to.")]
Reference = Annotated[str, typer.Option("--reference", help="The number of the answer or the permit.")]
KindArgument = Annotated[
    str, typer.Argument(metavar="KIND", help="Such as traffic_order, mayor_told, or other:NAME.")
]
Authority = Annotated[str, typer.Option("--authority", help="Who grants it.")]
Asked = Annotated[
    datetime | None,
    typer.Option("--asked", parser=parse_moment, metavar="TIME", help="When it was asked for, or told."),
]
Granted = Annotated[
    date | None, typer.Option("--granted", parser=parse_day, metavar="DATE", help="When it was granted.")
]
ValidFrom = Annotated[
    date | None, typer.Option("--from", parser=parse_day, metavar="DATE", help="Its first day.")
]
ValidUntil = Annotated[
    date | None, typer.Option("--until", parser=parse_day, metavar="DATE", help="Its last day.")
]
Alone = Annotated[
    bool, typer.Option("--only-this", help="Not for the other parts of a split order made in the same dig.")
]
HydrantArgument = Annotated[str, typer.Argument(metavar="HYDRANT", help="The hydrant, by its own id.")]
StateArgument = Annotated[HydrantState, typer.Argument(metavar="STATE", help="available or out.")]
NoteText = Annotated[str, typer.Option("--note", help="What else is to be known.")]
Customers = Annotated[
    list[str] | None, typer.Option("--customer", metavar="ID", help="Only these; by default all of the cut.")
]


def register(group: typer.Typer) -> None:
    """Add the commands to those of orders."""
    command(group, "notice-sent", seen="order")(notice_sent)
    command(group, "notice-way", seen="order")(notice_way)
    command(group, "answer", seen="order")(answer)
    command(group, "permit", seen="order")(permit)
    command(group, "hydrant")(hydrant)
    command(group, "told", seen="order")(told)
    command(group, "photo", seen="order")(photo)


def notice_sent(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    number: Number,
    sent: SentAt,
    paper: PaperWay = None,
    received: ReceivedOn = None,
    only_this: Alone = False,
    by: By = "",
) -> None:
    """Note that an order's notice was sent; the answers are due and the work may start from then on."""
    with session.workspace(target) as workspace:
        notice = paperwork.note_sent(
            workspace,
            order,
            number=number,
            sent_at=sent,
            who=actor(by),
            on_paper=paper,
            received_on=received,
            alone=only_this,
        )
        parts = () if only_this else parts_under(workspace, workspace.get(WorkOrder, order))
        law = paperwork.reading_of(workspace, sent.date()).law
    doubts = [session.text(one) for one in odd_number(notice.number, notice.kind, law)]
    said = session.say(
        "cli.notice_sent",
        order=order,
        kind=notice.kind,
        answer_by=moment(notice.answer_by) or "-",
        start=moment(notice.earliest_start),
    )
    session.emit({"notice": notice, "parts": _ids(parts)}, [said, *doubts, *_too(session, parts)])


def notice_way(
    session: Session, target: Target, order: OrderArgument, *, paper: Way, by: By = "", now: Now = None
) -> None:
    """Note how an order's notice is going to be sent: on paper the operators have more days to answer."""
    with session.workspace(target) as workspace:
        notice = note_way(workspace, order, on_paper=paper, now=session.now(now), who=actor(by))
    way = session.say(f"notice_way.{notice.way}")
    start = moment(notice.earliest_start)
    said = session.say("cli.notice_way", order=order, way=way, start=start)
    session.emit({"notice": notice}, [said])


def answer(
    session: Session,
    target: Target,
    order: OrderArgument,
    operator: OperatorArgument,
    *,
    at: AnsweredAt = None,
    reminded: Reminded = None,
    acknowledged: Acknowledged = None,
    appointment: Appointment = None,
    contact: Contact = "",
    reference: Reference = "",
    only_this: Alone = False,
    by: By = "",
) -> None:
    """Note what an operator near a dig answered, or that it was reminded."""
    if at is reminded is acknowledged is appointment is None:
        raise InputError("cli.answer_or_reminder")
    with session.workspace(target) as workspace:
        noted = paperwork.note_answer(
            workspace,
            order,
            operator,
            who=actor(by),
            answered_at=at,
            reminded_on=reminded,
            acknowledged_on=acknowledged,
            appointment_on=appointment,
            contact=contact,
            reference=reference,
            alone=only_this,
        )
        parts = () if only_this else parts_under(workspace, workspace.get(WorkOrder, order))
    said = session.say("cli.noted", what=f"{order}, {operator}")
    session.emit({"answer": noted, "parts": _ids(parts)}, [said, *_too(session, parts)])


def photo(
    session: Session,
    target: Target,
    order: OrderArgument,
    file: Source,
    *,
    files: FilesOption = None,
    now: Now = None,
    by: By = "",
) -> None:
    """Keep a photo (JPEG, PNG) with an order; its dossiers show it."""
    from ...store.attachment_folder import attachment_folder

    path = Path(file)
    data = read_bytes(path, session.rules_of(target, now).teleservice)
    with session.workspace(target) as workspace:
        folder = attachment_folder(workspace, files)
        kept = attach_photo(
            workspace,
            order,
            data,
            file=path.name,
            day=session.now(now).date(),
            attachments=folder,
            who=actor(by),
        )
    session.emit({"photo": kept}, [session.say("cli.photo_attached", name=path.name, order=order)])


def permit(
    session: Session,
    target: Target,
    order: OrderArgument,
    kind: KindArgument,
    *,
    authority: Authority = "",
    asked: Asked = None,
    granted: Granted = None,
    valid_from: ValidFrom = None,
    valid_until: ValidUntil = None,
    reference: Reference = "",
    only_this: Alone = False,
    by: By = "",
) -> None:
    """Note that an order needs a permit or another notice, asked for it or has it, or told the mayor."""
    with session.workspace(target) as workspace:
        noted = paperwork.note_permit(
            workspace,
            order,
            kind,
            who=actor(by),
            authority=authority,
            asked_at=asked,
            granted_on=granted,
            valid_from=valid_from,
            valid_until=valid_until,
            reference=reference,
            alone=only_this,
        )
        parts = () if only_this else other_parts(workspace, workspace.get(WorkOrder, order))
    said = session.say("cli.noted", what=f"{order}, {session.text(permit_label(kind))}")
    session.emit({"permit": noted, "parts": _ids(parts)}, [said, *_too(session, parts)])


def _ids(parts: Iterable[WorkOrder]) -> list[str]:
    return [one.order_id for one in parts]


def _too(session: Session, parts: Sequence[WorkOrder]) -> list[str]:
    """Return the line that tells for which other parts of a dig the same was noted."""
    return [session.say("cli.noted_too", orders=", ".join(_ids(parts)))] if parts else []


def hydrant(
    session: Session,
    target: Target,
    hydrant: HydrantArgument,
    state: StateArgument,
    *,
    note: NoteText = "",
    by: By = "",
    now: Now = None,
) -> None:
    """Note that the fire service was told that a hydrant is out, or available again."""
    with session.workspace(target) as workspace:
        noted = paperwork.note_hydrant(
            workspace,
            hydrant,
            available=state is HydrantState.AVAILABLE,
            now=session.now(now),
            who=actor(by),
            note=note,
        )
    session.emit({"hydrant": noted}, [session.say("cli.noted", what=hydrant)])


def told(
    session: Session,
    target: Target,
    order: OrderArgument,
    *,
    customer: Customers = None,
    by: By = "",
    now: Now = None,
) -> None:
    """Note that customers of an order's cut were told that the water is back."""
    with session.workspace(target) as workspace:
        noted = paperwork.note_restored(workspace, order, customer or (), now=session.now(now), who=actor(by))
    said = session.say("cli.told", order=order, count=len(noted.customers))
    session.emit({"order": order, "customers": noted.customers}, [said])
