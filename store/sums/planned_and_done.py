# SPDX-License-Identifier: GPL-3.0-or-later
"""The orders that plans in force held, those that they left out, and the work done, summed at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from ...planner.records import PlanStop, PlanTour, PlanUnplanned
from ...planner.work_asked import WorkAsked
from ...workorders.history import ClosedIntervention
from ...workorders.life.moves import OrderMove
from ...workorders.orders import WorkOrder
from ..columns import WallClock
from .moments import (
    DONE,
    PUT_OFF,
    as_number,
    bare,
    before,
    hours,
    joined_texts,
    kept_from_index,
    open_within,
    within,
)
from .sought import Sought

# the parts of the answer, and what a row of it has; ``a`` to ``d`` are sums, which the reader names
COLUMNS = (
    *("part", "order_id", "zone", "code", "agents", "cause", "result"),
    *("flag", "planned", "a", "b", "c", "d"),
)

_TOUR = ("plan_id", "agent_id", "day")


def planned_and_done(sought: Sought) -> sa.CompoundSelect[Any]:
    """Return the query of the orders planned, left out and done in a period, one row for each.

    ``planned``: ``a`` hours on site, ``b`` hours of travel, ``c`` metres; ``result`` is empty where the
    order was not done, ``flag`` 1 where it was put off or not done. ``done``: ``a`` hours of every agent on
    site, ``b`` closed with asset and cause, ``c`` of these without another call, ``d`` done with an asset,
    ``flag`` 1 where it is closed. Of some orders, the plans asked for are those that hold them.
    """
    force, worked = _in_force(sought.asked), _worked(sought)
    planned = _planned(sought, force=force, worked=worked)
    return sa.union_all(
        _each_planned(planned),
        _left_out(sought, force=force, planned=planned),
        _done(sought, worked=worked, planned=planned),
    )


def _in_force(asked: WorkAsked) -> sa.CTE:
    columns = (sa.column("day", sa.Date()), sa.column("plan_id", sa.Text()), sa.column("made", WallClock()))
    days = [(day, plan, asked.published[day]) for day, plan in sorted(asked.in_force.items())]
    # a list of values has one at least
    nothing = [(asked.first.date(), "", asked.first)]
    return sa.values(*columns, name="in_force").data(days or nothing).cte("in_force")


def _worked(sought: Sought) -> sa.CTE:
    """Return the interventions that ended in the period, and the orders done that have none yet."""
    asked, dialect = sought.asked, sought.dialect
    history, order = sought.rows(ClosedIntervention).c, sought.rows(WorkOrder).c
    until = asked.end + timedelta(days=2 * asked.return_days)
    known = sought.table(ClosedIntervention).alias("known")
    is_known = sa.exists().where(
        known.c.order_id == order.order_id, within(known.c.ended_at, asked.first, until)
    )
    own = sa.select(
        history.order_id,
        history.zone,
        history.code,
        bare(history.agents).label("agents"),
        history.cause,
        history.result,
        sa.literal(1).label("closed"),
        history.asset_id,
        history.ended_at,
        (hours(history.started_at, history.ended_at, dialect) * history.crew).label("site_h"),
    ).where(within(history.ended_at, asked.first, asked.end))
    waiting = sa.select(
        order.order_id,
        order.zone,
        order.code,
        sa.literal("[]"),
        sa.literal(""),
        sa.literal("done"),
        as_number(bare(order.state) == "closed"),
        order.asset_id,
        order.ended_at,
        hours(order.started_at, order.ended_at, dialect) * order.crew,
    ).where(
        within(order.ended_at, asked.first, asked.end),
        before(order.received_at, asked.end),
        kept_from_index(bare(order.state)).in_(DONE),
        ~is_known,
    )
    return sa.union_all(own, waiting).cte("worked")


def _stops(sought: Sought, *, force: sa.CTE) -> sa.CompoundSelect[Any]:
    """Return the stops of the plans in force, the ways home, and the orders that were not done or put off."""
    stop = sought.table(PlanStop)
    own = (
        sa.select(
            *(stop.c[name] for name in ("order_id", *_TOUR, "sequence", "travel_s", "distance_m")),
            hours(stop.c.start, stop.c.end, sought.dialect).label("work_h"),
        )
        .join_from(force, stop, (stop.c.plan_id == force.c.plan_id) & (stop.c.day == force.c.day))
        .cte("own")
    )
    there = sa.select(
        own.c.order_id,
        own.c.agent_id,
        own.c.day,
        own.c.work_h,
        own.c.travel_s,
        own.c.distance_m,
        sa.literal(0).label("missed"),
        sa.cast(sa.null(), sa.Text()).label("cause"),
    )
    missed = _missed(sought)
    away = sa.select(missed.c.order_id, sa.null(), sa.null(), sa.literal(0.0), sa.literal(0), sa.literal(0))
    return sa.union_all(there, _ways_home(sought, own), away.add_columns(sa.literal(1), missed.c.cause))


def _ways_home(sought: Sought, own: sa.CTE) -> sa.Select[Any]:
    """Return what each tour drives after its last order, which it counts with."""
    tour = sought.table(PlanTour)
    keys = [own.c[name] for name in _TOUR]
    driven = (
        sa.select(
            *keys,
            sa.func.sum(own.c.travel_s).label("travel_s"),
            sa.func.sum(own.c.distance_m).label("distance_m"),
            sa.func.max(own.c.sequence).label("last"),
        )
        .group_by(*keys)
        .cte("driven")
    )

    def left(name: str) -> sa.ColumnElement[Any]:
        rest = tour.c[name] - driven.c[name]
        return sa.case((rest > 0, rest), else_=0)

    def same(other: Any) -> sa.ColumnElement[bool]:
        return sa.and_(*(driven.c[name] == other[name] for name in _TOUR))

    return (
        sa.select(own.c.order_id, own.c.agent_id, own.c.day, sa.literal(0.0))
        .add_columns(left("travel_s"), left("distance_m"), sa.literal(0), sa.null())
        .join_from(driven, tour, same(tour.c))
        .join(own, same(own.c) & (own.c.sequence == driven.c.last))
    )


def _missed(sought: Sought) -> sa.CTE:
    """Return the orders that were put off or not done in the period, with the last cause given."""
    move, said = sought.rows(OrderMove).c, sought.table(OrderMove).c
    own = [within(move.at, sought.asked.first, sought.asked.end), bare(move.to_state).in_(PUT_OFF)]
    # the end of a correction is no second word on the work
    own.append(sa.or_(bare(move.from_state) != "to_correct", bare(move.to_state) == "rescheduled"))
    numbered = sa.case((move.cause != "", move.number), else_=None)
    last = (
        sa.select(move.order_id, sa.func.max(numbered).label("number"))
        .where(*own)
        .group_by(move.order_id)
        .cte("put_off")
    )
    cause = (
        sa.select(sa.func.max(said.cause))
        .where(said.order_id == last.c.order_id, said.number == last.c.number)
        .scalar_subquery()
    )
    return sa.select(last.c.order_id, cause.label("cause")).cte("missed")


def _planned(sought: Sought, *, force: sa.CTE, worked: sa.CTE) -> sa.CTE:
    """Return the orders planned in the period that were known before their day or its first plan."""
    asked, dialect = sought.asked, sought.dialect
    stops = _stops(sought, force=force).cte("stops").c
    each = (
        sa.select(
            stops.order_id,
            sa.func.min(stops.day).label("day"),
            joined_texts(stops.agent_id, dialect).label("agents"),
            sa.func.sum(stops.work_h).label("work_h"),
            (sa.func.sum(stops.travel_s) / 3600.0).label("travel_h"),
            sa.func.sum(stops.distance_m).label("metres"),
            sa.func.max(stops.missed).label("missed"),
            sa.func.max(stops.cause).label("cause"),
        )
        .where(sought.holds(stops.order_id))
        .group_by(stops.order_id)
        .cte("each_order")
    )
    order = sought.table(WorkOrder)
    held = force.alias("day_in_force")
    done = sa.select(worked.c.order_id).where(worked.c.result != "not_done").distinct().cte("order_done")
    known = each.c.day.is_(None) | (order.c.received_at < each.c.day) | (order.c.received_at < held.c.made)
    return (
        sa.select(
            each.c.order_id,
            order.c.zone,
            order.c.code,
            sa.func.coalesce(each.c.agents, "").label("agents"),
            sa.case((done.c.order_id.is_(None), sa.func.coalesce(each.c.cause, "")), else_="").label("cause"),
            as_number(done.c.order_id.is_not(None)).label("done"),
            each.c.missed,
            each.c.work_h,
            each.c.travel_h,
            each.c.metres,
        )
        .join_from(each, order, order.c.order_id == each.c.order_id)
        .outerjoin(held, held.c.day == each.c.day)
        .outerjoin(done, done.c.order_id == each.c.order_id)
        .where(open_within(order, asked.first, asked.end), known)
        .cte("planned")
    )


def _each_planned(planned: sa.CTE) -> sa.Select[Any]:
    own = planned.c
    return sa.select(
        sa.literal("planned").label("part"),
        *(own.order_id, own.zone, own.code, own.agents, own.cause),
        sa.case((own.done == 1, "done"), else_="").label("result"),
        own.missed.label("flag"),
        sa.literal(1).label("planned"),
        own.work_h.label("a"),
        own.travel_h.label("b"),
        sa.cast(own.metres, sa.Double).label("c"),
        sa.literal(0.0).label("d"),
    )


def _left_out(sought: Sought, *, force: sa.CTE, planned: sa.CTE) -> sa.Select[Any]:
    out, orders = sought.rows(PlanUnplanned).c, sought.rows(WorkOrder)
    plans = sa.select(force.alias("plan_in_force").c.plan_id)
    order, text, nothing = orders.c, sa.literal(""), sa.literal(0.0)
    return (
        sa.select(sa.literal("left_out"), order.order_id, order.zone, order.code, text, text, text)
        .add_columns(sa.literal(0), sa.literal(0), nothing, nothing, nothing, nothing)
        .where(
            order.order_id.in_(sa.select(out.order_id).where(out.plan_id.in_(plans))),
            order.order_id.not_in(sa.select(planned.c.order_id)),
            open_within(orders, sought.asked.first, sought.asked.end),
        )
    )


def _done(sought: Sought, *, worked: sa.CTE, planned: sa.CTE) -> sa.Select[Any]:
    asked, again = sought.asked, sought.table(ClosedIntervention).alias("again")
    until = asked.end + timedelta(days=2 * asked.return_days)
    wait_h = hours(worked.c.ended_at, again.c.received_at, sought.dialect)
    returned = sa.exists().where(
        again.c.asset_id == worked.c.asset_id,
        again.c.cause == worked.c.cause,
        wait_h > 0,
        wait_h <= 24.0 * asked.return_days,
        within(again.c.ended_at, asked.first, until),
    )
    own = worked.c
    is_done = own.result != "not_done"
    on_asset = (own.closed == 1) & is_done & (own.asset_id != "") & (own.cause != "")
    marks = (on_asset, on_asset & ~returned, is_done & (own.asset_id != ""))
    return (
        sa.select(sa.literal("done"), own.order_id, own.zone, own.code, own.agents, own.cause, own.result)
        .add_columns(own.closed, as_number(planned.c.order_id.is_not(None)), own.site_h)
        .add_columns(*(sa.case((one, 1.0), else_=0.0) for one in marks))
        .join_from(worked, planned, planned.c.order_id == own.order_id, isouter=True)
    )
