# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workspace knows of the work of some days, as tables: read once, cut into periods afterwards."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pandas as pd

from ...workorders.closing.records import Closure, CorrectionRequest
from ...workorders.history import ClosedIntervention
from ...workorders.informing.messages import OrderMessage
from ...workorders.life.moves import OrderMove
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..plan_versions import latest_plan
from ..ports import Workspace
from ..records import Outage, Plan, PlanStop, PlanTour, PlanUnplanned

_TIMES = ("received_at", "started_at", "ended_at")
_HISTORY = ("order_id", "zone", "code", "cause", "result", "crew", "agents", "asset_id", *_TIMES)
_ORDER = ("order_id", "zone", "code", "state", "crew", "duration_min", "asset_id", "due_at", *_TIMES)
_STOP = ("plan_id", "agent_id", "day", "sequence", "order_id", "start", "end", "travel_s", "distance_m")
_TOUR = ("plan_id", "agent_id", "day", "travel_s", "distance_m")
_MOVE = ("order_id", "number", "from_state", "to_state", "at", "cause")
_DONE = ("done", "to_correct", "closed")
# the messages that announce a cut before it begins
ANNOUNCES_CUT = ("cut_planned", "cut_sensitive", "cut_establishment")


@dataclass(frozen=True, slots=True)
class WorkRows:
    """The work from ``first`` until before ``end``.

    ``done`` are the interventions that ended (and those of some weeks more, among which returns are looked
    for);
    ``orders`` all that were open at a moment of it; ``stops`` and ``tours`` those of the plans in force;
    ``published`` tells when the first plan of a day was made.
    """

    first: datetime
    end: datetime
    done: pd.DataFrame
    orders: pd.DataFrame
    stops: pd.DataFrame
    tours: pd.DataFrame
    left_out: pd.DataFrame
    published: dict[date, datetime]
    in_force: dict[date, str]
    moves: pd.DataFrame
    closures: pd.DataFrame
    corrected: frozenset[str]
    cuts: pd.DataFrame


def read_rows(workspace: Workspace, first: datetime, end: datetime, *, after: int) -> WorkRows:
    """Read the work of some days; ``after`` is within how many days returns are looked for."""
    orders = _orders(workspace, first, end)
    until = end + timedelta(days=2 * after)
    history = _frame(
        workspace, ClosedIntervention, _HISTORY, [Where("ended_at", at_least=first, below=until)]
    )
    in_force, published = plans_in_force(workspace, first, end)
    closures = _frame(workspace, Closure, ("order_id", "received_at"), _within("received_at", first, end))
    is_ended = (orders["ended_at"] >= first) & (orders["ended_at"] < end)
    return WorkRows(
        first=first,
        end=end,
        done=_with_orders(history, orders),
        orders=orders,
        stops=_of_plans(workspace, PlanStop, _STOP, in_force),
        tours=_of_plans(workspace, PlanTour, _TOUR, in_force),
        left_out=_of_plans(workspace, PlanUnplanned, ("plan_id", "order_id"), in_force),
        published=published,
        in_force=in_force,
        moves=_frame(workspace, OrderMove, _MOVE, _within("at", first, end)),
        closures=closures,
        corrected=_corrected(workspace, list(closures["order_id"])),
        cuts=_cuts(workspace, orders.loc[is_ended, "order_id"]),
    )


def _within(field: str, first: datetime, end: datetime) -> list[Where]:
    return [Where(field, at_least=first, below=end)]


def _frame(
    workspace: Workspace, kind: type[object], names: Sequence[str], where: Sequence[Where]
) -> pd.DataFrame:
    return pd.DataFrame(workspace.columns(kind, names, where=where), columns=list(names))


def _orders(workspace: Workspace, first: datetime, end: datetime) -> pd.DataFrame:
    """Return the orders that were open at a moment of the days."""
    received = Where("received_at", below=end)
    ended = _frame(workspace, WorkOrder, _ORDER, [Where("ended_at", at_least=first), received])
    still = _frame(workspace, WorkOrder, _ORDER, [Where("ended_at", among=[None]), received])
    found = [one for one in (ended, still) if len(one)]
    return pd.concat(found, ignore_index=True) if found else ended


def _with_orders(history: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    """Return the interventions of the history, and the orders that are done and not in it yet."""
    waiting = orders[orders["state"].isin(_DONE) & orders["ended_at"].notna()]
    waiting = waiting[~waiting["order_id"].isin(history["order_id"])]
    extra = waiting[["order_id", "zone", "code", "crew", "asset_id", *_TIMES]].assign(
        cause="", result="done", agents="[]", is_closed=waiting["state"] == "closed"
    )
    rows = [one for one in (history.assign(is_closed=True), extra) if len(one)]
    return pd.concat(rows, ignore_index=True) if rows else history.assign(is_closed=True)


def plans_in_force(
    workspace: Workspace, first: datetime, end: datetime
) -> tuple[dict[date, str], dict[date, datetime]]:
    """Return the plan in force on each day, and when the first plan of the day was made."""
    plans: dict[date, list[Plan]] = {}
    for plan in workspace.all(Plan, where=[Where("first_day", below=end.date())]):
        for offset in range(plan.days):
            day = plan.first_day + timedelta(days=offset)
            if first.date() <= day < end.date():
                plans.setdefault(day, []).append(plan)
    latest = {day: latest_plan(own) for day, own in plans.items()}
    return (
        {day: str(plan.plan_id) for day, plan in latest.items() if plan is not None},
        {day: min(plan.created_at for plan in own) for day, own in plans.items()},
    )


def _of_plans(
    workspace: Workspace, kind: type[object], names: Sequence[str], in_force: dict[date, str]
) -> pd.DataFrame:
    """Return the rows of plans, each of a day on which its plan is in force."""
    plans = sorted(set(in_force.values())) or [""]
    found = _frame(workspace, kind, names, [Where("plan_id", among=plans)])
    if "day" not in names:
        return found
    holding = [in_force.get(day.date()) for day in pd.to_datetime(found["day"])]
    return found[found["plan_id"].to_numpy() == holding].reset_index(drop=True) if holding else found


def _corrected(workspace: Workspace, orders: list[str]) -> frozenset[str]:
    """Return the orders among some of which a correction was asked, or that went back to be corrected."""
    about = Where("order_id", among=orders or [""])
    asked = workspace.columns(CorrectionRequest, ["order_id"], where=[about])
    went_back = Where("to_state", among=[OrderState.TO_CORRECT])
    back = workspace.columns(OrderMove, ["order_id"], where=[about, went_back])
    return frozenset([*asked["order_id"], *back["order_id"]])


def _cuts(workspace: Workspace, ended: pd.Series) -> pd.DataFrame:
    """Return the orders among some that cut customers off, with how many, and when they were first told."""
    cuts = _frame(workspace, Outage, ("order_id", "customers", "already_dry"), [])
    cuts = cuts[cuts["order_id"].isin(ended) & (cuts["already_dry"] == 0)]
    # customers are kept as a JSON list of their ids
    counted = cuts[["order_id"]].assign(customers=[len(json.loads(text)) for text in cuts["customers"]])
    found = counted[counted["customers"] > 0]
    about = Where("order_id", among=list(found["order_id"]) or [""])
    messages = _frame(workspace, OrderMessage, ("order_id", "purpose", "sent_at"), [about])
    told = messages[messages["purpose"].isin(ANNOUNCES_CUT)].groupby("order_id")["sent_at"].min()
    return found.merge(told.rename("told_at").reset_index(), on="order_id", how="left")
