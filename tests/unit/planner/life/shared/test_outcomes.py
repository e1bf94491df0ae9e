# SPDX-License-Identifier: GPL-3.0-or-later
"""Week 23: what was planned against what was done, and why orders were put off."""

from collections import Counter
from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.ids import AgentId, OrderId, PlanId
from regard.planner.import_records import import_records
from regard.planner.life.outcomes import planned_against_done, postponements
from regard.planner.life.requeue import not_done, postpone
from regard.planner.records import Plan, PlanStop
from regard.tests.unit.planner.days import DEPOT, order
from regard.workorders.life.variance import Outcome
from regard.workorders.orders import OrderState

MONDAY, SUNDAY = date(2026, 6, 1), date(2026, 6, 7)
PLANNED = 104
MISSED = ["customer_absent"] * 5 + ["parts"] * 3 + ["permit"] * 2 + ["weather", "overrun"]
PUT_OFF = ["parts"] * 2 + ["permit", "equipment"] + ["customer_absent"] * 3 + ["weather", "overrun"]


def stop_of(name, number):
    day = MONDAY + timedelta(days=number % 5)
    start = datetime(day.year, day.month, day.day, 9)
    return PlanStop(
        f"s{number}",
        PlanId("2026-06-01/1"),
        AgentId("AG1"),
        day,
        number,
        OrderId(name),
        0,
        start,
        start,
        start + timedelta(minutes=30),
        0,
        0,
        DEPOT,
    )


@pytest.fixture
def week(workspace):
    """Return a workspace in which 92 of 104 orders planned in week 23 are done, 12 still on their way."""
    plan = Plan(PlanId("2026-06-01/1"), MONDAY, 7, datetime(2026, 5, 29, 16), 1, 1.0, "balanced", {}, 0.0)
    records = [plan]
    for number in range(PLANNED):
        made = replace(order(f"OI-{number:03}", DEPOT, 30, (), None), zone=f"Z{number % 2 + 1}")
        done = number >= len(MISSED)
        made = replace(
            made,
            code="AEP-CPT-REM" if number % 3 else "AEP-BAC",
            state=OrderState.DONE if done else OrderState.DISPATCHED,
            ended_at=datetime(2026, 6, 3, 15) if done else None,
        )
        records += [made, stop_of(made.order_id, number)]
    import_records(workspace, records, name="import", who="test")
    return workspace


def test_twelve_not_done_by_cause_type_and_zone(week):
    said = {7: "tampon soudé, pas de pièce", 11: "fouille plus profonde que prévu"}
    for number, cause in enumerate(MISSED):
        at = datetime(2026, 6, 3, 17)
        not_done(week, f"OI-{number:03}", cause, now=at, who="F. Leroy", note=said.get(number, ""))
    found = planned_against_done(week, MONDAY, SUNDAY)
    whole = found.whole
    assert (whole.planned, whole.done, whole.not_done, whole.open) == (104, 92, 12, 0)
    assert found.by_cause == {"customer_absent": 5, "parts": 3, "permit": 2, "overrun": 1, "weather": 1}
    assert sum(found.by_cause.values()) == 12
    for tallies in (found.by_type, found.by_team):
        assert sum(tally.planned for tally in tallies.values()) == 104
        assert sum(tally.not_done for tally in tallies.values()) == 12
    assert set(found.by_team) == {"Z1", "Z2"}
    # the field's own words, the most frequent cause first
    assert [one.cause for one in found.missed] == [*MISSED[:10], "overrun", "weather"]
    comments = {one.order_id: one.comment for one in found.missed if one.comment}
    assert comments == {"OI-007": said[7], "OI-011": said[11]}


def test_nothing_of_it_is_counted_by_person():
    assert {field.name for field in fields(Outcome)} == {
        "order_id",
        "code",
        "team",
        "result",
        "cause",
        "comment",
    }


def test_nine_postponements_four_for_want_of_means(week):
    for number, cause in enumerate(PUT_OFF):
        postpone(week, f"OI-{number:03}", cause, now=datetime(2026, 6, 2, 17), who="D. Martin")
    found = postponements(week, MONDAY, SUNDAY)
    assert found.total == 9
    assert found.by_group["resources"] == 4
    counts = {row.cause: row.count for row in found.rows}
    assert counts == Counter(PUT_OFF)
    assert (counts["parts"], counts["permit"], counts["equipment"]) == (2, 1, 1)
    assert [row.count for row in found.rows] == sorted(counts.values(), reverse=True)
    assert found.rows[0].cause == "customer_absent"
    assert found.rows[-1].cumulated_share == pytest.approx(1)
    assert postponements(week, date(2026, 6, 8), date(2026, 6, 14)).total == 0


def test_an_order_that_was_missed_and_then_done_is_done(week):
    not_done(week, "OI-000", "weather", now=datetime(2026, 6, 3, 17), who="F. Leroy")
    from regard.planner.life.advance import advance_order

    for state in (OrderState.PLANNED, OrderState.DISPATCHED, OrderState.IN_PROGRESS, OrderState.DONE):
        advance_order(week, "OI-000", state, now=datetime(2026, 6, 5, 9), who="F. Leroy")
    found = planned_against_done(week, MONDAY, SUNDAY)
    assert (found.whole.done, found.whole.not_done, found.whole.open) == (93, 0, 11)
