# SPDX-License-Identifier: GPL-3.0-or-later
"""Ties between visits, one test for each rule; engine and checker agree on all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from regard.core.errors import InputError
from regard.core.ids import AgentId
from regard.routing.check.checker import check, check_routes
from regard.routing.engine.solve import solve
from regard.routing.model.links import Link, LinkKind
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Role, Shift, Stop, Visit
from regard.routing.travel import TravelMatrix

EIGHT = 8 * 3600
STEPS = np.abs(np.subtract.outer(np.arange(4), np.arange(4))).astype(np.int32)
TRAVEL = TravelMatrix(STEPS * 600, STEPS * 5000)
ANNE = Shift(AgentId("Anne"), 0, 0, 0, EIGHT, 16 * 3600)
PAUL = replace(ANNE, agent=AgentId("Paul"))
DIG, FILL = Visit("dig", 1, 3600), Visit("fill", 2, 1800)


def planned(*links, visits=(DIG, FILL), shifts=(ANNE, PAUL)):
    """Return the checked plan, and the first start and the agents of each visit."""
    problem = Problem(shifts, visits, TRAVEL, Weights.minimum_travel(), links)
    solution = solve(problem, seconds=20, seed=1, iterations=400)
    checked = check(problem, solution)
    assert checked.violations == ()
    starts, agents = {}, {}
    for shift, tour in zip(shifts, checked.tours, strict=True):
        for stop in tour.stops:
            starts[stop.visit_id] = min(stop.start_s, starts.get(stop.visit_id, stop.start_s))
            agents.setdefault(stop.visit_id, set()).add(shift.agent)
    return solution, starts, agents


def test_what_follows_waits_for_the_end_and_the_lag():
    _, starts, _ = planned(Link("dig", "fill", LinkKind.AFTER, min_lag_s=7200))
    assert starts["fill"] >= starts["dig"] + 3600 + 7200


def test_what_follows_is_left_out_with_what_it_follows():
    impossible = replace(DIG, duration_s=20 * 3600)
    solution, starts, _ = planned(Link("dig", "fill", LinkKind.AFTER), visits=(impossible, FILL))
    assert (set(solution.unplanned), starts) == ({"dig", "fill"}, {})


def test_what_opens_the_way_to_something_worth_more_is_planned():
    """An hour of driving for what is worth five minutes pays for the sake of what follows what follows it."""
    dig, sign = (replace(DIG, visit_id=name, place=3, value_min=5) for name in ("dig", "sign"))
    links = Link("dig", "sign", LinkKind.AFTER), Link("sign", "fill", LinkKind.AFTER)
    fill = replace(FILL, value_min=100)
    solution, _, _ = planned(*links, visits=(dig, sign, fill))
    assert solution.unplanned == ()
    solution, _, _ = planned(*links, visits=(dig, sign, replace(fill, value_min=20)))
    assert len(solution.unplanned) == 3


def test_what_must_follow_soon_is_not_planned_too_late():
    late = replace(FILL, windows=((15 * 3600, 16 * 3600),))
    solution, _, _ = planned(Link("dig", "fill", LinkKind.AFTER, 0, 3600), visits=(DIG, late))
    assert solution.unplanned == ("fill",)


def test_together_means_one_moment_and_two_agents():
    _, starts, agents = planned(Link("dig", "fill", LinkKind.TOGETHER))
    assert starts["dig"] == starts["fill"]
    assert not agents["dig"] & agents["fill"]


SIGN = Visit("sign", 1, 600)


def test_of_visits_made_together_a_link_ties_only_the_one_that_it_names():
    """Only Anne may sign and fill, and has to do both; Paul digs while she signs."""
    fill, sign = replace(FILL, forbidden=frozenset({"Paul"})), replace(SIGN, forbidden=frozenset({"Paul"}))
    pair, same = Link("dig", "sign", LinkKind.TOGETHER), Link("sign", "fill", LinkKind.SAME_AGENT)
    _, _, agents = planned(pair, same, visits=(DIG, sign, fill))
    assert (agents["dig"], agents["sign"], agents["fill"]) == ({"Paul"}, {"Anne"}, {"Anne"})


def test_what_follows_one_of_two_visits_made_together_waits_for_its_end_only():
    pair, soon = Link("dig", "sign", LinkKind.TOGETHER), Link("sign", "fill", LinkKind.AFTER, 0, 1200)
    _, starts, _ = planned(pair, soon, visits=(DIG, SIGN, FILL), shifts=(ANNE, PAUL))
    assert starts["sign"] + 600 <= starts["fill"] <= starts["sign"] + 1800


def test_what_is_kept_apart_from_one_of_two_visits_made_together_may_overlap_the_other():
    pair, apart = Link("dig", "sign", LinkKind.TOGETHER), Link("sign", "fill", LinkKind.APART)
    at_noon = tuple(replace(visit, windows=((12 * 3600, 12 * 3600),)) for visit in (DIG, SIGN))
    soon = replace(FILL, windows=((12 * 3600, 12 * 3600 + 1800),))
    solution, _, _ = planned(pair, apart, visits=(*at_noon, soon))
    assert solution.unplanned == ()


def test_alone_nobody_makes_two_visits_together():
    solution, _, _ = planned(Link("dig", "fill", LinkKind.TOGETHER), shifts=(ANNE,))
    assert set(solution.unplanned) == {"dig", "fill"}


def test_visits_kept_apart_never_overlap():
    at_eight = tuple(
        replace(visit, windows=((EIGHT, EIGHT + 3600),), forbidden=frozenset({other.agent}))
        for visit, other in ((DIG, PAUL), (FILL, ANNE))
    )
    solution, starts, _ = planned(visits=at_eight)
    assert starts["dig"] < starts["fill"] + 1800
    assert starts["fill"] < starts["dig"] + 3600
    solution, starts, _ = planned(Link("dig", "fill", LinkKind.APART), visits=at_eight)
    assert solution.unplanned == ()
    assert starts["dig"] >= starts["fill"] + 1800


def test_the_same_agent_makes_both():
    mine = replace(DIG, forbidden=frozenset({ANNE.agent}))
    anyones = replace(FILL, preferred=frozenset({ANNE.agent}))
    _, _, agents = planned(Link("dig", "fill", LinkKind.SAME_AGENT), visits=(mine, anyones))
    assert agents["dig"] == agents["fill"] == {"Paul"}


def test_both_are_made_on_the_same_day():
    tomorrow = replace(PAUL, day=1, start_s=EIGHT + 86_400, end_s=86_400 + 16 * 3600)
    later = replace(FILL, earliest_s=86_400)
    _, starts, _ = planned(
        Link("dig", "fill", LinkKind.SAME_DAY), visits=(DIG, later), shifts=(ANNE, tomorrow)
    )
    assert starts["dig"] >= 86_400


def test_a_second_agent_may_come_later():
    pair = replace(DIG, roles=(Role(), Role(lag_s=(1800, 2400))))
    _, _, agents = planned(visits=(pair,))
    assert agents["dig"] == {"Anne", "Paul"}
    problem = Problem((ANNE, PAUL), (pair,), TRAVEL, Weights.minimum_travel())
    first, second = (tour.stops[0] for tour in check_routes(problem, [[Stop(0)], [Stop(0, 1)]]).tours)
    assert second.start_s == first.start_s + 1800


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ([Link("dig", "lay", LinkKind.APART)], "no visit lay"),
        ([Link("dig", "dig", LinkKind.APART)], "linked to itself"),
        ([Link("dig", "fill", LinkKind.AFTER, 600, 300)], "lag of 600 to 300"),
        ([Link("dig", "fill", LinkKind.AFTER), Link("fill", "dig", LinkKind.AFTER)], "after the next"),
        ([Link("dig", "fill", LinkKind.TOGETHER), Link("dig", "fill", LinkKind.APART)], "start together"),
    ],
)
def test_links_that_cannot_be_meant_are_named(links, told):
    with pytest.raises(InputError, match=told):
        Problem((ANNE,), (DIG, FILL), TRAVEL, Weights.minimum_travel(), tuple(links))


@pytest.mark.parametrize(
    ("link", "routes", "code"),
    [
        (Link("dig", "fill", LinkKind.AFTER), [[Stop(1)], []], "link_missing"),
        (Link("dig", "fill", LinkKind.AFTER), [[Stop(1), Stop(0)], []], "circular_wait"),
        (Link("dig", "fill", LinkKind.TOGETHER), [[Stop(0)], []], "link_missing"),
        (Link("dig", "fill", LinkKind.SAME_AGENT), [[Stop(0)], [Stop(1)]], "link_agent"),
    ],
)
def test_the_checker_names_a_broken_link(link, routes, code):
    problem = Problem((ANNE, PAUL), (DIG, FILL), TRAVEL, Weights.minimum_travel(), (link,))
    assert code in [violation.code for violation in check_routes(problem, routes).violations]


def test_a_move_against_the_published_plan_costs():
    weights = replace(Weights.minimum_travel(), moves=30.0)
    given = replace(DIG, published=frozenset({(PAUL.agent, 0)}))
    problem = Problem((ANNE, PAUL), (given,), TRAVEL, weights)
    assert check_routes(problem, [[Stop(0)], []]).cost.moves == 1
    assert check_routes(problem, [[], [Stop(0)]]).cost.moves == 0
    assert len(solve(problem, seconds=20, seed=1, iterations=50).routes[1]) == 1
