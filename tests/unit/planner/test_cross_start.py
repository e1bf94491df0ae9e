# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that are compared: none is worse by its own objective than the routes of another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.progress import SilentProgress
from regard.planner.plans.compare_plans import OBJECTIVES, compare_plans
from regard.planner.plans.cross_start import from_each_other
from regard.planner.plans.plan_basis import PlanBasis
from regard.planner.plans.plan_day import plan_days, search
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.check.checker import check_routes
from regard.tests.unit.planner.days import DAY

NOW = datetime(2026, 6, 3, 7, 45)
ALL = (*OBJECTIVES, "on_time")


def searched(basis, options, objectives):
    """Return what the searches find that know nothing of each other, and the problems as each weighs them."""
    parts = [search(basis, replace(options, objective=one), progress=SilentProgress()) for one in objectives]
    return parts, [basis.problem(one) for one in objectives]


def beaten(parts, tours):
    """Return which plan is beaten by which other one, by its own objective: every pair is tried."""
    found = set()
    for number, own in enumerate(parts):
        for other, part in enumerate(parts):
            checked = check_routes(tours[number].problem, part.solution.routes, order=part.solution.order)
            if not checked.violations and checked.total < own.checked.total - 1e-6:
                found.add((number, other))
    return found


def again_by(basis, options, objectives):
    def again(number, start):
        by = replace(options, objective=objectives[number])
        return search(basis, by, start=start, progress=SilentProgress())

    return again


# few steps from a random order: some seeds have one search find what the other should have
@pytest.fixture
def basis(zoned_day):
    return PlanBasis.of(zoned_day, PlanOptions(day=DAY, seconds=30, iterations=1), now=NOW)


def test_no_plan_is_beaten_by_another_one_by_its_own_objective(basis):
    was_beaten = 0

    @settings(max_examples=15, deadline=None, derandomize=True)
    @given(seed=st.integers(0, 10**6), steps=st.integers(0, 60))
    def check(seed, steps):
        nonlocal was_beaten
        options = PlanOptions(day=DAY, seconds=30, iterations=steps, seed=seed)
        parts, tours = searched(basis, options, ALL)
        best, from_of = from_each_other(parts, tours, again_by(basis, options, ALL))
        was_beaten += bool(beaten(parts, tours))
        assert beaten(best, tours) == set()
        assert bool(from_of) == bool(beaten(parts, tours))
        for number, (before, after) in enumerate(zip(parts, best, strict=True)):
            assert after.checked.violations == ()
            if number in from_of:
                assert after.checked.total < before.checked.total
            else:
                assert after is before

    check()
    # else the searches alone would be enough
    assert was_beaten


def test_the_comparison_says_where_a_plan_sets_off_from_another_one_and_how_to_keep_it(zoned_day):
    for seed in range(40):
        options = PlanOptions(day=DAY, seconds=30, iterations=3, seed=seed)
        found = compare_plans(zoned_day, options, now=NOW)
        notes = [note for note in found.notes if note.code == "plan.compare_from"]
        if len(notes) == 1:
            break
    (note,) = notes
    own, other = (note.params[name].code.removeprefix("objective.") for name in ("objective", "other"))
    for objective in (other, own):
        by = replace(options, objective=objective)
        made = plan_days(zoned_day, by, now=NOW, who="test").plan
    shown = next(plan for plan in found.plans if plan.objective == own)
    assert made.total == pytest.approx(shown.total)
