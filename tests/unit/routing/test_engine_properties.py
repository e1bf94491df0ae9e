# SPDX-License-Identifier: GPL-3.0-or-later
"""On random small problems the engine keeps every rule and finds the best plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.model.problem import Problem


@settings(max_examples=max(150, settings.default.max_examples))
@given(problem=st.from_type(Problem), seed=st.integers(0, 2**32))
def test_plan_passes_the_checker_and_costs_what_it_says(problem, seed):
    solution = solve(problem, seconds=10, seed=seed, iterations=150)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.cost == solution.cost
    assert checked.total == pytest.approx(solution.total)


@settings(max_examples=60, deadline=None)
@given(problem=st.from_type(Problem))
def test_plan_is_as_good_as_trying_everything(problem, optimum):
    solution = solve(problem, seconds=10, seed=1, iterations=1500)
    assert solution.total == pytest.approx(optimum(problem), abs=1e-6)


@settings(max_examples=max(150, settings.default.max_examples))
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_plans_keep_the_ties_between_visits(linked, data, seed):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=seed, iterations=150)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.cost == solution.cost


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_with_ties_the_plan_is_as_good_as_trying_everything(linked, data, optimum):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=1500)
    assert solution.total == pytest.approx(optimum(problem), abs=1e-6)


@settings(max_examples=max(150, settings.default.max_examples))
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_plans_keep_stocks_stores_and_departures(stocked, data, seed):
    problem = data.draw(stocked)
    solution = solve(problem, seconds=10, seed=seed, iterations=150)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.cost == solution.cost


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_with_stocks_the_plan_is_as_good_as_trying_everything(stocked, data, optimum):
    problem = data.draw(stocked)
    solution = solve(problem, seconds=10, seed=1, iterations=1500)
    assert solution.total == pytest.approx(optimum(problem), abs=1e-6)
