# SPDX-License-Identifier: GPL-3.0-or-later
"""On random small problems the engine keeps every rule and finds the best plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.model.problem import Problem


@pytest.fixture(scope="session", params=["plain", "linked", "stocked"])
def problems(request):
    """Return each strategy of problems: plain ones, with ties between visits, with stocks and departures."""
    return st.from_type(Problem) if request.param == "plain" else request.getfixturevalue(request.param)


@settings(max_examples=max(150, settings.default.max_examples))
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_plan_passes_the_checker_and_costs_what_it_says(problems, data, seed):
    problem = data.draw(problems)
    solution = solve(problem, seconds=10, seed=seed, iterations=150)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.cost == solution.cost
    assert checked.total == pytest.approx(solution.total)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_plan_is_as_good_as_trying_everything(problems, data, optimum):
    problem = data.draw(problems)
    solution = solve(problem, seconds=10, seed=1, iterations=1500)
    assert solution.total == pytest.approx(optimum(problem), abs=1e-6)
