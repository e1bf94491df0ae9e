# SPDX-License-Identifier: GPL-3.0-or-later
"""What is owed in a year: the objectives with their assets, quantities by zone, and what that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from ...core.errors import InputError
from ...core.resources import Zone
from ...network.assets.roles import Role
from ...steering.programme.programme_rules import ActivityRule, ObjectiveRule, ProgrammeRules
from ..assets.asset_base import AssetBase
from ..ports import Workspace

NO_ZONE = ""
_COLUMNS = ("asset_id", "amount", "zone", "laid_year", "x", "y", "shape")
# ends nearer than this to a pipe or a source are joined to it
_JOINT_M = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Owed:
    """An objective in a year: how much of it, in crew-days and in hours of people, in which months.

    ``assets`` are what it may be done to, with ``amount`` (km, or 1 each), ``zone`` and ``shape``; ``there``
    adds them up. ``shares`` tells how the quantity is shared by zone; ``wanted`` are the months that it is
    wanted in, none for all that are allowed.
    """

    rule: ActivityRule
    objective: ObjectiveRule
    role: str
    assets: pd.DataFrame
    quantity: float
    crew: int
    day_h: float
    wanted: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Return the activity."""
        return self.rule.activity

    @property
    def there(self) -> float:
        """Return all that there is of it, in the unit of the objective."""
        return float(self.assets["amount"].sum())

    @property
    def crew_days(self) -> float:
        """Return the days of a crew that it takes."""
        return self.quantity / self.rule.per_crew_day

    @property
    def hours(self) -> float:
        """Return the hours of people that it takes."""
        return self.crew_days * self.crew * self.day_h

    @property
    def months(self) -> tuple[int, ...]:
        """Return the months in which it is allowed and not yet due, of these the wanted ones if any."""
        allowed = tuple(month for month in self.rule.months if month <= self.objective.due)
        return tuple(month for month in allowed if month in self.wanted) or allowed

    @property
    def refused(self) -> tuple[int, ...]:
        """Return the months that it is wanted in and not allowed."""
        return tuple(month for month in self.wanted if month not in self.rule.months)

    @property
    def shares(self) -> Mapping[str, float]:
        """Return the part of each zone; of an objective without assets, all is in none."""
        if not self.there:
            return {NO_ZONE: 1.0}
        by_zone = self.assets.groupby("zone")["amount"].sum() / self.there
        return {str(zone): float(share) for zone, share in by_zone.items() if share > 0}


def all_owed(
    workspace: Workspace,
    base: AssetBase,
    rules: ProgrammeRules,
    *,
    crews: Mapping[str, int],
    day_h: float,
    quantities: Mapping[str, float],
    months: Mapping[str, tuple[int, ...]],
) -> tuple[Owed, ...]:
    """Return the objectives with their assets; ``quantities`` takes the place of some of theirs.

    ``months`` are the months that some are wanted in.

    Raises
    ------
    InputError
        A quantity or months for an activity without objective, or each asset in so many years without assets.
    """
    known = [one.activity for one in rules.objectives]
    for name in (*quantities, *months):
        if name not in known:
            raise InputError("programme.activity", found=name, expected=", ".join(known))
    zones = workspace.all(Zone)
    found = []
    for objective in rules.objectives:
        rule = rules.activities[objective.activity]
        role, assets = _assets(base, rule, zones)
        there = float(assets["amount"].sum())
        quantity = quantities.get(objective.activity, objective.quantity)
        if quantity is None and not there:
            raise InputError("programme.no_assets", activity=objective.activity, roles=", ".join(rule.assets))
        if quantity is None:
            quantity = there / (objective.every_years or 1.0)
        wanted = months.get(objective.activity, ())
        found.append(Owed(rule, objective, role, assets, quantity, crews[rule.job], day_h, wanted))
    return tuple(found)


def _assets(base: AssetBase, rule: ActivityRule, zones: Sequence[Zone]) -> tuple[str, pd.DataFrame]:
    """Return the role and the assets in service of the first role that the layers have."""
    for name in rule.assets:
        frame = base.frame(Role(name))
        if frame is not None and len(frame):
            own = frame[frame["in_service"].to_numpy().astype(bool)] if "in_service" in frame else frame
            own = own[own.geometry.notna()]
            if rule.dead_ends:
                own = _dead_ends(own, base.frame(Role.SOURCE))
            return name, _table(own, rule, zones)
    return rule.assets[0], pd.DataFrame({name: [] for name in _COLUMNS})


def _dead_ends(pipes: gpd.GeoDataFrame, sources: gpd.GeoDataFrame | None) -> gpd.GeoDataFrame:
    """Return the pipes with an end that touches no other pipe and no source. O(n log n)."""
    lines = pipes.geometry.to_list()
    both = [list(line.boundary.geoms) for line in lines]
    ends = np.array([point for own in both for point in own], dtype=object)
    owner = np.repeat(np.arange(len(lines)), [len(own) for own in both])
    end, other = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=_JOINT_M)
    alone = np.full(len(ends), True)
    alone[end[other != owner[end]]] = False
    if sources is not None and len(sources):
        fed, _ = shapely.STRtree(sources.geometry).query(ends, predicate="dwithin", distance=_JOINT_M)
        alone[fed] = False
    return pipes.iloc[np.unique(owner[alone])]


def _table(frame: gpd.GeoDataFrame, rule: ActivityRule, zones: Sequence[Zone]) -> pd.DataFrame:
    places = frame.geometry.representative_point()
    zone = np.full(len(frame), NO_ZONE, dtype=object)
    for own in reversed(zones):
        zone[shapely.covers(own.geometry, places.to_numpy())] = own.zone_id
    amount = frame.geometry.length / 1_000.0 if rule.unit == "km" else 1.0
    laid = frame.get("laid_year", np.nan)
    return pd.DataFrame(
        {"asset_id": frame["asset_id"].astype(str), "amount": amount, "zone": zone}
        | {"laid_year": laid, "x": places.x, "y": places.y, "shape": frame.geometry.to_numpy()}
    ).reset_index(drop=True)
