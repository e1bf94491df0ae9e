# SPDX-License-Identifier: GPL-3.0-or-later
"""One more visit in a plan: the cheapest ways by different agents, and whom each delays."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given, settings
from regard.routing.check.checker import check_routes
from regard.routing.day.alternatives import alternatives
from regard.routing.engine.solve import solve
from regard.routing.model.problem import Problem
from regard.tests.unit.routing.best_insertion import best_insertion


def without(problem, number):
    """Return a plan of all visits but one, in terms of the whole problem."""
    kept = [index for index in range(len(problem.visits)) if index != number]
    part = replace(problem, visits=tuple(problem.visits[index] for index in kept))
    solution = solve(part, seconds=10, seed=1, iterations=50)
    routes = tuple(
        tuple(replace(step, visit=kept[step.visit]) if hasattr(step, "visit") else step for step in route)
        for route in solution.routes
    )
    return replace(solution, routes=routes, order=tuple(kept[index] for index in solution.order))


@settings(max_examples=max(150, settings.default.max_examples))
@given(problem=st.from_type(Problem))
def test_every_alternative_keeps_the_rules_and_costs_what_it_says(problem):
    visit = problem.visits[0]
    solution = without(problem, 0)
    before = check_routes(problem, solution.routes, order=solution.order)
    found = alternatives(problem, solution, visit.visit_id)
    assert [one.cost_min for one in found] == sorted(one.cost_min for one in found)
    agents = [problem.shifts[shift].agent for one in found for shift in one.shifts]
    assert len(set(agents)) == len(agents)
    for one in found:
        after = check_routes(problem, one.routes, order=one.order)
        assert after.violations == ()
        value_min = problem.weights.unplanned * visit.value_min
        assert after.total - before.total + value_min == pytest.approx(one.cost_min, abs=1e-6)
        starts = {stop.visit_id: stop.start_s for tour in after.tours for stop in tour.stops}
        assert starts[visit.visit_id] == one.start_s
        assert all(starts[moved.visit_id] == moved.after_s != moved.before_s for moved in one.shifted)


@settings(max_examples=100)
@given(problem=st.from_type(Problem))
def test_the_first_alternative_is_the_cheapest_and_none_means_that_it_fits_nowhere(problem):
    visit = problem.visits[0]
    assume(len(visit.roles) == 1)
    # inserting by hand also tries to move the breaks
    problem = replace(problem, shifts=tuple(replace(shift, breaks=()) for shift in problem.shifts))
    solution = without(problem, 0)
    found = alternatives(problem, solution, visit.visit_id)
    by_hand = [best_insertion(problem, solution.routes, 0, shift) for shift in range(len(problem.shifts))]
    fitting = [fit.cost_min for fit in by_hand if fit.excess_s <= 0]
    assert bool(fitting) == bool(found)
    if found:
        assert found[0].cost_min == pytest.approx(min(fitting), abs=1e-6)
