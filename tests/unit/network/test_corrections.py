# SPDX-License-Identifier: GPL-3.0-or-later
"""Proposed corrections: what each would change, and that it changes nothing that was taken for granted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.network.assets.roles import Role
from regard.network.water.water_network import build_water_network
from shapely.geometry import LineString, MultiLineString, Point

STRAIGHT = LineString([(0, 0), (10, 0)])


@pytest.fixture
def network(frame):
    """Return a function that builds a network with a source at the origin from rows by role."""

    def network(pipes, **others):
        return build_water_network(frames_of(frame, pipes, **others))

    return network


def frames_of(frame, pipes, **others):
    roles = {Role.WATER_PIPE: pipes, Role.SOURCE: [(Point(0, 0), {"asset_id": "s"})]}
    roles |= {Role(name): rows for name, rows in others.items()}
    return {role: frame(role, *rows) for role, rows in roles.items()}


def row(geometry, asset_id, **values):
    return geometry, {"asset_id": asset_id, **values}


def only(network, code):
    found = [defect for defect in network.defects if defect.message.code == f"network.{code}"]
    assert len(found) == 1
    return found[0]


def test_an_end_a_few_centimetres_off_is_joined_and_said(network):
    built = network([row(STRAIGHT, "a"), row(LineString([(10.03, 0), (20, 0)]), "b")])
    gap = only(built, "end_gap")
    assert (gap.asset_id, gap.severity, gap.place) == ("a", "info", Point(10, 0))
    assert gap.message.params["gap_cm"] == "3.0"
    assert gap.correction.geometry == LineString([(0, 0), (10.03, 0)])
    assert not gap.correction.needs_review
    assert built.mains.segments.count == 1


def test_an_end_beside_the_pipe_that_it_joins_is_drawn_up_to_it(network):
    gap = only(network([row(STRAIGHT, "a"), row(LineString([(4, 0.04), (4, 9)]), "b")]), "end_gap")
    assert gap.correction.geometry == LineString([(4, 0), (4, 9)])


def test_both_ends_of_a_pipe_are_moved_by_one_drawing(network):
    rows = [
        row(LineString([(10, 0), (0, 0)]), "a"),
        row(LineString([(20, 0), (30, 0)]), "b"),
        row(LineString([(10.02, 0), (19.97, 0)]), "m"),
    ]
    gaps = [found for found in network(rows).defects if found.message.code == "network.end_gap"]
    assert {found.asset_id for found in gaps} == {"m"}
    assert {found.correction.geometry for found in gaps} == {LineString([(10, 0), (20, 0)])}


def test_an_end_near_a_pipe_that_it_does_not_join_is_proposed_for_review(network):
    built = network([row(STRAIGHT, "a"), row(LineString([(4, 0.3), (4, 9)]), "b")])
    miss = only(built, "end_dangling")
    assert (miss.asset_id, miss.severity, miss.place) == ("b", "warning", Point(4, 0.3))
    assert (miss.message.params["pipe"], miss.message.params["gap_cm"]) == ("a", "30.0")
    assert miss.correction.needs_review
    assert miss.correction.geometry == LineString([(4, 0), (4, 9)])
    assert built.mains.segments.count == 2


def test_an_end_beyond_the_reach_is_a_dead_end(network):
    built = network([row(STRAIGHT, "a"), row(LineString([(4, 0.51), (4, 9)]), "b")])
    assert {found.message.code for found in built.defects} == {"network.island"}


def test_of_two_ends_that_face_each_other_one_is_moved(network):
    built = network([row(STRAIGHT, "a"), row(LineString([(10.2, 0), (20, 0)]), "b")])
    misses = [found for found in built.defects if found.message.code == "network.end_dangling"]
    assert [(found.asset_id, found.correction is not None) for found in misses] == [("b", True), ("a", False)]
    assert misses[0].correction.geometry == LineString([(10, 0), (20, 0)])


def test_a_short_stub_is_no_near_miss(network):
    stub = row(LineString([(10, 0), (10, 0.3)]), "stub")
    assert network([row(STRAIGHT, "a"), stub]).defects == ()


def test_a_valve_beside_its_pipe_says_how_far_and_from_which(network):
    beside = only(network([row(STRAIGHT, "a")], valve=[row(Point(4, 0.4), "v")]), "device_beside_pipe")
    assert (beside.message.params["gap_m"], beside.message.params["pipe"]) == ("0.40", "a")
    assert (beside.correction.action, beside.correction.geometry) == ("move_point", Point(4, 0))
    assert not beside.correction.needs_review


def test_a_valve_beside_the_end_of_its_pipe_is_left_where_it_is(network):
    pipes = [row(STRAIGHT, "a"), row(LineString([(10, 0), (20, 0)]), "b")]
    built = network(pipes, valve=[row(Point(10, 0.3), "v")])
    assert only(built, "device_beside_pipe").correction is None


@pytest.mark.parametrize(("away_m", "proposed"), [(2, True), (9, False)])
def test_a_valve_off_every_pipe_is_moved_only_under_review(network, away_m, proposed):
    off = only(network([row(STRAIGHT, "a")], valve=[row(Point(4, away_m), "v")]), "device_off_pipe")
    assert (off.message.params["gap_m"], off.message.params["pipe"]) == (f"{away_m:.2f}", "a")
    assert (off.correction is not None) == proposed
    if proposed:
        assert off.correction.needs_review
        assert off.correction.geometry == Point(4, 0)


def test_a_loose_connection_is_drawn_up_to_its_main_under_review(network):
    connection = row(LineString([(5, 9), (5, 3)]), "c")
    loose = only(network([row(STRAIGHT, "a")], service_connection=[connection]), "connection_loose")
    assert loose.message.params["gap_m"] == "3.00"
    assert loose.correction.needs_review
    assert loose.correction.geometry == LineString([(5, 9), (5, 0)])


@pytest.mark.parametrize(
    ("shape", "asset_id"),
    [
        (LineString([(20, 0, 7), (10.03, 0, 8)]), "b"),
        (LineString([(20, 0), (10.03, 0)]), ""),
        (LineString([(20, 0), (10.03, 0)]), "a"),
    ],
)
def test_what_cannot_be_written_back_whole_has_no_correction(network, shape, asset_id):
    assert only(network([row(STRAIGHT, "a"), row(shape, asset_id)]), "end_gap").correction is None


def test_an_end_of_twin_pipes_is_left_where_it_is(network):
    # drawn on top of each other, nobody could tell whose valves are whose
    built = network([row(STRAIGHT, "a"), row(LineString([(0, 0.002), (10, 0)]), "b")])
    assert only(built, "end_gap").correction is None


STEPS = st.integers(0, 3)
JITTER = st.sampled_from([0.0, 0.0, 0.002, -0.01, 0.015])
ENDS = st.tuples(STEPS, STEPS, JITTER, JITTER)


def place(end):
    return end[0] * 20 + end[2], end[1] * 20 + end[3]


@st.composite
def sketches(draw):
    """Pipes on a grid with ends a little apart, some in parts, and valves a little beside them."""
    pipes = []
    for index, (start, end) in enumerate(draw(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=9))):
        line = LineString([place(start), place(end)])
        if line.length < 1:
            continue
        if draw(st.booleans()):
            middle = line.interpolate(0.5, normalized=True).coords[0]
            line = MultiLineString([[place(start), middle], [middle, place(end)]])
        pipes.append(row(line, f"p{index}"))
    valves = []
    for index, (x, y, beside) in enumerate(
        draw(st.lists(st.tuples(STEPS, STEPS, st.sampled_from([0, 0.1, 0.3])), max_size=4))
    ):
        valves.append(row(Point(x * 20 + 7, y * 20 + beside), f"v{index}"))
    return pipes, valves


def corrected(frames, defects, *, reviewed):
    """Return the frames with the corrections written, as a table would be."""
    frames = {role: layer.copy() for role, layer in frames.items()}
    for found in defects:
        if found.correction is None or (found.correction.needs_review and not reviewed):
            continue
        layer = frames[Role(found.role)]
        which = np.flatnonzero(layer["asset_id"] == found.asset_id)
        assert len(which) == 1
        layer.loc[layer.index[which[0]], "geometry"] = found.correction.geometry
    return frames


def shape_of(network):
    """Return which ends, gates and pieces hang together, without saying where."""
    segments, pieces = network.mains.segments, network.mains.pieces
    ids = network.mains.pipes.ids
    parts = [set() for _ in range(segments.count)]
    for piece, segment in enumerate(segments.of_piece):
        parts[segment].add(ids[pieces.line[piece]])
    gates = sorted(
        (
            network.mains.devices.ids[device],
            *sorted([tuple(sorted(parts[one])), tuple(sorted(parts[other]))]),
        )
        for device, one, other in zip(segments.gate_device, segments.gate_from, segments.gate_to, strict=True)
    )
    return sorted(tuple(sorted(part)) for part in parts if part), gates


@given(sketch=sketches())
def test_corrections_without_review_change_no_answer_and_mend_what_they_name(frame, sketch):
    pipes, valves = sketch
    frames = frames_of(frame, pipes, valve=valves)
    before = build_water_network(frames)
    after = build_water_network(corrected(frames, before.defects, reviewed=False))
    assert shape_of(after) == shape_of(before)
    mended = {
        (found.message.code, found.asset_id)
        for found in before.defects
        if found.correction is not None and not found.correction.needs_review
    }
    assert mended.isdisjoint((found.message.code, found.asset_id) for found in after.defects)
