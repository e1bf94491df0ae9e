# SPDX-License-Identifier: GPL-3.0-or-later
"""Recurring points: several interventions within some months on one asset, or at one place without asset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import numpy as np
import pandas as pd
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely.geometry import Point

from ...steering.coverage_rules import RecurringRules
from ...workorders.history import ClosedIntervention
from ..conditions import Where
from ..ports import Workspace
from ..rule_versions import tour_rules_of
from .rules import coverage_rules_of


@dataclass(frozen=True, slots=True)
class RecurringPoint:
    """Where work comes back: the asset (empty: a place), how many times, which types, when last."""

    asset_role: str
    asset_id: str
    zone: str
    times: int
    codes: tuple[str, ...]
    last_at: datetime
    place: Point


def recurring_points(
    workspace: Workspace, until: date, *, most: int | None = None
) -> tuple[RecurringPoint, ...]:
    """Return the recurring points of the months that end with a day (included), the ``most`` worst first.

    Only failures count: readings, openings, changes of meters and upkeep, such as checks of hydrants, come
    back without being a sign of trouble.
    """
    rules = coverage_rules_of(workspace, until).hot_spots
    found = _that_may_recur(workspace, until, rules, most)
    groups: dict[tuple[str, str], list[ClosedIntervention]] = {}
    alone = [one for one in found if not one.asset_id]
    names = place_groups([one.place for one in alone], rules.same_place_m)
    for one, name in zip(alone, names, strict=True):
        groups.setdefault(("", str(name)), []).append(one)
    for one in found:
        if one.asset_id:
            groups.setdefault((one.asset_role, one.asset_id), []).append(one)
    points = [_point(own) for own in groups.values() if len(own) >= rules.least]
    points.sort(key=lambda one: (-one.times, one.asset_role, one.asset_id, one.last_at))
    return tuple(points[:most])


def _that_may_recur(
    workspace: Workspace, until: date, rules: RecurringRules, most: int | None
) -> list[ClosedIntervention]:
    """Return the interventions without an asset, and those on the assets that had enough of them.

    What is read of all of them are columns: a large service has 100,000 interventions a year.
    """
    where = _within(until, rules.months, rules.codes)
    names = ["order_id", "asset_role", "asset_id", "code", "result"]
    done = pd.DataFrame(workspace.columns(ClosedIntervention, names, where=where))
    done = done[done["result"] != "not_done"]
    if not rules.codes:
        done = done[~done["code"].isin(tour_rules_of(workspace, until).preventive)]
    alone, on_assets = done[done["asset_id"] == ""], done[done["asset_id"] != ""]
    times = on_assets.groupby(["asset_role", "asset_id"]).size()
    worst = times[times >= rules.least].sort_values(ascending=False, kind="stable")[:most]
    again = pd.MultiIndex.from_frame(on_assets[["asset_role", "asset_id"]]).isin(worst.index)
    named = [*alone["order_id"], *on_assets.loc[again, "order_id"]]
    return workspace.all(ClosedIntervention, where=[Where("order_id", among=named)]) if named else []


def interventions(
    workspace: Workspace, until: date, months: int, *, codes: Sequence[str] = ()
) -> list[ClosedIntervention]:
    """Return the interventions that were done within some months up to a day, of some types if asked."""
    found = workspace.all(ClosedIntervention, where=_within(until, months, codes))
    return [one for one in found if one.result != "not_done"]


def _within(until: date, months: int, codes: Sequence[str]) -> list[Where]:
    end = pd.Timestamp(datetime.combine(until, time())) + pd.Timedelta(days=1)
    begin = end - pd.DateOffset(months=months)
    within = Where("ended_at", at_least=begin.to_pydatetime(), below=end.to_pydatetime())
    return [within, *([Where("code", among=list(codes))] if codes else [])]


def place_groups(places: Sequence[Point], within_m: float) -> list[int]:
    """Return a number for each place: places that a chain of steps of at most ``within_m`` joins share it."""
    if not places:
        return []
    points = np.array(places, dtype=object)
    rows, columns = shapely.STRtree(points).query(points, predicate="dwithin", distance=within_m)
    joined = coo_matrix((np.ones(len(rows)), (rows, columns)), (len(points), len(points)))
    numbers: list[int] = connected_components(joined, directed=False)[1].tolist()
    return numbers


def _point(own: Sequence[ClosedIntervention]) -> RecurringPoint:
    last = max(own, key=lambda one: one.ended_at)
    return RecurringPoint(
        asset_role=last.asset_role if last.asset_id else "",
        asset_id=last.asset_id,
        zone=last.zone,
        times=len(own),
        codes=tuple(sorted({one.code for one in own})),
        last_at=last.ended_at,
        place=last.place,
    )
