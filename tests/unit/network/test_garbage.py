# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in the rows: the build ends, and every row that cannot be used is named."""

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from regard.network.assets.roles import Role
from regard.network.water.water_network import build_water_network
from shapely.geometry import (
    GeometryCollection,
    LinearRing,
    LineString,
    MultiLineString,
    MultiPoint,
    Point,
    Polygon,
)

NUMBERS = st.integers(-4, 4)
SPOTS = st.tuples(NUMBERS, NUMBERS)
PATHS = st.lists(SPOTS, min_size=2, max_size=5)
with np.errstate(invalid="ignore"):
    BROKEN = (
        None,
        LineString(),
        Point(),
        MultiLineString(),
        GeometryCollection(),
        LineString([(0, 0), (np.nan, 1)]),
        LineString([(0, 0), (np.inf, 1)]),
        Point(np.nan, 1),
        MultiPoint([(0, 0), (np.nan, 2)]),
    )
GEOMETRIES = st.one_of(
    st.sampled_from(BROKEN),
    PATHS.map(LineString),
    PATHS.map(lambda path: LineString([*path, path[0]])),
    PATHS.map(lambda path: LineString([(x, y, 3.0) for x, y in path])),
    st.tuples(PATHS, PATHS).map(MultiLineString),
    st.lists(SPOTS, min_size=3, max_size=4).map(LinearRing),
    SPOTS.map(Point),
    st.lists(SPOTS, min_size=1, max_size=3).map(MultiPoint),
    st.lists(SPOTS, min_size=3, max_size=5).map(Polygon),
    st.tuples(SPOTS, PATHS).map(lambda two: GeometryCollection([Point(two[0]), LineString(two[1])])),
    st.tuples(SPOTS, SPOTS).map(lambda two: GeometryCollection([Point(two[0]), Point(two[1])])),
)
IDS = st.sampled_from(["a", "b", "c", "", " ", None, np.nan])
NODES = st.sampled_from(["", "N", "M", None])
FLAGS = st.sampled_from([True, False, None, np.nan])
ROWS = st.lists(st.tuples(GEOMETRIES, IDS, NODES, NODES, FLAGS, FLAGS), max_size=6)
ROLES = (
    Role.WATER_PIPE,
    Role.VALVE,
    Role.CHECK_VALVE,
    Role.SOURCE,
    Role.SERVICE_CONNECTION,
    Role.DELIVERY_POINT,
    Role.HYDRANT,
    Role.REGULATOR,
)
LINES = (Role.WATER_PIPE, Role.SERVICE_CONNECTION)


def is_drawn(geometry):
    coordinates = shapely.get_coordinates(geometry) if geometry is not None else np.empty((0, 2))
    return len(coordinates) > 0 and bool(np.isfinite(coordinates).all())


def is_clean(geometry, role):
    if not is_drawn(geometry):
        return False
    return role not in LINES or (geometry.geom_type in ("LineString", "LinearRing") and geometry.length > 0)


def layers(frame, rows_of):
    return {
        role: frame(
            role,
            *(
                (
                    geometry,
                    {
                        "asset_id": asset,
                        "from_node": start,
                        "to_node": end,
                        "is_open": is_open,
                        "is_stuck": is_stuck,
                    },
                )
                for geometry, asset, start, end, is_open, is_stuck in rows
            ),
        )
        for role, rows in rows_of.items()
    }


@given(rows_of=st.fixed_dictionaries(dict.fromkeys(ROLES, ROWS)))
def test_garbage_never_stops_the_build_and_is_named_row_by_row(frame, rows_of):
    network = build_water_network(layers(frame, rows_of))
    named = {(found.role, found.asset_id) for found in network.defects}
    for role, rows in rows_of.items():
        seen = set()
        for number, (geometry, asset, *_) in enumerate(rows, start=1):
            known = isinstance(asset, str) and asset.strip()
            name = asset.strip() if known else f"{role.value}#{number}"
            if not known or name in seen or not is_clean(geometry, role):
                assert (role.value, name) in named
            seen.add(name)
    assert all(found.message.english() for found in network.defects)
    assert len(network.graph.edges) == len(network.mains.pieces)
    kept = set(network.mains.pipes.ids)
    assert {key.partition("#")[0] for *_, key in network.graph.edges(keys=True)} <= {
        name.partition("#")[0] for name in kept
    }


def test_closed_loops_and_pipes_that_touch_themselves_are_pipes(frame):
    loop = LineString([(0, 0), (5, 0), (5, 5), (0, 0)])
    knot = LineString([(0, 0), (9, 9), (9, 0), (0, 9)])
    rows = [(loop, {"asset_id": "loop"}), (knot, {"asset_id": "knot"})]
    source = [(Point(0, 0), {"asset_id": "s"})]
    network = build_water_network(
        {Role.WATER_PIPE: frame(Role.WATER_PIPE, *rows), Role.SOURCE: frame(Role.SOURCE, *source)}
    )
    assert network.defects == ()
    assert set(network.graph.edges(keys=True)) == {
        ("0.000,0.000", "0.000,0.000", "loop"),
        ("0.000,0.000", "0.000,9.000", "knot"),
    }
