# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard summary``: the day at a glance, for a dispatcher."""

from __future__ import annotations

from collections.abc import Iterator

import typer
from rich.console import Group, RenderableType
from rich.table import Table

from ...planner.plans.summary import DaySummary, day_summary
from ...planner.records import Outage, PlanTour
from ...workorders.orders import OrderState, Priority, WorkOrder
from ...workorders.rulebook import RuleBook
from ..arguments import Target
from ..command import command
from ..planning.plan_view import tour_rows
from ..session import Session
from ..tables import facts, listed, rows
from ..wording import distance, duration, job, moment, reason, said_moment, word

_PRIORITIES = tuple(priority.value for priority in Priority)


def register(root: typer.Typer) -> None:
    """Add the command to the application."""
    command(root, "summary")(summary)


def summary(session: Session, target: Target) -> None:
    """Sum the day up: orders, cuts, networks and notices, tours, what is left out and why."""
    with session.workspace(target) as workspace:
        found = day_summary(workspace)
    session.emit(summary_data(found), _shown(session, found, session.rule_book()))


def summary_data(found: DaySummary) -> dict[str, object]:
    """Return the day as JSON."""
    return {
        "plan_id": found.plan.plan_id if found.plan else None,
        "orders": [
            {"state": state, "priority": priority, "count": count}
            for (state, priority), count in sorted(found.counts.items())
        ],
        "customers_cut": found.customers_cut,
        "outages": [_outage_data(order, outage) for order, outage in found.outages],
        "notices": [
            {
                "order": order.order_id,
                "kind": notice.kind,
                "earliest_start": notice.earliest_start,
                "conflicts": len(conflicts),
            }
            for order, notice, conflicts in found.notices
        ],
        "tours": [_tour_data(tour) for _, tour in found.tours],
        "late": [
            {"order": order.order_id, "due_at": order.due_at, "start": start} for order, start in found.late
        ],
        "left_out": [
            {
                "order": left.order.order_id,
                "reasons": [
                    {"code": code, "detail": detail, "count": times} for code, detail, times in left.reasons
                ],
            }
            for left in found.left_out
        ],
        "indicators": found.indicators,
    }


def _outage_data(order: WorkOrder, outage: Outage) -> dict[str, object]:
    return {
        "order": order.order_id,
        "close": outage.close,
        "customer_count": len(outage.customers),
        "sensitive_customers": outage.sensitive_customers,
        "hydrants": outage.hydrants,
    }


def _tour_data(tour: PlanTour) -> dict[str, object]:
    return {
        "agent": tour.agent_id,
        "stops": tour.stops,
        "distance_m": tour.distance_m,
        "travel_s": tour.travel_s,
        "work_s": tour.work_s,
        "overtime_s": tour.overtime_s,
    }


def _shown(session: Session, found: DaySummary, rules: RuleBook) -> Iterator[RenderableType]:
    if found.plan is not None:
        yield facts(
            [
                (
                    session.say("label.plan"),
                    f"{found.plan.plan_id}  ({said_moment(session, found.plan.created_at)})",
                )
            ]
        )
    yield from _section(session, "orders", _order_counts(session, found))
    if found.outages:
        yield from _section(session, "outages", _outages(session, found, rules))
    if found.notices:
        yield from _section(session, "notices", _notices(session, found, rules))
    if found.tours:
        yield from _section(session, "tours", _tours(session, found))
    if found.late:
        yield from _section(session, "late", _late(session, found, rules))
    if found.left_out:
        yield from _section(session, "left_out", _left_out(session, found, rules))


def _section(session: Session, name: str, body: RenderableType) -> Iterator[RenderableType]:
    yield f"\n{session.say(f'section.{name}')}"
    yield body


def _order_counts(session: Session, found: DaySummary) -> Table:
    lines = []
    for state in OrderState:
        counts = [found.counts.get((state.value, priority), 0) for priority in _PRIORITIES]
        if any(counts):
            lines.append(
                (word(session, f"state.{state.value}"), *(count or " " for count in counts), sum(counts))
            )
    headings = (session.say("label.state"), *_PRIORITIES, session.say("label.total"))
    return rows(headings, lines, right=range(1, 6))


def _outages(session: Session, found: DaySummary, rules: RuleBook) -> Table:
    names = ("order", "job", "address", "close", "customers", "sensitive", "hydrants")
    lines: list[tuple[object, ...]] = [
        (
            order.order_id,
            job(session, order, rules),
            order.address,
            listed(outage.close),
            len(outage.customers),
            len(outage.sensitive_customers) or " ",
            len(outage.hydrants) or " ",
        )
        for order, outage in found.outages
    ]
    lines.append((session.say("label.total"), *[" "] * 3, found.customers_cut, " ", " "))
    return rows([session.say(f"label.{name}") for name in names], lines, right=(4, 5, 6))


def _notices(session: Session, found: DaySummary, rules: RuleBook) -> Table:
    names = ("order", "job", "notice", "earliest_start", "networks", "sensitive", "call_first")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                order.order_id,
                job(session, order, rules),
                word(session, f"notice_kind.{notice.kind}"),
                moment(notice.earliest_start),
                len(conflicts) or " ",
                sum(conflict.is_sensitive for conflict in conflicts) or " ",
                ", ".join(notice.call_first),
            )
            for order, notice, conflicts in found.notices
            if notice.kind != "none"
        ),
        right=(4, 5),
    )


def _tours(session: Session, found: DaySummary) -> Group:
    tours = [tour for _, tour in found.tours]
    total = session.say(
        "cli.tours_total",
        tours=len(tours),
        stops=sum(tour.stops for tour in tours),
        distance=distance(session, sum(tour.distance_m for tour in tours)),
        travel=duration(sum(tour.travel_s for tour in tours)),
        work=duration(sum(tour.work_s for tour in tours)),
    )
    return Group(tour_rows(session, [(agent.name, tour) for agent, tour in found.tours]), total)


def _late(session: Session, found: DaySummary, rules: RuleBook) -> Table:
    names = ("order", "priority", "job", "address", "due_at", "start")
    return rows(
        [session.say(f"label.{name}") for name in names],
        (
            (
                order.order_id,
                order.priority.value,
                job(session, order, rules),
                order.address,
                moment(order.due_at),
                moment(start),
            )
            for order, start in found.late
        ),
    )


def _left_out(session: Session, found: DaySummary, rules: RuleBook) -> Table:
    names = ("order", "priority", "job", "address", "reason")
    lines: list[tuple[str, ...]] = []
    for left in found.left_out:
        order = left.order
        told: tuple[str, ...] = (
            order.order_id,
            order.priority.value,
            job(session, order, rules),
            order.address,
        )
        for why in [reason(session, rules, found) for found in left.reasons] or [""]:
            lines.append((*told, why))
            told = (" ", " ", " ", " ")
    return rows([session.say(f"label.{name}") for name in names], lines)
