# SPDX-License-Identifier: GPL-3.0-or-later
"""Levelling held against filling by hand, and what must hold whatever the figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.steering.programme.levelling import Movable, Pool, left_over, level_year

figures = st.lists(st.integers(0, 60), min_size=12, max_size=12).map(lambda found: tuple(map(float, found)))
allowed = st.sets(st.integers(1, 12), min_size=1)


def spread_in(load, months):
    return tuple(value if n + 1 in months else 0.0 for n, value in enumerate(load))


def by_hand(fixed, load, capacity, months, level):
    """Return how much leaves the overfull months for allowed ones with room, the first ones first."""
    above = [min(max(f + x - level * c, 0.0), x) for f, x, c in zip(fixed, load, capacity, strict=True)]
    room = [
        max(level * c - f - x, 0.0) if n + 1 in months else 0.0
        for n, (f, x, c) in enumerate(zip(fixed, load, capacity, strict=True))
    ]
    left, takes = min(sum(above), sum(room)), []
    moved = left
    for own in room:
        takes.append(min(own, left))
        left -= takes[-1]
    return moved, takes


@settings(max_examples=150, deadline=None)
@given(figures, figures, figures, allowed, st.sampled_from([80.0, 95.0, 100.0]))
def test_one_work_and_one_pool_are_levelled_as_by_hand(fixed, load, capacity, months, level):
    load = spread_in(load, months)
    work = Movable("work", load, months, {"all": 1.0})
    found = level_year([Pool("all", fixed, capacity)], [work], level_percent=level)
    moved, takes = by_hand(fixed, load, capacity, months, level / 100)
    assert found.moved == pytest.approx(moved, abs=1e-4)
    taken = [max(change, 0.0) for change in found.given(work)]
    assert taken == pytest.approx(takes, abs=1e-3)


works = st.lists(st.tuples(figures, allowed, st.sets(st.sampled_from(["a", "b"]), min_size=1)), max_size=3)


@settings(max_examples=80, deadline=None)
@given(works, figures, figures, figures)
def test_what_is_owed_stays_whole_within_its_months_and_no_pool_gets_worse_in_all(
    drawn, fixed, first, second
):
    pools = [Pool("a", fixed, first), Pool("b", fixed, second)]
    movables = [
        Movable(str(n), spread_in(load, months), months, dict.fromkeys(sorted(names), 0.5))
        for n, (load, months, names) in enumerate(drawn)
    ]
    found = level_year(pools, movables, level_percent=95.0)
    for one in movables:
        now = found.loads[one.name]
        assert sum(now) == pytest.approx(sum(one.load), abs=1e-4)
        assert min(now) >= -1e-6
        assert all(abs(value) < 1e-6 or n + 1 in one.months for n, value in enumerate(now))
    before = left_over(pools, movables, {one.name: one.load for one in movables}, level_percent=95.0)
    assert sum(map(sum, found.left_over.values())) <= sum(map(sum, before.values())) + 1e-4


def test_a_skill_that_few_hold_moves_work_though_there_are_people_enough():
    everyone = Pool("all", (0.0,) * 12, (100.0,) * 12)
    few = Pool("skill", (0.0,) * 12, (10.0,) * 12)
    work = Movable("work", (0.0, 0.0, 30.0, *[0.0] * 9), {2, 3, 4, 5}, {"all": 1.0, "skill": 1.0})
    found = level_year([everyone, few], [work], level_percent=100.0)
    assert found.loads["work"] == pytest.approx((0, 10, 10, 10, *[0] * 8), abs=1e-4)


def test_nothing_to_move_is_no_mistake():
    found = level_year([Pool("all", (9.0,) * 12, (5.0,) * 12)], [], level_percent=100.0)
    assert (found.moved, found.loads, found.left_over["all"]) == (0.0, {}, (4.0,) * 12)
