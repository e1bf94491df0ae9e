# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard equipment``, ``stock`` and ``subcontract``: what work is done with, and who else does it."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated

import typer
from rich.table import Table

from ...core.supplies import JobState, SubcontractJob
from ...planner.resources import equipment, stock, subcontracts
from ..arguments import Day, OrderOption, Target, parse_day
from ..command import command
from ..session import Session
from ..tables import rows
from ..wording import means_name, moment, number
from .agent_list import OnDay
from .resources import Ends, ForOrder, Starts

equipment_group = typer.Typer(help="Equipment: list a day, book, free; nothing is promised twice.")
stock_group = typer.Typer(help="Parts in vans and depots: list, move, pick lists of the tours.")
subcontract_group = typer.Typer(help="Orders given to subcontractors: send, accept, done, list.")

Piece = Annotated[str, typer.Argument(metavar="EQUIPMENT", help="The piece of equipment, by id.")]
BookingArgument = Annotated[str, typer.Argument(metavar="BOOKING", help="The booking, by id.")]
Note = Annotated[str, typer.Option("--note", help="What it is for.")]
Holder = Annotated[str, typer.Option("--holder", metavar="ID", help="Only those of a van (agent) or depot.")]
PartFilter = Annotated[str, typer.Option("--part", help="Only this part.")]
Part = Annotated[str, typer.Option("--part", help="The part, by its name in means.yaml.")]
Quantity = Annotated[int, typer.Option("--quantity", min=1, help="How many.")]
Origin = Annotated[str, typer.Option("--from", metavar="ID", help="The van (agent) or depot that gives.")]
Receiver = Annotated[str, typer.Option("--to", metavar="ID", help="The van (agent) or depot that gets.")]
Company = Annotated[str, typer.Option("--to", metavar="ID", help="The subcontractor.")]
Units = Annotated[
    float | None, typer.Option("--quantity", min=0.0, help="Units of its price; left out: by the hour.")
]
Number = Annotated[str, typer.Option("--number", help="The purchase order number; by default the next.")]
On = Annotated[
    date | None, typer.Option("--on", parser=parse_day, metavar="DATE", help="The day; by default today.")
]
Job = Annotated[str, typer.Argument(metavar="NUMBER", help="The purchase order number.")]


def register(root: typer.Typer) -> None:
    """Add the commands to the application."""
    root.add_typer(equipment_group, name="equipment")
    root.add_typer(stock_group, name="stock")
    root.add_typer(subcontract_group, name="subcontract")


@command(equipment_group, "list")
def list_equipment(session: Session, target: Target, *, day: OnDay = None) -> None:
    """List the equipment with its bookings of a day and when it is free."""
    with session.workspace(target) as workspace:
        found = equipment.equipment_on(workspace, day or session.now().date())
    rules = session.rule_book()
    lines = [
        (
            own.equipment.equipment_id,
            means_name(session, rules, own.equipment.kind),
            own.equipment.agent_id or own.equipment.depot,
            _spans((booking.starts_at, booking.ends_at) for booking in own.bookings),
            _spans(own.free),
        )
        for own in found
    ]
    names = ("equipment_id", "kind", "with", "booked", "free")
    session.emit({"equipment": found}, [rows([session.say(f"label.{name}") for name in names], lines)])


@command(equipment_group, "book")
def book(
    session: Session,
    target: Target,
    piece: Piece,
    *,
    starts: Starts,
    ends: Ends,
    order: ForOrder = "",
    note: Note = "",
) -> None:
    """Book a piece of equipment; a time that is taken is refused with the booking that holds it."""
    with session.workspace(target) as workspace:
        made = equipment.book(
            workspace, piece, starts, ends, who=getpass.getuser(), order_id=order, note=note
        )
    session.emit(
        made, [session.say("cli.booked", booking=made.booking_id, start=moment(starts), end=moment(ends))]
    )


@command(equipment_group, "free")
def free(session: Session, target: Target, booking: BookingArgument) -> None:
    """Give a booking up."""
    with session.workspace(target) as workspace:
        gone = equipment.free(workspace, booking, who=getpass.getuser())
    session.emit(gone, [session.say("cli.freed", booking=booking)])


@command(stock_group, "list")
def list_stock(session: Session, target: Target, *, holder: Holder = "", part: PartFilter = "") -> None:
    """List what vans and depots hold."""
    with session.workspace(target) as workspace:
        found = stock.stock(workspace, holder=holder, part=part)
    rules = session.rule_book()
    headings = [session.say(f"label.{name}") for name in ("with", "part", "count")]
    lines = [(line.holder, means_name(session, rules, line.part), line.quantity) for line in found]
    session.emit({"stock": found}, [rows(headings, lines, right=[2])])


@command(stock_group, "move")
def move_stock(
    session: Session, target: Target, *, part: Part, quantity: Quantity, origin: Origin, to: Receiver
) -> None:
    """Move parts between vans and depots."""
    with session.workspace(target) as workspace:
        lines = stock.move_stock(workspace, part, quantity, origin=origin, target=to, who=getpass.getuser())
    session.emit(
        {"stock": lines},
        [session.say("cli.stock_moved", quantity=quantity, part=part, origin=origin, target=to)],
    )


@command(stock_group, "picklist")
def picklist(session: Session, target: Target, *, day: Day) -> None:
    """Show what each tour of a day takes: from the van, from the depot and when, what is to be ordered."""
    with session.workspace(target) as workspace:
        found = stock.pick_lists(workspace, day)
    session.emit({"lists": [_list_data(own) for own in found]}, [_pick_rows(session, found)])


@command(subcontract_group, "send", seen="order")
def send(
    session: Session,
    target: Target,
    *,
    order: OrderOption,
    to: Company,
    quantity: Units = None,
    number: Number = "",
    on: On = None,
) -> None:
    """Send an order to a subcontractor under a purchase order number."""
    with session.workspace(target) as workspace:
        job = subcontracts.send_job(
            workspace,
            order,
            to,
            on=on or session.now().date(),
            who=getpass.getuser(),
            quantity=quantity,
            number=number,
        )
    session.emit(job, [_job_rows(session, [job])])


def _advance(session: Session, target: str, job: str, state: JobState, on: date | None) -> None:
    with session.workspace(target) as workspace:
        found = subcontracts.advance_job(
            workspace, job, state, on=on or session.now().date(), who=getpass.getuser()
        )
    session.emit(found, [_job_rows(session, [found])])


@command(subcontract_group, "accept")
def accept(session: Session, target: Target, job: Job, *, on: On = None) -> None:
    """Note that a subcontractor accepts a job."""
    _advance(session, target, job, JobState.ACCEPTED, on)


@command(subcontract_group, "refuse")
def refuse(session: Session, target: Target, job: Job, *, on: On = None) -> None:
    """Note that a subcontractor refuses a job: the order can be sent to another one."""
    _advance(session, target, job, JobState.REFUSED, on)


@command(subcontract_group, "done")
def done(session: Session, target: Target, job: Job, *, on: On = None) -> None:
    """Note that a job is done."""
    _advance(session, target, job, JobState.DONE, on)


@command(subcontract_group, "list")
def list_jobs(session: Session, target: Target, *, on: On = None) -> None:
    """List the jobs of subcontractors, and those to chase because the answer is overdue."""
    with session.workspace(target) as workspace:
        found = subcontracts.subcontracts(workspace, today=on or session.now().date())
    late = [
        session.say("cli.unanswered", job=job.number, company=job.subcontractor_id, due=job.due_on)
        for job in found.unanswered
    ]
    session.emit(
        {"jobs": found.jobs, "unanswered": [job.number for job in found.unanswered]},
        [_job_rows(session, found.jobs), *late],
    )


def _job_rows(session: Session, jobs: Iterable[SubcontractJob]) -> Table:
    names = ("number", "order", "company", "state", "price_eur", "sent_on", "answered_on", "done_on")
    lines = [
        (
            job.number,
            job.order_id,
            job.subcontractor_id,
            session.say(f"job.{job.state.value}"),
            number(session, job.price_eur, 2),
            job.sent_on,
            job.answered_on,
            job.done_on,
        )
        for job in jobs
    ]
    return rows([session.say(f"label.{name}") for name in names], lines, right=[4])


def _list_data(own: stock.PickList) -> dict[str, object]:
    return {
        "agent": own.agent_id,
        "day": own.day,
        "depot": own.depot_id,
        "at": own.at,
        "load": own.to_load,
        "order": own.to_order,
        "needs": [
            {
                "order": need.order_id,
                "part": need.part,
                "needed": need.needed,
                "van": need.from_van,
                "depot": need.from_depot,
                "to_order": need.to_order,
                "supply": need.supply,
            }
            for need in own.needs
        ],
    }


def _pick_rows(session: Session, lists: Iterable[stock.PickList]) -> Table:
    rules = session.rule_book()
    names = ("agent", "pick_up_at", "order", "part", "count", "supply")
    lines = [
        (
            own.agent_id,
            moment(own.at),
            need.order_id,
            means_name(session, rules, need.part),
            need.needed,
            session.say(f"supply.{need.supply.value}"),
        )
        for own in lists
        for need in own.needs
    ]
    return rows([session.say(f"label.{name}") for name in names], lines, right=[4])


def _spans(spans: Iterable[tuple[datetime, datetime]]) -> str:
    return ", ".join(f"{start:%d/%m %H:%M} - {end:%d/%m %H:%M}" for start, end in spans)
