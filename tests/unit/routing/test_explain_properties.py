# SPDX-License-Identifier: GPL-3.0-or-later
"""Explanations agree with trying everything, on random small problems."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from regard.routing.engine.solve import solve
from regard.routing.explain.reasons import explain
from regard.routing.model.problem import Cost, Problem, Solution

FITS = {"fits", "not_worth"}


def nothing_planned(problem):
    left_out = tuple(visit.visit_id for visit in problem.visits)
    return Solution(tuple(() for _ in problem.shifts), left_out, Cost(), 0.0, 0, 0, 0.0)


@settings(max_examples=max(150, settings.default.max_examples))
@given(problem=st.from_type(Problem), seed=st.integers(0, 2**32))
def test_no_visit_is_left_out_that_fits(problem, seed):
    solution = solve(problem, seconds=10, seed=seed, iterations=100)
    for visit_id in solution.unplanned:
        reasons = explain(problem, solution, visit_id)
        assert reasons
        assert "fits" not in {reason.code for reason in reasons}


@settings(max_examples=max(150, settings.default.max_examples))
@given(problem=st.from_type(Problem))
def test_a_visit_has_obstacles_on_empty_days_when_nothing_can_plan_it(problem, optimum):
    for visit in problem.visits:
        worth_anything = replace(visit, value_min=10**6)
        single = replace(problem, visits=(worth_anything,))
        can_be_planned = optimum(single) < 10**6 * problem.weights.unplanned
        codes = {reason.code for reason in explain(single, nothing_planned(single), visit.visit_id)}
        assert codes
        assert (codes & FITS != set()) == can_be_planned


@settings(max_examples=max(150, settings.default.max_examples))
@given(problem=st.from_type(Problem))
def test_missing_minutes_are_what_is_missing(problem):
    simple = tuple(
        replace(visit, windows=visit.windows[:1], roles=visit.roles[:1]) for visit in problem.visits
    )
    problem = replace(problem, visits=simple)
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    found = [
        (visit_id, reason)
        for visit_id in solution.unplanned
        for reason in explain(problem, solution, visit_id)
        if reason.code == "no_time"
    ]
    for visit_id, reason in found:
        assert "no_time" not in codes_of(relaxed(problem, reason.minutes), solution, visit_id, reason)
        assert "no_time" in codes_of(relaxed(problem, reason.minutes - 1), solution, visit_id, reason)


def codes_of(problem, solution, visit_id, like):
    return {
        reason.code
        for reason in explain(problem, solution, visit_id)
        if (reason.agent, reason.day) == (like.agent, like.day)
    }


def relaxed(problem, minutes):
    """Return the problem with every limit of time set later by some minutes."""
    more_s = 60 * minutes
    return replace(
        problem,
        shifts=tuple(
            replace(
                shift,
                overtime_s=shift.overtime_s + more_s,
                breaks=tuple(replace(pause, to_s=pause.to_s + more_s) for pause in shift.breaks),
            )
            for shift in problem.shifts
        ),
        visits=tuple(
            replace(visit, windows=tuple((from_s, to_s + more_s) for from_s, to_s in visit.windows))
            for visit in problem.visits
        ),
    )
