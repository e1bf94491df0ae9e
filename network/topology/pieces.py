# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut lines into pieces at the nodes and gates that lie on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
import shapely
from shapely.geometry import MultiLineString
from shapely.ops import substring

from ..assets.arrays import Floats, Ints, as_ints
from ..assets.places import LineIndex
from .joints import Joints


@dataclass(frozen=True, slots=True)
class Stops:
    """Places along lines where something is: ``node`` there, ``position_m`` from the start of ``line``.

    ``rank`` orders what lies at one position: negative comes before it, positive after.
    """

    line: Ints
    position_m: Floats
    rank: Ints
    node: Ints

    @staticmethod
    def join(*stops: Stops) -> Stops:
        """Return several sets of stops as one."""
        return Stops(
            as_ints(np.concatenate([s.line for s in stops])),
            np.concatenate([s.position_m for s in stops]),
            as_ints(np.concatenate([s.rank for s in stops])),
            as_ints(np.concatenate([s.node for s in stops])),
        )


@dataclass(frozen=True, slots=True)
class Pieces:
    """Parts of lines between two stops, in the order of the lines and along each line.

    Where a device stands on a node there is a piece of no length between them: it joins, but is no pipe.
    """

    line: Ints
    start_m: Floats
    end_m: Floats
    from_node: Ints
    to_node: Ints

    def __len__(self) -> int:
        return len(self.line)

    @property
    def length_m(self) -> Floats:
        """Return the length of every piece."""
        return self.end_m - self.start_m

    def along(self, line: int) -> Ints:
        """Return the pieces of a line, from its start on."""
        first, last = np.searchsorted(self.line, [line, line + 1])
        return as_ints(np.arange(first, last))

    def at(self, line: Ints, position_m: Floats) -> Ints:
        """Return the piece on which each place falls; on a cut, the piece beyond it. -1 for line -1."""
        width = float(self.end_m.max(initial=0.0)) + 1.0
        keys = self.line * width + self.start_m
        found = np.searchsorted(keys, line * width + np.maximum(position_m, 0.0), side="right") - 1
        return as_ints(np.where(line < 0, -1, found))


def end_stops(joints: Joints, length_m: Floats) -> Stops:
    """Return the two ends of every line as stops."""
    lines = np.arange(len(length_m))
    return Stops(
        as_ints(np.tile(lines, 2)),
        np.concatenate([np.zeros(len(lines)), length_m]),
        as_ints(np.repeat([-2, 2], len(lines))),
        as_ints(np.concatenate([joints.start, joints.end])),
    )


def tee_stops(joints: Joints, lines: LineIndex, *, tolerance_m: float) -> Stops:
    """Return the stops where the end of one line touches the inside of another, within the tolerance.

    Lines that merely cross have no end there and stay apart. A line is never a tee on itself.
    """
    points = np.asarray(shapely.points(joints.xy), dtype=object)
    node, line = lines.within(points, reach_m=tolerance_m)
    foreign = (joints.start[line] != node) & (joints.end[line] != node)
    node, line = node[foreign], line[foreign]
    position_m = np.asarray(shapely.line_locate_point(lines.geometry[line], points[node]))
    return Stops(as_ints(line), position_m, as_ints(np.zeros(len(line))), as_ints(node))


def cut(stops: Stops) -> Pieces:
    """Return the pieces between consecutive stops of each line."""
    order = np.lexsort((stops.rank, stops.position_m, stops.line))
    line, position_m, node = stops.line[order], stops.position_m[order], stops.node[order]
    first = np.flatnonzero(line[1:] == line[:-1])
    return Pieces(line[first], position_m[first], position_m[first + 1], node[first], node[first + 1])


def draw(pieces: Pieces, which: Ints, lines: LineIndex) -> MultiLineString:
    """Return some pieces, in ascending order, as one geometry, in O(log n) each."""
    return draw_spans(which, pieces.line[which], pieces.start_m[which], pieces.end_m[which], lines)


def draw_spans(which: Ints, line: Ints, start_m: Floats, end_m: Floats, lines: LineIndex) -> MultiLineString:
    """Return pieces, in ascending order and each from ``start_m`` to ``end_m`` only, as one geometry.

    Neighbours on one line that touch are drawn as one part; in O(k).
    """
    if not len(which):
        return MultiLineString()
    follows = (np.diff(which) == 1) & (line[1:] == line[:-1]) & (start_m[1:] == end_m[:-1])
    first = np.flatnonzero(np.concatenate([[True], ~follows]))
    last = np.append(first[1:], len(which)) - 1
    start_m, end_m, line = start_m[first], end_m[last], line[first]
    drawn = end_m > start_m
    start_m, end_m, line = start_m[drawn], end_m[drawn], line[drawn]
    parts = lines.geometry[line]
    for at in np.flatnonzero((start_m > 0) | (end_m < lines.length_m[line])):
        parts[at] = substring(parts[at], start_m[at], end_m[at])
    return cast("MultiLineString", shapely.multilinestrings(parts))
