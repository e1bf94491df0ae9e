# SPDX-License-Identifier: GPL-3.0-or-later
"""What the calendar and the months allowed refuse a year: wishes gone against, assets without a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from ...core.messages import Message
from ...steering.programme.calendar import DatedEvent
from ...steering.programme.open_days import Block
from .chosen import Chosen, by_group
from .next_year import NextYear

NameOf = Callable[[str], str]

_SHOWN = 5


def month_name(year: int, month: int) -> str:
    """Return a month as it is written everywhere: 2027-06."""
    return f"{year}-{month:02d}"


def why_not(activity: str) -> str:
    """Return the key by which a ``NameOf`` tells why an activity is not allowed in its other months."""
    return f"{activity}.window"


def calendar_findings(found: NextYear, name_of: NameOf) -> Iterator[Message]:
    """Yield each wish that is not met with what stands against it, objective by objective."""
    for one in found.chosen:
        activity = name_of(one.owed.name)
        if one.owed.refused:
            months = ", ".join(month_name(found.year, month) for month in one.owed.refused)
            why = name_of(why_not(one.owed.name))
            yield Message("programme.refused", {"activity": activity, "months": months, "why": why})
        yield from _kept_out(one, activity, name_of)
        yield from _against(one, activity, name_of)
        if len(one.late):
            shown = {"activity": activity, "year": found.year, **_assets(one.late)}
            yield Message("programme.late", shown)


def _kept_out(one: Chosen, activity: str, name_of: NameOf) -> Iterator[Message]:
    if not len(one.owed.assets):
        blocks = one.open_days.groups[0].kept_by
        if blocks:
            yield Message("programme.no_day", {"activity": activity, "events": _events(blocks, name_of)})
        return
    for number, own in by_group(one.kept_out):
        events = _events(one.group(number).kept_by, name_of)
        yield Message("programme.kept_out", {"activity": activity, "events": events, **_assets(own)})


def _against(one: Chosen, activity: str, name_of: NameOf) -> Iterator[Message]:
    for number, own in by_group(one.assets):
        against = one.group(number).against
        if against:
            events = _events(against, name_of)
            yield Message("programme.against", {"activity": activity, "events": events, **_assets(own)})


def _assets(own: pd.DataFrame) -> dict[str, object]:
    names = list(dict.fromkeys(own["asset_id"]))
    more = ", …" if len(names) > _SHOWN else ""
    return {"count": len(names), "assets": ", ".join(names[:_SHOWN]) + more}


def _events(blocks: Sequence[Block], name_of: NameOf) -> str:
    return "; ".join(dict.fromkeys(event_name(one, name_of) for block in blocks for one in block.events))


def event_name(one: DatedEvent, name_of: NameOf) -> str:
    """Return what an event is called, with its kind and its days."""
    last = one.event.last_day or one.last_day
    until = "…" if last.year == last.max.year else f"{last}"
    days = f"{one.event.first_day}" if last == one.event.first_day else f"{one.event.first_day} – {until}"
    return f"{one.event.name} ({name_of(one.event.kind)}, {days})"
