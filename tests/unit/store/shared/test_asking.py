# SPDX-License-Identifier: GPL-3.0-or-later
"""Records are asked for by several values and by ranges, and come as if all had been read and sifted."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regard.core.resources import StockLine
from regard.planner.conditions import Where
from regard.planner.orders_at_hand import orders_at_hand, orders_of_day, orders_to_plan, orders_with_tied
from regard.planner.records import OrderLink, Plan, PlanStop
from regard.workorders.orders import OrderState, WorkOrder
from shapely.geometry import Point

JUNE_3 = datetime(2026, 6, 3)
STATES = list(OrderState)
MOMENTS = [JUNE_3 + timedelta(hours=hours) for hours in (0, 8, 24, 25, 47, 48, 72)]
FIELDS = {"state": STATES, "due_at": MOMENTS, "window_start": [*MOMENTS, None], "crew": [1, 2, 3]}


@pytest.fixture
def many(workspace, order):
    """Return a workspace with an order for each state, due moment and appointment in turn."""
    orders = [
        replace(
            order,
            order_id=f"OI-{number:02}",
            state=STATES[number % len(STATES)],
            due_at=MOMENTS[number % 5],
            window_start=[*MOMENTS, None][number % 8],
            crew=number % 3 + 1,
        )
        for number in range(40)
    ]
    with workspace.command("open", who="F") as transaction:
        transaction.add(orders)
    return workspace


def asked(field):
    values = st.sampled_from([value for value in FIELDS[field] if value is not None])
    among = st.none() | st.lists(st.sampled_from(FIELDS[field]), max_size=4)
    bound = st.none() if field == "state" else st.none() | values
    return st.builds(Where, st.just(field), among=among, at_least=bound, below=bound)


CONDITIONS = st.lists(st.sampled_from(sorted(FIELDS)).flatmap(asked), max_size=3)


def holds(record, where):
    value = getattr(record, where.field)
    if where.among is not None and value not in where.among:
        return False
    if where.at_least is not None and not (value is not None and value >= where.at_least):
        return False
    return where.below is None or (value is not None and value < where.below)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.lists(st.sampled_from(sorted(FIELDS)).flatmap(asked), max_size=3),
    crew=st.sampled_from([0, 1, 2]),
)
def test_conditions_find_what_sifting_everything_finds(many, where, crew):
    equal = {"crew": crew} if crew else {}
    everything = many.all(WorkOrder)
    wanted = [o for o in everything if all(holds(o, w) for w in where) and (not crew or o.crew == crew)]
    assert many.all(WorkOrder, where=where, **equal) == wanted


def test_more_values_than_a_statement_takes_are_asked_for(workspace):
    lines = [StockLine(f"S{number:05}", "depot", "seal", number) for number in range(1500)]
    with workspace.command("open", who="F") as transaction:
        transaction.add(lines)
    wanted = [line.stock_id for line in lines[::-1] if line.quantity % 5]
    assert len(wanted) == 1200
    found = workspace.all(StockLine, where=[Where("stock_id", among=[*wanted, "none", wanted[0]])])
    assert [line.stock_id for line in found] == sorted(wanted)
    assert workspace.all(StockLine, where=[Where("stock_id", among=())]) == []


def test_the_keys_of_a_kind_come_in_order(many):
    assert many.keys(WorkOrder) == [f"OI-{number:02}" for number in range(40)]


def planned(workspace, name, day):
    plan = Plan(f"{day}/1", day, 2, JUNE_3, 1, 1.0, "balanced", {}, 0.0)
    moment = datetime.combine(day, datetime.min.time())
    stop = PlanStop(f"{day}/{name}", plan.plan_id, "AG1", day, 1, name, 0, *[moment] * 3, 0, 0, Point(0, 0))
    with workspace.command("plan", who="F") as transaction:
        transaction.add([plan, stop])
    return plan


def test_at_hand_is_what_is_open_and_what_the_plan_holds(many):
    closed = next(o.order_id for o in many.all(WorkOrder) if o.state is OrderState.CLOSED)
    plan = planned(many, closed, date(2026, 6, 3))
    over = {OrderState.CLOSED, OrderState.CANCELLED}
    expected = [o for o in many.all(WorkOrder) if o.state not in over or o.order_id == closed]
    assert orders_at_hand(many, plan) == expected
    assert closed not in {o.order_id for o in orders_at_hand(many, None)}


def test_a_day_is_what_is_planned_on_it_due_by_its_end_or_appointed(many):
    day = date(2026, 6, 3)
    closed = next(o.order_id for o in many.all(WorkOrder) if o.state is OrderState.CLOSED)
    planned(many, closed, day)
    end = datetime(2026, 6, 4)
    over = {OrderState.CLOSED, OrderState.CANCELLED}

    def is_of_day(order):
        appointed = order.window_start is not None and JUNE_3 <= order.window_start < end
        return order.order_id == closed or (order.state not in over and (order.due_at < end or appointed))

    expected = [order for order in many.all(WorkOrder) if is_of_day(order)]
    assert orders_of_day(many, day) == expected
    assert 0 < len(expected) < 40
    assert orders_of_day(many, date(2026, 6, 1)) == []


def test_orders_come_with_those_that_links_tie_to_them(many):
    closed = next(o.order_id for o in many.all(WorkOrder) if o.state is OrderState.CLOSED)
    waiting = next(o.order_id for o in many.all(WorkOrder) if o.state is OrderState.QUALIFIED)
    with many.command("tie", who="F") as transaction:
        transaction.add([OrderLink("L", closed, waiting, "after", 0, None, "chain")])
    assert sorted(orders_with_tied(many, [waiting, "unknown"])) == sorted([closed, waiting])
    to_plan = {o.order_id for o in orders_to_plan(many)}
    plannable = {OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED}
    assert to_plan == {o.order_id for o in many.all(WorkOrder) if o.state in plannable} | {closed}
