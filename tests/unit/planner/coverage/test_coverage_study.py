# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage of a day: where agents are hour by hour, what is outside, second cover, before and after."""

from dataclasses import replace
from datetime import date, datetime, time

import numpy as np
import pytest
from regard.core.errors import InputError
from regard.core.people import CallOut, OnCallDuty, Restriction
from regard.core.resources import Absence, Equipment, SkillGrant
from regard.core.supplies import Depot
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.coverage.areas import Wanted
from regard.planner.coverage.changes import compared_coverage
from regard.planner.coverage.layers import COLUMNS, coverage_frames
from regard.planner.coverage.presence import presence_by_hour
from regard.planner.coverage.study import CoverageOptions, coverage_of
from regard.planner.coverage.what_if import TeamChange
from regard.planner.coverage.who_comes import who_comes
from regard.planner.import_records import import_records
from regard.planner.plans.plan_day import plan_days
from regard.planner.records import PlanStop
from regard.planner.roads.roads import travel_model
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.tour_problem import Team
from regard.tests.unit.planner.days import agent
from shapely.geometry import Point

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
# the golden town is small: whoever is slow has holes
SLOW = {"travel.speed_kmh": "4"}


def add(workspace, *records):
    import_records(workspace, list(records), name="import more", who="test")


def present(workspace, hour, *, minute=30):
    found = presence_by_hour(workspace, Team.of(workspace, DAY), DAY, moment_min=minute)[hour]
    return {one.agent.agent_id: (one.reason, one.place) for one in found}


@pytest.fixture
def staffed(valmont):
    """Return the golden network with two agents of unlike skills and hours, at 4 km/h."""
    for name, value in SLOW.items():
        valmont.set_setting(name, value)
    first, second = agent("AG1"), agent("AG2")
    first = replace(first, home=Point(687_500, 6_924_000), day_start=time(8), day_end=time(16))
    second = replace(second, home=Point(688_300, 6_924_000), day_start=time(9), day_end=time(17))
    add(valmont, first, second, Equipment("E1", "jetter", "AG2"))
    return valmont


def test_agents_are_at_home_in_their_hours_and_nowhere_else(staffed):
    home = Point(687_500, 6_924_000)
    assert present(staffed, 7) == {}
    assert present(staffed, 8) == {"AG1": ("home", home)}
    assert set(present(staffed, 12)) == {"AG1", "AG2"}
    assert set(present(staffed, 16)) == {"AG2"}
    # the hour is judged at its middle
    assert present(staffed, 17, minute=0) == {}


def test_whoever_begins_at_a_depot_is_there(staffed):
    depot = Depot("D1", "Depot", Point(687_000, 6_924_500), time(6), time(18))
    add(staffed, depot, replace(agent("AG3"), depot="D1"))
    assert present(staffed, 10)["AG3"] == ("depot", depot.place)


def test_whoever_is_away_or_rests_after_a_call_out_is_not_there(staffed):
    add(staffed, Absence("A1", "AG1", DAY, DAY))
    add(staffed, CallOut("C1", "AG2", datetime(2026, 6, 3, 1), datetime(2026, 6, 3, 2)))
    # eleven hours of rest: until 13:00
    assert present(staffed, 12) == {}
    assert set(present(staffed, 13)) == {"AG2"}


def test_on_call_by_night_from_home_unless_spared_it(staffed):
    night = (datetime(2026, 6, 2, 17), datetime(2026, 6, 3, 7))
    add(staffed, OnCallDuty("O1", "AG1", *night), OnCallDuty("O2", "AG2", *night))
    add(staffed, Restriction("R1", "AG2", "no_night_call_out", DAY, DAY))
    assert present(staffed, 3) == {"AG1": ("on_call", Point(687_500, 6_924_000))}
    assert present(staffed, 7) == {}


def test_on_tour_agents_are_where_their_last_stop_began(golden_day):
    plan_days(golden_day, PlanOptions(day=DAY, seconds=0.2, seed=1), now=NOW, who="test")
    stops = sorted(golden_day.all(PlanStop, task="work"), key=lambda stop: stop.start)
    assert stops
    for hour in range(24):
        moment = datetime(2026, 6, 3, hour, 30)
        for who, (reason, place) in present(golden_day, hour).items():
            begun = [stop for stop in stops if stop.agent_id == who and stop.start <= moment]
            assert (reason, place) == (("stop", begun[-1].place) if begun else (reason, place))
            assert begun or reason == "home"


def options(**values):
    return CoverageOptions(**{"bands_min": (2, 5, 10), "hole_min": 5} | values)


def outside_by_hand(workspace, homes):
    """Return the customers that nobody, and no second one, reaches in five minutes, one by one."""
    frame = AssetBase(workspace).frame(Role.DELIVERY_POINT)
    travel = travel_model(workspace)
    late = [0, 0, 0]
    for place, sensitive in zip(frame.geometry, frame["is_sensitive"], strict=True):
        times = sorted(travel.reach([home], np.array([place], object))[0, 0] for home in homes)
        late[0] += times[0] >= 300
        late[1] += bool(sensitive) and times[0] >= 300
        late[2] += len(times) < 2 or times[1] >= 300
    return late


def test_what_is_outside_is_counted_exactly_by_nearest_and_next(staffed):
    homes = [Point(687_500, 6_924_000), Point(688_300, 6_924_000)]
    found = coverage_of(staffed, DAY, options())
    by_hour = {one.hours.first: one for one in found.figures}
    expected = {8: outside_by_hand(staffed, homes[:1]), 9: outside_by_hand(staffed, homes)}
    for hour, counts in expected.items():
        one = by_hour[hour]
        assert [one.customers_outside, one.sensitive_outside, one.second_customers_outside] == counts
    assert expected[9][0] > 0 and expected[8][2] == by_hour[8].customers
    # nobody by night: everything is outside
    assert (by_hour[0].agents, by_hour[0].customers_outside) == (0, by_hour[0].customers)
    assert by_hour[0].pipe_km_outside == pytest.approx(by_hour[0].pipe_km) and by_hour[0].pipe_km > 0


def test_on_a_day_off_the_map_has_those_on_call_and_nobody_else(staffed):
    saturday, bastille_day = date(2026, 6, 6), date(2026, 7, 14)
    for day in (saturday, bastille_day):
        found = coverage_of(staffed, day, options())
        (whole,) = found.figures
        assert (whole.hours.first, whole.hours.end, whole.agents) == (0, 24, 0)
        assert whole.customers_outside == whole.customers > 0
        assert found.areas == () and found.holes
        assert who_comes(staffed, day, 10, Point(687_500, 6_924_000)) == ()
    add(staffed, OnCallDuty("O1", "AG2", datetime(2026, 6, 5, 17), datetime(2026, 6, 8, 8)))
    (whole,) = coverage_of(staffed, saturday, options()).figures
    expected = outside_by_hand(staffed, [Point(688_300, 6_924_000)])
    assert (whole.agents, whole.customers_outside) == (1, expected[0])
    (comer,) = who_comes(staffed, saturday, 10, Point(687_500, 6_924_000))
    assert (comer.agent, comer.reason) == ("AG2", "on_call")


def test_hours_alike_are_told_together(staffed):
    spans = [(one.hours.first, one.hours.end) for one in coverage_of(staffed, DAY, options()).figures]
    assert spans == [(0, 8), (8, 9), (9, 16), (16, 17), (17, 24)]


def test_holes_add_up_to_what_is_outside(staffed):
    found = coverage_of(staffed, DAY, options())
    for one in found.figures:
        own = [hole for hole in found.holes if hole.hours == one.hours]
        assert sum(hole.customers for hole in own) == one.customers_outside
        assert sum(hole.sensitive for hole in own) == one.sensitive_outside
        assert sum(hole.pipe_km for hole in own) == pytest.approx(one.pipe_km_outside)
        assert all(hole.customers or hole.pipe_km for hole in own)


def test_areas_follow_the_straight_line_that_is_driven_without_roads(staffed):
    found = coverage_of(staffed, DAY, options(hours=(8,)))
    nearest = [area for area in found.areas if area.rank == 1]
    assert [(area.from_min, area.until_min) for area in nearest] == [(0, 2), (2, 5), (5, 10)]
    # 4 km/h lengthened by 1.3: a circle of 102.6 m in two minutes
    radius_m = 4_000 / 60 * 2 / 1.3
    assert nearest[0].geometry.area == pytest.approx(np.pi * radius_m**2, rel=0.06)
    assert nearest[0].geometry.intersection(nearest[1].geometry).area < 1.0
    assert not [area for area in found.areas if area.rank == 2]


def test_by_skill_and_equipment_only_those_who_have_it_count(staffed):
    held = [("AG1", "SS4"), ("AG1", "AIPR_OP"), ("AG2", "AIPR_OP")]
    add(staffed, *(SkillGrant(f"{a}-{s}", a, s, date(2025, 1, 1), date(2027, 1, 1)) for a, s in held))
    found = coverage_of(staffed, DAY, options(every_means=True, hours=(10,)))
    agents = {(one.wanted.kind, one.wanted.key): one.agents for one in found.figures}
    assert agents["any", ""] == 2
    assert agents["skill", "SS4"] == 1 and agents["skill", "AIPR_OP"] == 2
    assert agents["equipment", "jetter"] == 1
    (none,) = coverage_of(staffed, DAY, options(wanted=(Wanted("skill", "CATEC_I"),), hours=(10,))).figures
    assert none.agents == 0


def test_an_agent_less_opens_holes_and_one_more_closes_them(staffed):
    less = compared_coverage(staffed, DAY, options(hours=(9,)), TeamChange(without=("AG2",)))
    assert {one.effect for one in less.changes} == {"opened"}
    assert less.after.figures[0].customers_outside >= less.before.figures[0].customers_outside
    far = Point(688_900, 6_924_600)
    more = compared_coverage(staffed, DAY, options(hours=(9,)), TeamChange(like="AG1", at=far))
    assert more.after.figures[0].agents == 3
    assert {one.effect for one in more.changes} <= {"closed"}


def test_moving_a_depot_moves_those_who_begin_there(staffed):
    add(staffed, Depot("D1", "Depot", Point(687_000, 6_924_500), time(6), time(18)))
    add(staffed, replace(agent("AG3"), depot="D1"))
    moved = compared_coverage(
        staffed, DAY, options(hours=(10,)), TeamChange(moved="D1", to=Point(687_500, 6_924_000))
    )
    alone = compared_coverage(staffed, DAY, options(hours=(10,)), TeamChange(without=("AG3",)))
    # at the home of another agent the depot covers nothing that the agent does not
    assert moved.after.figures[0].customers_outside == alone.after.figures[0].customers_outside


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (TeamChange(), "coverage.no_change"),
        (TeamChange(without=("AG9",)), "coverage.nobody"),
        (TeamChange(moved="AG1"), "coverage.half_change"),
        (TeamChange(without=("AG1",), at=Point(0, 0)), "coverage.half_change"),
    ],
)
def test_a_change_that_says_nothing_or_half_is_refused(staffed, change, code):
    with pytest.raises(InputError) as refused:
        compared_coverage(staffed, DAY, options(), change)
    assert refused.value.message.code == code


def test_who_comes_soonest_first_with_the_skills_asked_for(golden_day):
    place = golden_day.all(type(agent("AG1")))[0].home
    found = who_comes(golden_day, DAY, 10, place)
    assert [one.minutes for one in found] == sorted(one.minutes for one in found) and len(found) == 2
    assert [one.agent for one in who_comes(golden_day, DAY, 10, place, skills=["SS4"])] == ["AG1"]
    assert who_comes(golden_day, DAY, 3, place) == ()


def test_the_layers_name_no_agent(staffed):
    compared = compared_coverage(staffed, DAY, options(), TeamChange(without=("AG2",)))
    frames = coverage_frames(compared.after, compared.changes, lambda one: one.key, crs=staffed.crs)
    assert set(frames) == set(COLUMNS) and all(len(frame) for frame in frames.values())
    for frame in frames.values():
        told = frame.drop(columns="geometry").astype(str).to_numpy().ravel()
        assert not any("AG1" in cell or "AG2" in cell for cell in told)
    area = frames["coverage_area"].iloc[0]
    assert area["ends_at"].minute == 59 and area["starts_at"].hour == area["first_hour"]
