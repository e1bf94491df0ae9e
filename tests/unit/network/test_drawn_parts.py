# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawing of a cut is handed back pipe by pipe."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.network.topology.drawn_parts import parts_on
from shapely.geometry import LineString, MultiLineString
from shapely.ops import substring


def array_of(lines):
    pipes = np.empty(len(lines), dtype=object)
    pipes[:] = lines
    return pipes


@given(data=st.data())
def test_every_stretch_goes_to_its_own_pipe(data):
    """Streets of a grid cross each other everywhere and share their ends, but never run together."""
    rows = [LineString([(0, 100 * y), (300, 100 * y)]) for y in range(3)]
    columns = [LineString([(100 * x, 0), (100 * x, 200)]) for x in range(4)]
    pipes = [*rows, *columns, LineString([(0, 0), (300, 200)])]
    shares = st.one_of(st.none(), st.tuples(st.integers(0, 4), st.integers(5, 10)))
    chosen = [data.draw(shares) for _ in pipes]
    stretches = [
        MultiLineString()
        if share is None
        else MultiLineString([substring(pipe, share[0] / 10, share[1] / 10, normalized=True)])
        for pipe, share in zip(pipes, chosen, strict=True)
    ]
    drawing = MultiLineString([part for stretch in stretches for part in stretch.geoms])
    assert parts_on(drawing, array_of(pipes)) == stretches


def test_a_pipe_that_crosses_in_the_middle_gets_nothing():
    pipes = array_of([LineString([(0, 0), (100, 0)]), LineString([(50, -50), (50, 50)])])
    first, second = parts_on(MultiLineString([pipes[0]]), pipes)
    assert first.length == 100
    assert second.is_empty


def test_twins_get_the_stretch_once_each():
    pipe = LineString([(0, 0), (100, 0)])
    pipes = array_of([pipe, pipe.reverse()])
    lengths = [part.length for part in parts_on(MultiLineString([pipe, pipe.reverse()]), pipes)]
    assert lengths == pytest.approx([100, 100])


def test_a_pipe_drawn_in_two_parts_gets_both():
    pipe = MultiLineString([[(0, 0), (10, 0)], [(20, 0), (30, 0)]])
    (found,) = parts_on(pipe, array_of([pipe]))
    assert found.length == 20


def test_no_pipe_and_no_drawing():
    assert parts_on(MultiLineString(), array_of([LineString([(0, 0), (1, 0)])])) == [MultiLineString()]
    assert parts_on(MultiLineString([[(0, 0), (1, 0)]]), array_of([])) == []
    assert parts_on(MultiLineString([[(0, 0), (1, 0)]]), array_of([None])) == [MultiLineString()]
