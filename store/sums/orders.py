# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadlines, durations, what was put off, what is open, closing data and cuts of a period, summed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from ...planner.records import Outage
from ...planner.work_asked import WorkAsked
from ...workorders.closing.records import Closure, CorrectionRequest
from ...workorders.history import ClosedIntervention
from ...workorders.informing.messages import OrderMessage
from ...workorders.life.moves import OrderMove
from ...workorders.orders import WorkOrder
from ..tables import Tables
from .moments import DONE, as_number, bare, before, hours, kept_from_index, list_length, open_within, within
from .sought import Sought

Query = sa.Select[Any]


def deadlines(sought: Sought) -> Query:
    """Return the orders whose deadline was met or missed: zone, code, agents, when that was told, in time."""
    asked, order = sought.asked, sought.rows(WorkOrder)
    history, own = sought.rows(ClosedIntervention).c, order.c
    ended, due = own.ended_at, own.due_at
    first_of = sa.or_(
        within(ended, asked.first, asked.end) & (due >= sa.literal(asked.first, due.type)),
        within(due, asked.first, asked.end)
        & (ended.is_(None) | (ended >= sa.literal(asked.end, ended.type))),
    )
    until = asked.end + timedelta(days=2 * asked.return_days)
    agents = (
        sa.select(sa.func.max(bare(history.agents)))
        .where(history.order_id == own.order_id, within(history.ended_at, asked.first, until))
        .scalar_subquery()
    )
    return (
        sa.select(
            own.order_id,
            own.zone,
            own.code,
            sa.func.coalesce(agents, "[]").label("agents"),
            sa.case((ended < due, ended), else_=due).label("told_at"),
            as_number(own.started_at <= due).label("in_time"),
        )
        .where(first_of, before(own.received_at, asked.end))
        .where(bare(own.state) != "cancelled")
    )


def durations(sought: Sought) -> Query:
    """Return how long the work done took, beside its standard: zone, code, hours, minutes."""
    asked, history, order = sought.asked, sought.rows(ClosedIntervention), sought.rows(WorkOrder)
    taken = hours(history.c.started_at, history.c.ended_at, sought.dialect)
    return (
        sa.select(
            history.c.order_id, history.c.zone, history.c.code, taken.label("hours"), order.c.duration_min
        )
        .join_from(history, order, order.c.order_id == history.c.order_id)
        .where(
            within(history.c.ended_at, asked.first, asked.end),
            history.c.result != "not_done",
            order.c.duration_min > 0,
            open_within(order, asked.first, asked.end),
        )
    )


def durations_not_closed(sought: Sought) -> Query:
    """Return the same of the orders done that are not in the history."""
    asked, order = sought.asked, sought.rows(WorkOrder).c
    known = sought.rows(ClosedIntervention).c
    until = asked.end + timedelta(days=2 * asked.return_days)
    is_known = sa.exists().where(known.order_id == order.order_id, within(known.ended_at, asked.first, until))
    taken = hours(order.started_at, order.ended_at, sought.dialect).label("hours")
    return sa.select(order.order_id, order.zone, order.code, taken, order.duration_min).where(
        within(order.ended_at, asked.first, asked.end),
        before(order.received_at, asked.end),
        kept_from_index(bare(order.state)).in_(DONE),
        order.duration_min > 0,
        ~is_known,
    )


def put_off(sought: Sought) -> Query:
    """Return the orders put off after they were planned: zone, code, last cause."""
    asked, order = sought.asked, sought.rows(WorkOrder)
    moves = sought.rows(OrderMove)
    move = moves.c
    own = (
        within(move.at, asked.first, asked.end),
        bare(move.to_state) == "rescheduled",
        bare(move.from_state).in_(("planned", "dispatched")),
    )
    last = (
        sa.select(move.order_id, sa.func.max(move.number).label("number"))
        .where(*own)
        .group_by(move.order_id)
        .cte("last_move")
    )
    said = sought.table(OrderMove).c
    cause = sa.select(sa.func.max(said.cause)).where(
        said.order_id == last.c.order_id, said.number == last.c.number
    )
    return (
        sa.select(order.c.order_id, order.c.zone, order.c.code, cause.scalar_subquery().label("cause"))
        .join_from(last, order, order.c.order_id == last.c.order_id)
        .where(open_within(order, asked.first, asked.end))
    )


def any_move(tables: Tables, asked: WorkAsked) -> Query:
    """Return one row when anything was noted of an order in the period."""
    move, order = tables.of(OrderMove).table, tables.of(WorkOrder).table
    return (
        sa.select(sa.literal(1))
        .join_from(move, order, order.c.order_id == move.c.order_id)
        .where(
            within(move.c.at, asked.first, asked.end),
            open_within(tables.of(WorkOrder).table, asked.first, asked.end),
        )
        .limit(1)
    )


def open_orders(tables: Tables, asked: WorkAsked, dialect: sa.Dialect) -> Query:
    """Return the orders open at the end: zone, code, hours of work, late (1 or 0), age in hours."""
    order = tables.of(WorkOrder).table.c
    until = sa.literal(asked.until, order.received_at.type)
    later = order.ended_at >= sa.literal(asked.end, order.ended_at.type)
    return sa.select(
        order.zone,
        order.code,
        (order.duration_min * order.crew / 60.0).label("hours"),
        as_number(order.due_at < until).label("late"),
        hours(order.received_at, until, dialect).label("age_h"),
    ).where(
        before(order.received_at, asked.end),
        sa.or_(order.ended_at.is_(None) & (bare(order.state) != "closed"), later),
        bare(order.state) != "cancelled",
    )


def any_order(tables: Tables, asked: WorkAsked) -> Query:
    """Return one row when an order was open at a moment of the period."""
    return (
        sa.select(sa.literal(1))
        .where(open_within(tables.of(WorkOrder).table, asked.first, asked.end))
        .limit(1)
    )


def closing_data(sought: Sought) -> Query:
    """Return the closing data handed in: zone, code, corrected (1 or 0)."""
    asked, closure, order = sought.asked, sought.rows(Closure), sought.rows(WorkOrder)
    asking, move = sought.table(CorrectionRequest).c, sought.table(OrderMove).c
    back = sa.exists().where(move.order_id == closure.c.order_id, bare(move.to_state) == "to_correct")
    asked_for = sa.exists().where(asking.order_id == closure.c.order_id)
    known = (order.c.order_id == closure.c.order_id) & open_within(order, asked.first, asked.end)
    return (
        sa.select(
            closure.c.order_id,
            sa.func.coalesce(order.c.zone, "").label("zone"),
            sa.func.coalesce(order.c.code, "").label("code"),
            as_number(back | asked_for).label("corrected"),
        )
        .join_from(closure, order, known, isouter=True)
        .where(within(closure.c.received_at, asked.first, asked.end))
    )


def on_assets(sought: Sought) -> Query:
    """Return the interventions on assets that ended since work on them is told: asset, zone, code."""
    asked, history = sought.asked, sought.rows(ClosedIntervention).c
    return sa.select(history.order_id, history.asset_id, history.zone, history.code).where(
        within(history.ended_at, asked.recurring_since, asked.end), kept_from_index(history.asset_id) != ""
    )


def water_cuts(tables: Tables, asked: WorkAsked, dialect: sa.Dialect, announcing: Sequence[str]) -> Query:
    """Return the cuts of the orders done: zone, code, customers, announced before (1 or 0)."""
    cut, order = tables.of(Outage).table, tables.of(WorkOrder).table
    message = tables.of(OrderMessage).table.c
    told = sa.exists().where(
        message.order_id == order.c.order_id,
        message.purpose.in_(announcing),
        message.sent_at < order.c.started_at,
    )
    customers = list_length(cut.c.customers, dialect)
    return (
        sa.select(order.c.zone, order.c.code, customers.label("customers"), as_number(told).label("told"))
        .join_from(cut, order, order.c.order_id == cut.c.order_id)
        .where(
            within(order.c.ended_at, asked.first, asked.end),
            before(order.c.received_at, asked.end),
            sa.not_(cut.c.already_dry),
            customers > 0,
        )
    )
