# SPDX-License-Identifier: GPL-3.0-or-later
"""Attach what hangs on the pipes to the piece that feeds it: connections, customers, hydrants, regulators."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .arrays import Bools, Floats, Ints, Objects, as_ints
from .cleaning import Assets
from .pieces import Pieces
from .places import LineIndex, Places
from .results import Defect

# An end of a connection is on a main, and a customer on a connection, up to this distance.
TOUCH_M = 1.0
# Beyond it nothing is attached: the nearest pipe would be a guess.
SEARCH_M = 50.0


@dataclass(frozen=True, slots=True)
class Attached:
    """Assets hanging on lines: the line, the position along it and the piece (-1 where none is in reach)."""

    ids: Objects
    geometry: Objects
    line: Ints
    position_m: Floats
    piece: Ints

    def __len__(self) -> int:
        return len(self.ids)


def attach_points(assets: Assets, *, lines: LineIndex, pieces: Pieces) -> tuple[Attached, list[Defect]]:
    """Return points on their nearest line within ``SEARCH_M``."""
    places = lines.nearest(assets.geometry, within_m=SEARCH_M)
    return _attach(assets, places, pieces), _far(assets, ~places.found)


def attach_connections(assets: Assets, *, lines: LineIndex, pieces: Pieces) -> tuple[Attached, list[Defect]]:
    """Return connections where one of their ends touches a main, else where an end is nearest to one."""
    ends = [lines.nearest(shapely.get_point(assets.geometry, end), within_m=SEARCH_M) for end in (0, -1)]
    second = ends[1].distance_m < ends[0].distance_m
    places = Places(
        np.where(second, ends[1].line, ends[0].line),
        np.where(second, ends[1].position_m, ends[0].position_m),
        np.where(second, ends[1].distance_m, ends[0].distance_m),
    )
    loose = ~(places.distance_m <= TOUCH_M)
    defects = assets.defects(loose & places.found, severity="warning", code="network.connection_loose")
    return _attach(assets, places, pieces), defects + _far(assets, ~places.found)


def attach_customers(
    assets: Assets, *, connections: Attached, lines: LineIndex, pieces: Pieces
) -> tuple[Attached, list[Defect]]:
    """Return delivery points where their connection joins the main, else on the nearest line."""
    led = connections.line >= 0
    by_connection = LineIndex.of(connections.geometry[led]).nearest(assets.geometry, within_m=TOUCH_M)
    direct = lines.nearest(assets.geometry, within_m=SEARCH_M)
    through = by_connection.found
    connection = np.flatnonzero(led)[by_connection.line[through]]
    line, position_m = direct.line.copy(), direct.position_m.copy()
    line[through], position_m[through] = connections.line[connection], connections.position_m[connection]
    places = Places(line, position_m, direct.distance_m)
    return _attach(assets, places, pieces), _far(assets, ~places.found)


def _attach(assets: Assets, places: Places, pieces: Pieces) -> Attached:
    piece = pieces.at(places.line, places.position_m) if len(pieces) else as_ints(places.line)
    return Attached(assets.ids, assets.geometry, places.line, places.position_m, piece)


def _far(assets: Assets, wrong: Bools) -> list[Defect]:
    return assets.defects(wrong, severity="error", code="network.off_network")
