# SPDX-License-Identifier: GPL-3.0-or-later
"""Demand against supply of skills, held against counting day by day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from regard.steering.skill_balance import SkillDemand, skill_weeks

MONDAY = date(2026, 6, 1)
WORKING = [MONDAY + timedelta(days=n) for n in range(14) if n % 7 < 5]
SKILLS = ("SS4", "TERR")

supplies = st.lists(
    st.dictionaries(st.sampled_from(SKILLS), st.sampled_from([7.0, 14.0])), min_size=10, max_size=10
)
demands = st.lists(
    st.builds(
        SkillDemand,
        st.sampled_from(SKILLS),
        st.sampled_from(WORKING),
        st.sampled_from([1.0, 2.5, 30.0]),
        st.sampled_from(["a", "b", "c"]),
    ),
    max_size=8,
)


@given(demands, supplies)
def test_weeks_are_the_sums_of_their_days(demand, supply):
    days = dict(zip(WORKING, supply, strict=True))
    found = {(one.skill, one.first_day): one for one in skill_weeks(demand, days)}
    assert found.keys() == {(d.skill, d.day - timedelta(days=d.day.weekday())) for d in demand}
    for (skill, monday), one in found.items():
        week = [day for day in WORKING if monday <= day < monday + timedelta(days=7)]
        own = [d for d in demand if d.skill == skill and d.day in week]
        assert one.demand_h == sum(d.hours for d in own)
        assert one.supply_h == sum(days[day].get(skill, 0) for day in week)
        assert set(one.orders) == {d.order_id for d in own}
        missing = any(skill not in days[day] for day in week)
        assert one.is_gap == (missing or one.demand_h > one.supply_h)


def test_42_hours_of_ss4_and_nobody_in_the_second_week_is_a_gap():
    supply = {day: {"SS4": 7.0} if day < MONDAY + timedelta(days=7) else {} for day in WORKING}
    demand = [
        SkillDemand("SS4", day, hours, f"OI-{n}")
        for n, (day, hours) in enumerate([(WORKING[1], 21.0), (WORKING[6], 14.0), (WORKING[8], 7.0)])
    ]
    first, second = skill_weeks(demand, supply)
    assert (first.demand_h + second.demand_h, first.is_gap, second.is_gap) == (42, False, True)
    assert (second.supply_h, second.uncovered_days) == (0, tuple(WORKING[5:]))


def test_nothing_is_told_without_working_days():
    assert skill_weeks([SkillDemand("SS4", MONDAY, 1.0, "a")], {}) == ()
