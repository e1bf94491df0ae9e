# SPDX-License-Identifier: GPL-3.0-or-later
"""Values and surveys that a change may claim, and how lines are drawn through places and cut."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regard.network.changes.checks import accuracy_findings, value_findings
from regard.network.changes.shapes import parts_at, second_id, through
from regard.workorders.asset_changes.rules import load_change_rules
from shapely.geometry import LineString, Point

TODAY = date(2026, 6, 3)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("material", "00-00", "asset_change.code"),
        ("material", "11", None),
        ("diameter_mm", "15000", "asset_change.figure"),
        ("diameter_mm", "abc", "asset_change.figure"),
        ("diameter_mm", "150", None),
        ("laid_year", "2027", "asset_change.figure"),
        ("laid_year", "2026", None),
        ("in_service", "maybe", "asset_change.code"),
        ("accuracy_xy", "D", "asset_change.code"),
        ("defreparee", "07", "asset_change.code"),
        ("depth_m", "-1", "asset_change.figure"),
    ],
)
def test_values_off_their_list_or_range_are_named(name, text, code):
    found = [one.message.code for one in value_findings("water_pipe", {name: text}, today=TODAY)]
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("method", "reached"),
    [("GNSS RTK", "A"), ("station", "A"), ("géoradar", "B"), ("manual", "C"), ("", "C")],
)
def test_the_class_follows_from_the_method(method, reached):
    assert load_change_rules().class_of(method) == reached


@pytest.mark.parametrize(
    ("moved_m", "claimed", "mapped", "reached", "codes"),
    [
        (0.03, "A", "B", "A", []),
        (0.03, "A", "B", "C", ["asset_change.class_method"]),
        (0.4, "B", "A", "B", []),
        (0.41, "B", "A", "B", ["asset_change.class_mapped"]),
    ],
)
def test_class_a_is_checked(moved_m, claimed, mapped, reached, codes):
    found = accuracy_findings(moved_m=moved_m, claimed=claimed, mapped=mapped, method="x", reached=reached)
    assert [one.message.code for one in found] == codes


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=2, max_size=6, unique=True),
    st.integers(0, 50),
    st.integers(0, 50),
)
def test_a_line_drawn_through_a_place_keeps_its_ends_and_vertices(places, x, y):
    line, place = LineString(places), Point(x, y)
    drawn = through(line, place)
    assert (drawn.coords[0], drawn.coords[-1]) == (line.coords[0], line.coords[-1])
    assert [xy for xy in drawn.coords if xy in set(line.coords)].__len__() >= len(line.coords)
    assert drawn.equals(line) or drawn.distance(place) < 1e-9


@given(st.floats(0, 100), st.floats(-5, 5))
def test_two_parts_are_as_long_as_the_whole(x, y):
    line = LineString([(0, 0), (40, 0), (100, 0)])
    parts = parts_at(line, Point(x, y), least_m=0.5)
    assert (parts is None) == (x < 0.5 or x > 99.5)
    if parts is not None:
        first, second = parts.geoms
        assert first.length + second.length == pytest.approx(100)
        assert first.coords[-1] == second.coords[0]


def test_the_second_part_gets_the_next_free_letter():
    assert second_id("P03", {"P03b", "P03c"}) == "P03d"
