# SPDX-License-Identifier: GPL-3.0-or-later
"""Third-party networks near a dig: the golden case, each verdict at its limit, the rules as data."""

import math
from fractions import Fraction

import geopandas as gpd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from regard.core.errors import InputError
from regard.core.rules import RULES_FOLDER
from regard.network.digging.conflicts import find_all_conflicts, find_conflicts, load_conflict_rules
from regard.network.digging.footprint import trench
from regard.network.digging.third_party import third_party_frame
from shapely.geometry import LineString, box

DIG = box(0, -1, 10, 1)


@pytest.fixture(scope="module")
def rules():
    return load_conflict_rules()


@pytest.fixture(scope="module")
def conflicts_of(rules):
    """Return a function that finds the conflicts of lines at offsets (m) from the edge of a dig."""

    def conflicts_of(*networks):
        rows = [
            {"asset_id": f"n{index}", "network_type": "GAZ"} | more
            for index, (_, more) in enumerate(networks)
        ]
        lines = [LineString([(-100, 1 + edge_m), (100, 1 + edge_m)]) for edge_m, _ in networks]
        layer = gpd.GeoDataFrame(rows, geometry=lines, crs="EPSG:2154")
        return find_conflicts(DIG, third_party_frame(layer, rules=rules), rules=rules)

    return conflicts_of


def test_the_golden_conflicts(tables, golden, rules):
    dig = trench(golden.water_line("P03"), at_m=120, length_m=20, width_m=2.0)
    found = find_conflicts(dig, third_party_frame(tables["third_party"], rules=rules), rules=rules)
    by_label = {conflict.label: conflict for conflict in found}
    edges_m = {label: conflict.edge_m for label, conflict in by_label.items()}
    assert edges_m == pytest.approx({"GAZ PE63": 0.2, "HTA": 2.2, "TEL": 5.0, "Éclairage public": 8.5})
    assert [(conflict.label, conflict.verdict, conflict.is_sensitive) for conflict in found] == [
        ("GAZ PE63", "in_corridor", True),
        ("HTA", "to_mark_out", True),
        ("TEL", "position_unknown", False),
        ("Éclairage public", "consult", True),
    ]
    assert by_label["GAZ PE63"].effective_m == 0
    assert by_label["HTA"].effective_m == pytest.approx(0.7)
    assert by_label["TEL"].effective_m is None
    assert by_label["Éclairage public"].effective_m == pytest.approx(8.0)
    assert by_label["GAZ PE63"].operator == "Gaz de Valmont"
    assert by_label["GAZ PE63"].emergency_phone == "0800000001"


@pytest.mark.parametrize(
    ("edge_m", "network", "verdict"),
    [
        (0.0, {"accuracy_class": "A"}, "in_corridor"),
        (0.5, {"accuracy_class": "A"}, "in_corridor"),
        (0.45, {"accuracy_class": "A", "is_rigid": True}, "to_mark_out"),
        (2.45, {"accuracy_class": "A"}, "to_mark_out"),
        (2.55, {"accuracy_class": "A"}, "consult"),
        (3.45, {"accuracy_class": "B"}, "to_mark_out"),
        (51.4, {"accuracy_class": "B"}, "consult"),
        (0.0, {"accuracy_class": "C"}, "position_unknown"),
        (49.9, {"accuracy_class": ""}, "position_unknown"),
    ],
)
def test_the_verdict_follows_distance_and_class(conflicts_of, edge_m, network, verdict):
    assert [conflict.verdict for conflict in conflicts_of((edge_m, network))] == [verdict]


@pytest.mark.parametrize(
    ("edge_m", "network"), [(51.6, {"accuracy_class": "B"}), (50.1, {"accuracy_class": "C"})]
)
def test_beyond_the_consultation_distance_nobody_is_asked(conflicts_of, edge_m, network):
    assert conflicts_of((edge_m, network)) == ()


def test_a_depth_that_is_known_is_told_and_lessens_nothing(conflicts_of):
    shallow, deep, unknown = conflicts_of(
        (0, {"accuracy_class": "A", "depth_m": 0.6}),
        (0, {"accuracy_class": "A", "depth_m": "4.5"}),
        (0, {"accuracy_class": "A"}),
    )
    assert [found.depth_m for found in (shallow, deep, unknown)] == [0.6, 4.5, None]
    assert {found.verdict for found in (shallow, deep, unknown)} == {"in_corridor"}


def test_many_digs_at_once_find_what_each_finds_alone(rules):
    lines = [LineString([(x, y), (x + 30, y + 9)]) for x in range(0, 400, 25) for y in range(0, 400, 40)]
    rows = [
        {"asset_id": str(n), "network_type": "GAZ", "accuracy_class": "ABC"[n % 3]} for n in range(len(lines))
    ]
    frame = third_party_frame(gpd.GeoDataFrame(rows, geometry=lines, crs="EPSG:2154"), rules=rules)
    digs = [box(x, x / 2, x + 12, x / 2 + 3) for x in range(-200, 500, 60)]
    together = find_all_conflicts(digs, frame, rules=rules)
    assert together == [find_conflicts(dig, frame, rules=rules) for dig in digs]
    assert together[0] == () and max(map(len, together)) > 10


def test_the_nearest_come_first(conflicts_of):
    found = conflicts_of(
        (9, {"accuracy_class": "A"}), (3, {"accuracy_class": "B"}), (4, {"accuracy_class": "C"})
    )
    assert [conflict.asset_id for conflict in found] == ["n1", "n2", "n0"]


def test_a_layer_without_networks_has_no_conflict(rules):
    layer = gpd.GeoDataFrame({"asset_id": [], "network_type": []}, geometry=[], crs="EPSG:2154")
    assert find_conflicts(DIG, third_party_frame(layer, rules=rules), rules=rules) == ()


# near the dig, anywhere, and about the consultation distance
PLACES = st.one_of(st.integers(-500, 1500), st.integers(-6000, 6000), st.integers(5090, 5280))
CENTIMETRES = PLACES.map(lambda value: value / 100)
COORDINATES = st.tuples(CENTIMETRES, CENTIMETRES)
LINES = st.tuples(COORDINATES, COORDINATES).filter(lambda ends: ends[0] != ends[1]).map(LineString)
CASES = max(100, settings.default.max_examples)


def exact_distance(ends, dig):
    """Return the distance (m) of a segment to a rectangle by whole centimetres, without floating point."""
    west, south, east, north = (round(100 * side) for side in dig.bounds)
    (ax, ay), (bx, by) = ((round(100 * x), round(100 * y)) for x, y in ends)
    corners = [(west, south), (east, south), (east, north), (west, north)]
    if any(west <= x <= east and south <= y <= north for x, y in ((ax, ay), (bx, by))):
        return 0.0
    sides = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    if any(crosses((ax, ay), (bx, by), *side) for side in sides):
        return 0.0
    squares = [square((ax, ay), (bx, by), corner) for corner in corners]
    squares += [square(*side, end) for side in sides for end in ((ax, ay), (bx, by))]
    return math.sqrt(min(squares)) / 100


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crosses(a, b, c, d):
    return turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0 and a != b


def square(a, b, place):
    """Return the squared distance of a place to a segment, as a fraction."""
    along = (b[0] - a[0], b[1] - a[1])
    way = (place[0] - a[0], place[1] - a[1])
    share = Fraction(way[0] * along[0] + way[1] * along[1], along[0] ** 2 + along[1] ** 2)
    share = min(max(share, Fraction(0)), Fraction(1))
    return (way[0] - share * along[0]) ** 2 + (way[1] - share * along[1]) ** 2


@settings(max_examples=CASES)
@given(lines=st.lists(st.tuples(LINES, st.sampled_from("ABC"), st.booleans()), min_size=1, max_size=8))
def test_the_classes_follow_from_exact_distances(rules, lines):
    rows = [
        {"asset_id": str(index), "network_type": "COM", "accuracy_class": name, "is_rigid": rigid}
        for index, (_, name, rigid) in enumerate(lines)
    ]
    layer = gpd.GeoDataFrame(rows, geometry=[line for line, _, _ in lines], crs="EPSG:2154")
    found = find_conflicts(DIG, third_party_frame(layer, rules=rules), rules=rules)
    verdicts = {conflict.asset_id: conflict.verdict for conflict in found}
    for index, (line, name, rigid) in enumerate(lines):
        edge_m = exact_distance(line.coords, DIG)
        known_m = {"A": 0.4 if rigid else 0.5, "B": 1.5}.get(name, 0.0)
        left_m = max(0.0, edge_m - known_m)
        if any(abs(edge_m - known_m - limit_m) < 1e-9 for limit_m in (0, 2, 50)):
            # on the limit itself floating point may take either side
            continue
        expected = None
        if left_m <= 50:
            limits = "in_corridor" if left_m == 0 else "to_mark_out" if left_m < 2 else "consult"
            expected = "position_unknown" if name == "C" else limits
        assert verdicts.get(str(index)) == expected


@pytest.mark.parametrize(
    ("verdict", "sensitive", "deemed", "machine"),
    [
        ("in_corridor", True, False, False),
        ("in_corridor", False, False, False),
        ("to_mark_out", True, False, True),
        ("position_unknown", True, False, False),
        ("position_unknown", False, False, True),
        ("consult", True, False, True),
        ("consult", True, True, False),
    ],
)
def test_what_may_dig_near_a_network_follows_its_result(rules, verdict, sensitive, deemed, machine):
    allowed = rules.allowed_near(verdict, is_sensitive=sensitive, is_deemed=deemed)
    assert rules.techniques[allowed.technique].machine is machine
    assert allowed.source


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("in_corridor: {technique: soft,", "in_corridor: {technique: sofft,", "allowed.in_corridor"),
        ("deemed: {technique: soft,", "deemed: {technique: blasting,", "deemed"),
    ],
)
def test_a_technique_that_is_not_listed_is_refused(tmp_path, before, after, field):
    text = (RULES_FOLDER / "third_party.yaml").read_text(encoding="utf-8")
    path = tmp_path / "third_party.yaml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_conflict_rules(path)
    assert raised.value.message.params["field"] == field


def test_the_corridor_that_was_used_is_told(conflicts_of):
    found = conflicts_of(
        (9, {"accuracy_class": "A"}),
        (9, {"accuracy_class": "A", "is_rigid": True}),
        (9, {"accuracy_class": "B"}),
        (9, {"accuracy_class": ""}),
    )
    assert {one.asset_id: one.corridor_m for one in found} == {"n0": 0.5, "n1": 0.4, "n2": 1.5, "n3": None}


def test_every_kind_has_a_colour_of_the_legend(rules):
    kinds = [*rules.kinds.values(), rules.unlisted]
    assert {kind.colour for kind in kinds} <= set(rules.colours)


def test_a_kind_that_nobody_declared_is_sensitive(rules):
    assert rules.is_sensitive("RAIL")
    assert rules.is_sensitive("00")
    assert not rules.is_sensitive("COM")


def test_a_mistake_in_the_rules_is_named_with_its_line(tmp_path):
    text = (RULES_FOLDER / "third_party.yaml").read_text(encoding="utf-8")
    path = tmp_path / "third_party.yaml"
    path.write_text(text.replace("mark_out_m: 2.0", "mark_out_m: -2.0"), encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if row.startswith("mark_out_m"))
    with pytest.raises(InputError) as raised:
        load_conflict_rules(path)
    params = raised.value.message.params
    assert (params["file"], params["line"], params["field"]) == ("third_party.yaml", line, "mark_out_m")
