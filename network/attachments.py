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
    ends = [shapely.get_point(assets.geometry, end) for end in (0, -1)]
    touching = _nearer(*(lines.nearest(end, within_m=TOUCH_M) for end in ends))
    loose = ~touching.found
    afar = _nearer(*(lines.nearest(end[loose], within_m=SEARCH_M) for end in ends))
    places = _complete(touching, loose, afar)
    defects = assets.defects(loose & places.found, severity="warning", code="network.connection_loose")
    return _attach(assets, places, pieces), defects + _far(assets, ~places.found)


def attach_customers(
    assets: Assets, *, connections: Attached, lines: LineIndex, pieces: Pieces
) -> tuple[Attached, list[Defect]]:
    """Return delivery points where their connection joins the main, else on the nearest line."""
    led = np.flatnonzero(connections.line >= 0)
    led_to = LineIndex.of(connections.geometry[led]).nearest(assets.geometry, within_m=TOUCH_M)
    connection = np.append(led, -1)[led_to.line]
    through = Places(
        np.where(led_to.found, np.append(connections.line, -1)[connection], -1),
        np.append(connections.position_m, 0.0)[connection],
        led_to.distance_m,
    )
    alone = ~through.found
    places = _complete(through, alone, lines.nearest(assets.geometry[alone], within_m=SEARCH_M))
    return _attach(assets, places, pieces), _far(assets, ~places.found)


def _nearer(one: Places, other: Places) -> Places:
    """Return the nearer of two places, point by point."""
    second = other.distance_m < one.distance_m
    return Places(
        np.where(second, other.line, one.line),
        np.where(second, other.position_m, one.position_m),
        np.where(second, other.distance_m, one.distance_m),
    )


def _complete(places: Places, which: Bools, found: Places) -> Places:
    """Return places with some of them replaced."""
    line, position_m, distance_m = places.line.copy(), places.position_m.copy(), places.distance_m.copy()
    line[which], position_m[which], distance_m[which] = found.line, found.position_m, found.distance_m
    return Places(line, position_m, distance_m)


def _attach(assets: Assets, places: Places, pieces: Pieces) -> Attached:
    piece = pieces.at(places.line, places.position_m) if len(pieces) else as_ints(places.line)
    return Attached(assets.ids, assets.geometry, places.line, places.position_m, piece)


def _far(assets: Assets, wrong: Bools) -> list[Defect]:
    return assets.defects(wrong, severity="error", code="network.off_network")
