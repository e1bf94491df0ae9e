# SPDX-License-Identifier: GPL-3.0-or-later
"""A stored plan read back as routes: exactly what people were told, or what is left of it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.resources import Absence
from regard.planner.plan_versions import current_plan, latest_plan, next_plan_id, plan_in_force
from regard.planner.plans.plan_basis import PlanBasis
from regard.planner.plans.plan_day import plan_days
from regard.planner.plans.stored_plan import StoredPlan
from regard.planner.tours.plan_options import PlanOptions
from regard.planner.tours.tour_problem import Horizon
from regard.routing.check.checker import check, check_routes
from regard.routing.day.recorded import recorded_tour
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pause, Problem, Shift, Stop, Visit
from regard.routing.travel import StraightLine
from regard.tests.unit.planner.plans import DAY, NOW, stops
from regard.workorders.orders import WorkOrder
from shapely.geometry import Point

OPTIONS = PlanOptions(day=DAY, seconds=60, iterations=400)


def problem_of(workspace, now=NOW):
    return PlanBasis.of(workspace, OPTIONS, now=now).problem("balanced")


@pytest.fixture
def planned(zoned_day):
    return plan_days(zoned_day, OPTIONS, now=NOW, who="test").plan


def test_the_plan_of_other_days_is_not_the_one_in_force(zoned_day, planned):
    assert StoredPlan.in_force(zoned_day, DAY, 1).plan == planned
    assert StoredPlan.in_force(zoned_day, DAY, 2) is None
    assert StoredPlan.in_force(zoned_day, date(2026, 6, 4), 1) is None


def test_unchanged_days_give_the_whole_plan_with_its_times_and_its_cost(zoned_day, planned):
    tours = problem_of(zoned_day)
    start = StoredPlan.in_force(zoned_day, DAY, 1).start(tours)
    checked = check(tours.problem, start)
    assert checked.violations == ()
    assert checked.cost.minutes() == pytest.approx(planned.cost)
    assert times(tours, checked) == {(a, o, s) for a, o, _, _, s, _ in stops(zoned_day, planned)}


def times(tours, checked):
    return {
        (shift.agent, stop.visit_id, tours.horizon.moment(stop.start_s))
        for shift, tour in zip(tours.problem.shifts, checked.tours, strict=True)
        for stop in tour.stops
    }


def test_what_no_longer_holds_is_left_out_and_the_rest_stays(zoned_day, planned):
    told = stops(zoned_day, planned)
    moved = next(order for agent, order, *_ in sorted(told) if agent == "A10")
    later = replace(zoned_day.get(WorkOrder, moved), earliest_start=datetime(2026, 6, 9, 8))
    with zoned_day.command("change", who="test") as transaction:
        transaction.save(later)
        transaction.add([Absence("A", "A00", DAY, DAY)])
    tours = problem_of(zoned_day)
    start = StoredPlan.in_force(zoned_day, DAY, 1).start(tours)
    assert check(tours.problem, start).violations == ()
    gone = {order for agent, order, *_ in told if agent == "A00"} | {moved}
    kept = {tours.problem.visits[s.visit].visit_id for r in start.routes for s in r if isinstance(s, Stop)}
    assert kept == {order for _, order, *_ in told} - gone
    assert gone <= set(start.unplanned)


def test_kept_tours_start_when_people_were_told_whatever_the_time_is_now(zoned_day):
    late = datetime(2026, 6, 3, 10, 10)
    plan = plan_days(zoned_day, OPTIONS, now=late, who="test").plan
    basis = replace(PlanBasis.of(zoned_day, OPTIONS, now=late), horizon=Horizon(DAY, 1))
    tours, solution = basis.in_force.kept(basis.problem("balanced"))
    checked = check(tours.problem, solution)
    assert checked.violations == ()
    assert times(tours, checked) == {(a, o, s) for a, o, _, _, s, _ in stops(zoned_day, plan)}
    assert checked.cost.minutes()["travel"] == pytest.approx(plan.cost["travel"])


def test_planning_again_never_makes_a_plan_worse(zoned_day, planned):
    again = plan_days(zoned_day, replace(OPTIONS, iterations=1, seed=77), now=NOW, who="test").plan
    assert again.total <= planned.total + 1e-6


@given(
    durations=st.lists(st.integers(10, 150), min_size=1, max_size=4),
    windows=st.lists(st.integers(8, 15), min_size=4, max_size=4),
    places=st.lists(st.integers(0, 9_000), min_size=4, max_size=4),
    lunch=st.sampled_from([(11, 14, 45), (12, 13, 60), (9, 16, 20)]),
    data=st.data(),
)
@settings(max_examples=200)
def test_breaks_are_put_back_where_the_tour_had_room_for_them(durations, windows, places, lunch, data):
    shift = Shift(
        "Ada",
        0,
        0,
        0,
        8 * 3600,
        20 * 3600,
        breaks=(Break(lunch[0] * 3600, lunch[1] * 3600, lunch[2] * 60),),
    )
    visits = tuple(
        Visit(f"V{n}", n + 1, minutes * 60, windows=((windows[n] * 3600, 20 * 3600),))
        for n, minutes in enumerate(durations)
    )
    travel = StraightLine().matrix([Point(0, 0), *(Point(x, 0) for x in places[: len(visits)])])
    problem = Problem((shift,), visits, travel, Weights.balanced())
    steps = [Stop(n) for n in range(len(visits))]
    at = data.draw(st.integers(0, len(steps)))
    route = (*steps[:at], Pause(0), *steps[at:])
    whole = check_routes(problem, [route])
    if whole.violations:
        return
    (tour,) = whole.tours
    told = [replace(stop, waiting_s=0) for stop in tour.stops]
    made, times = recorded_tour(problem, 0, told, leaves_s=tour.leaves_s, returns_s=tour.returns_s)
    found = check_routes(problem, [made])
    assert found.violations == ()
    starts = [stop.start_s for stop in tour.stops]
    # the break may have been taken later than it had to be
    assert all(stop.start_s <= start for stop, start in zip(found.tours[0].stops, starts, strict=True))
    assert found.tours[0].returns_s <= times.returns_s == tour.returns_s
    visits = tuple(replace(visit, earliest_s=start) for visit, start in zip(visits, starts, strict=True))
    kept = check_routes(replace(problem, visits=visits), [made])
    assert kept.violations == ()
    assert [stop.start_s for stop in kept.tours[0].stops] == starts


def test_the_plan_in_force_is_the_latest_and_of_one_moment_that_with_the_highest_number(zoned_day, planned):
    def version(number, created_at=planned.created_at):
        return replace(planned, plan_id=f"{DAY}/{number}", created_at=created_at, version=0)

    assert latest_plan([]) is None
    assert latest_plan([version(10), version(9), version(2)]).number == 10
    assert latest_plan([version(9, datetime(2026, 6, 3, 8)), version(10)]).number == 9
    with zoned_day.command("versions", who="test") as transaction:
        transaction.add([version(number) for number in range(2, 12)])
    assert current_plan(zoned_day).number == plan_in_force(zoned_day, DAY).number == 11
    assert next_plan_id(zoned_day, DAY) == f"{DAY}/12"


def test_a_plan_that_is_made_as_at_an_earlier_moment_is_in_force_all_the_same(zoned_day, planned):
    early = plan_days(zoned_day, OPTIONS, now=datetime(2026, 6, 3, 7), who="test").plan
    assert current_plan(zoned_day) == early
    tomorrow = plan_days(zoned_day, replace(OPTIONS, day=date(2026, 6, 4)), now=NOW, who="test").plan
    assert (tomorrow.number, current_plan(zoned_day)) == (1, tomorrow)
