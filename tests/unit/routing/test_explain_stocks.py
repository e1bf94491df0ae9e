# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts, stores, vehicles and pinned starts: named as obstacles, before the search, and never falsely."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check_routes
from regard.routing.engine.solve import solve
from regard.routing.explain.proof import unfit
from regard.routing.explain.reasons import explain
from regard.routing.explain.relaxations import relaxations
from regard.routing.explain.soundness import findings
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Cost, Pin, Problem, Shift, Solution, Stop, Store, Visit
from regard.routing.travel import TravelMatrix
from regard.tests.unit.routing.insertions import fits_somewhere

EIGHT = 8 * 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600, stock={"clamp": 1})
CALL, REPAIR = Visit("call", 1, 3600, parts={"clamp": 1}), Visit("repair", 2, 3600, parts={"clamp": 1})


def codes(visits, *, shifts=(ANNE,), planned=()):
    problem = Problem(shifts, visits, TRAVEL, Weights.minimum_travel())
    routes = (tuple(Stop(number) for number in planned), *((),) * (len(shifts) - 1))
    left_out = tuple(v.visit_id for n, v in enumerate(visits) if n not in planned)
    solution = Solution(routes, left_out, Cost(), 0.0, 0, 0, 0.0, planned)
    return [(reason.code, reason.detail) for reason in explain(problem, solution, visits[0].visit_id)]


def test_what_others_use_up_is_missing():
    assert codes((CALL, REPAIR), planned=(1,)) == [("load", "clamp")]


def test_who_can_call_at_a_store_is_able():
    loaded = replace(ANNE, store=Store(3))
    assert codes((CALL, REPAIR), shifts=(loaded,), planned=(1,))[0][0] == "fits"


def test_more_than_a_van_holds_is_no_matter_of_the_plan():
    assert codes((replace(CALL, parts={"clamp": 2}),)) == [("part_missing", "clamp")]


def test_equipment_in_the_store_is_not_missing():
    camera = replace(CALL, parts={}, equipment=frozenset({"camera"}))
    assert codes((camera,)) == [("equipment_missing", "camera")]
    assert codes((camera,), shifts=(replace(ANNE, store=Store(3, 0, frozenset({"camera"}))),))[0][0] == "fits"


def test_a_pinned_start_that_cannot_be_kept_is_told_as_its_time():
    early = replace(CALL, pin=Pin(start_s=EIGHT))
    assert codes((early,)) == [("window", "08:00")]


def test_a_pinned_start_may_be_given_up():
    early = replace(CALL, pin=Pin(start_s=EIGHT))
    problem = Problem((ANNE,), (early,), TRAVEL, Weights.minimum_travel())
    ways = relaxations(problem, Solution(((),), ("call",), Cost(), 0.0, 0, 0, 0.0), "call")
    assert ("pin_time",) in [tuple(bend.way for bend in way.bends) for way in ways]


@pytest.mark.parametrize(
    ("values", "code", "detail"),
    [
        ({"parts": {"pump": 1}}, "part_nobody", "pump"),
        ({"pin": Pin(start_s=0)}, "window_outside", "00:00"),
    ],
)
def test_what_no_van_can_ever_do_is_found_before_the_search(values, code, detail):
    problem = Problem((ANNE,), (replace(CALL, **values),), TRAVEL, Weights.minimum_travel())
    assert [(one.reason.code, one.reason.detail) for one in findings(problem)] == [(code, detail)]


def test_a_place_that_one_vehicle_reaches_is_no_finding():
    cut_off = TravelMatrix(np.where(STEPS == 0, 0, -1).astype(np.int32), STEPS.copy(), (1,))
    truck = replace(ANNE, agent=AgentId("Paul"), vehicle="truck")
    for shifts, found in (((ANNE, truck), []), ((truck,), ["unreachable"])):
        problem = Problem(shifts, (CALL,), TRAVEL, Weights.minimum_travel(), travel_by={"truck": cut_off})
        assert [one.reason.code for one in findings(problem)] == found


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_with_stocks_a_visit_fits_exactly_when_some_insertion_keeps_every_rule(stocked, data):
    problem = data.draw(stocked)
    solution = solve(problem, seconds=10, seed=1, iterations=30)
    assert unfit(problem, solution) == ()
    hopeless = {finding.visit_id for finding in findings(problem)}
    stops = [step for route in solution.routes for step in route if isinstance(step, Stop)]
    assert not hopeless & {problem.visits[stop.visit].visit_id for stop in stops}
    for visit_id in solution.unplanned:
        reasons = explain(problem, solution, visit_id)
        told = any(reason.code in ("fits", "not_worth") for reason in reasons)
        assert told == fits_somewhere(problem, solution, visit_id)
        for way in relaxations(problem, solution, visit_id):
            routes, order = way.inserted(visit_id)
            assert check_routes(way.problem, routes, order=order).violations == ()
