# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of equipment in a workspace: list, book, free; no piece is ever promised twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ...core.resources import Equipment
from ...core.supplies import Booking
from ...workorders.orders import WorkOrder
from ...workorders.resources.bookings import first_start, free_spans, require_free
from ...workorders.resources.settings import ResourceSettings
from ..ports import Workspace
from ..rule_versions import rule_book_of

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class EquipmentDay:
    """A piece of equipment with its bookings of a day and the spans in which it is free."""

    equipment: Equipment
    bookings: tuple[Booking, ...]
    free: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class EquipmentOffer:
    """When equipment of a kind can be had for an order: a piece, and from when; or hired at a price.

    ``is_moved`` says that it is later than asked. Without a piece of the kind, ``equipment_id`` is empty and
    only the hire is left, where there is a price.
    """

    kind: str
    equipment_id: str
    start: datetime | None
    is_moved: bool
    hire_eur: float | None


def equipment_on(workspace: Workspace, day: date) -> tuple[EquipmentDay, ...]:
    """Return every piece of equipment on a day, by its kind."""
    settings = rule_book_of(workspace, day).settings
    whole = (datetime.combine(day, time()), datetime.combine(day + timedelta(days=1), time()))
    own: dict[str, list[Booking]] = {}
    for booking in workspace.all(Booking):
        own.setdefault(booking.equipment_id, []).append(booking)
    found = []
    for piece in sorted(workspace.all(Equipment), key=lambda piece: (piece.kind, piece.equipment_id)):
        bookings = own.get(piece.equipment_id, [])
        gap = settings.changeover_min.get(piece.kind, 0)
        of_day = [b for b in bookings if b.starts_at < whole[1] and whole[0] < b.ends_at]
        free = free_spans(((b.starts_at, b.ends_at) for b in bookings), whole, changeover_min=gap)
        found.append(EquipmentDay(piece, tuple(sorted(of_day, key=lambda b: b.starts_at)), free))
    return tuple(found)


def book(
    workspace: Workspace,
    equipment_id: str,
    starts_at: datetime,
    ends_at: datetime,
    *,
    who: str,
    order_id: str = "",
    note: str = "",
) -> Booking:
    """Book a piece of equipment.

    Raises
    ------
    InputError
        The piece or the order is unknown, the time ends before it starts, or another booking, which is
        named, holds it.
    StaleWrite
        Somebody else has booked the piece meanwhile.
    """
    piece = workspace.get(Equipment, equipment_id)
    if order_id:
        workspace.get(WorkOrder, order_id)
    known = workspace.all(Booking, equipment_id=equipment_id)
    booking = Booking(_next_id(known, equipment_id), equipment_id, starts_at, ends_at, order_id, note)
    settings = rule_book_of(workspace, starts_at.date()).settings
    require_free(booking, known, changeover_min=settings.changeover_min.get(piece.kind, 0))
    with workspace.command("book equipment", who=who) as transaction:
        # of two who book the piece at once, the second finds its version changed
        transaction.save(piece)
        transaction.add([booking])
    return booking


def free(workspace: Workspace, booking_id: str, *, who: str) -> Booking:
    """Give a booking up; an unknown one raises ``InputError`` that names near ones."""
    booking = workspace.get(Booking, booking_id)
    with workspace.command("free equipment", who=who) as transaction:
        transaction.remove(booking)
    return booking


def equipment_offers(
    workspace: Workspace,
    kind: str,
    asked: datetime,
    minutes: int,
    *,
    settings: ResourceSettings | None = None,
) -> EquipmentOffer:
    """Return when equipment of a kind is first free for so long from a moment on, and what a hire costs."""
    settings = settings or rule_book_of(workspace, asked.date()).settings
    gap, hire_eur = settings.changeover_min.get(kind, 0), settings.hire_eur_per_day.get(kind)
    taken: dict[str, list[Span]] = {}
    for booking in workspace.all(Booking):
        taken.setdefault(booking.equipment_id, []).append((booking.starts_at, booking.ends_at))
    starts = [
        (
            first_start(asked, minutes, taken.get(piece.equipment_id, ()), changeover_min=gap),
            piece.equipment_id,
        )
        for piece in workspace.all(Equipment)
        if piece.kind == kind
    ]
    if not starts:
        return EquipmentOffer(kind, "", None, is_moved=False, hire_eur=hire_eur)
    start, equipment_id = min(starts)
    return EquipmentOffer(kind, equipment_id, start, is_moved=start > asked, hire_eur=hire_eur)


def _next_id(known: list[Booking], equipment_id: str) -> str:
    numbers = [booking.booking_id.rpartition("/")[2] for booking in known]
    return f"{equipment_id}/{max((int(n) for n in numbers if n.isdigit()), default=0) + 1}"
