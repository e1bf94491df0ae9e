# SPDX-License-Identifier: GPL-3.0-or-later
"""Inverts: sewers fall, follow the ground, never lie too deep, and are lifted where they must."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.demo.sewer_levels import COVER_M, DEEPEST_M, FALL, set_levels


def _chain(ground, length_m=50.0):
    count = len(ground) - 1
    return set_levels(
        np.arange(count), np.arange(1, count + 1), np.full(count, length_m), np.array(ground, dtype=float)
    )


def test_on_falling_ground_the_pipe_follows_the_ground():
    levels = _chain([20.0, 18.0, 16.0])
    assert levels.up_m[0] == pytest.approx(20.0 - COVER_M)
    assert levels.down_m == pytest.approx([18.0 - COVER_M, 16.0 - COVER_M])
    assert not levels.is_lift.any()


def test_on_flat_ground_the_pipe_falls_all_the_same():
    levels = _chain([10.0, 10.0, 10.0])
    assert levels.up_m[0] - levels.down_m[0] == pytest.approx(50 * FALL)
    assert levels.up_m[1] < levels.down_m[0]


def test_a_hill_is_passed_by_one_lift_and_one_rising_main():
    levels = _chain([10.0, 14.0, 18.0, 17.0])
    assert levels.is_lift.tolist() == [True, False, False, False]
    assert levels.is_pressure.tolist() == [True, True, False]
    assert levels.up_m[2] == pytest.approx(18.0 - COVER_M)


def test_a_branch_that_joins_keeps_above_the_outgoing_pipe():
    # two heads meet, the lower one sets the floor
    levels = set_levels(
        np.array([0, 1, 2]), np.array([2, 2, 3]), np.full(3, 40.0), np.array([12.0, 11.0, 11.0, 9.0])
    )
    assert levels.up_m[2] < levels.down_m[:2].min()
    assert levels.floor_m[2] == pytest.approx(levels.down_m[:2].min())


@st.composite
def trees(draw):
    count = draw(st.integers(2, 25))
    end = [draw(st.integers(0, node - 1)) for node in range(1, count)]
    ground = draw(st.lists(st.floats(0, 60), min_size=count, max_size=count))
    length = draw(st.lists(st.floats(2, 60), min_size=count - 1, max_size=count - 1))
    return np.arange(1, count), np.array(end), np.array(length), np.array(ground)


@given(trees())
def test_gravity_sewers_fall_and_are_never_too_deep(tree):
    start, end, length_m, ground = tree
    levels = set_levels(start, end, length_m, ground)
    gravity = ~levels.is_pressure
    assert (levels.up_m - levels.down_m >= FALL * length_m - 1e-9)[gravity].all()
    assert (ground[end] - levels.down_m <= DEEPEST_M + 1e-9)[gravity].all()
    assert (ground[end] - levels.down_m >= COVER_M - 1e-9).all()
    assert (ground[start] - levels.up_m >= COVER_M - 1e-9).all()


@given(trees())
def test_a_rising_main_begins_at_a_lift_or_goes_on_from_another(tree):
    start, end, length_m, ground = tree
    levels = set_levels(start, end, length_m, ground)
    fed_by_pressure = set(end[levels.is_pressure].tolist())
    for pipe in np.flatnonzero(levels.is_pressure):
        assert levels.is_lift[start[pipe]] or start[pipe] in fed_by_pressure


@given(trees())
def test_flow_sums_count_every_pipe_upstream(tree):
    start, end, length_m, ground = tree
    levels = set_levels(start, end, length_m, ground)
    downstream = dict(zip(start.tolist(), end.tolist(), strict=True))
    total = dict.fromkeys(start.tolist(), 0.0)
    for head, metres in zip(start.tolist(), length_m.tolist(), strict=True):
        node = head
        while node in downstream:
            total[node] += metres
            node = downstream[node]
    assert levels.flow_sum(length_m) == pytest.approx([total[node] for node in start.tolist()])
