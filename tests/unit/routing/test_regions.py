# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches that look after one region of a plan each: nothing is lost, made twice or changed by another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check
from regard.routing.engine.kernel_schedule import schedule
from regard.routing.engine.regions import Regions, are_apart
from regard.routing.engine.solve import _Search, solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Shift, Visit
from regard.routing.travel import StraightLine
from shapely.geometry import Point

HOUR_S = 3600


def town(visits, agents, seed=1):
    """Return a day of visits anywhere in a town, by agents from two depots."""
    rng = np.random.default_rng(seed)
    depots = [Point(0, 0), Point(9_000, 9_000)]
    places = depots + [Point(x, y) for x, y in rng.uniform(0, 9_000, (visits, 2))]
    starts_s = 8 * HOUR_S + rng.integers(0, 6, visits) * HOUR_S
    shifts = tuple(
        Shift(
            agent=AgentId(f"A{number}"),
            day=0,
            start_place=number % 2,
            end_place=number % 2,
            start_s=8 * HOUR_S,
            end_s=16 * HOUR_S,
        )
        for number in range(agents)
    )
    todo = tuple(
        Visit(
            visit_id=f"V{number}",
            place=2 + number,
            duration_s=1800,
            windows=((int(opens_s), int(opens_s) + 2 * HOUR_S),),
            value_min=600,
        )
        for number, opens_s in enumerate(starts_s)
    )
    return Problem(shifts, todo, StraightLine().matrix(places), Weights.minimum_travel())


@settings(max_examples=20, deadline=None)
@given(
    visits=st.integers(12, 60), agents=st.integers(2, 10), count=st.integers(2, 4), seed=st.integers(0, 99)
)
def test_regions_put_together_cost_what_each_has_saved(visits, agents, count, seed):
    """Each search changes its own region alone: the savings add up, and no rule is broken."""
    searches = _Search.several(town(visits, agents, seed), seed, count, None)
    book = searches[0].book
    regions = Regions.of(searches, seed)
    before = float(searches[0].plans[1]["cost"][0])
    for search in searches:
        assert float(search.plans[1]["cost"][0]) == before
        search.run(40, 400, (search.hot, search.hot))
    owners = np.array([search.desk["barred"][1 : book.visits.stop] == 0 for search in searches])
    assert (owners.sum(axis=0) == 1).all()
    saved = sum(before - float(search.plans[1]["cost"][0]) for search in searches)
    whole = regions._whole(1)
    assert schedule(book.facts, whole, book.travel, book.fits)
    assert float(whole["cost"][0]) == pytest.approx(before - saved)
    assert whole["planned"][0] == (whole["rank"][book.visits.start : book.visits.stop] >= 0).sum()
    least = min(float(search.plans[2]["cost"][0]) for search in searches)
    regions.hand_back()
    assert all(float(search.plans[2]["cost"][0]) <= least + 1e-6 for search in searches)


def test_a_large_plan_is_the_same_for_the_same_steps_and_passes_the_checker():
    """Two searches share a plan of 500 visits; the cuts depend on the seed alone."""
    problem = town(500, 60)
    one, other = (solve(problem, seconds=600, seed=3, iterations=1500, threads=2) for _ in range(2))
    assert one.routes == other.routes
    assert one.total == other.total
    assert check(problem, one).violations == ()


def test_only_large_plans_of_tours_that_depend_on_no_other_are_cut():
    """A small plan is searched whole by everybody, and so is any plan by one alone."""
    large, small = (_Search.several(town(visits, 10), 1, 1, None)[0].book for visits in (500, 499))
    assert are_apart(large, 2)
    assert not are_apart(large, 1)
    assert not are_apart(small, 2)
