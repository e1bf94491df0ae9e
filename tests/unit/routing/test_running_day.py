# SPDX-License-Identifier: GPL-3.0-or-later
"""A running day: what has left stays as it is, and the rest can be planned as a problem of its own."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.check.loads import wrong_loads
from regard.routing.check.repair import repaired
from regard.routing.day.overrun import with_overrun
from regard.routing.day.recorded import recorded_tour
from regard.routing.day.rest_of_day import rest_of_day
from regard.routing.day.running_day import underway
from regard.routing.day.whole_day import put_back
from regard.routing.engine.solve import solve
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pause, Problem, Role, Shift, Stop, Store, Visit
from regard.routing.travel import TravelMatrix

MANY = settings(max_examples=max(100, settings.default.max_examples))


def line(*minutes):
    """Return the ways between places along a road, given by their distance in minutes from its start."""
    at = np.array(minutes)
    ways = (np.abs(at[:, None] - at[None]) * 60).astype(np.int32)
    return TravelMatrix(ways, ways.copy())


def shift(agent="A", **options):
    return Shift(AgentId(agent), 0, 0, 0, 8 * 3600, 16 * 3600, **options)


def day(problem, *routes):
    """Return the arguments of a plan: its problem, routes and times."""
    return problem, routes, check_routes(problem, routes).tours


def clock(hours, minutes=0):
    return hours * 3600 + minutes * 60


def three_visits(**options):
    """Return a day on which three visits of half an hour lie 10, 20 and 30 minutes from home."""
    visits = tuple(Visit(f"V{n}", n + 1, 1800) for n in range(3))
    problem = Problem((shift(**options),), visits, line(0, 10, 20, 30), Weights.minimum_travel())
    return day(problem, (Stop(0), Stop(1), Stop(2)))


@pytest.mark.parametrize(
    ("now_s", "count"),
    [
        (clock(8), 0),
        (clock(8) + 1, 1),
        (clock(8, 40), 1),
        # the drive to the second visit has begun
        (clock(8, 40) + 1, 2),
        (clock(20), 3),
    ],
)
def test_a_stop_has_left_once_the_drive_to_it_has_begun(now_s, count):
    (own,) = underway(*three_visits(), now_s=now_s)
    assert own.steps == tuple(Stop(number) for number in range(count))
    assert own.left == tuple(Stop(number) for number in range(count, 3))


def test_the_agent_is_free_at_the_place_and_the_end_of_the_last_stop_that_has_left():
    (own,) = underway(*three_visits(), now_s=clock(8, 45))
    assert (own.place, own.free_s) == (2, clock(9, 20))


def test_an_agent_who_is_home_again_is_free_there_and_now():
    (own,) = underway(*three_visits(), now_s=clock(12))
    assert (own.place, own.free_s) == (0, clock(12))


def test_an_agent_on_the_way_home_is_free_now():
    (own,) = underway(*three_visits(), now_s=clock(10, 5))
    assert (own.place, own.free_s) == (3, clock(10, 5))


def test_a_visit_known_to_be_begun_has_left():
    (own,) = underway(*three_visits(), now_s=clock(8), begun={1})
    assert own.steps == (Stop(0), Stop(1))


def test_who_goes_away_keeps_only_what_was_started_on_site():
    (own,) = underway(*three_visits(), now_s=clock(8, 45), away={0})
    assert own.steps == (Stop(0),)


def test_a_break_that_was_taken_is_dropped_and_one_to_come_is_kept():
    breaks = (Break(clock(8, 30), clock(9, 30), 1200), Break(clock(12), clock(14), 3600))
    problem, _, _ = three_visits(breaks=breaks)
    plan = day(problem, (Stop(0), Pause(0), Stop(1), Stop(2)))
    (own,) = underway(*plan, now_s=clock(8, 45))
    assert own.steps == (Stop(0), Pause(0), Stop(1))
    assert [pause.duration_s for pause in own.taken] == [1200]
    assert own.pending == breaks[1:]


def test_a_break_that_a_late_stop_has_eaten_is_taken_right_after_it():
    problem, routes, tours = three_visits(breaks=(Break(clock(9), clock(9, 30), 600),))
    (own,) = underway(problem, routes, tours, now_s=clock(9, 25))
    assert [(pause.from_s, pause.to_s) for pause in own.pending] == [(clock(10), clock(10, 10))]


def test_who_is_at_home_at_lunch_time_has_lunch():
    problem = Problem(
        (shift(breaks=(Break(clock(12), clock(14), 3600),)),), (), line(0), Weights.minimum_travel()
    )
    (own,) = underway(*day(problem, ()), now_s=clock(12, 15))
    assert (own.free_s, own.pending) == (clock(13), ())


def test_a_team_leaves_with_its_first_member():
    both = Visit("both", 3, 1800, windows=((clock(10), clock(12)),), roles=(Role(), Role()))
    visits = (both, Visit("near", 1, 1800), Visit("last", 2, 1800))
    problem = Problem((shift("A"), shift("B")), visits, line(0, 5, 10, 30), Weights.minimum_travel())
    plan = day(problem, (Stop(0, 0),), (Stop(1), Stop(0, 1), Stop(2)))
    first, second = underway(*plan, now_s=clock(9, 40))
    assert first.steps == (Stop(0, 0),)
    assert second.steps == (Stop(1), Stop(0, 1))


def linked_day(kind, **lags):
    """Return two agents with a visit each, tied; the second agent has another one before."""
    visits = (Visit("one", 1, 1800), Visit("other", 2, 1800), Visit("third", 3, 600))
    problem = Problem(
        (shift("A"), shift("B")),
        visits,
        line(0, 5, 10, 15),
        Weights.minimum_travel(),
        (Link("one", "other", kind, **lags),),
    )
    return day(problem, (Stop(0),), (Stop(2), Stop(1)))


def test_a_visit_that_must_follow_one_that_has_left_gets_its_earliest_and_latest_start():
    plan = linked_day(LinkKind.AFTER, min_lag_s=3600, max_lag_s=7200)
    rest = rest_of_day(*plan, now_s=clock(8) + 1)
    (other,) = rest.problem.visits[:-2]
    assert other.windows == ((clock(9, 35), clock(10, 35)),)
    assert rest.problem.links == ()


def test_a_visit_that_may_not_overlap_one_that_has_left_starts_before_or_after():
    rest = rest_of_day(*linked_day(LinkKind.APART), now_s=clock(8) + 1)
    assert rest.problem.visits[0].windows == ((0, clock(7, 35)), (clock(8, 35), 2**40))


def test_the_agent_of_what_has_left_makes_what_is_tied_to_it():
    visits = (Visit("one", 1, 1800), Visit("other", 2, 1800))
    problem = Problem(
        (shift("A"), shift("B")),
        visits,
        line(0, 5, 10),
        Weights.minimum_travel(),
        (Link("one", "other", LinkKind.SAME_AGENT),),
    )
    rest = rest_of_day(*day(problem, (Stop(0), Stop(1)), ()), now_s=clock(8) + 1)
    assert rest.problem.visits[0].forbidden == {"B"}


def times(tours):
    return {
        (stop.visit_id, stop.role): (tour, stop.start_s, stop.end_s)
        for tour, t in enumerate(tours)
        for stop in t.stops
    }


def whole_and_rest(problem, now_s, **changes):
    """Return a plan, its rest at some time, planned again, and the whole day with that."""
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    tours = check_routes(problem, solution.routes, order=solution.order).tours
    rest = rest_of_day(problem, solution.routes, tours, now_s=now_s, order=solution.order, **changes)
    again = solve(rest.problem, seconds=10, seed=2, iterations=50)
    return solution, tours, rest, again, put_back(rest, again.routes, again.order)


def assert_runs_on(problem, now_s, **changes):
    _, tours, rest, again, whole = whole_and_rest(problem, now_s, **changes)
    checked = whole.checked()
    assert checked.violations == ()
    before, after = times(tours), times(checked.tours)
    for number in rest.frozen:
        name = problem.visits[number].visit_id
        assert {k: v for k, v in before.items() if k[0] == name} == {
            k: v for k, v in after.items() if k[0] == name
        }
    in_rest = times(check_routes(rest.problem, again.routes, order=again.order).tours)
    left = {k: v[1:] for k, v in in_rest.items() if not k[0].startswith("@")}
    gone = {problem.visits[number].visit_id for number in rest.frozen}
    assert left == {k: v[1:] for k, v in after.items() if k[0] not in gone}
    assert all(start_s >= now_s for start_s, _ in left.values())


@MANY
@given(problem=st.from_type(Problem), now_s=st.integers(0, 10_000))
def test_what_has_left_never_changes_and_the_whole_day_keeps_the_rules(problem, now_s):
    assert_runs_on(problem, now_s)


@MANY
@given(data=st.data(), now_s=st.integers(0, 10_000))
def test_what_has_left_never_changes_where_visits_are_tied(linked, data, now_s):
    assert_runs_on(data.draw(linked), now_s)


@MANY
@given(data=st.data(), now_s=st.integers(0, 10_000))
def test_who_is_away_makes_nothing_more(linked, data, now_s):
    problem = data.draw(linked)
    whole = whole_and_rest(problem, now_s, away={0})[-1]
    checked = whole.checked()
    assert checked.violations == ()
    assert all(stop.start_s < now_s for stop in checked.tours[0].stops)


@MANY
@given(data=st.data(), now_s=st.integers(0, 10_000))
def test_the_rest_as_it_stands_is_a_plan_at_the_planned_times(linked, data, now_s):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    tours = check_routes(problem, solution.routes, order=solution.order).tours
    rest = rest_of_day(problem, solution.routes, tours, now_s=now_s, order=solution.order)
    whole = put_back(rest, rest.routes, rest.order)
    left = set(rest.visits)
    after = whole.checked()
    assert after.violations == ()
    assert times(after.tours).keys() == times(tours).keys()
    for key, (tour, start_s, _) in times(tours).items():
        assert times(after.tours)[key][0] == tour
        assert problem.index_of(key[0]) in left or times(after.tours)[key][1] == start_s


@MANY
@given(data=st.data())
def test_the_times_of_the_stops_tell_where_the_breaks_were(linked, data):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    tours = check_routes(problem, solution.routes, order=solution.order).tours
    for number, tour in enumerate(tours):
        stops = [replace(stop, waiting_s=0) for stop in tour.stops]
        route, found = recorded_tour(problem, number, stops, leaves_s=tour.leaves_s, returns_s=tour.returns_s)
        assert route == solution.routes[number]
        assert found == tour


def late_visit(problem, now_s):
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    tours = check_routes(problem, solution.routes, order=solution.order).tours
    return rest_of_day(problem, solution.routes, tours, now_s=now_s, order=solution.order)


@MANY
@given(data=st.data(), now_s=st.integers(0, 10_000), extra_s=st.sampled_from((0, 300, 3000)))
def test_a_late_visit_pushes_what_comes_after_it_and_the_rest_can_be_planned(linked, data, now_s, extra_s):
    problem = data.draw(linked)
    rest = late_visit(problem, now_s)
    visit = data.draw(st.integers(0, len(problem.visits) - 1))
    later = with_overrun(rest, visit, extra_s, now_s=now_s)
    assert later.whole.visits[visit].duration_s == problem.visits[visit].duration_s + extra_s
    assert later.frozen.keys() <= rest.frozen.keys()
    for number, frozen in later.frozen.items():
        assert frozen.start_s >= rest.frozen[number].start_s
        if number == visit:
            assert frozen.end_s == rest.frozen[number].end_s + extra_s
    anchors = range(len(later.visits), len(later.problem.visits))
    start = repaired(later.problem, later.routes, later.order, kept=anchors)
    assert check_routes(later.problem, start.routes, order=start.order).violations == ()
    again = solve(later.problem, seconds=10, seed=1, iterations=30, start=start)
    assert put_back(later, again.routes, again.order).checked().violations == ()


def test_who_has_waited_costs_the_way_from_where_he_waits():
    problem, routes, tours = three_visits()
    more = replace(problem, visits=(*problem.visits, Visit("new", 1, 600)))
    rest = rest_of_day(more, routes, tours, now_s=clock(12))
    whole = put_back(rest, ((Stop(1), Stop(0)),))
    assert whole.problem.visits[4].place == 0
    (tour,) = whole.checked().tours
    assert tour.stops[-1].start_s == clock(12, 10)
    assert whole.checked().violations == ()


def clamps(count, stock, *, store=None):
    """Return a day of visits that take a clamp each, and one more such visit that the plan leaves out."""
    visits = tuple(Visit(f"V{n}", 1, 600, parts={"clamp": 1}) for n in range(count + 1))
    own = shift(stock={"clamp": stock}, store=store)
    problem = Problem((own,), visits, line(0, 10, 15), Weights.minimum_travel())
    return problem, tuple(Stop(n, by_store=store is not None and n == 0) for n in range(count))


@pytest.mark.parametrize(("stock", "is_planned"), [(3, True), (2, False)])
def test_what_has_left_has_used_its_parts(stock, is_planned):
    problem, route = clamps(2, stock)
    rest = rest_of_day(*day(problem, route), now_s=clock(12))
    assert rest.problem.shifts[0].stock == {"clamp": stock - 2}
    found = solve(rest.problem, seconds=10, seed=1, iterations=20)
    assert ("V2" not in found.unplanned) == is_planned
    assert put_back(rest, found.routes, found.order).checked().violations == ()


def test_the_whole_day_tells_that_the_parts_run_out():
    problem, route = clamps(2, 2)
    rest = rest_of_day(*day(problem, route), now_s=clock(12))
    whole = put_back(rest, ((Stop(1), Stop(0)),))
    assert [violation.code for violation in whole.checked().violations] == ["part_missing"]


def test_who_has_loaded_at_the_store_lacks_nothing_and_does_not_call_again():
    problem, route = clamps(2, 0, store=Store(2, 300, frozenset({"saw"})))
    more = replace(problem, visits=(*problem.visits, Visit("saw", 1, 600, equipment=frozenset({"saw"}))))
    rest = rest_of_day(*day(more, route), now_s=clock(12))
    assert rest.problem.shifts[0].store is None
    found = solve(rest.problem, seconds=10, seed=1, iterations=20)
    assert found.unplanned == ()
    assert put_back(rest, found.routes, found.order).checked().violations == ()


@MANY
@given(data=st.data())
def test_no_rest_of_a_day_takes_more_than_the_vans_have(data):
    """Read the whole day with the loads as they were in the morning, by the checker."""
    parts = st.dictionaries(st.sampled_from("pq"), st.integers(0, 2))
    kinds = st.sets(st.sampled_from("xy"))
    visits = tuple(
        Visit(
            f"V{n}",
            data.draw(st.integers(1, 3)),
            900,
            parts=data.draw(parts),
            equipment=frozenset(data.draw(kinds)),
            roles=data.draw(st.sampled_from([(Role(),), (Role(),), (Role(), Role())])),
        )
        for n in range(6)
    )
    store = st.none() | st.builds(Store, st.integers(0, 3), st.just(300), kinds.map(frozenset))
    shifts = tuple(
        shift(name, stock=data.draw(parts), equipment=frozenset(data.draw(kinds)), store=data.draw(store))
        for name in "AB"
    )
    problem = Problem(shifts, visits, line(0, 10, 20, 30), Weights.minimum_travel())
    morning = solve(problem, seconds=10, seed=1, iterations=30)
    tours = check_routes(problem, morning.routes, order=morning.order).tours
    now_s = data.draw(st.integers(clock(8), clock(10)))
    rest = rest_of_day(problem, morning.routes, tours, now_s=now_s, order=morning.order)
    found = solve(rest.problem, seconds=10, seed=2, iterations=30)
    whole = put_back(rest, found.routes, found.order)
    assert whole.checked().violations == ()
    routes = [
        [step for step in route if isinstance(step, Pause) or step.visit < len(visits)]
        for route in whole.routes
    ]
    assert list(wrong_loads(problem, routes)) == []
