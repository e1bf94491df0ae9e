# SPDX-License-Identifier: GPL-3.0-or-later
"""A stop moved by hand: what changes is what the checker says of the plan after it."""

from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
from hypothesis import assume, given, settings
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.day.by_hand import move_by_hand
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Pause, Problem, Shift, Stop, Visit
from regard.routing.travel import TravelMatrix


def stops(route):
    return [step for step in route if isinstance(step, Stop)]


@settings(max_examples=max(100, settings.default.max_examples))
@given(data=st.data())
def test_a_move_tells_what_the_checker_says_of_the_plan_after_it(linked, data):
    problem = data.draw(linked)
    solution = solve(problem, seconds=10, seed=1, iterations=50)
    planned = [stop for route in solution.routes for stop in stops(route)]
    assume(planned)
    stop = data.draw(st.sampled_from(planned))
    to = data.draw(st.integers(0, len(problem.shifts) - 1))
    position = data.draw(st.integers(0, 5))
    found = move_by_hand(problem, solution.routes, stop, to=to, position=position, order=solution.order)
    for number, (before, after) in enumerate(zip(solution.routes, found.routes, strict=True)):
        others = [other for other in stops(before) if other != stop]
        assert [other for other in stops(after) if other != stop] == others
        if number == to:
            assert stops(after)[min(position, len(others))] == stop
    assert found.after == check_routes(problem, found.routes, order=found.order)
    # the plan before breaks no rule
    assert (found.new, found.gone) == (found.after.violations, ())
    back = move_by_hand(problem, found.routes, stop, to=to, position=position, order=found.order)
    assert back.cost_min <= 1e-6 or back.gone


def one_day(*breaks):
    at = np.array([0, 10, 20])
    ways = (np.abs(at[:, None] - at[None]) * 60).astype(np.int32)
    shifts = tuple(Shift(AgentId(name), 0, 0, 0, 28800, 57600, breaks=breaks) for name in "AB")
    visits = (Visit("near", 1, 1800), Visit("far", 2, 1800, windows=((28800, 30600),)))
    return Problem(shifts, visits, TravelMatrix(ways, ways.copy()), Weights.minimum_travel())


def test_a_broken_appointment_is_a_new_violation_and_is_gone_when_moved_back():
    problem = one_day()
    routes = ((Stop(1), Stop(0)), ())
    late = move_by_hand(problem, routes, Stop(1), to=0, position=1)
    assert [(violation.code, violation.visit_id) for violation in late.new] == [("window", "far")]
    assert {moved.visit_id: (moved.before_s, moved.after_s) for moved in late.shifted} == {
        "far": (30000, 31800),
        "near": (32400, 29400),
    }
    healed = move_by_hand(problem, late.routes, Stop(1), to=1, position=0)
    assert [violation.code for violation in healed.gone] == ["window"]
    assert (healed.new, healed.cost_min) == ((), 20)


def test_the_breaks_go_to_where_they_keep_the_rules():
    problem = one_day(Break(28800, 34200, 1800))
    routes = ((Stop(1), Pause(0), Stop(0)), ())
    assert check_routes(problem, routes).violations == ()
    # without a break, who goes far is back too late to have one at home
    moved = move_by_hand(problem, routes, Stop(1), to=1, position=0)
    assert moved.new == ()
    assert Pause(0) in moved.routes[1]


def test_a_visit_that_is_left_out_can_be_put_in_by_hand():
    problem = one_day()
    found = move_by_hand(problem, ((Stop(1),), ()), Stop(0), to=1, position=0)
    assert stops(found.routes[1]) == [Stop(0)]
    assert found.cost_min == 20 - problem.visits[0].value_min
