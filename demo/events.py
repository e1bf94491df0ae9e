# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the calendar of events that keep next year's work away from some places of the town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..steering.programme.calendar import CalendarEvent
from ..store.calendar_files import write_events
from .communes import Commune
from .settings import settings


def write_calendar(communes: Sequence[Commune], path: Path) -> int:
    """Write the events of the settings and return how many; one of a street that is not there is left out."""
    by_name = {commune.name: commune for commune in communes}
    return write_events(path, _events(by_name))


def _events(communes: dict[str, Commune]) -> Iterator[CalendarEvent]:
    for listed in settings("communes")["calendar"]:
        own: dict[str, Any] = dict(listed)
        name, rank = own.pop("commune", ""), own.pop("street", None)
        if name:
            commune = communes.get(name)
            if commune is None or (rank is not None and rank > len(commune.streets)):
                continue
            own["communes"] = (name,)
            own["streets"] = (commune.streets[rank - 1],) if rank is not None else ()
        for field in ("weekdays", "activities"):
            own[field] = tuple(own.get(field, ()))
        yield CalendarEvent(**own)
