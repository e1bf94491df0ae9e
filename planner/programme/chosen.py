# SPDX-License-Identifier: GPL-3.0-or-later
"""Which assets have their turn in a year, and on which of its days the calendar lets them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd

from ...steering.programme.open_days import OpenDays, OpenGroup
from ...steering.programme.year_load import Months, spread_by_days
from ...workorders.history import ClosedIntervention
from ..conditions import Where
from ..ports import Workspace
from .blocks import YearCalendar
from .owed import Owed

# of an amount, what is nothing but rounding
_NOTHING = 1e-9
# the group of what no asset is left for
NO_GROUP = -1


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """The assets of an objective that have their turn, by zone in the order in which they are done.

    ``assets`` has the columns of ``Owed.assets`` with ``last_done`` and ``group``, the place of an asset in
    ``open_days.groups``; one that has several turns stands there as often. ``kept_out`` are the assets that
    the calendar leaves no day, which would have had their turn; ``late`` those whose deadline comes within
    the year without a turn.
    """

    owed: Owed
    open_days: OpenDays
    assets: pd.DataFrame
    kept_out: pd.DataFrame
    late: pd.DataFrame

    def group(self, number: int) -> OpenGroup:
        """Return a group by its number."""
        return self.open_days.groups[number]

    def pieces(self, zone: str, hours: float, working_days: Months) -> Iterator[tuple[int, Months, set[int]]]:
        """Yield the hours of a zone by group, spread over the days open to it, with its open months.

        What has no open day at all, or no asset, is spread over the months allowed: it never disappears.
        """
        own = self.assets[self.assets["zone"] == zone] if len(self.assets) else self.assets
        if not len(own):
            whole = self.open_days.groups[0] if not len(self.owed.assets) else None
            days = whole.by_month(self.open_days.days) if whole else working_days
            months = set(self.owed.months)
            yield NO_GROUP, spread_by_days(hours, days, months), months
            return
        for number, same in by_group(own):
            days = self.group(number).by_month(self.open_days.days)
            months = {n + 1 for n, count in enumerate(days) if count} or set(self.owed.months)
            share = float(same["amount"].sum() / own["amount"].sum())
            yield number, spread_by_days(hours * share, days, months), months


def by_group(assets: pd.DataFrame) -> Iterator[tuple[int, pd.DataFrame]]:
    """Yield the assets of each group with its number."""
    for number in sorted(set(assets["group"].tolist())):
        yield int(number), assets[assets["group"] == number]


def chosen_assets(workspace: Workspace, owed: Owed, calendar: YearCalendar) -> Chosen:
    """Return the assets of an objective that have their turn in a year.

    Those never done come first, then those done longest ago, of these the oldest; those that the calendar
    leaves no day give their turn to the next, but none gets more turns than if all of its zone had a day. Of
    what is chosen in a zone, neighbours follow each other (Hilbert curve). O(n log n) for n assets.
    """
    found = calendar.open_days(owed)
    done = last_turns(workspace, owed)
    ranked = owed.assets.assign(last_done=pd.to_datetime(owed.assets["asset_id"].map(done)))
    ranked["group"] = found.group[: len(ranked)]
    ranked = ranked.sort_values(["last_done", "laid_year", "asset_id"], na_position="first", kind="stable")
    closed = ranked["group"].isin([n for n, group in enumerate(found.groups) if group.kept_by])
    taken, kept_out = [], []
    for zone, share in owed.shares.items():
        own = ranked[ranked["zone"] == zone]
        wanted = owed.quantity * share
        open_to_it = own[~closed.loc[own.index]]
        taken.append(first_ranked(open_to_it, min(wanted, _most(open_to_it, own, wanted))))
        turn = own["amount"].cumsum() - own["amount"] < wanted - _NOTHING
        kept_out.append(own[turn & closed.loc[own.index]])
    chosen = _together(taken, ranked)
    left = ranked[~ranked["asset_id"].isin(set(chosen["asset_id"]))]
    return Chosen(owed, found, chosen, _together(kept_out, ranked), left[_is_due(owed, left, calendar.year)])


def _most(open_to_it: pd.DataFrame, whole: pd.DataFrame, wanted: float) -> float:
    """Return what the open assets of a zone make up, in the rounds that the whole zone would take."""
    there = float(whole["amount"].sum())
    rounds = math.ceil(wanted / there - _NOTHING) if there > 0 else 0
    return rounds * float(open_to_it["amount"].sum())


def _is_due(owed: Owed, assets: pd.DataFrame, year: int) -> pd.Series[bool]:
    """Tell which assets are due by the end of a year, as far as their last turn is known."""
    years = owed.objective.every_years
    if years is None or not len(assets):
        return pd.Series(False, index=assets.index)
    last = assets["last_done"].dt.year.astype(float)
    if owed.rule.renews:
        last = last.fillna(assets["laid_year"].astype(float))
    due: pd.Series[bool] = last + years <= year
    return due


def last_turns(workspace: Workspace, owed: Owed) -> Mapping[str, pd.Timestamp]:
    """Return when each asset had its turn last."""
    about = [Where("code", among=[owed.rule.job]), Where("asset_role", among=[owed.role])]
    rows = workspace.columns(ClosedIntervention, ("asset_id", "ended_at", "result"), where=about)
    frame = pd.DataFrame(rows)
    frame = frame[frame["result"] == "done"] if len(frame) else frame
    return dict(pd.to_datetime(frame["ended_at"]).groupby(frame["asset_id"]).max()) if len(frame) else {}


def first_ranked(ranked: pd.DataFrame, wanted: float) -> pd.DataFrame:
    """Return the first assets that make up a quantity, neighbours together; in rounds when it is more.

    Those that add up to nothing make up none of it: no asset is returned.
    """
    rounds = []
    while wanted > _NOTHING and len(ranked):
        before = ranked["amount"].cumsum() - ranked["amount"]
        own = ranked[before < wanted - _NOTHING]
        made_up = float(own["amount"].sum())
        if made_up <= 0:
            break
        places = gpd.GeoSeries(gpd.points_from_xy(own["x"], own["y"]))
        rounds.append(own.iloc[np.argsort(places.hilbert_distance().to_numpy(), kind="stable")])
        wanted -= made_up
    return _together(rounds, ranked)


def _together(frames: list[pd.DataFrame], like: pd.DataFrame) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else like.iloc[:0]
