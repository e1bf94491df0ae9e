# SPDX-License-Identifier: GPL-3.0-or-later
"""What no plan can hold is named before the search: one test for each rule, and never a false alarm."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check
from regard.routing.engine.solve import solve
from regard.routing.explain.soundness import findings, marked_hopeless
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Pin, Problem, Role, Shift, Stop, Visit
from regard.routing.travel import TravelMatrix

EIGHT = 8 * 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600, frozenset({"meter"}), frozenset({"camera"}))
PAUL = Shift(AgentId("Paul"), 0, 0, 0, EIGHT, 16 * 3600, frozenset({"leak"}))
CALL, NEXT = Visit("call", 1, 3600), Visit("next", 2, 3600)


def found(*visits, links=(), travel=TRAVEL, shifts=(ANNE, PAUL)):
    problem = Problem(shifts, visits, travel, Weights.minimum_travel(), tuple(links))
    return [(one.visit_id, one.reason.code, one.reason.detail) for one in findings(problem)]


def test_a_sound_problem_has_no_findings():
    assert found(CALL, NEXT, links=[Link("call", "next", LinkKind.AFTER)]) == []


ANNE_ONLY = Pin(frozenset({AgentId("Anne")}))


@pytest.mark.parametrize(
    ("values", "code", "detail"),
    [
        ({"windows": ((0, 3600), (18 * 3600, 19 * 3600))}, "window_outside", "00:00-01:00, 18:00-19:00"),
        ({"earliest_s": 3 * 86_400}, "earliest_start", "4 00:00"),
        ({"skills": frozenset({"diving"})}, "skill_nobody", "diving"),
        ({"team_skills": frozenset({"meter", "leak"})}, "skills_nobody", "leak + meter"),
        ({"equipment": frozenset({"crane"})}, "equipment_nobody", "crane"),
        ({"roles": (Role(), Role(), Role())}, "crew", "2/3"),
        ({"pin": ANNE_ONLY, "forbidden": frozenset({"Anne"})}, "pin_forbidden", "Anne"),
        ({"pin": Pin(frozenset({AgentId("Eve")}))}, "pin_absent", "Eve"),
        ({"pin": Pin(day=4)}, "pin_day", "5"),
        ({"pin": ANNE_ONLY, "skills": frozenset({"leak"})}, "pin_skill", "leak"),
    ],
)
def test_what_is_wrong_with_a_visit_is_named(values, code, detail):
    assert ("call", code, detail) in found(replace(CALL, **values), NEXT)


def test_a_place_without_a_road_is_named():
    cut_off = STEPS * 600
    cut_off[1, :] = cut_off[:, 1] = -1
    assert found(CALL, NEXT, travel=TravelMatrix(cut_off, cut_off.copy(), (1,))) == [
        ("call", "unreachable", "")
    ]


def test_links_against_the_windows_are_named():
    morning = replace(NEXT, windows=((EIGHT, EIGHT + 1800),))
    evening = replace(CALL, windows=((14 * 3600, 15 * 3600),))
    assert found(evening, morning, links=[Link("call", "next", LinkKind.AFTER)]) == [
        ("next", "link_never", "call")
    ]
    assert found(evening, morning, links=[Link("next", "call", LinkKind.AFTER, 0, 600)]) == [
        ("call", "link_never", "next")
    ]
    together = found(evening, morning, links=[Link("call", "next", LinkKind.TOGETHER)])
    assert together == [("call", "link_never", "next"), ("next", "link_never", "call")]


def test_what_depends_on_a_hopeless_visit_is_named_too():
    hopeless, last = replace(CALL, skills=frozenset({"diving"})), replace(NEXT, visit_id="last")
    links = [Link("call", "next", LinkKind.AFTER), Link("next", "last", LinkKind.TOGETHER)]
    assert found(hopeless, NEXT, last, links=links)[1:] == [
        ("next", "link_missing", "call"),
        ("last", "link_missing", "next"),
    ]


@settings(max_examples=max(200, settings.default.max_examples), deadline=None)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_no_plan_holds_a_visit_with_a_finding(linked, data, seed):
    problem = data.draw(linked)
    hopeless = {finding.visit_id for finding in findings(problem)}
    assert hopeless <= set(solve(problem, seconds=10, seed=seed, iterations=100).unplanned)


def test_work_that_nobody_can_do_is_in_no_share():
    night = Visit("night", 3, 20 * 3600, skills=frozenset({"diver"}))
    weights = replace(Weights.minimum_travel(), imbalance=0.5)
    problem = marked_hopeless(Problem((ANNE, PAUL), (CALL, NEXT, night), TRAVEL, weights))
    assert [visit.hopeless for visit in problem.visits] == [False, False, True]
    solution = solve(problem, seconds=60, iterations=200, seed=1)
    # both in one tour save 20 minutes of driving and are 60 above the share of an hour
    assert all(solution.routes)
    together = replace(solution, routes=((Stop(0), Stop(1)), ()))
    assert check(problem, together).cost.imbalance == 60
    unmarked = replace(problem, visits=(CALL, NEXT, night))
    assert check(unmarked, together).cost.imbalance == 0
