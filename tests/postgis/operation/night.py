# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold when a day is over, whatever happened on it; each function returns what does not."""

import json
from collections import Counter, defaultdict
from datetime import datetime, timedelta

from regard.planner.figures.figures import orders_behind
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanStop
from regard.steering.figures.periods import parse_period
from regard.store.replay import replay as fold
from regard.workorders.closing.records import Closure
from regard.workorders.life.moves import OrderMove, in_order, replay
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import ServiceRequest

PUT_OFF_FROM = ("planned", "dispatched")
LATER = "9999"


def journal_is_state(workspace):
    """Yield each record that the journal, folded from its first line, tells otherwise than the tables."""
    yield from workspace.discrepancies()


def nothing_is_lost(workspace, ledger):
    """Yield what somebody was told is stored, and is not, or is there twice."""
    refs = Counter(request.source_ref for request in workspace.all(ServiceRequest))
    yield from (("call", ref, refs[ref]) for ref in ledger.calls if refs[ref] != 1)
    twice = [ref for ref, count in refs.items() if ref and count > 1]
    yield from (("call twice", ref, refs[ref]) for ref in twice)
    yield from (("taken back", ref, refs[ref]) for ref in ledger.gone if refs[ref])
    closures = {closure.order_id: closure for closure in workspace.all(Closure)}
    for order_id, values in ledger.handed_in.items():
        kept = closures.get(order_id)
        if kept is None or any(kept.fields.get(name) != values[name] for name in ("started_at", "ended_at")):
            yield ("closure", order_id, kept and kept.fields)
    moves = defaultdict(set)
    for move in workspace.all(OrderMove):
        moves[move.order_id].add(move.to_state.value)
    for order_id, state in ledger.moves:
        if state not in moves[order_id]:
            yield ("move", order_id, state)


def lives_are_whole(workspace):
    """Yield the orders whose moves, made one after the other, lead to another state than theirs."""
    moves = defaultdict(list)
    for move in workspace.all(OrderMove):
        moves[move.order_id].append(move)
    for order in workspace.all(WorkOrder):
        own = in_order(moves[order.order_id])
        if own and replay(own[0].from_state, own) is not order.state:
            yield (order.order_id, order.state, [(one.from_state, one.to_state) for one in own])


def plans_are_whole(workspace):
    """Yield stops of the plan in force whose order is unknown, and planned orders that are in no plan."""
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id)
    orders = {order.order_id: order for order in workspace.all(WorkOrder)}
    yield from (("stop", stop.stop_id) for stop in stops if stop.order_id and stop.order_id not in orders)
    in_plan = {stop.order_id for stop in stops}
    for order in orders.values():
        if order.state is OrderState.PLANNED and order.order_id not in in_plan:
            yield ("planned nowhere", order.order_id)


def nobody_holds_on(server):
    """Yield transactions that somebody who is gone left open: they would hold locks for ever."""
    query = (
        "select application_name, state, query from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'"
    )
    yield from server.execute(query).fetchall()


def figures_are_the_journal(workspace, monday):
    """Yield what the figures of a week say otherwise than the journal, folded by itself."""
    year, week, _ = monday.isocalendar()
    period = parse_period(f"{year}-W{week:02}")
    first = datetime.combine(monday, datetime.min.time())
    end = first + timedelta(days=7)
    state, _ = fold(entry.change for entry in workspace.journal())
    records = defaultdict(list)
    for (table, _), text in state.items():
        records[table].append(json.loads(text))

    def within(text):
        return text is not None and first <= datetime.fromisoformat(text) < end

    told = {
        code: {row["order"]: row for row in orders_behind(workspace, period, code, as_of=end)}
        for code in ("intervention_hours", "rescheduled_rate", "deadlines_met")
    }
    hours = {
        row["order_id"]: round(_hours(row) * len(row["agents"] or [1]), 3)
        for row in records["closed_intervention"]
        if row["order_id"] and within(row["ended_at"])
    }
    yield from _differing("hours", hours, told["intervention_hours"], "site_h")
    put_off = {
        row["order_id"]: 1.0
        for row in records["order_move"]
        if row["to_state"] == "rescheduled" and row["from_state"] in PUT_OFF_FROM and within(row["at"])
    }
    yield from _differing("put off", put_off, told["rescheduled_rate"], "rescheduled_orders")
    in_time = {
        row["order_id"]: 1.0
        for row in records["work_order"]
        if (row["started_at"] or LATER) <= row["due_at"]
        and within(min(row["ended_at"] or LATER, row["due_at"]))
    }
    yield from _differing("in time", in_time, told["deadlines_met"], "in_time_orders")


def _hours(row):
    return (
        datetime.fromisoformat(row["ended_at"]) - datetime.fromisoformat(row["started_at"])
    ).total_seconds() / 3600


def _differing(name, wanted, told, measure):
    """Yield orders whose value is another in the figures; of those with 0 nothing is said in the journal."""
    found = {order: row[measure] for order, row in told.items() if row.get(measure)}
    for order in sorted(wanted.keys() | found.keys()):
        if abs(wanted.get(order, 0.0) - found.get(order, 0.0)) > 0.002:
            yield (name, order, wanted.get(order), found.get(order))
