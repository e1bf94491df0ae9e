# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads as plain columns: the junctions, and one edge for each direction of a street that is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer

Array = NDArray[Any]
Edge: TypeAlias = tuple[int, int, int]


class Turn(NamedTuple):
    """A sequence of edges (u, v, key) that some vehicles must not drive one after the other."""

    path: tuple[Edge, ...]
    vehicles: frozenset[str]


# the columns of an edge, and what it is where nothing is said; a truck then drives like a van
EDGE_COLUMNS: Mapping[str, Any] = {
    **dict.fromkeys(("u", "v", "key", "osmid"), 0),
    **dict.fromkeys(("highway", "name", "ref", "maxspeed"), ""),
    "oneway": False,
    "reversed": False,
    "structure": "",
    **dict.fromkeys(("length", "speed_kph", "travel_time", "truck_time"), 0.0),
    "ways": "",
    "local": False,
    "truck_local": False,
}


@dataclass(frozen=True, slots=True, eq=False)
class RoadTable:
    """Junctions ``node`` (ids) at ``node_xy`` (n x 2), and ``edges``: a column for each of ``EDGE_COLUMNS``.

    The line of edge e is ``xy[offsets[e]:offsets[e + 1]]``, in the units of ``crs``. See ``read_roads`` for
    what the columns hold; ``turns`` are the forbidden turns, ``dropped`` tells what was left out.
    """

    crs: str
    node: Array
    node_xy: Array
    edges: Mapping[str, Array]
    offsets: Array
    xy: Array
    turns: Sequence[Turn] = ()
    osm_date: str = ""
    dropped: Mapping[str, float] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.edges["u"])


def column_type(default: Any) -> type[Any]:
    """Return the type of a column by its default: texts are objects."""
    return object if isinstance(default, str) else type(default)


def project_roads(roads: RoadTable, crs: str) -> RoadTable:
    """Return the roads with all places in another CRS; lengths and times stay as they are."""
    move = Transformer.from_crs(roads.crs, crs, always_xy=True).transform
    node_xy, xy = (np.column_stack(move(*places.T)) for places in (roads.node_xy, roads.xy))
    return replace(roads, crs=CRS.from_user_input(crs).to_string(), node_xy=node_xy, xy=xy)


def span_rows(first: Array, size: Array, is_back: Array) -> Array:
    """Return the rows of spans one after the other: from ``first`` on, or from the last back to it."""
    begins = np.cumsum(size) - size
    step = np.where(is_back, -1, 1)
    start = np.where(is_back, first + size - 1, first)
    rows: Array = np.repeat(start - step * begins, size) + np.repeat(step, size) * np.arange(size.sum())
    return rows
