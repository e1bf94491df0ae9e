# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours that depend on no other: changed one by one, they keep the times and terms of the whole plan."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.ids import AgentId
from regard.routing.check.checker import check
from regard.routing.engine.book import Book
from regard.routing.engine.kernel_choice import cheapest
from regard.routing.engine.kernel_near import cheapest_near
from regard.routing.engine.kernel_schedule import schedule
from regard.routing.engine.kernel_seats import remove
from regard.routing.engine.kernel_tours import copy_altered, open_tour, put_in_order, seat, time_opened
from regard.routing.engine.neighbourhood import Neighbourhood
from regard.routing.engine.solve import solve
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Problem, Role, Shift, Visit
from regard.routing.travel import StraightLine, TravelMatrix
from shapely.geometry import Point


def drawn_book(data, stocked):
    """Return a problem without teams and links as the kernels see it."""
    problem = data.draw(st.one_of(st.from_type(Problem), stocked))
    visits = tuple(replace(visit, roles=(Role(),)) for visit in problem.visits)
    book = Book.of(replace(problem, visits=visits, links=()))
    assert not book.has_meetings
    return book


def assert_same(book, plan):
    """Compare a plan with the whole pass over it."""
    put_in_order(book.facts, plan, book.new_desk())
    again = plan.copy()
    assert schedule(book.facts, again, book.travel, book.fits)
    for name in ("cost", "unplanned"):
        assert again[0][name] == pytest.approx(plan[0][name])
    for name in ("planned", "travel_s", "waiting_s", "lateness_s", "overtime_s", "imbalance_s", "moves"):
        assert again[0][name] == plan[0][name], name
    tasks = np.flatnonzero(plan["shift"])
    for name in ("start_s", "pending", "drive_s", "idle_s", "loaded", "back_late_s"):
        assert (again[name][tasks] == plan[name][tasks]).all(), name
    used = [shift for shift in book.shifts if plan["stops"][shift]]
    for name in ("busy_s", "returns_s", "saved_s", "waited_s"):
        assert (again[name][used] == plan[name][used]).all(), name
    assert (again["used"] == plan["used"]).all()


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_a_tour_changed_alone_has_the_times_of_the_whole_pass(data, stocked):
    """Insert and remove visits in turn; after each, all times and terms are those of the whole pass."""
    book = drawn_book(data, stocked)
    plan, desk, draws = book.plan_of(book.opening), book.new_desk(), np.ones(1, np.uint64)
    kept = plan.copy()
    for row in data.draw(st.lists(st.sampled_from(list(book.visits)), min_size=1, max_size=12)):
        desk["altered"], desk["alterations"] = 0, 0
        if plan["rank"][row] >= 0:
            if book.facts["fixed"][row]:
                continue
            open_tour(book.facts, plan, desk, book.fits, plan["shift"][book.facts["first_task"][row]])
            remove(book.facts, plan, row)
            plan["unplanned"][0] += book.facts["value"][row]
            plan["planned"][0] -= 1
            if not time_opened(book.facts, plan, desk, book.travel, book.fits):
                plan[:] = kept
                continue
        elif cheapest(book.facts, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws) < np.inf:
            assert seat(book.facts, plan, desk, book.travel, book.fits, row)
        else:
            continue
        desk["out"][0] = row
        copy_altered(book.facts, plan, kept, desk, 1)
        assert_same(book, plan.copy())
        assert_same(book, kept.copy())


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_looking_at_alike_empty_shifts_once_finds_the_cheapest_seat(data, stocked):
    book = drawn_book(data, stocked)
    plan, desk, draws = book.plan_of(book.opening), book.new_desk(), np.ones(1, np.uint64)
    lists = Neighbourhood.of(book)
    problem = (book.facts, book.travel, book.fits, lists.close, lists.homes)
    for row in data.draw(st.permutations(list(book.visits))):
        if plan["rank"][row] >= 0:
            continue
        desk["step"][0] += 1
        cost = cheapest(book.facts, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws)
        assert cheapest_near(problem, plan, desk, row, np.inf, 0.0, True, draws) == pytest.approx(cost)
        if cost < np.inf:
            assert seat(book.facts, plan, desk, book.travel, book.fits, row)


def plain_problem(data, stocked):
    """Return a problem whose visits cost the drive to them alone, some tours with a longest duration."""
    problem = data.draw(stocked)
    shifts = tuple(
        replace(shift, breaks=(), overtime_s=0, store=None, leaves_late=True, vehicle=shift.vehicle)
        for shift in problem.shifts
    )
    visits = tuple(
        replace(
            visit,
            roles=(Role(),),
            due_s=None,
            earliest_s=0,
            pin=None,
            windows=visit.windows[:1],
            equipment=frozenset(),
        )
        for visit in problem.visits
    )
    weights = Weights.minimum_travel()
    return replace(problem, shifts=shifts, visits=visits, links=(), weights=weights)


@settings(max_examples=max(200, settings.default.max_examples), deadline=None)
@given(data=st.data())
def test_where_only_the_drive_counts_the_detour_is_the_exact_price(data, stocked):
    """The short way to the cheapest seat finds what pricing every consequence finds."""
    book = Book.of(plain_problem(data, stocked))
    assert book.facts["is_plain"][0]
    exact = book.facts.copy()
    exact["is_plain"] = 0
    plan, desk, draws = book.plan_of(book.opening), book.new_desk(), np.ones(1, np.uint64)
    for row in data.draw(st.permutations(list(book.visits))):
        cost = cheapest(exact, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws)
        assert cheapest(book.facts, plan, desk, book.travel, book.fits, row, np.inf, 0.0, draws) == cost
        if cost < np.inf:
            start_s = desk["best_start_s"][book.facts["first_task"][row]]
            assert seat(book.facts, plan, desk, book.travel, book.fits, row)
            assert plan["start_s"][row] == start_s


def scattered(visits, agents, *, value_min=10_000):
    """Return a day of visits in a square, all agents at home in its corner."""
    rng = np.random.default_rng(1)
    places = [Point(0, 0), *(Point(*xy) for xy in rng.uniform(0, 8000, (visits, 2)))]
    shifts = tuple(Shift(AgentId(f"A{number}"), 0, 0, 0, 0, 8 * 3600) for number in range(agents))
    todo = tuple(
        Visit(f"V{number}", number, 900, windows=((number * 60, 8 * 3600),), value_min=value_min)
        for number in range(1, visits + 1)
    )
    return Problem(shifts, todo, StraightLine().matrix(places), Weights.minimum_travel())


def test_a_day_so_big_that_only_near_places_are_tried():
    problem = scattered(300, 20)
    solution = solve(problem, seconds=60, seed=1, iterations=500)
    checked = check(problem, solution)
    assert checked.violations == ()
    assert checked.total == pytest.approx(solution.total)
    # how the search is cut into slices of time does not show
    again = solve(problem, seconds=60, seed=1, iterations=500)
    assert (again.routes, again.total) == (solution.routes, solution.total)
    assert solve(problem, seconds=60, seed=1, iterations=1).total > solution.total


def far_cluster(value_min):
    """Return four places close together, far from home, and what each is worth."""
    seconds = np.full((5, 5), 60, np.int32)
    seconds[0, 1:] = seconds[1:, 0] = 3600
    np.fill_diagonal(seconds, 0)
    shift = Shift(AgentId("Anne"), 0, 0, 0, 0, 8 * 3600)
    todo = tuple(Visit(f"V{number}", number, 600, value_min=value_min) for number in range(1, 5))
    return Problem((shift,), todo, TravelMatrix(seconds, seconds), Weights.minimum_travel())


def test_visits_that_pay_only_together_are_planned():
    assert solve(far_cluster(60), seconds=10, seed=1, iterations=100).unplanned == ()


def test_visits_that_do_not_pay_together_are_left_out():
    assert len(solve(far_cluster(30), seconds=10, seed=1, iterations=100).unplanned) == 4
