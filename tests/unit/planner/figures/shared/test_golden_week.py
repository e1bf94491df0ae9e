# SPDX-License-Identifier: GPL-3.0-or-later
"""Week 23: every figure of DOMAIN 5.1 that the workspace can tell, and the orders behind it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.errors import InputError
from regard.core.ids import OrderId
from regard.core.people import Crew
from regard.core.resources import Agent
from regard.planner.coverage.recurring import recurring_points
from regard.planner.figures.figures import FigureReader, Filters, figure, figures_of, orders_behind
from regard.planner.figures.report_data import report_data
from regard.planner.import_records import import_records
from regard.planner.rule_versions import import_rules, rule_texts
from regard.steering.figures.periods import parse_period
from regard.steering.figures.sentence import sentence
from regard.workorders.history import ClosedIntervention

WEEK = parse_period("2026-W23")
# value of DOMAIN 5.1, decimals
GOLDEN = {
    "capacity": (315, 1),
    "load": (262, 1),
    "planning_rate_hours": (83.2, 1),
    "planning_rate_orders": (88.1, 1),
    "completion_rate": (88.5, 1),
    "completion_rate_hours": (88.2, 1),
    "intervention_rate": (87.3, 1),
    "intervention_hours": (275, 1),
    "unplanned_share": (16.0, 1),
    "deadlines_met": (90.2, 1),
    "first_time_fix": (89.7, 1),
    "rescheduled_rate": (8.7, 1),
    "km_per_order": (12.9, 1),
}


def by_code(found):
    return {one.rule.code: one for one in found}


def test_golden_week_23(golden_week):
    found = by_code(figures_of(golden_week, WEEK))
    values = {code: round(found[code].value, decimals) for code, (_, decimals) in GOLDEN.items()}
    assert values == {code: value for code, (value, _) in GOLDEN.items()}


def test_what_is_not_known_is_none_and_never_0(golden_week):
    found = by_code(figures_of(golden_week, parse_period("2026-03")))
    known = {code for code, one in found.items() if one.value is not None}
    assert known == {"capacity"}
    for code in ("P151_1", "P106_3", "closing_accepted"):
        assert by_code(figures_of(golden_week, WEEK))[code].value is None


def test_the_sentence_names_the_main_cause(golden_week):
    (found,) = figures_of(golden_week, WEEK, indicators=["completion_rate"])
    said = sentence(found, lambda one: one.english(), lambda _, code: code.replace("_", " "), language="en")
    assert said == "88.5\u00a0% of planned jobs done (target 90); main cause: customer absent 5/12."


def test_parts_by_zone_add_up_and_the_driver_is_the_worst(golden_week):
    found = by_code(figures_of(golden_week, WEEK))
    hours = found["intervention_hours"]
    assert [part.group for part in hours.zones] == ["Z1", "Z2"]
    assert sum(part.value for part in hours.zones) == pytest.approx(275)
    assert {part.group: round(part.value) for part in hours.types} == {"AEP-CPT-REM": 231, "AEP-FUI-CAN": 44}
    z1 = next(part for part in hours.zones if part.group == "Z1")
    assert z1.value + z1.without == pytest.approx(275)


def test_figures_are_narrowed_by_zone_and_type(golden_week):
    (zone,) = figures_of(golden_week, WEEK, indicators=["load"], filters=Filters(zone="Z1"))
    (kind,) = figures_of(golden_week, WEEK, indicators=["load"], filters=Filters(code="AEP-CPT-REM"))
    assert (round(kind.value), 0 < zone.value < 262) == (262, True)
    (whole,) = figures_of(golden_week, WEEK, indicators=["capacity"], filters=Filters(code="AEP-CPT-REM"))
    assert whole.value is None


def test_the_orders_behind_a_figure(golden_week):
    behind = orders_behind(golden_week, WEEK, "completion_rate")
    assert len(behind) == 104
    assert sum(one["planned_done_orders"] for one in behind) == 92
    assert not {"agent", "agents", "agent_id"} & {name for one in behind for name in one}
    assert len(orders_behind(golden_week, WEEK, "intervention_hours")) == 107


def test_the_week_is_compared_with_the_one_before_and_that_of_the_year_before(golden_week):
    found = by_code(figures_of(golden_week, parse_period("2026-W24")))
    assert round(found["completion_rate"].previous or 0, 1) == 88.5
    assert found["intervention_hours"].previous == pytest.approx(275)
    assert by_code(figures_of(golden_week, parse_period("2027-W23")))["load"].year_before == pytest.approx(
        262
    )


def test_a_zone_or_team_of_fewer_than_three_people_is_not_shown(golden_week):
    crews = [
        Crew("C1", "two", ("AG02", "AG04")),
        Crew("C2", "four", ("AG06", "AG08", "AG03", "AG05")),
    ]
    import_records(golden_week, crews, name="import", who="test")
    with golden_week.command("edit", who="test") as transaction:
        for one in golden_week.all(Agent):
            if one.zone == "Z2" and one.agent_id != "AG01":
                transaction.save(replace(one, zone="Z1"))
    (hours,) = figures_of(golden_week, WEEK, indicators=["intervention_hours"])
    assert {part.group for part in hours.zones} == {"*"}
    assert "C1" not in {part.group for part in hours.teams}
    for filters in (Filters(zone="Z2"), Filters(team="C1")):
        with pytest.raises(InputError, match="fewer than 3 people"):
            figures_of(golden_week, WEEK, filters=filters)


def test_a_period_that_is_not_over_counts_no_deadline_to_come(golden_week):
    (found,) = figures_of(golden_week, WEEK, indicators=["deadlines_met"], as_of=datetime(2026, 6, 1, 7))
    assert found.value is None


@pytest.mark.parametrize("way", ["summed", "order by order"])
def test_first_time_fix_is_not_known_before_its_days_are_over(golden_week, way):
    """Week 23 ends on 7 June: a return of 30 days may come until 7 July."""

    def told(as_of):
        reader = FigureReader.of(golden_week, WEEK, as_of=as_of)
        (rule,) = reader.indicators(["first_time_fix"])
        return figure(rule, reader.slice(WEEK) if way == "summed" else reader.orders(WEEK))

    early = told(datetime(2026, 7, 7, 23, 59))
    assert (early.value, early.zones, early.types, early.meets_target) == (None, (), (), None)
    assert early.known_on == date(2026, 7, 8)
    said = sentence(early, lambda one: one.english(), lambda _, code: code, language="en")
    assert "can be told from" in said
    late = told(datetime(2026, 7, 8))
    assert (round(late.value, 1), late.known_on) == (89.7, None)


def test_first_time_fix_of_the_period_before_and_of_a_trend_waits_too(golden_week):
    (found,) = figures_of(
        golden_week,
        parse_period("2026-W24"),
        indicators=["first_time_fix"],
        as_of=datetime(2026, 7, 1),
    )
    assert found.previous is None
    data = report_data(golden_week, parse_period("2026-W24"), as_of=datetime(2026, 7, 1))
    assert data.trends["first_time_fix"][-2] is None
    assert data.trends["completion_rate"][-2] is not None
    data = report_data(golden_week, parse_period("2026-W24"), as_of=datetime(2026, 7, 8))
    assert round(data.trends["first_time_fix"][-2], 1) == 89.7


def test_the_orders_behind_first_time_fix_tell_of_no_return_before_its_days_are_over(golden_week):
    behind = orders_behind(golden_week, WEEK, "first_time_fix", as_of=datetime(2026, 6, 8))
    assert len(behind) == 107
    assert {one["fixed_first_orders"] for one in behind} == {None}


def test_a_period_that_still_runs_is_not_judged(golden_week):
    wednesday = datetime(2026, 6, 3, 10)
    found = by_code(figures_of(golden_week, WEEK, as_of=wednesday))
    assert found["planning_rate_hours"].value is not None
    assert {(one.meets_target, one.seen_at) for one in found.values()} == {(None, wednesday)}
    said = sentence(
        found["planning_rate_hours"], lambda one: one.english(), lambda _, code: code, language="en"
    )
    assert said.startswith("So far: 83.2")
    over = by_code(figures_of(golden_week, WEEK, as_of=WEEK.ends))
    assert over["planning_rate_hours"].meets_target is True
    assert over["planning_rate_hours"].seen_at is None


def test_the_map_of_the_page_has_the_recurring_points_of_coverage(golden_week):
    """Eleven meters had a change and another: no failure. A leak twice on one main is a recurring point."""
    assert report_data(golden_week, WEEK, as_of=WEEK.ends).hot_spots == ()
    leak = next(one for one in golden_week.all(ClosedIntervention) if one.code == "AEP-FUI-CAN")
    again = [replace(leak, order_id=OrderId(f"AGAIN-{n}"), asset_id="C-1") for n in range(2)]
    import_records(golden_week, again, name="import", who="test")
    found = report_data(golden_week, WEEK, as_of=WEEK.ends).hot_spots
    points = recurring_points(golden_week, WEEK.last)
    assert [(one.asset_id, one.times) for one in found] == [("C-1", 2)]
    assert [(one.asset_id, one.times) for one in points] == [("C-1", 2)]


def test_volumes_and_lengths_are_given_with_the_rules(golden_week):
    texts = rule_texts(golden_week, WEEK.last)
    edited = texts["indicators.yaml"]
    for name, value in {
        "network_km": 412,
        "distributed_m3": 2310000,
        "authorised_m3": 1905000,
        "subscribers": 18450,
    }.items():
        start = edited.index(f"  {name}: {{") + len(f"  {name}: {{")
        given = f"figures: [{{first_day: 2026-01-01, last_day: 2026-12-31, value: {value}, source: test}}], "
        edited = edited[:start] + given + edited[start:]
    edited = edited.replace("main_repairs / network_km", "37 / network_km")
    edited = edited.replace("unannounced_cuts / subscribers", "23 / subscribers")
    now = datetime(2026, 6, 8)
    import_rules(golden_week, {"indicators.yaml": edited}, valid_from=now.date(), now=now, who="test")
    found = by_code(figures_of(golden_week, parse_period("2026")))
    assert round(found["P106_3"].value, 2) == 2.69
    assert round(found["P104_3"].value, 1) == 82.5
    assert round(found["repairs_per_km"].value, 2) == 0.09
    assert round(found["P151_1"].value, 2) == 1.25
