# SPDX-License-Identifier: GPL-3.0-or-later
"""The last look at what a plan leaves out: what fits, what costs more than it is worth, what fits nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.check.checker import check_routes
from regard.routing.engine.solve import solve
from regard.routing.explain.link_reasons import worth_min
from regard.routing.explain.proof import proof, unfit
from regard.routing.explain.relaxations import relaxations
from regard.routing.model.problem import Stop
from regard.routing.model.routes import without_visits
from regard.tests.unit.routing.insertions import fits_somewhere


def fits_at_all(problem, solution, visit_id):
    """Tell by trying everything whether a visit fits, whatever it costs."""
    is_crew = len(problem.visits[problem.index_of(visit_id)].roles) > 1
    places = [None] if is_crew else range(len(problem.shifts))
    return any(fits_somewhere(problem, solution, visit_id, place) for place in places)


@settings(max_examples=max(150, settings.default.max_examples), deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_what_a_plan_leaves_out_fits_nowhere_or_is_not_worth_it(linked, data, seed):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=seed, iterations=60)
    found = proof(problem, solution)
    assert found.fitting == unfit(problem, solution) == ()
    dear = [visit_id for visit_id, _ in found.not_worth]
    assert sorted((*dear, *found.nowhere)) == sorted(solution.unplanned)
    for visit_id in solution.unplanned:
        assert fits_at_all(problem, solution, visit_id) == (visit_id in dear)


@settings(max_examples=max(150, settings.default.max_examples), deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_what_is_taken_all_the_same_costs_what_is_said_and_no_less_than_it_is_worth(linked, data, seed):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=seed, iterations=60)
    before = check_routes(problem, solution.routes, order=solution.order).total
    for visit_id, place in proof(problem, solution).not_worth:
        ways = relaxations(problem, solution, visit_id)
        taken = next(way for way in ways if way.bends[0].way == "take_anyway")
        routes, order = taken.inserted(visit_id)
        checked = check_routes(problem, routes, order=order)
        assert checked.violations == ()
        worth = worth_min(problem, problem.index_of(visit_id))
        cost_min = checked.total - before + worth
        assert cost_min >= worth - 1e-6
        assert taken.bends[0].minutes == pytest.approx(max(0, cost_min), abs=0.51)
        assert taken.bends[0].minutes == max(0, place.minutes)


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_a_visit_that_was_taken_out_is_found_again(linked, data, seed):
    problem = data.draw(linked)
    rich = replace(problem, links=(), visits=tuple(replace(v, value_min=10**6) for v in problem.visits))
    solution = solve(rich, seconds=10, seed=seed, iterations=60)
    made = sorted({step.visit for route in solution.routes for step in route if isinstance(step, Stop)})
    for number in made:
        visit_id = rich.visits[number].visit_id
        less = replace(
            solution,
            routes=without_visits(solution.routes, {number}),
            order=tuple(visit for visit in solution.order if visit != number),
            unplanned=(*solution.unplanned, visit_id),
        )
        # where it was there is room for it
        assert visit_id in dict(proof(rich, less).fitting)
        assert [way.bends[0].way for way in relaxations(rich, less, visit_id)] == ["insert"]
