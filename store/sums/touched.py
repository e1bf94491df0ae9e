# SPDX-License-Identifier: GPL-3.0-or-later
"""Which orders' part in the figures of a period may have changed, by the journal, since they were read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from ...planner.records import Plan, PlanStop, PlanTour, PlanUnplanned
from ...workorders.closing.records import Closure, CorrectionRequest
from ...workorders.history import ClosedIntervention
from ...workorders.life.moves import OrderMove
from ...workorders.orders import WorkOrder
from ..journal import JOURNAL
from ..tables import Tables
from .sought import Sought, among

_PLANS = (Plan, PlanStop, PlanTour, PlanUnplanned)
_OF_ORDERS = (WorkOrder, ClosedIntervention, OrderMove, Closure, CorrectionRequest)
# above so many lines or orders, reading all anew is no slower
_LINES, _ORDERS = 20_000, 4_000

Days = Mapping[str, str]


def touched_orders(
    connection: sa.Connection, sought: Sought, *, after: int, plans: Iterable[str]
) -> set[str] | None:
    """Return the orders that commands after one have touched, and those of plans whose standing changed.

    ``plans`` are those that have come into force, have gone out of it, or were first told at another time.
    None when they are too many to be looked at one by one.
    """
    tables, dialect = sought.tables, connection.dialect
    lines = _lines(connection, tables, after)
    if lines is None:
        return None
    changed, assets, orders = set(plans), set[str](), set[str]()
    of_plans = {tables.of(kind).name for kind in _PLANS}
    history = tables.of(ClosedIntervention).name
    # those that went out of force may have been removed
    in_force = {*sought.asked.in_force.values(), *changed}
    for table, said in lines:
        if table in of_plans:
            if said["plan_id"] in in_force:
                changed.add(said["plan_id"])
                orders.add(said.get("order_id", ""))
            continue
        orders.add(said["order_id"])
        if table == history and said["asset_id"]:
            # another call for an asset tells of the work done on it before
            assets.add(said["asset_id"])
    for kind in (PlanStop, PlanUnplanned):
        own = tables.of(kind).table.c
        query = sa.select(own.order_id).where(among(own.plan_id, tuple(sorted(changed)), dialect))
        orders.update(connection.scalars(query))
    own = tables.of(ClosedIntervention).table.c
    query = sa.select(own.order_id).where(among(own.asset_id, tuple(sorted(assets)), dialect))
    orders.update(connection.scalars(query))
    orders.discard("")
    return orders if len(orders) <= _ORDERS else None


def plans_holding(connection: sa.Connection, sought: Sought) -> set[str]:
    """Return the plans that hold the orders looked at, or left them out."""
    found = set[str]()
    for kind in (PlanStop, PlanUnplanned):
        own = sought.table(kind).c
        found.update(connection.scalars(sa.select(own.plan_id).where(sought.holds(own.order_id)).distinct()))
    return found


def differing_plans(kept: Mapping[str, Days], asked: Mapping[str, Days]) -> set[str]:
    """Return the plans of the days that had another plan in force, or another first moment, when read."""
    days = set[str]().union(*kept.values(), *asked.values())
    differ = [day for day in days if any(kept[name].get(day) != asked[name].get(day) for name in kept)]
    return {own["in_force"][day] for day in differ for own in (kept, asked) if day in own["in_force"]}


def _lines(
    connection: sa.Connection, tables: Tables, after: int
) -> list[tuple[str, Mapping[str, Any]]] | None:
    """Return what the journal has of the records that figures are made of, before and after each change."""
    names = [tables.of(kind).name for kind in (*_PLANS, *_OF_ORDERS)]
    line = JOURNAL.c
    query = (
        sa.select(line.table, line.before, line.after)
        .where(line.command_id > after, line.table.in_(names))
        .limit(_LINES + 1)
    )
    rows = connection.execute(query).all()
    if len(rows) > _LINES:
        return None
    return [(table, json.loads(text)) for table, *texts in rows for text in texts if text is not None]
