# SPDX-License-Identifier: GPL-3.0-or-later
"""CAP-3.3.a and CAP-3.4.a: the objectives of the golden year in a workspace, and its pipes month by month."""

import pytest
from regard.core.calendars import is_working_day
from regard.planner.programme.asset_schedule import asset_schedule
from regard.planner.programme.next_year import next_year
from regard.planner.rule_versions import import_rules
from regard.tests.unit.planner.programme.years import NOW, with_objectives

# quantity, unit, month due, weight, crew-days
GOLDEN = {
    "jetting": (60, "km", 12, 2, 100.0),
    "meters": (1200, "asset", 12, 3, 66.7),
    "hydrants": (420, "asset", 10, 3, 30.0),
    "flushing": (300, "asset", 10, 1, 25.0),
}


@pytest.fixture
def golden_year(two_years):
    entries = "".join(
        f"  - {{activity: {name}, quantity: {quantity}, due: {due}, weight: {weight}, "
        f"source: {{en: contract of {name}, fr: contrat}}}}\n"
        for name, (quantity, _, due, weight, _) in GOLDEN.items()
    )
    text = with_objectives(f"objectives:\n{entries}")
    import_rules(two_years, {"programme.yaml": text}, valid_from=NOW.date(), now=NOW, who="test")
    return next_year(two_years, 2027, now=NOW)


def test_the_register_has_quantity_unit_due_month_weight_and_source(golden_year):
    found = {
        one.name: (
            one.quantity,
            one.rule.unit,
            one.objective.due,
            one.objective.weight,
            round(one.crew_days, 1),
        )
        for one in golden_year.owed
    }
    assert found == GOLDEN
    assert [one.objective.source.en for one in golden_year.owed] == [f"contract of {name}" for name in GOLDEN]


def test_sixty_km_of_jetting_are_listed_pipe_by_pipe_pro_rata_of_working_days(golden_year):
    rows = [one for one in asset_schedule(golden_year) if one.activity == "jetting"]
    days = [day for day in golden_year.calendar.days if day.month in (3, 4, 5, 6, 9, 10, 11)]
    assert all(is_working_day(day) for day in days)
    longest = max(one.amount for one in rows)
    assert sum(one.amount for one in rows) == pytest.approx(60, abs=longest)
    zones = len({one.zone for one in rows})
    for month in (3, 4, 5, 6, 9, 10, 11):
        wanted = 60 * sum(day.month == month for day in days) / len(days)
        assert sum(one.amount for one in rows if one.month == month) == pytest.approx(
            wanted, abs=zones * longest
        )
    assert {one.month for one in rows} == {3, 4, 5, 6, 9, 10, 11}
