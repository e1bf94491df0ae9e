# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans put together of tours seen during the search."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check, check_routes
from regard.routing.engine.book import Book
from regard.routing.engine.kernel_pool import note_tour, tour_cost
from regard.routing.engine.recombine import chosen_columns, columns_of, new_pool, recombined
from regard.routing.engine.rounds import rounds_of
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Role, Shift, Stop, Visit
from regard.routing.travel import StraightLine
from shapely.geometry import Point


def apart(data, stocked):
    """Return a problem without teams, links and a price of the largest lateness."""
    problem = data.draw(st.one_of(st.from_type(Problem), stocked))
    visits = tuple(replace(visit, roles=(Role(),)) for visit in problem.visits)
    weights = replace(problem.weights, largest_lateness=0.0)
    return replace(problem, visits=visits, links=(), weights=weights)


def drawn_pool(data, book, problem):
    """Return a pool of the tours of a few short searches, and one of their plans."""
    pool, plans = new_pool(data.draw(st.integers(2, 30))), []
    for seed in range(data.draw(st.integers(1, 4))):
        steps = data.draw(st.integers(1, 20))
        found = solve(problem, seconds=60, seed=seed, iterations=steps)
        plan = book.plan_of(found.routes, found.order)
        for shift in book.shifts:
            note_tour(book.facts, plan, book.fits, *pool, shift)
        plans.append(plan)
    return pool, data.draw(st.sampled_from(plans))


def cheapest_cover(book, columns):
    """Return the least cost of any set of tours, and what they leave out, by trying all."""
    facts, least = book.facts, np.inf
    counts = np.bincount(facts["alike"][book.shifts.start : book.shifts.stop])
    for size in range(len(columns) + 1):
        for chosen in combinations(columns, size):
            used = np.bincount([column.alike for column in chosen], minlength=len(counts))
            made = {facts["visit"][task] for column in chosen for task in column.tasks}
            left = [row for row in book.visits if row not in made]
            if (used <= counts).all() and not facts["fixed"][left].any():
                cost = sum(column.cost for column in chosen) + facts["value"][left].sum()
                least = min(least, cost)
    return least


@settings(max_examples=max(50, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_the_tours_of_a_plan_cost_what_the_plan_costs(data, stocked):
    problem = apart(data, stocked)
    book = Book.of(problem)
    _, plan = drawn_pool(data, book, problem)
    tours = sum(tour_cost(book.facts, plan, book.fits, s) for s in book.shifts if plan["stops"][s])
    assert tours + plan["unplanned"][0] == pytest.approx(plan["cost"][0], abs=1e-6)


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_a_plan_put_together_is_cheaper_and_keeps_the_rules(data, stocked):
    problem = apart(data, stocked)
    book = Book.of(problem)
    pool, plan = drawn_pool(data, book, problem)
    better = recombined(book, [pool], plan, None)
    if better is not None:
        checked = check_routes(problem, book.routes_of(better), order=book.order_of(better))
        assert not checked.violations
        assert checked.total * 60 == pytest.approx(better["cost"][0], abs=1e-3)
        assert better["cost"][0] < plan["cost"][0]


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_the_chosen_tours_are_the_cheapest_of_all_choices(data, stocked):
    problem = apart(data, stocked)
    book = Book.of(problem)
    pool, _ = drawn_pool(data, book, problem)
    columns = columns_of([pool])[:9]
    least = cheapest_cover(book, columns)
    chosen = chosen_columns(book, columns, least + 1.0)
    if not chosen:
        # nothing planned may be as cheap, or nothing covers the given beginnings
        assert least == np.inf or least == pytest.approx(cheapest_cover(book, []), abs=1.0)
        return
    made = {book.facts["visit"][task] for column in chosen for task in column.tasks}
    left = [row for row in book.visits if row not in made]
    cost = sum(column.cost for column in chosen) + book.facts["value"][left].sum()
    assert cost == pytest.approx(least, abs=1e-3)
    assert not chosen_columns(book, columns, least)


def square(*starts, agents=2):
    """Return visits at four corners around the agents' home, each open at its start for half an hour."""
    corners = [Point(0, 0), Point(3000, 0), Point(3000, 500), Point(-3000, 0), Point(-3000, 500)]
    visits = tuple(
        Visit(f"V{number}", number, 300, windows=((start_s, start_s + 1800),), value_min=1000)
        for number, start_s in enumerate(starts, 1)
    )
    shifts = tuple(Shift(AgentId(f"A{number}"), 0, 0, 0, 0, 8 * 3600) for number in range(agents))
    travel = StraightLine().matrix(corners)
    return Problem(shifts, visits, travel, Weights.minimum_travel())


def noted(book, *plans):
    """Return the pool of the tours (visits, indices) of some plans."""
    pool = new_pool(100)
    for routes in plans:
        plan = book.plan_of([tuple(map(Stop, route)) for route in routes])
        for shift in book.shifts:
            note_tour(book.facts, plan, book.fits, *pool, shift)
    return pool


def test_good_halves_of_two_plans_make_one():
    """One plan serves the east well, the other one the west."""
    book = Book.of(square(3600, 3600 * 2, 3600, 3600 * 2, agents=3))
    plans = ([[0, 1], [2], [3]], [[0], [1], [2, 3]])
    pool = noted(book, *plans)
    best = book.plan_of([tuple(map(Stop, route)) for route in plans[0]])
    better = recombined(book, [pool], best, None)
    made = sorted(sorted(stop.visit for stop in route) for route in book.routes_of(better) if route)
    assert made == [[0, 1], [2, 3]]


def test_a_visit_on_two_tours_stays_where_leaving_it_out_saves_least():
    book = Book.of(square(3600, 3600 * 2, 3600 * 3, 3600 * 4))
    pool = noted(book, [[0, 1, 2], []], [[2, 3], []])
    best = book.plan_of([(Stop(0), Stop(3)), (Stop(1), Stop(2))])
    better = recombined(book, [pool], best, None)
    made = sorted(sorted(stop.visit for stop in route) for route in book.routes_of(better) if route)
    assert made == [[0, 1], [2, 3]]


def test_of_the_same_visits_the_cheaper_order_is_kept():
    problem = square(0, 0, 0, 0)
    book = Book.of(replace(problem, visits=tuple(replace(v, windows=()) for v in problem.visits)))
    for plans in ([[0, 1, 2, 3], []], [[0, 2, 1, 3], []]), ([[0, 2, 1, 3], []], [[], [0, 1, 2, 3]]):
        (column,) = columns_of([noted(book, *plans)])
        order = [book.stops[task - book.facts["tasks_from"][0]].visit for task in column.tasks]
        assert order == [0, 1, 2, 3]


def test_nothing_seen_is_nothing_better():
    book = Book.of(square(0, 0, 0, 0))
    assert recombined(book, [new_pool(0), new_pool(5)], book.plan_of(book.opening), None) is None


def test_rounds_are_long_enough_and_none_where_tours_depend_on_each_other():
    problem = square(0, 0, 0, 0)
    book = Book.of(problem)
    assert [rounds_of(book, 60, steps) for steps in (1, 3999, 4000, 10**6)] == [1, 1, 2, 6]
    assert rounds_of(book, 0.01, None) == 1
    assert rounds_of(book, 60, None) == 6
    pairs = tuple(replace(visit, roles=(Role(), Role())) for visit in problem.visits)
    late = replace(problem.weights, largest_lateness=1.0)
    for other in (replace(problem, visits=pairs), replace(problem, weights=late)):
        assert rounds_of(Book.of(other), 60, None) == 1


def many(visits=40, agents=4):
    rng = np.random.default_rng(3)
    places = [Point(0, 0), *(Point(*xy) for xy in rng.uniform(0, 8000, (visits, 2)))]
    shifts = tuple(Shift(AgentId(f"A{number}"), 0, 0, 0, 0, 8 * 3600) for number in range(agents))
    todo = tuple(
        Visit(f"V{number}", number, 600, windows=((number * 300, 8 * 3600),), value_min=1000)
        for number in range(1, visits + 1)
    )
    return Problem(shifts, todo, StraightLine().matrix(places), Weights.minimum_travel())


@pytest.mark.parametrize("threads", [1, 2])
def test_several_rounds_give_the_same_plan_for_the_same_seed_and_steps(threads):
    problem = many()
    one, two = (solve(problem, seconds=120, seed=5, iterations=60_000, threads=threads) for _ in range(2))
    assert one.routes == two.routes
    assert one.total == two.total
    assert one.iterations == 60_000
    assert not check(problem, one).violations
