# SPDX-License-Identifier: GPL-3.0-or-later
"""The past that next year is told from: interventions by type, zone and month, and the hours of one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from ...core.errors import InputError
from ...steering.programme.forecast import Past
from ...workorders.history import ClosedIntervention
from ..conditions import Where
from ..ports import Workspace

_NAMES = ("code", "zone", "crew", "started_at", "ended_at")
# a past that begins later in a month than this leaves that month out
_WHOLE_FROM_DAY = 8


@dataclass(frozen=True, slots=True, eq=False)
class PastWork:
    """Whole months of interventions: each series is a type in a zone.

    ``site_h`` is the mean time on site of one, ``agents`` how many were there, both by type.
    """

    past: Past
    codes: tuple[str, ...]
    zones: tuple[str, ...]
    first: date
    last: date
    interventions: int
    site_h: Mapping[str, float]
    agents: Mapping[str, float]

    def agent_h(self, code: str, *, travel_h: float) -> float:
        """Return the hours of people that one intervention of a type takes, with their travel."""
        return (self.site_h[code] + travel_h) * self.agents[code]


def past_work(
    workspace: Workspace,
    until: datetime,
    *,
    years: int,
    least_months: int,
    without: Collection[str] = (),
) -> PastWork:
    """Return the whole months before a moment that the history tells of; ``without`` are types left out.

    The last one is the last month in which anything was done: a history that is not kept up tells of no
    quiet months.

    Raises
    ------
    InputError
        Fewer than ``least_months`` are there.
    """
    end = _month_start(pd.Timestamp(until))
    within = Where("ended_at", at_least=(end - pd.DateOffset(years=years)).to_pydatetime(), below=end)
    columns = workspace.columns(ClosedIntervention, _NAMES, where=[within])
    rows = pd.DataFrame(columns, columns=list(_NAMES))
    rows["month"] = pd.to_datetime(rows["ended_at"]).dt.to_period("M")
    first, months = _whole_months(rows)
    if months < least_months:
        raise InputError("programme.past_short", found=max(months, 0), expected=least_months)
    rows = rows[(rows["month"] >= first) & ~rows["code"].isin(list(without))]
    return _counted(rows, first, months)


def _month_start(moment: pd.Timestamp) -> pd.Timestamp:
    return pd.Timestamp(moment.year, moment.month, 1)


def _whole_months(rows: pd.DataFrame) -> tuple[pd.Period, int]:
    if not len(rows):
        return pd.Period("2000-01", "M"), 0
    begins = pd.to_datetime(rows["ended_at"]).min()
    first = begins.to_period("M") + int(begins.day >= _WHOLE_FROM_DAY)
    last = rows["month"].max()
    return first, (last.year - first.year) * 12 + last.month - first.month + 1


def _counted(rows: pd.DataFrame, first: pd.Period, months: int) -> PastWork:
    series = sorted(set(zip(rows["code"], rows["zone"], strict=True)))
    place = {key: number for number, key in enumerate(series)}
    counts = np.zeros((len(series), months))
    keys = [place[key] for key in zip(rows["code"], rows["zone"], strict=True)]
    at = [(month.year - first.year) * 12 + month.month - first.month for month in rows["month"]]
    np.add.at(counts, (keys, at), 1.0)
    types = {code: number for number, code in enumerate(dict.fromkeys(code for code, _ in series))}
    spent = pd.to_datetime(rows["ended_at"]) - pd.to_datetime(rows["started_at"])
    hours = (spent.dt.total_seconds() / 3600.0 * rows["crew"]).groupby(rows["code"]).sum()
    people = rows["crew"].groupby(rows["code"]).sum()
    each = rows["code"].value_counts()
    last = first + (months - 1)
    return PastWork(
        past=Past(counts, np.array([types[code] for code, _ in series], dtype=np.int64), last.month % 12 + 1),
        codes=tuple(code for code, _ in series),
        zones=tuple(zone for _, zone in series),
        first=first.start_time.date(),
        last=last.end_time.date(),
        interventions=len(rows),
        # weighed by people: what a crew of three takes is three times a crew of one
        site_h={code: float(hours[code] / people[code]) for code in types},
        agents={code: float(people[code] / each[code]) for code in types},
    )
