# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts, equipment and the call at the store: one test for each rule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.routing.check.checker import check, check_routes
from regard.routing.engine.book import Book
from regard.routing.engine.kernel_ruin import move_call
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Role, Shift, Stop, Store, Visit
from regard.routing.travel import TravelMatrix

EIGHT = 8 * 3600
# four places on a road, ten minutes apart: 0 - 1 - 2 - 3
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600, stock={"clamp": 1}, store=Store(2, 300))
LEAK = Visit("leak", 1, 1800, parts={"clamp": 1})
BURST = Visit("burst", 3, 1800, parts={"clamp": 1})


def codes(problem, *routes):
    return [violation.code for violation in check_routes(problem, routes).violations]


def day(*visits, shifts=(ANNE,)):
    return Problem(shifts, visits, TRAVEL, Weights.minimum_travel())


def planned(problem):
    solution = solve(problem, seconds=20, seed=1, iterations=200)
    assert check(problem, solution).violations == ()
    return solution


def test_a_van_runs_out_of_parts():
    assert codes(day(LEAK, BURST), [Stop(0), Stop(1)]) == ["part_missing"]
    assert codes(day(LEAK, BURST), [Stop(0)]) == []


def test_after_the_call_at_the_store_nothing_runs_out():
    problem = day(LEAK, BURST)
    assert codes(problem, [Stop(0), Stop(1, by_store=True)]) == []
    (tour,) = check_routes(problem, [[Stop(0), Stop(1, by_store=True)]]).tours
    # the store is on the way: ten minutes, five of loading, ten more
    assert tour.stops[1].loading_s == 300
    assert tour.stops[1].start_s - tour.stops[0].end_s == 600 + 300 + 600
    assert (tour.travel_s, tour.waiting_s) == (6 * 600, 0)


def test_a_call_that_moves_costs_no_visit_but_those_that_lack_something():
    """Two leaks before the call use up what is on board; only without a call does the third one go."""
    van = replace(ANNE, stock={"clamp": 2})
    book = Book.of(day(LEAK, replace(LEAK, visit_id="second"), BURST, shifts=(van,)))
    before = book.plan_of([[Stop(0), Stop(1), Stop(2, by_store=True)]])
    for seed in range(20):
        plan, desk, draws = before.copy(), book.new_desk(), np.array([seed], np.uint64)
        gone = move_call(book.facts, plan, desk, book.fits, draws, 0, 1)
        assert gone == int(plan["call"][1] == 0)


def test_the_engine_calls_at_the_store_where_it_must():
    solution = planned(day(LEAK, BURST))
    assert solution.unplanned == ()
    assert sum(step.by_store for step in solution.routes[0]) == 1
    assert sum(step.by_store for step in planned(day(LEAK)).routes[0]) == 0


def test_without_a_store_what_runs_out_stays_undone():
    alone = replace(ANNE, store=None)
    assert codes(day(LEAK, BURST, shifts=(alone,)), [Stop(0), Stop(1, by_store=True)]) == [
        "store",
    ]
    assert len(planned(day(LEAK, BURST, shifts=(alone,))).unplanned) == 1


def test_a_store_is_called_at_once():
    twice = [Stop(0, by_store=True), Stop(1, by_store=True)]
    assert codes(day(LEAK, BURST), twice) == ["store"]


def test_equipment_may_come_from_the_store():
    camera = Visit("look", 1, 600, equipment=frozenset({"camera"}))
    bare, lent = ANNE, replace(ANNE, store=Store(2, equipment=frozenset({"camera"})))
    assert codes(day(camera, shifts=(lent,)), [Stop(0, by_store=True)]) == []
    assert codes(day(camera, shifts=(lent,)), [Stop(0)]) == ["equipment_missing"]
    assert codes(day(camera, shifts=(bare,)), [Stop(0, by_store=True)]) == ["equipment_missing"]
    assert planned(day(camera, shifts=(lent,))).routes[0] == (Stop(0, by_store=True),)
    assert planned(day(camera, shifts=(bare,))).unplanned == ("look",)


def test_a_team_uses_the_parts_of_its_first_role():
    paul = replace(ANNE, agent=AgentId("Paul"), stock={}, store=None)
    both = replace(LEAK, roles=(Role(), Role()))
    problem = day(both, shifts=(ANNE, paul))
    assert codes(problem, [Stop(0)], [Stop(0, 1)]) == []
    assert codes(problem, [Stop(0, 1)], [Stop(0)]) == ["part_missing"]
    assert planned(problem).routes == ((Stop(0),), (Stop(0, 1),))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stock": {"clamp": -1}}, "cannot carry -1 of clamp"),
        ({"store": Store(0, -5)}, "takes -5 s"),
        ({"store": Store(9)}, "place 9"),
        ({"longest_s": -1}, "longest tour of Anne on day 1 is -1 s"),
    ],
)
def test_a_shift_that_cannot_be_meant_is_refused(change, said):
    with pytest.raises(InputError, match=said):
        day(shifts=(replace(ANNE, **change),))


def test_parts_cannot_be_negative():
    with pytest.raises(InputError, match=r"parts\.clamp is negative"):
        day(replace(LEAK, parts={"clamp": -1}))
