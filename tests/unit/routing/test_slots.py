# SPDX-License-Identifier: GPL-3.0-or-later
"""Slots for a customer: the price of each is that of inserting the visit with that window."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given, settings
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.day.alternatives import alternatives
from regard.routing.day.displacement import displacement
from regard.routing.day.slots import best_slots, common_windows
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Shift, Stop, Visit
from regard.routing.travel import StraightLine
from regard.tests.unit.routing.best_insertion import best_insertion
from shapely.geometry import Point

GRID = [(n * 1500, n * 1500 + 1200) for n in range(6)]


def left_out(problem, number=0):
    """Return a plan of all visits but one."""
    nobody = frozenset(shift.agent for shift in problem.shifts)
    without = replace(problem.visits[number], forbidden=nobody)
    visits = (*problem.visits[:number], without, *problem.visits[number + 1 :])
    return solve(replace(problem, visits=visits), seconds=10, seed=1, iterations=50)


def with_window(problem, windows):
    return replace(problem, visits=(replace(problem.visits[0], windows=windows), *problem.visits[1:]))


def prices_by_hand(problem, solution, parts):
    """Return the least cost of inserting the first visit with each window, tour by tour."""
    for window, own in parts.items():
        alone = with_window(problem, own)
        fits = [best_insertion(alone, solution.routes, 0, shift) for shift in range(len(problem.shifts))]
        fitting = [fit.cost_min for fit in fits if fit.excess_s <= 0]
        if fitting:
            yield min(fitting), window


@settings(max_examples=max(100, settings.default.max_examples))
@given(problem=st.from_type(Problem))
def test_the_best_slots_are_those_of_inserting_with_each_window(problem):
    assume(len(problem.visits[0].roles) == 1)
    # inserting by hand also tries to move the breaks
    problem = replace(problem, shifts=tuple(replace(shift, breaks=()) for shift in problem.shifts))
    solution = left_out(problem)
    found = best_slots(problem, solution, problem.visits[0].visit_id, GRID)
    prices = sorted(prices_by_hand(problem, solution, common_windows(problem.visits[0], GRID)))
    assert [slot.cost_min for slot in found] == pytest.approx([cost for cost, _ in prices[:5]], abs=1e-6)
    assert all((slot.from_s, slot.to_s) in GRID for slot in found)


@settings(max_examples=max(100, settings.default.max_examples))
@given(data=st.data())
def test_a_slot_is_the_cheapest_way_to_insert_the_visit_with_its_window(linked, data):
    problem = data.draw(linked)
    solution = left_out(problem)
    name = problem.visits[0].visit_id
    parts = common_windows(problem.visits[0], GRID)
    for slot in best_slots(problem, solution, name, GRID):
        (best, *_) = alternatives(with_window(problem, parts[slot.from_s, slot.to_s]), solution, name, most=1)
        assert slot.cost_min == pytest.approx(best.cost_min, abs=1e-6)
        assert slot.from_s <= slot.start_s == best.start_s <= slot.to_s


def dropping_by_hand(problem, solution):
    """Return the least change of the whole cost of taking one cheaper visit out, then inserting the first."""
    before = check_routes(problem, solution.routes, order=solution.order).total
    for number in {step.visit for route in solution.routes for step in route if isinstance(step, Stop)}:
        if problem.visits[number].value_min >= problem.visits[0].value_min:
            continue
        routes = tuple(tuple(s for s in route if s != Stop(number)) for route in solution.routes)
        for shift in range(len(routes)):
            fit = best_insertion(problem, routes, 0, shift)
            if fit.excess_s <= 0:
                removed = check_routes(problem, routes).total
                yield removed + fit.cost_min - before


@settings(max_examples=max(100, settings.default.max_examples))
@given(problem=st.from_type(Problem))
def test_giving_way_costs_no_more_than_dropping_by_hand_and_keeps_the_rules(problem):
    assume(all(len(visit.roles) == 1 for visit in problem.visits))
    shifts = tuple(replace(shift, breaks=()) for shift in problem.shifts)
    visits = (replace(problem.visits[0], value_min=1000), *problem.visits[1:])
    problem = replace(problem, shifts=shifts, visits=visits)
    solution = left_out(problem)
    found = displacement(problem, solution, visits[0].visit_id)
    by_hand = list(dropping_by_hand(problem, solution))
    assert bool(by_hand) == (found is not None)
    if found:
        one = found.alternative
        before = check_routes(problem, solution.routes, order=solution.order)
        after = check_routes(problem, one.routes, order=one.order)
        assert after.violations == ()
        value_min = problem.weights.unplanned * visits[0].value_min
        assert one.cost_min == pytest.approx(after.total - before.total + value_min, abs=1e-6)
        assert one.cost_min <= min(by_hand) + 1e-6 + value_min
        planned = {step.visit for route in one.routes for step in route if isinstance(step, Stop)}
        assert 0 in planned
        assert [problem.index_of(name) in planned for name in found.dropped] == [False] * len(found.dropped)


@pytest.mark.parametrize("gives_way", [True, False])
def test_what_gives_way_is_worth_less_however_late_it_is(gives_way):
    def visit(name, value_min):
        # the small one is overdue for months, as the planned one or the one to insert
        late_min = 400_000 if name == "small" else 0
        return Visit(name, 0, 3600, value_min=value_min, late_if_left_out_min=late_min)

    travel = StraightLine(factor=1, speed_kmh=30).matrix([Point(0, 0)])
    great, small = visit("great", 5000), visit("small", 300)
    visits = (great, small) if gives_way else (small, great)
    problem = Problem((Shift(AgentId("Anne"), 0, 0, 0, 0, 3600),), visits, travel, Weights.balanced())
    found = displacement(problem, left_out(problem), visits[0].visit_id)
    assert (found is not None) is gives_way


def test_slots_that_are_over_are_not_offered():
    visit = Visit("V", 0, 600, earliest_s=4000)
    assert list(common_windows(visit, [(0, 3000), (3500, 5000)])) == [(3500, 5000)]
