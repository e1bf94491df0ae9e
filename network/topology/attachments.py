# SPDX-License-Identifier: GPL-3.0-or-later
"""Attach what hangs on the pipes to the piece that feeds it: connections, customers, hydrants, regulators."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ..assets.arrays import Bools, Floats, Ints, Objects, as_ints
from ..assets.audit_rules import AuditRules
from ..assets.cleaning import Assets
from ..assets.places import LineIndex, Places
from ..assets.results import Correction, Defect
from .near_misses import moved_ends
from .pieces import Pieces

# An end of a connection is on a main, and a customer on a connection, up to this distance.
TOUCH_M = 1.0
# Beyond it nothing is attached: the nearest pipe would be a guess.
SEARCH_M = 50.0
# No other end can be nearer by more than the drawing tells.
_ON_MAIN_M = 1e-6


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
    return _attach(assets, places, pieces), far_off(assets, ~places.found, lines=lines)


def attach_connections(
    assets: Assets, *, lines: LineIndex, pieces: Pieces, audit: AuditRules
) -> tuple[Attached, list[Defect]]:
    """Return connections where one of their ends touches a main, else where an end is nearest to one."""
    ends = [np.asarray(shapely.get_point(assets.geometry, end), dtype=object) for end in (0, -1)]
    starts = lines.nearest(ends[0], within_m=TOUCH_M)
    # an end that lies on a main is the one that touches it: most connections are drawn so
    open_ = starts.distance_m > _ON_MAIN_M
    touching = _complete(
        starts, open_, _nearer(starts.take(open_), lines.nearest(ends[1][open_], within_m=TOUCH_M))
    )
    loose = ~touching.found
    afar = [lines.nearest(end[loose], within_m=SEARCH_M) for end in ends]
    places = _complete(touching, loose, _nearer(*afar))
    at_end = afar[1].distance_m < afar[0].distance_m
    defects = _loose(assets, np.flatnonzero(loose), places, lines, at_end=at_end, review_m=audit.review_m)
    return _attach(assets, places, pieces), defects + far_off(assets, ~places.found, lines=lines)


def _loose(
    assets: Assets, which: Ints, places: Places, lines: LineIndex, *, at_end: Bools, review_m: float
) -> list[Defect]:
    """Return the connections that touch no main, drawn up to the main that they were joined to."""
    defects = []
    for index, last in zip(which, at_end, strict=True):
        if places.line[index] < 0:
            continue
        correction = None
        gap_m = float(places.distance_m[index])
        if assets.is_mendable[index] and gap_m <= review_m:
            end = shapely.get_point(assets.geometry[index], -1 if last else 0)
            onto = shapely.get_coordinates(lines.beside(int(places.line[index]), end))[0]
            drawn = moved_ends(assets.geometry[index], None if last else onto, onto if last else None)
            correction = Correction("move_end", drawn, needs_review=True) if drawn.length > 0 else None
        defects.append(
            assets.defect(
                int(index),
                severity="warning",
                code="network.connection_loose",
                correction=correction,
                gap_m=f"{gap_m:.2f}",
            )
        )
    return defects


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
    return _attach(assets, places, pieces), far_off(assets, ~places.found, lines=lines)


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


def far_off(assets: Assets, wrong: Bools, *, lines: LineIndex) -> list[Defect]:
    """Return a defect for every asset that ``wrong`` marks, with the way to the nearest pipe."""
    defects = []
    for index in np.flatnonzero(wrong):
        nearest = lines.how_far(assets.geometry[index])
        defects.append(
            assets.defect(int(index), severity="error", code="network.nothing_to_join")
            if nearest is None
            else assets.defect(
                int(index), severity="error", code="network.off_network", gap_m=f"{nearest[1]:.0f}"
            )
        )
    return defects
