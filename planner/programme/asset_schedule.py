# SPDX-License-Identifier: GPL-3.0-or-later
"""Which assets in which week: in the months of the levelled year, on days that the calendar leaves open."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from ...steering.programme.open_days import run_around
from ...steering.programme.year_load import Months
from .chosen import Chosen, by_group
from .next_year import NextYear


@dataclass(frozen=True, slots=True)
class ScheduledAsset:
    """An asset of the programme: the week that begins on Monday ``week``, and its part (km, or 1).

    The work may begin on ``opens`` and must be over on ``due``: these are the open days in a row around it.
    ``against`` names the events of the calendar that it goes against, since nothing else was left.
    """

    activity: str
    zone: str
    month: int
    week: date
    asset_role: str
    asset_id: str
    amount: float
    last_done: date | None
    opens: date
    due: date
    against: tuple[str, ...] = ()
    street: str = ""
    commune: str = ""


def asset_schedule(found: NextYear) -> tuple[ScheduledAsset, ...]:
    """Return the assets of every objective of a year by week; objectives without assets give none.

    Each group of assets that are open on the same days is spread over its part of the levelled months, in the
    order in which they were chosen. O(n log n) for n assets.
    """
    rows = (row for one in found.chosen for row in _of_objective(found, one))
    return tuple(sorted(rows, key=lambda row: (row.activity, row.week, row.zone, row.asset_id)))


def _of_objective(found: NextYear, chosen: Chosen) -> Iterator[ScheduledAsset]:
    if not len(chosen.assets):
        return
    streets, communes = found.calendar.addresses.of(chosen.assets)
    assets = chosen.assets.assign(street=streets, commune=communes)
    for zone in sorted(set(assets["zone"].tolist())):
        for group, own in by_group(assets[assets["zone"] == zone]):
            quota = found.piece(chosen.owed.name, zone, group)
            if quota is not None and any(quota):
                yield from _spread(found.year, chosen, zone, group, own, quota)


def _spread(
    year: int, chosen: Chosen, zone: str, group: int, own: pd.DataFrame, quota: Months
) -> Iterator[ScheduledAsset]:
    """Yield each asset on the day of its month in which the middle of its amount falls."""
    amount = own["amount"].to_numpy(dtype=float)
    share = (np.cumsum(amount) - amount / 2) / amount.sum()
    ends = np.cumsum(quota) / sum(quota)
    months = np.minimum(np.searchsorted(ends, share, side="right"), _last(quota))
    days, is_open = chosen.open_days.days, chosen.group(group).open
    by_month = [[n for n in np.flatnonzero(is_open) if days[n].month == month] for month in range(1, 13)]
    for row, at, n in zip(own.to_dict("records"), share, months.tolist(), strict=True):
        begin, numbers = ends[n] - quota[n] / sum(quota), by_month[n]
        place = int((at - begin) / (ends[n] - begin) * len(numbers)) if ends[n] > begin else 0
        number = numbers[min(max(place, 0), len(numbers) - 1)] if numbers else None
        yield _scheduled(chosen, zone, row, n + 1, _days_of(date(year, n + 1, 1), chosen, group, number))


def _days_of(month: date, chosen: Chosen, group: int, number: int | None) -> tuple[date, date, date]:
    """Return the day of an asset, and the first and last of the open days in a row around it.

    A month without an open day gives its first one.
    """
    if number is None:
        return month, month, month
    days = chosen.open_days.days
    return days[number], *run_around(chosen.group(group).unbroken, number, days)


def _scheduled(
    chosen: Chosen, zone: str, row: Mapping[Hashable, Any], month: int, days: tuple[date, date, date]
) -> ScheduledAsset:
    day, opens, due = days
    against = (one for block in chosen.group(row["group"]).against for one in block.events)
    return ScheduledAsset(
        activity=chosen.owed.name,
        zone=zone,
        month=month,
        week=day - timedelta(days=day.weekday()),
        asset_role=chosen.owed.role,
        asset_id=row["asset_id"],
        amount=row["amount"],
        last_done=None if pd.isna(row["last_done"]) else row["last_done"].date(),
        opens=opens,
        due=due,
        against=tuple(dict.fromkeys(one.event.event_id for one in against)),
        street=row["street"],
        commune=row["commune"],
    )


def _last(quota: Months) -> int:
    return max(n for n, value in enumerate(quota) if value > 0)
