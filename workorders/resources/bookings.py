# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar of equipment: what is taken when, and when it is free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.supplies import Booking

Span = tuple[datetime, datetime]


def clash(booking: Booking, others: Iterable[Booking], *, changeover_min: int = 0) -> Booking | None:
    """Return the first booking of the same equipment that a new one meets, None when there is none.

    Between two bookings lie at least ``changeover_min``.
    """
    gap = timedelta(minutes=changeover_min)
    meeting = [
        other
        for other in others
        if other.equipment_id == booking.equipment_id
        and other.booking_id != booking.booking_id
        and other.starts_at < booking.ends_at + gap
        and booking.starts_at < other.ends_at + gap
    ]
    return min(meeting, key=lambda other: (other.starts_at, other.booking_id), default=None)


def require_free(booking: Booking, others: Iterable[Booking], *, changeover_min: int = 0) -> None:
    """Refuse a booking that ends before it starts, or meets another one, which the error names."""
    if booking.ends_at <= booking.starts_at:
        raise InputError("booking.span", start=_told(booking.starts_at), end=_told(booking.ends_at))
    other = clash(booking, others, changeover_min=changeover_min)
    if other is not None:
        raise InputError(
            "booking.taken",
            equipment=booking.equipment_id,
            other=other.booking_id,
            start=_told(other.starts_at),
            end=_told(other.ends_at),
            order=other.order_id,
            note=other.note,
            changeover=changeover_min or "",
        )


def free_spans(taken: Iterable[Span], within: Span, *, changeover_min: int = 0) -> tuple[Span, ...]:
    """Return what is free of a span, ``changeover_min`` apart from what is taken."""
    gap = timedelta(minutes=changeover_min)
    free, opens = [], within[0]
    for starts_at, ends_at in sorted(taken):
        closes = min(starts_at - gap, within[1])
        if opens < closes:
            free.append((opens, closes))
        opens = max(opens, ends_at + gap)
    if opens < within[1]:
        free.append((opens, within[1]))
    return tuple(free)


def first_start(asked: datetime, minutes: int, taken: Iterable[Span], *, changeover_min: int = 0) -> datetime:
    """Return the first moment from one on at which equipment is free for so long."""
    start, gap, lasts = asked, timedelta(minutes=changeover_min), timedelta(minutes=minutes)
    for starts_at, ends_at in sorted(taken):
        if start + lasts > starts_at - gap and start < ends_at + gap:
            start = ends_at + gap
    return start


def _told(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
