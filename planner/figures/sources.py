# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources of the measures of a period: tables with one row an order, made of what was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import cache

import numpy as np
import pandas as pd

from ...steering.figures.indicator_rules import HotSpot, IndicatorRules
from ...steering.figures.periods import Period
from .people_hours import Staff
from .work_rows import WorkRows

_HOUR = np.timedelta64(3600, "s")
_DAY = np.timedelta64(1, "D")
# sources that were looked at and have nothing: that is 0, not unknown
MAY_BE_NONE_AT_ALL = ("moves", "backlog")
_MISSED = ("not_done", "rescheduled")
_PUT_OFF_FROM = ("planned", "dispatched")
_NO_BACKLOG = ("cancelled",)

TeamOf = Callable[[str], str]


def period_sources(
    rows: WorkRows, staff: Staff, rules: IndicatorRules, period: Period, *, region: str, as_of: datetime
) -> dict[str, pd.DataFrame]:
    """Return the sources that have anything for a period; ``rows`` are at least those of its days.

    A period that is not over is judged as of a moment within it.

    Each has ``order_id``, the dimensions that it knows (zone, team, code, cause) and its measures.
    """
    team = _teams(staff)
    planned = _planned(rows, period, team) if _has_plan(rows, period) else None
    done = _done(rows, period, rules, planned, team)
    found = {
        "people": staff.hours(period.first, period.last, region=region),
        "planned": planned,
        "to_plan": _to_plan(rows, period, planned),
        "done": done,
        "deadlines": _deadlines(rows, period, min(as_of, period.ends), team),
        "standards": _standards(rows, done),
        "moves": _moves(rows, period),
        "backlog": _backlog(rows, period, min(as_of, period.ends)),
        "closures": _closures(rows, period),
        "cuts": _cuts(rows, period),
    }
    return {
        name: frame
        for name, frame in found.items()
        if frame is not None and (len(frame) or name in MAY_BE_NONE_AT_ALL)
    }


def hot_spots(done: pd.DataFrame, rule: HotSpot) -> pd.DataFrame | None:
    """Return work done on assets, with 1 for the first of an asset that had enough of it; None without any.

    ``done`` are interventions with ``order_id``, ``asset_id``, ``zone`` and ``code``.
    """
    own = done[(done["asset_id"] != "") & done["code"].isin(rule.codes)]
    if not len(own):
        return None
    own = own.sort_values("order_id", ignore_index=True)
    times = own.groupby("asset_id", observed=True)["order_id"].transform("size")
    is_first = ~own.duplicated("asset_id")
    return own.assign(hot_spots=np.where(is_first & (times >= rule.least), 1.0, 0.0))


def _teams(staff: Staff) -> TeamOf:
    """Return the function that names the team of some agents, given as a JSON list."""

    @cache
    def team(agents: str) -> str:
        return staff.team_of(json.loads(agents))

    return team


def _has_plan(rows: WorkRows, period: Period) -> bool:
    return any(period.first <= day <= period.last for day in rows.in_force)


def _within(times: pd.Series, period: Period) -> pd.Series:
    return (times >= period.begins) & (times < period.ends)


def _planned(rows: WorkRows, period: Period, team: TeamOf) -> pd.DataFrame:
    """Return the orders planned in a period, of which it was known before their day or their first plan.

    The way home counts with the last order of a tour.
    """
    stops = _with_way_home(rows.stops[_within(rows.stops["day"], period)], rows.tours)
    stops = stops.assign(
        work_h=(stops["end"] - stops["start"]) / _HOUR,
        travel_h=stops["travel_s"] / 3600,
        planned_km=stops["distance_m"] / 1000,
    )
    groups = stops.groupby("order_id", sort=False)
    found = groups[["work_h", "travel_h", "planned_km"]].sum()
    found["day"] = groups["day"].min()
    found["team"] = groups["agent_id"].agg(lambda own: team(json.dumps(sorted(set(own)))))
    missed = _missed(rows, period)
    found = found.reindex(found.index.union(missed.index)).join(missed)
    found[["work_h", "travel_h", "planned_km"]] = found[["work_h", "travel_h", "planned_km"]].fillna(0.0)
    orders = rows.orders.set_index("order_id")[["zone", "code", "received_at"]]
    found = found.join(orders, how="inner").reset_index(names="order_id")
    published = found["day"].map(lambda day: rows.published.get(day.date()) if day is not pd.NaT else None)
    known_by = pd.concat([found["day"], pd.to_datetime(published)], axis=1).max(axis=1)
    found = found[found["day"].isna() | (found["received_at"] < known_by)].copy()
    done = rows.done[_within(rows.done["ended_at"], period) & (rows.done["result"] != "not_done")]
    is_done = found["order_id"].isin(done["order_id"])
    # without a word on any of them, nothing is known yet of what was done
    known = 1.0 if len(done) or found["order_id"].isin(missed.index).any() else np.nan
    hours = found["work_h"] + found["travel_h"]
    found["team"] = found["team"].fillna("")
    found["cause"] = found["cause"].fillna("").where(~is_done, "")
    return found.assign(
        planned_orders=1.0,
        planned_h=hours,
        planned_done_orders=is_done * known,
        planned_done_h=hours.where(is_done, 0.0) * known,
        missed_orders=~is_done * known,
    )


def _with_way_home(stops: pd.DataFrame, tours: pd.DataFrame) -> pd.DataFrame:
    tour = ["plan_id", "agent_id", "day"]
    stops = stops.sort_values([*tour, "sequence"])
    last = ~stops.duplicated(tour, keep="last")
    driven = stops.groupby(tour, as_index=False)[["travel_s", "distance_m"]].sum()
    home = tours.merge(driven, on=tour, suffixes=("", "_there"))
    for name in ("travel_s", "distance_m"):
        home[f"{name}_home"] = (home[name] - home[f"{name}_there"]).clip(lower=0)
    ways = stops[tour].merge(home, on=tour, how="left")
    for name in ("travel_s", "distance_m"):
        extra = ways[f"{name}_home"].fillna(0.0).to_numpy()
        stops[name] = stops[name] + np.where(last, extra, 0.0)
    return stops


def _missed(rows: WorkRows, period: Period) -> pd.DataFrame:
    """Return the orders that were planned and put off or not done, with the last cause given."""
    words = rows.moves[_within(rows.moves["at"], period) & rows.moves["to_state"].isin(_MISSED)]
    # the end of a correction is no second word on the work
    moves = words[(words["from_state"] != "to_correct") | (words["to_state"] == "rescheduled")]
    given = moves[moves["cause"] != ""].sort_values("number").drop_duplicates("order_id", keep="last")
    known = given.set_index("order_id")[["cause"]]
    return known.reindex(pd.Index(moves["order_id"].unique(), name="order_id"))


def _to_plan(rows: WorkRows, period: Period, planned: pd.DataFrame | None) -> pd.DataFrame | None:
    """Return the orders that were planned, and those that the plans in force leave out."""
    if planned is None:
        return None
    plans = {plan for day, plan in rows.in_force.items() if period.first <= day <= period.last}
    names = rows.left_out.loc[rows.left_out["plan_id"].isin(plans), "order_id"].unique()
    out = rows.orders[
        rows.orders["order_id"].isin(names) & ~rows.orders["order_id"].isin(planned["order_id"])
    ]
    both = [planned[["order_id", "zone", "code"]], out[["order_id", "zone", "code"]]]
    return pd.concat(both, ignore_index=True).assign(orders_to_plan=1.0)


def _done(
    rows: WorkRows, period: Period, rules: IndicatorRules, planned: pd.DataFrame | None, team: TeamOf
) -> pd.DataFrame:
    done = rows.done[_within(rows.done["ended_at"], period)].reset_index(drop=True)
    site_h = (done["ended_at"] - done["started_at"]) / _HOUR * done["crew"]
    is_done = done["result"] != "not_done"
    is_planned = done["order_id"].isin(planned["order_id"]) if planned is not None else None
    on_asset = done["is_closed"].astype(bool) & is_done & (done["asset_id"] != "") & (done["cause"] != "")
    returned = _returned(done, rows.done, rules.return_days)
    unknown = pd.Series(np.nan, index=done.index)
    return done.assign(
        team=done["agents"].map(team),
        done_orders=is_done.astype(float),
        closed_orders=done["is_closed"].astype(float),
        site_h=site_h,
        planned_site_h=unknown if is_planned is None else site_h.where(is_planned, 0.0),
        unplanned_site_h=unknown if is_planned is None else site_h.where(~is_planned, 0.0),
        unplanned_done_orders=unknown if is_planned is None else (is_done & ~is_planned).astype(float),
        asset_closed_orders=on_asset.astype(float),
        fixed_first_orders=(on_asset & ~returned).astype(float),
        located_orders=(is_done & (done["asset_id"] != "")).astype(float),
    )


def _returned(done: pd.DataFrame, later: pd.DataFrame, days: int) -> pd.Series:
    """Tell for each intervention whether one for the same cause on its asset was asked for after it."""
    by = ["asset_id", "cause"]
    asked = later[[*by, "received_at"]].rename(columns={"received_at": "again_at"}).sort_values("again_at")
    ended = done[[*by, "ended_at"]].reset_index().sort_values("ended_at")
    if not len(ended):
        return pd.Series(False, index=done.index)
    found = pd.merge_asof(
        ended,
        asked,
        left_on="ended_at",
        right_on="again_at",
        by=by,
        direction="forward",
        allow_exact_matches=False,
        tolerance=pd.Timedelta(days=days),
    )
    return found.set_index("index")["again_at"].notna().reindex(done.index)


def _deadlines(rows: WorkRows, period: Period, until: datetime, team: TeamOf) -> pd.DataFrame:
    """Return the orders whose deadline was met or missed in a period: each counts once, in one period.

    It is the one in which the work ended, or that of the deadline where that came first.
    """
    orders = rows.orders[~rows.orders["state"].isin(_NO_BACKLOG)].dropna(subset=["due_at"])
    decided = orders[["ended_at", "due_at"]].min(axis=1)
    own = orders[_within(decided, period) & (decided < until)]
    agents = rows.done.drop_duplicates("order_id").set_index("order_id")["agents"]
    return own[["order_id", "zone", "code"]].assign(
        team=own["order_id"].map(agents).fillna("[]").map(team),
        deadline_orders=1.0,
        in_time_orders=(own["started_at"] <= own["due_at"]).astype(float),
    )


def _standards(rows: WorkRows, done: pd.DataFrame) -> pd.DataFrame:
    """Return by how many percent the work of each order took longer than its standard."""
    standard = rows.orders[["order_id", "duration_min"]]
    found = done.loc[done["done_orders"] > 0].merge(standard, on="order_id")
    found = found[found["duration_min"] > 0]
    actual_min = (found["ended_at"] - found["started_at"]) / np.timedelta64(60, "s")
    return found[["order_id", "zone", "code"]].assign(
        duration_gap_percent=100 * (actual_min - found["duration_min"]) / found["duration_min"]
    )


def _moves(rows: WorkRows, period: Period) -> pd.DataFrame | None:
    """Return the orders that were put off after they were planned; None where nothing moved at all."""
    moves = rows.moves[_within(rows.moves["at"], period)].sort_values("number")
    put_off = moves[(moves["to_state"] == "rescheduled") & moves["from_state"].isin(_PUT_OFF_FROM)]
    causes = put_off.drop_duplicates("order_id", keep="last").set_index("order_id")["cause"]
    if not rows.orders["order_id"].isin(moves["order_id"]).any():
        return None
    orders = rows.orders[rows.orders["order_id"].isin(causes.index)]
    return orders[["order_id", "zone", "code"]].assign(
        cause=orders["order_id"].map(causes).fillna(""), rescheduled_orders=1.0
    )


def _backlog(rows: WorkRows, period: Period, until: datetime) -> pd.DataFrame | None:
    """Return the orders that were open at the end of a period; None where no order was known by then."""
    known = rows.orders[rows.orders["received_at"] < period.ends]
    if not len(known):
        return None
    is_open = (known["ended_at"].isna() & (known["state"] != "closed")) | (known["ended_at"] >= period.ends)
    is_open &= ~known["state"].isin(_NO_BACKLOG)
    end = np.datetime64(until, "ms")
    left = known[is_open]
    return left[["order_id", "zone", "code"]].assign(
        open_orders=1.0,
        open_h=left["duration_min"] * left["crew"] / 60,
        open_late_orders=(left["due_at"] < end).astype(float),
        open_age_d=(end - left["received_at"]) / _DAY,
    )


def _closures(rows: WorkRows, period: Period) -> pd.DataFrame:
    own = rows.closures[_within(rows.closures["received_at"], period)]
    orders = rows.orders[["order_id", "zone", "code"]]
    found = own.merge(orders, on="order_id", how="left").fillna({"zone": "", "code": ""})
    accepted = ~found["order_id"].isin(rows.corrected)
    return found.assign(handed_in_orders=1.0, accepted_first_orders=accepted.astype(float))


def _cuts(rows: WorkRows, period: Period) -> pd.DataFrame:
    """Return the water cuts of the orders done, and which began before customers were told."""
    orders = rows.orders[_within(rows.orders["ended_at"], period)]
    found = orders[["order_id", "zone", "code", "started_at"]].merge(rows.cuts, on="order_id")
    is_told = found["told_at"] < found["started_at"]
    return found.assign(
        cuts=1.0, unannounced_cuts=(~is_told).astype(float), customers_cut=found["customers"].astype(float)
    )
