# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources of the measures of a period, as the workspace sums them by zone, type, crew and cause."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from ...steering.figures.indicator_rules import HotSpot
from ..ports import Workspace
from ..work_asked import WorkAsked
from .people_hours import Staff
from .sources import MAY_BE_NONE_AT_ALL, hot_spots
from .work_rows import ANNOUNCES_CUT

Frames = Mapping[str, pd.DataFrame]


def summed_sources(
    workspace: Workspace, staff: Staff, asked: WorkAsked, *, recurring: HotSpot | None
) -> dict[str, pd.DataFrame]:
    """Return the sources that have anything for a period, as ``period_sources`` does, without orders.

    ``recurring`` is by which rule recurring points are found too, None where nobody asks for them.
    """
    parts = workspace.work_sums(asked, announcing=ANNOUNCES_CUT)
    team, work = staff.team_of, parts["work"]
    planned = _planned(work, team) if asked.in_force else None
    found = {
        "planned": planned,
        "to_plan": None if planned is None else _to_plan(work, planned),
        "done": _done(work, team, is_planned=planned is not None),
        "deadlines": _deadlines(parts["deadlines"], team),
        "standards": _standards(parts),
        "moves": _moves(parts["put_off"]) if len(parts["any_move"]) else None,
        "backlog": _backlog(parts["open"]) if len(parts["any_order"]) else None,
        "closures": _closures(parts["closing"]),
        "cuts": _cuts(parts["cuts"]),
        "hot_spots": None if recurring is None else hot_spots(parts["on_assets"], recurring),
    }
    return {
        name: frame
        for name, frame in found.items()
        if frame is not None and (len(frame) or name in MAY_BE_NONE_AT_ALL)
    }


TeamOf = Callable[[list[str]], str]


def _teams(agents: pd.Series, read: Callable[[str], list[str]], team: TeamOf) -> pd.Series:
    names = {text: team(read(text)) for text in agents.unique()}
    return agents.map(names).fillna("")


def _commas(text: str) -> list[str]:
    return text.split(",") if text else []


def _planned(work: pd.DataFrame, team: TeamOf) -> pd.DataFrame:
    own = work[work["part"] == "planned"]
    done = work[(work["part"] == "done") & (work["result"] != "not_done")]
    is_done = own["result"] == "done"
    # without a word on any of them, nothing is known yet of what was done
    known = 1.0 if len(done) or own["flag"].any() else np.nan
    hours = own["a"] + own["b"]
    return own[["zone", "code", "cause"]].assign(
        team=_teams(own["agents"], _commas, team),
        planned_orders=own["n"],
        planned_h=hours,
        travel_h=own["b"],
        planned_km=own["c"] / 1000,
        planned_done_orders=own["n"].where(is_done, 0.0) * known,
        planned_done_h=hours.where(is_done, 0.0) * known,
        missed_orders=own["n"].where(~is_done, 0.0) * known,
    )


def _to_plan(work: pd.DataFrame, planned: pd.DataFrame) -> pd.DataFrame:
    out = work[work["part"] == "left_out"]
    both = [
        planned[["zone", "code"]].assign(orders_to_plan=planned["planned_orders"]),
        out[["zone", "code"]].assign(orders_to_plan=out["n"]),
    ]
    return pd.concat(both, ignore_index=True)


def _done(work: pd.DataFrame, team: TeamOf, *, is_planned: bool) -> pd.DataFrame:
    own = work[work["part"] == "done"]
    is_done = own["result"] != "not_done"
    planned = own["planned"] == 1
    done = own["n"].where(is_done, 0.0)
    unknown = pd.Series(np.nan, index=own.index)
    return own[["zone", "code", "cause", "agents"]].assign(
        team=_teams(own["agents"], json.loads, team),
        done_orders=done,
        closed_orders=own["n"].where(own["flag"] == 1, 0.0),
        site_h=own["a"],
        planned_site_h=own["a"].where(planned, 0.0) if is_planned else unknown,
        unplanned_site_h=own["a"].where(~planned, 0.0) if is_planned else unknown,
        unplanned_done_orders=done.where(~planned, 0.0) if is_planned else unknown,
        asset_closed_orders=own["b"],
        fixed_first_orders=own["c"],
        located_orders=own["d"],
    )


def _deadlines(own: pd.DataFrame, team: TeamOf) -> pd.DataFrame:
    count = own["n"].astype(float)
    return own[["zone", "code"]].assign(
        team=_teams(own["agents"], json.loads, team),
        deadline_orders=count,
        in_time_orders=count.where(own["in_time"] == 1, 0.0),
    )


def _standards(parts: Frames) -> pd.DataFrame:
    own = parts["durations"]
    actual_min, standard_min = own["hours"].astype(float) * 60, own["duration_min"].astype(float)
    return own[["zone", "code"]].assign(duration_gap_percent=100 * (actual_min - standard_min) / standard_min)


def _moves(own: pd.DataFrame) -> pd.DataFrame:
    return own[["zone", "code", "cause"]].assign(rescheduled_orders=own["n"].astype(float))


def _backlog(own: pd.DataFrame) -> pd.DataFrame:
    return own[["zone", "code"]].assign(
        open_orders=1.0,
        open_h=own["hours"].astype(float),
        open_late_orders=own["late"].astype(float),
        open_age_d=own["age_h"].astype(float) / 24,
    )


def _closures(own: pd.DataFrame) -> pd.DataFrame:
    count = own["n"].astype(float)
    return own[["zone", "code"]].assign(
        handed_in_orders=count, accepted_first_orders=count.where(own["corrected"] == 0, 0.0)
    )


def _cuts(own: pd.DataFrame) -> pd.DataFrame:
    return own[["zone", "code"]].assign(
        cuts=1.0,
        unannounced_cuts=(own["told"] == 0).astype(float),
        customers_cut=own["customers"].astype(float),
    )
