# SPDX-License-Identifier: GPL-3.0-or-later
"""Pinned starts, given beginnings, vehicles, prices of others, late departures: one test for each rule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.routing.check.checker import check, check_routes
from regard.routing.engine.book import Book
from regard.routing.engine.kernel_choice import cheapest
from regard.routing.engine.kernel_schedule import reschedule, schedule
from regard.routing.engine.kernel_seats import close_ranks, insert
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pause, Pin, Problem, Role, Shift, Solution, Stop, Visit
from regard.routing.travel import TravelMatrix

EIGHT = 8 * 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600)
PAUL = replace(ANNE, agent=AgentId("Paul"))


def visit(number, **changes):
    return replace(Visit(f"V{number}", number, 1800), **changes)


def day(*visits, shifts=(ANNE, PAUL), **changes):
    return Problem(shifts, visits, TRAVEL, changes.pop("weights", Weights.minimum_travel()), **changes)


def planned(problem, **options):
    solution = solve(problem, seconds=20, seed=1, iterations=300, **options)
    assert check(problem, solution).violations == ()
    return solution


def codes(problem, *routes):
    return [violation.code for violation in check_routes(problem, routes).violations]


def at(hours, minutes=0):
    return hours * 3600 + minutes * 60


def test_a_pinned_start_is_kept_to_the_second():
    pinned = day(visit(1, pin=Pin(start_s=at(10, 7))), visit(2), visit(3))
    tours = check(pinned, planned(pinned)).tours
    assert [stop.start_s for tour in tours for stop in tour.stops if stop.visit_id == "V1"] == [at(10, 7)]
    assert codes(day(visit(1, pin=Pin(start_s=at(8, 5)))), [Stop(0)], []) == ["window"]


def test_a_pin_outside_the_windows_can_never_be_kept():
    contrary = visit(1, windows=((at(14), at(15)),), pin=Pin(start_s=at(10)))
    assert codes(day(contrary), [Stop(0)], []) == ["window"]
    assert planned(day(contrary)).unplanned == ("V1",)


def test_a_tour_begins_as_it_is_told():
    shifts = (replace(ANNE, opening=("V3", "V1")), PAUL)
    solution = planned(day(visit(1), visit(2), visit(3), shifts=shifts))
    assert solution.routes[0][:2] == (Stop(2), Stop(0))
    assert solution.unplanned == ()
    assert codes(day(visit(1), visit(2), visit(3), shifts=shifts), [Stop(0), Stop(2)], []) == ["opening"]


def test_a_team_may_open_its_tours():
    shifts = (replace(ANNE, opening=("V1",)), replace(PAUL, opening=("V1",), skills=frozenset({"leak"})))
    both = visit(1, roles=(Role(frozenset({"leak"})), Role()))
    assert planned(day(both, visit(2), shifts=shifts)).routes[1][0] == Stop(0)


@pytest.mark.parametrize(
    ("opening", "said"),
    [
        (("V9",), "there is no such visit"),
        (("V1", "V1"), "found 2 agents"),
        (("V2",), "cannot begin as it is to: window V2"),
    ],
)
def test_a_beginning_that_cannot_be_is_named(opening, said):
    problem_of = (visit(1), visit(2, windows=((0, at(8)),)))
    with pytest.raises(InputError, match=said):
        solve(day(*problem_of, shifts=(replace(ANNE, opening=opening), PAUL)), seconds=1, seed=1)


def test_each_vehicle_has_its_own_ways():
    trucks = TravelMatrix(TRAVEL.seconds * 3, TRAVEL.metres)
    problem = day(visit(3), shifts=(replace(ANNE, vehicle="truck"),), travel_by={"truck": trucks})
    (tour,) = check(problem, planned(problem)).tours
    assert tour.travel_s == 3 * 3 * 600 * 2


def test_a_vehicle_stays_away_from_where_it_cannot_drive():
    cut_off = TravelMatrix(TRAVEL.seconds.copy(), TRAVEL.metres, unreachable=(3,))
    problem = day(visit(3), shifts=(replace(ANNE, vehicle="truck"),), travel_by={"truck": cut_off})
    assert planned(problem).unplanned == ("V3",)
    assert codes(problem, [Stop(0)]) == ["unreachable"]
    with pytest.raises(InputError, match="between 2 places, the others between 4"):
        day(travel_by={"truck": TravelMatrix(STEPS[:2, :2], STEPS[:2, :2])})


def test_what_costs_more_than_its_price_is_given_away():
    given_away = planned(day(visit(3, subcontract_min=59), shifts=(ANNE,)))
    assert (given_away.subcontracted, given_away.unplanned) == (("V3",), ())
    assert (given_away.cost.subcontracting, given_away.cost.unplanned) == (59, 0)
    assert planned(day(visit(3, subcontract_min=61), shifts=(ANNE,))).subcontracted == ()


def test_nothing_is_given_away_without_a_price():
    problem = day(visit(3))
    claimed = Solution(((), ()), (), check(problem, planned(problem)).cost, 0.0, 1, 0, 0.0, (), ("V3",))
    assert [found.code for found in check(problem, claimed).violations] == ["subcontracted_list"]


def test_a_role_may_take_longer_than_the_visit():
    problem = day(visit(1, roles=(Role(), Role(duration_s=3600))))
    tours = check(problem, planned(problem)).tours
    assert sorted(tour.work_s for tour in tours) == [1800, 3600]


def test_the_latest_start_after_its_due_date_counts_once():
    late = [visit(number, due_s=at(8)) for number in (1, 2)]
    weights = replace(Weights.minimum_travel(), lateness=0, largest_lateness=1)
    checked = check_routes(day(*late, weights=weights), [[Stop(0), Stop(1)], []])
    assert (checked.cost.lateness, checked.cost.largest_lateness) == (10 + 50, 50)


def waits(**changes):
    """Return a shift with two visits, the second not before 10:00."""
    return day(visit(1), visit(2, windows=((at(10), at(11)),)), shifts=(replace(ANNE, **changes),))


def test_leaving_late_saves_the_wait():
    # 8:10 to 8:40, ten minutes on, then a wait of 70 minutes
    (early,) = check_routes(waits(), [[Stop(0), Stop(1)]]).tours
    (late,) = check_routes(waits(leaves_late=True), [[Stop(0), Stop(1)]]).tours
    assert (early.waiting_s, late.waiting_s, late.saved_s) == (at(1, 10), 0, at(1, 10))


def test_a_window_that_closes_keeps_the_agent_from_leaving_later():
    problem = waits(leaves_late=True)
    first = replace(problem.visits[0], windows=((at(8), at(8, 30)),))
    (tour,) = check_routes(replace(problem, visits=(first, problem.visits[1])), [[Stop(0), Stop(1)]]).tours
    assert tour.saved_s == at(0, 20)


def test_a_break_keeps_its_time_when_leaving_later():
    lunch = Break(at(9), at(9, 30), 1800)
    route = [Stop(0), Pause(), Stop(1)]
    (tour,) = check_routes(waits(leaves_late=True, breaks=(lunch,)), [route]).tours
    assert (tour.saved_s, tour.waiting_s) == (0, at(0, 40))


def test_a_tour_lasts_no_longer_than_it_may():
    # 10 + 30 + 10 + 30 + 20 minutes, and 70 of waiting when leaving early
    assert codes(waits(longest_s=at(2)), [Stop(0), Stop(1)]) == ["too_long"]
    assert codes(waits(longest_s=at(2), leaves_late=True), [Stop(0), Stop(1)]) == []
    # the other way round there is no wait
    assert planned(waits(longest_s=at(2))).routes == ((Stop(1), Stop(0)),)
    assert len(planned(waits(longest_s=at(1, 10))).unplanned) == 1


def test_a_plan_to_go_on_from_loses_what_it_cannot_keep():
    before = planned(day(visit(1), visit(2), visit(3), shifts=(ANNE,)))
    shorter = day(visit(1), visit(2), visit(3), shifts=(replace(ANNE, end_s=at(9, 40)),))
    assert len(planned(shorter, start=before).unplanned) == 1


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_looking_only_at_what_is_delayed_gives_the_same_times(data, linked, stocked):
    """Insert the visits one by one; after each, all times and terms are those of the whole pass."""
    problem = data.draw(st.one_of(linked, stocked))
    book = Book.of(problem)
    plan, desk, draws = book.plan_of(book.opening), book.new_desk(), np.ones(1, np.uint64)
    for row in data.draw(st.permutations(list(book.visits))):
        if cheapest(book.facts, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws) == np.inf:
            continue
        insert(book.facts, plan, desk, row)
        assert reschedule(book.facts, plan, book.travel, book.fits, row)
        close_ranks(book.facts, plan)
        again = plan.copy()
        assert schedule(book.facts, again, book.travel, book.fits)
        assert again[0]["cost"] == pytest.approx(plan[0]["cost"])
        tasks = np.flatnonzero(plan["shift"])
        for name in ("start_s", "pending", "drive_s", "idle_s", "loaded", "back_late_s"):
            assert (again[name][tasks] == plan[name][tasks]).all(), name
        for name in ("busy_s", "returns_s", "saved_s", "waited_s"):
            used = [shift for shift in book.shifts if plan["stops"][shift]]
            assert (again[name][used] == plan[name][used]).all(), name
        assert (again["used"] == plan["used"]).all()
