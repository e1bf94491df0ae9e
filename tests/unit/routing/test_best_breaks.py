# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks of one tour put elsewhere: what is timed again is what the whole check would say, to the second."""

from __future__ import annotations

from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given, settings
from regard.routing.check.checker import check_routes
from regard.routing.check.retimed import TimedPlan
from regard.routing.check.timeline import tour_times
from regard.routing.day.best_breaks import BestBreaks
from regard.routing.engine.solve import solve
from regard.routing.explain.tour_places import repaused
from regard.routing.model.problem import Stop


@st.composite
def plans(draw, problems):
    """Plans of the engine, and the same with a stop put anywhere, which may break any rule."""
    problem = draw(problems)
    solution = solve(problem, seconds=10, seed=1, iterations=30)
    routes, order = [list(route) for route in solution.routes], list(solution.order)
    assume(order)
    planned = [(n, step) for n, route in enumerate(routes) for step in route if isinstance(step, Stop)]
    number, stop = draw(st.sampled_from(planned))
    if draw(st.booleans()):
        routes[number].remove(stop)
        to = routes[draw(st.integers(0, len(routes) - 1))]
        to.insert(draw(st.integers(0, len(to))), stop)
        order.remove(stop.visit)
        order.insert(draw(st.integers(0, len(order))), stop.visit)
    return problem, tuple(map(tuple, routes)), tuple(order)


def retimed(problem, plan, number, route):
    """Return the times and the broken rules of a plan with other breaks, put together from what differs."""
    found = plan.with_breaks(number, route)
    days = [found.days.get(shift, day) for shift, day in enumerate(plan.days)]
    broken = Counter(v for day in days for v in day.violations)
    broken.update(plan.meetings.violations)
    broken.subtract(found.gone)
    broken.update(found.new)
    return tuple(day.tour() for day in days), +broken


@pytest.mark.parametrize("kind", ["linked", "stocked"])
@settings(max_examples=max(150, settings.default.max_examples))
@given(data=st.data())
def test_other_breaks_have_the_times_of_the_whole_check(kind, request, data):
    problem, routes, order = data.draw(plans(request.getfixturevalue(kind)))
    plan = TimedPlan(problem, routes, order)
    assert (tuple(day.tour() for day in plan.days)) == tour_times(problem, routes, order)[0]
    for number, shift in enumerate(problem.shifts):
        for route in repaused(routes[number], len(shift.breaks)):
            changed = [route if n == number else other for n, other in enumerate(routes)]
            tours, late = tour_times(problem, changed, order)
            assert retimed(problem, plan, number, route) == (tours, Counter(late))


@pytest.mark.parametrize("kind", ["linked", "stocked"])
@settings(max_examples=max(100, settings.default.max_examples))
@given(data=st.data())
def test_no_other_breaks_break_fewer_rules_or_cost_less(kind, request, data):
    problem, routes, order = data.draw(plans(request.getfixturevalue(kind)))

    def judged(steps):
        checked = check_routes(problem, steps, order=order)
        excess_s = sum(violation.excess_s for violation in checked.violations)
        return len(checked.violations), excess_s, round(checked.total, 6)

    number = data.draw(st.integers(0, len(routes) - 1))
    breaks = BestBreaks(problem, routes, order)
    breaks.rest(number)
    elsewhere = repaused(routes[number], len(problem.shifts[number].breaks))
    every = [tuple(route if n == number else r for n, r in enumerate(routes)) for route in elsewhere]
    assert judged(breaks.routes) == min(map(judged, [routes, *every]))
