# SPDX-License-Identifier: GPL-3.0-or-later
"""Which assets in which week: those that have waited longest, grouped so that crews travel little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import geopandas as gpd
import numpy as np
import pandas as pd

from ...core.calendars import is_working_day
from ...steering.programme.year_load import MONTHS, Months
from ...workorders.history import ClosedIntervention
from ..conditions import Where
from ..ports import Workspace
from ..rule_versions import rule_book_of
from .next_year import NextYear
from .owed import Owed

# of an amount, what is nothing but rounding
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class ScheduledAsset:
    """An asset of the programme: the week that begins on Monday ``week``, and its part (km, or 1)."""

    activity: str
    zone: str
    month: int
    week: date
    asset_role: str
    asset_id: str
    amount: float
    last_done: date | None


def asset_schedule(workspace: Workspace, found: NextYear) -> tuple[ScheduledAsset, ...]:
    """Return the assets of every objective of a year by week; objectives without assets give none.

    Those never done come first, then those done longest ago, of these the oldest. Of what is chosen in a
    zone, neighbours follow each other (Hilbert curve). O(n log n) for n assets.
    """
    region = rule_book_of(workspace, found.as_of).law.region
    weeks = [_weeks(found.year, month, region) for month in range(1, MONTHS + 1)]
    rows = (row for one in found.owed for row in _of_objective(workspace, found, one, weeks))
    return tuple(sorted(rows, key=lambda row: (row.activity, row.week, row.zone, row.asset_id)))


def _of_objective(
    workspace: Workspace, found: NextYear, owed: Owed, weeks: list[list[date]]
) -> Iterator[ScheduledAsset]:
    done = _last_done(workspace, owed)
    ranked = owed.assets.assign(last_done=owed.assets["asset_id"].map(done))
    ranked = ranked.sort_values(["last_done", "laid_year", "asset_id"], na_position="first", kind="stable")
    for zone, own in ranked.groupby("zone"):
        quota = found.pieces.get((owed.name, str(zone)))
        if quota is None or not sum(quota):
            continue
        wanted = owed.quantity * owed.shares[str(zone)]
        yield from _spread(owed, str(zone), _chosen(own, wanted), quota, weeks)


def _last_done(workspace: Workspace, owed: Owed) -> dict[str, pd.Timestamp]:
    """Return when each asset had its turn last."""
    about = [Where("code", among=[owed.rule.job]), Where("asset_role", among=[owed.role])]
    rows = workspace.columns(ClosedIntervention, ("asset_id", "ended_at", "result"), where=about)
    frame = pd.DataFrame(rows)
    frame = frame[frame["result"] == "done"] if len(frame) else frame
    return dict(pd.to_datetime(frame["ended_at"]).groupby(frame["asset_id"]).max()) if len(frame) else {}


def _chosen(ranked: pd.DataFrame, wanted: float) -> pd.DataFrame:
    """Return the first assets that make up a quantity, neighbours together; in rounds when it is more."""
    rounds = []
    while wanted > _NOTHING:
        before = ranked["amount"].cumsum() - ranked["amount"]
        own = ranked[before < wanted - _NOTHING]
        places = gpd.GeoSeries(gpd.points_from_xy(own["x"], own["y"]))
        rounds.append(own.iloc[np.argsort(places.hilbert_distance().to_numpy(), kind="stable")])
        wanted -= float(own["amount"].sum())
    return pd.concat(rounds, ignore_index=True)


def _spread(
    owed: Owed, zone: str, chosen: pd.DataFrame, quota: Months, weeks: list[list[date]]
) -> Iterator[ScheduledAsset]:
    """Yield each asset in the month, and its week, in which the middle of its amount falls."""
    amount = chosen["amount"].to_numpy(dtype=float)
    share = (np.cumsum(amount) - amount / 2) / amount.sum()
    ends = np.cumsum(quota) / sum(quota)
    months = np.minimum(np.searchsorted(ends, share, side="right"), _last(quota))
    done = [None if pd.isna(at) else at.date() for at in chosen["last_done"]]
    names = chosen["asset_id"].tolist()
    for name, part, last, at, n in zip(names, amount.tolist(), done, share, months.tolist(), strict=True):
        begin, days = ends[n] - quota[n] / sum(quota), weeks[n]
        place = int((at - begin) / (ends[n] - begin) * len(days)) if ends[n] > begin else 0
        week = days[min(max(place, 0), len(days) - 1)]
        yield ScheduledAsset(owed.name, zone, n + 1, week, owed.role, name, part, last)


def _last(quota: Months) -> int:
    return max(n for n, value in enumerate(quota) if value > 0)


def _weeks(year: int, month: int, region: str) -> list[date]:
    """Return the Monday of each working day of a month; of one without any, that of its first day."""
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == month]
    working = [day for day in days if is_working_day(day, region=region)] or [first]
    return [day - timedelta(days=day.weekday()) for day in working]
