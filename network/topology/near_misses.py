# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends of lines that meet only nearly: those that the build joined across a gap, and those that it did not.

Moving an end within what was joined writes down what the build took for granted. It is proposed only where
no other line ends on the one that is moved, before or after. Moving an end that joins nothing is a guess to
review, and so is a move beyond the tolerance, which rests on node ids alone.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, Point

from ..assets.arrays import Bools, Floats, Ints, as_ints, first_of_each
from ..assets.audit_rules import AuditRules
from ..assets.cleaning import Assets
from ..assets.places import LineIndex
from ..assets.results import Correction, Defect
from .joints import Joints
from .pieces import Stops


def near_misses(
    pipes: Assets, joints: Joints, lines: LineIndex, tees: Stops, *, tolerance_m: float, rules: AuditRules
) -> list[Defect]:
    """Return the gaps that were bridged and the ends left dangling near a line, in O(n log n)."""
    return [
        *_bridged(pipes, joints, lines, tees, tolerance_m=tolerance_m, gap_m=rules.gap_m),
        *_dangling(pipes, joints, lines, tees, reach_m=rules.dangling_m),
    ]


def moved_ends(line: LineString, start: npt.ArrayLike | None, end: npt.ArrayLike | None) -> LineString:
    """Return a line with one or both of its ends at other coordinates."""
    coordinates = shapely.get_coordinates(line)
    if start is not None:
        coordinates[0] = start
    if end is not None:
        coordinates[-1] = end
    return LineString(coordinates)


def _bridged(
    pipes: Assets, joints: Joints, lines: LineIndex, tees: Stops, *, tolerance_m: float, gap_m: float
) -> list[Defect]:
    xy, node = joints.end_xy, np.concatenate([joints.start, joints.end])
    target, gap = joints.xy[node], np.hypot(*(joints.xy[node] - xy).T)
    # the end that a tee's node is made of lies beside the line that it touches
    teed = as_ints(np.full(len(joints), -1))
    teed[tees.node] = np.arange(len(tees.node))
    alone = np.bincount(node, minlength=len(joints)) == 1
    onto = np.flatnonzero((teed[node] >= 0) & alone[node])
    stop = teed[node[onto]]
    on_line = shapely.get_coordinates(
        shapely.line_interpolate_point(lines.geometry[tees.line[stop]], tees.position_m[stop])
    ).reshape(-1, 2)
    beside = np.hypot(*(on_line - xy[onto]).T)
    target[onto], gap[onto] = on_line, beside
    far = np.flatnonzero(gap > gap_m)
    half = max(len(pipes), 1)
    row, moves = far % half, gap > gap_m
    mended = _safely_moved(pipes, joints, lines, np.unique(row), target, moves, tolerance_m=tolerance_m)
    return [
        pipes.defect(
            int(line),
            severity="info",
            code="network.end_gap",
            place=Point(xy[end]),
            correction=mended.get(int(line)),
            gap_cm=f"{gap[end] * 100:.1f}",
        )
        for end, line in zip(far, row, strict=True)
    ]


def _safely_moved(
    pipes: Assets,
    joints: Joints,
    lines: LineIndex,
    which: Ints,
    target: Floats,
    moves: Bools,
    *,
    tolerance_m: float,
) -> dict[int, Correction]:
    """Return the corrections of the lines on which no other line ends, where they are or when moved."""
    half = len(pipes)
    which = which[(pipes.is_mendable & ~_is_twin(joints))[which]]
    if not len(which):
        return {}
    drawn = [
        moved_ends(
            lines.geometry[row],
            target[row] if moves[row] else None,
            target[row + half] if moves[row + half] else None,
        )
        for row in which
    ]
    moved = np.array(drawn, dtype=object)
    nodes = shapely.STRtree(np.asarray(shapely.points(joints.xy), dtype=object))
    before = nodes.query(lines.geometry[which], predicate="dwithin", distance=tolerance_m)
    after = nodes.query(moved, predicate="dwithin", distance=tolerance_m)
    own, size = (joints.start[which], joints.end[which]), len(joints)
    busy = np.union1d(_passed(before, own, size), _passed(after, own, size)) // size
    safe = np.isin(np.arange(len(which)), busy, invert=True) & (shapely.length(moved) > tolerance_m)
    ends_m = np.hypot(*(joints.end_xy - target).T)
    review = np.maximum(ends_m[which], ends_m[which + half]) > tolerance_m
    return {
        int(which[at]): Correction("move_end", moved[at], needs_review=bool(review[at]))
        for at in np.flatnonzero(safe)
    }


def _is_twin(joints: Joints) -> Bools:
    """Tell the lines that share both nodes with another: drawn as one, whose valves are whose?"""
    low, high = np.minimum(joints.start, joints.end), np.maximum(joints.start, joints.end)
    _, pair, count = np.unique(low * len(joints) + high, return_inverse=True, return_counts=True)
    twin: Bools = count[pair] > 1
    return twin


def _passed(found: npt.NDArray[np.int64], own: tuple[Ints, Ints], nodes: int) -> Ints:
    """Return line-and-node pairs as one number each, without a line's own ends."""
    line, node = found
    foreign = (own[0][line] != node) & (own[1][line] != node)
    return as_ints(line[foreign] * nodes + node[foreign])


def _dangling(
    pipes: Assets, joints: Joints, lines: LineIndex, tees: Stops, *, reach_m: float
) -> list[Defect]:
    node = np.concatenate([joints.start, joints.end])
    free = np.bincount(node, minlength=len(joints)) == 1
    free[tees.node] = False
    ends = np.flatnonzero(free[node])
    half = len(pipes)
    points = np.asarray(shapely.points(joints.end_xy[ends]), dtype=object)
    asked, near = lines.within(points, reach_m=reach_m)
    row = ends[asked] % max(half, 1)
    # a line that hangs together with this one at its other end is no miss but a short stub
    other = node[(ends[asked] + half) % max(2 * half, 1)]
    apart = (near != row) & (joints.start[near] != other) & (joints.end[near] != other)
    asked, near = asked[apart], near[apart]
    gap_m = np.asarray(shapely.distance(points[asked], lines.geometry[near]))
    order = first_of_each(asked, near, gap_m)
    return [
        _miss(pipes, joints, lines, int(ends[asked[at]]), int(near[at]), free=free, reach_m=reach_m)
        for at in order
    ]


def _miss(
    pipes: Assets,
    joints: Joints,
    lines: LineIndex,
    end: int,
    near: int,
    *,
    free: Bools,
    reach_m: float,
) -> Defect:
    half, place = len(pipes), joints.end_xy[end]
    row, is_start = end % half, end < half
    mine = joints.start[row] if is_start else joints.end[row]
    gap_m = float(shapely.distance(Point(place), lines.geometry[near]))
    ends = np.array([joints.start[near], joints.end[near]])
    away_m = np.hypot(*(joints.xy[ends] - place).T)
    target, meets = shapely.get_coordinates(lines.beside(near, Point(place)))[0], True
    if away_m.min() <= reach_m:
        node = ends[away_m.argmin()]
        # of two ends that face each other, one moves
        target, meets = joints.xy[node], not (free[node] and node > mine)
    correction = None
    if pipes.is_mendable[row] and meets:
        moved = moved_ends(lines.geometry[row], target if is_start else None, None if is_start else target)
        correction = Correction("move_end", moved, needs_review=True) if moved.length > 0 else None
    return pipes.defect(
        row,
        severity="warning",
        code="network.end_dangling",
        place=Point(place),
        correction=correction,
        gap_cm=f"{gap_m * 100:.1f}",
        pipe=pipes.ids[near],
    )
