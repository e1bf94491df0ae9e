# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead of a workspace: its past, its people, what is owed, scenarios, findings."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from regard.core.calendars import is_working_day
from regard.core.errors import InputError
from regard.planner.programme.findings import findings
from regard.planner.programme.next_year import Scenario, next_year
from regard.planner.programme.past import past_work
from regard.planner.programme.year_work import PoolYear
from regard.planner.rule_versions import import_rules, programme_rules_of
from regard.tests.unit.planner.programme.years import MONTHLY, NOW, add, closed, leaks, with_objectives

DAY_H = 8.5
AWAY = (9, 14, 10, 14, 16, 12, 30, 42, 10, 14, 10, 20)


def working_days(month, year=2027):
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(365))
    return sum(day.month == month and is_working_day(day) for day in days)


def codes(found):
    return [one.code for one in findings(found, str)]


def test_the_past_is_whole_months_and_leaves_out_the_one_that_runs(staffed):
    add(staffed, closed("AEP-FUI-CAN", datetime(2024, 5, 20, 8)), *leaks(date(2024, 6, 1), 24))
    add(staffed, closed("AEP-FUI-CAN", datetime(2026, 6, 1, 8)))
    found = past_work(staffed, NOW, years=5, least_months=12)
    assert (found.first, found.last) == (date(2024, 6, 1), date(2026, 5, 31))
    assert found.interventions == 2 * 2 * sum(MONTHLY)
    assert (found.codes, found.zones) == (("AEP-FUI-CAN",) * 2, ("Z1", "Z2"))
    assert found.past.counts[0].tolist() == [MONTHLY[(5 + n) % 12] for n in range(24)]
    assert found.past.next_month == 6


def test_hours_of_an_intervention_are_weighed_by_its_people(staffed):
    add(staffed, *leaks(date(2025, 6, 1), 12))
    add(staffed, closed("AEP-CASSE", datetime(2026, 1, 5, 8), hours=1, crew=1))
    add(staffed, closed("AEP-CASSE", datetime(2026, 1, 6, 8), hours=4, crew=3))
    found = past_work(staffed, NOW, years=5, least_months=12)
    assert found.agent_h("AEP-CASSE", travel_h=0.0) == pytest.approx((1 * 1 + 4 * 3) / 2)
    assert found.agent_h("AEP-CASSE", travel_h=0.5) == pytest.approx((1.5 * 1 + 4.5 * 3) / 2)


def test_a_past_that_is_too_short_is_told(staffed):
    add(staffed, *leaks(date(2025, 12, 1), 6))
    with pytest.raises(InputError, match=r"6 whole months.*12"):
        next_year(staffed, 2027, now=NOW)


def test_people_are_there_for_their_days_less_leave_or_noted_absences(two_years):
    people = next_year(two_years, 2027, now=NOW).people
    for month in range(1, 13):
        there = [1 - AWAY[month - 1] / 100] * 3
        there[2] = 0.0 if month == 1 else there[2]
        assert people.days[month - 1] == working_days(month)
        assert people.all[month - 1] == pytest.approx(sum(there) * DAY_H * working_days(month))
        assert people.by_zone["Z2"][month - 1] == pytest.approx(there[2] * DAY_H * working_days(month))
        assert people.skill("RESEAU", renewed=True)[month - 1] == pytest.approx(
            (there[0] + there[2]) * DAY_H * working_days(month)
        )
    assert people.skill("PI", renewed=True)[3] > 0
    assert people.skill("PI", renewed=False)[2] > 0
    assert people.skill("PI", renewed=False)[3] == 0


def test_work_that_comes_is_the_season_of_the_past_with_travel(two_years):
    found = next_year(two_years, 2027, now=NOW)
    each = (1 + 12 / 60) * 2
    assert [one.curative for one in found.after.months] == pytest.approx([2 * n * each for n in MONTHLY])
    assert (found.forecast.held_back_years, found.forecast.spread) == (1, 1.0)
    assert all(
        low < one.curative < high
        for low, one, high in zip(found.low, found.after.months, found.high, strict=True)
    )


def test_what_is_owed_takes_its_hours_in_its_months(two_years):
    found = next_year(two_years, 2027, now=NOW)
    owed = {one.name: one for one in found.owed}
    assert (owed["hydrants"].quantity, owed["hydrants"].role) == (1.0, "hydrant")
    assert owed["meters"].crew_days == pytest.approx(10)
    assert owed["meters"].hours == pytest.approx(10 * DAY_H)
    for one in found.owed:
        programmed = found.after.activity(one.name)
        assert sum(programmed) == pytest.approx(one.hours, abs=1e-4)
        assert {n + 1 for n, hours in enumerate(programmed) if hours > 1e-6} <= set(one.months)
    assert set(owed["flushing"].assets["asset_id"]) == {"P09"}


def test_zones_make_up_the_whole(two_years):
    found = next_year(two_years, 2027, now=NOW)
    for n, month in enumerate(found.after.months):
        assert sum(zone.load[n] for zone in found.zones) == pytest.approx(month.load)
        assert sum(zone.capacity[n] for zone in found.zones) == pytest.approx(month.capacity)


def test_a_skill_of_one_of_the_crew_takes_one_of_them(two_years):
    found = next_year(two_years, 2027, now=NOW)
    terr = next(one for one in found.skills if one.name == "TERR")
    assert terr.curative == pytest.approx([one.curative / 2 for one in found.after.months])
    assert sum(terr.capacity) == 0


def test_scenarios_change_people_quantities_and_what_comes(two_years):
    now = next_year(two_years, 2027, now=NOW)

    def with_(**changed):
        return next_year(two_years, 2027, now=NOW, scenario=Scenario(**changed))

    assert with_(add_like=("AG2",)).people.by_zone["Z1"][5] == pytest.approx(
        now.people.by_zone["Z1"][5] * 1.5
    )
    assert sum(with_(add_like=("AG2",)).people.skill("COMPTEUR", renewed=False)) == pytest.approx(
        2 * sum(now.people.skill("COMPTEUR", renewed=False))
    )
    assert with_(without=("AG3",)).people.by_zone.keys() == {"Z1"}
    assert with_(curative_percent=10.0).after.months[0].curative == pytest.approx(
        1.1 * now.after.months[0].curative
    )
    more = {one.name: one for one in with_(quantities={"meters": 360.0}).owed}
    assert more["meters"].crew_days == pytest.approx(20)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"without": ("AG9",)}, "AG9.*AG1, AG2, AG3"),
        ({"add_like": ("AG9",)}, "AG9.*AG1, AG2, AG3"),
        ({"quantities": {"meter": 3.0}}, "meter.*hydrants, flushing, meters"),
    ],
)
def test_names_that_nobody_knows_are_told(two_years, changed, told):
    with pytest.raises(InputError, match=told):
        next_year(two_years, 2027, now=NOW, scenario=Scenario(**changed))


def test_findings_name_what_is_short(two_years):
    found = next_year(two_years, 2027, now=NOW)
    assert codes(found)[-1] == "programme.tested"
    busy = next_year(two_years, 2027, now=NOW, scenario=Scenario(quantities={"hydrants": 140.0}))
    ends = [one for one in findings(busy, str) if one.code == "programme.skill_ends"]
    assert [one.params["skill"] for one in ends] == ["PI"]
    assert ends[0].params["months"].startswith("2027-04")
    assert {one.params["skill"] for one in findings(found, str) if one.code == "programme.skill_short"} >= {
        "TERR",
        "AIPR_OP",
    }
    flooded = next_year(two_years, 2027, now=NOW, scenario=Scenario(curative_percent=4000.0))
    over = [one for one in findings(flooded, str) if one.code == "programme.over"]
    assert [one.params["month"] for one in over][:1] == ["2027-01"]
    assert "programme.under" in codes(found)
    less = Scenario(quantities={"hydrants": 0.5})
    assert "programme.floor" in codes(next_year(two_years, 2027, now=NOW, scenario=less))


def test_months_to_spare_do_not_hide_what_a_zone_lacks_in_others(two_years):
    found = next_year(two_years, 2027, now=NOW)
    nothing, there = (0.0,) * 12, (100.0,) * 12
    load = (130.0, 107.0, *(20.0,) * 10)
    zone = PoolYear("Z1", load, nothing, nothing, there, there)
    (told,) = (
        one for one in findings(replace(found, zones=(zone,)), str) if one.code == "programme.zone_short"
    )
    assert told.params == {"zone": "Z1", "count": 2, "hours": "37"}
    assert "in 2 months (37 h too many in these)" in told.english()
    idle = replace(zone, curative=(20.0,) * 12)
    assert "programme.zone_short" not in codes(replace(found, zones=(idle,)))


def test_a_history_that_is_not_kept_up_is_told(two_years):
    later = datetime(2026, 9, 3, 8)
    assert codes(next_year(two_years, 2027, now=later))[-1] == "programme.old"


def test_figures_are_dated_and_checked_against_the_catalogue(staffed):
    now = datetime(2026, 1, 1)
    other = with_objectives().replace("per_crew_day: 18", "per_crew_day: 20")
    import_rules(staffed, {"programme.yaml": other}, valid_from=date(2026, 6, 1), now=now, who="test")
    assert programme_rules_of(staffed, date(2026, 6, 1)).activities["meters"].per_crew_day == 20
    assert programme_rules_of(staffed, date(2026, 5, 31)).activities["meters"].per_crew_day == 18
    for good, bad, told in (
        ("job: AEP-PI-CTL", "job: AEP-PI-CTRL", r"hydrants\.job.*AEP-PI-CTL"),
        ("assets: [hydrant]", "assets: [hydrants]", r"hydrants\.assets.*hydrant"),
    ):
        with pytest.raises(InputError, match=told):
            import_rules(
                staffed,
                {"programme.yaml": with_objectives().replace(good, bad)},
                valid_from=date(2026, 7, 1),
                now=now,
                who="test",
            )


def test_each_asset_in_so_many_years_needs_assets(two_years):
    text = with_objectives(
        "objectives:\n  - {activity: jetting, every_years: 5, source: {en: contract, fr: contract}}\n"
    )
    text = text.replace("assets: [sewer_pipe]", "assets: [gully]")
    import_rules(
        two_years,
        {"programme.yaml": text},
        valid_from=date(2026, 6, 1),
        now=datetime(2026, 1, 2),
        who="test",
    )
    with pytest.raises(InputError, match=r"jetting.*gully"):
        next_year(two_years, 2027, now=NOW)
    found = next_year(two_years, 2027, now=NOW, scenario=Scenario(quantities={"jetting": 6.0}))
    assert found.owed[0].crew_days == pytest.approx(10)
