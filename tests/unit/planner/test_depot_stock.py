# SPDX-License-Identifier: GPL-3.0-or-later
"""What tours take from a depot together, against every set of visits that could be left out."""

from dataclasses import dataclass, field
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from regard.planner.tours.depot_stock import beyond_depots
from regard.routing.model.problem import Stop


@dataclass
class Visit:
    visit_id: str
    parts: dict
    value_min: int
    due_s: int | None = None


@dataclass
class Shift:
    stock: dict
    store: object


@dataclass
class Store:
    place: int = 7


@dataclass
class Problem:
    visits: list
    shifts: list

    @property
    def numbers(self):
        return {visit.visit_id: number for number, visit in enumerate(self.visits)}


@dataclass
class Tours:
    problem: Problem
    stores: dict = field(default_factory=dict)


@dataclass
class Found:
    routes: list


VISIT = st.tuples(st.integers(1, 3), st.integers(1, 4))
TOURS = st.lists(st.tuples(st.integers(0, 3), st.booleans(), st.lists(VISIT, max_size=3)), max_size=3)


def day(tours, held):
    visits, shifts, routes = [], [], []
    for stock, calls, own in tours:
        first = len(visits)
        visits += [Visit(f"V{first + n}", {"clamp": count}, worth) for n, (count, worth) in enumerate(own)]
        shifts.append(Shift({"clamp": stock}, Store()))
        routes.append([Stop(first + n, by_store=calls and n == 0) for n in range(len(own))])
    return Tours(Problem(visits, shifts), {7: ("D1", {"clamp": held})}), Found(routes)


def taken(tours, without):
    """Return what calling tours take from the depot, with some visits left out."""
    total, number = 0, 0
    for stock, calls, own in tours:
        names = range(number, number + len(own))
        number += len(own)
        needed = sum(count for n, (count, _) in zip(names, own, strict=True) if f"V{n}" not in without)
        total += max(0, needed - stock) if calls and own else 0
    return total


@given(TOURS, st.integers(0, 6))
def test_what_is_left_out_is_enough_and_nothing_of_it_could_stay(tours, held):
    gone = {name for (_, name) in beyond_depots([day(tours, held)])}
    assert taken(tours, gone) <= held
    if taken(tours, set()) <= held:
        assert gone == set()
    worth = {visit.visit_id: visit.value_min for visit in day(tours, held)[0].problem.visits}
    if gone:
        # nobody who is worth more than all others goes where a cheaper one of the same tour was enough
        fewer = [set(some) for some in combinations(gone, len(gone) - 1)]
        last = max(gone, key=lambda name: worth[name])
        assert any(taken(tours, some) > held for some in fewer if last not in some)


@given(TOURS, TOURS, st.integers(0, 6))
def test_problems_of_one_plan_share_the_depot(one, other, held):
    gone = beyond_depots([day(one, held), day(other, held)])
    left = [{name for number, name in gone if number == n} for n in (0, 1)]
    assert taken(one, left[0]) + taken(other, left[1]) <= held
