# SPDX-License-Identifier: GPL-3.0-or-later
"""Many lines at once: run beside them, cut them in parts, walk along them.

Lines are shapely LineStrings in an object array, coordinates in metres. Everything works on flat vertex
tables, in time linear in the number of vertices but for one sort.
"""

from __future__ import annotations

import numpy as np
import shapely
from scipy.spatial import cKDTree

_SAME_PLACE_M = 1e-6
_SHARPEST_MITRE = 0.4


def vertices(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the vertices (n x 2), the line of each, and how far along its line each lies (m)."""
    xy, row = shapely.get_coordinates(lines, return_index=True)
    step_m = np.hypot(*np.diff(xy, axis=0).T)
    step_m[row[1:] != row[:-1]] = 0.0
    run_m = np.concatenate(([0.0], np.cumsum(step_m)))
    first = np.searchsorted(row, np.arange(len(lines)))
    return xy, row, run_m - run_m[first][row]


def points_at(lines: np.ndarray, along_m: np.ndarray) -> np.ndarray:
    """Return the point (n x 2) at a distance along each line."""
    return shapely.get_coordinates(shapely.line_interpolate_point(lines, along_m))


def offset_lines(
    lines: np.ndarray,
    offset_m: np.ndarray,
    start_xy: np.ndarray,
    end_xy: np.ndarray,
    *,
    lead_m: float = 6.0,
) -> np.ndarray:
    """Return a line beside each line, to its left where the offset is positive, between two given end points.

    The new line leaves its start point, reaches its offset ``lead_m`` further (less on short lines), and
    comes back to its end point in the same way: lines that share an end point meet.
    """
    if not len(lines):
        return lines
    xy, row = _with_leads(lines, lead_m)
    first, last = _ends(row)
    moved = xy + offset_m[row][:, None] * _mitres(xy, first, last)
    moved[first] = start_xy
    moved[last] = end_xy
    return shapely.linestrings(moved, indices=row)


def _with_leads(lines: np.ndarray, lead_m: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the vertices and rows of the lines, with one more vertex near each end."""
    xy, row, along_m = vertices(lines)
    length_m = shapely.length(lines)
    lead = np.minimum(lead_m, length_m / 3)
    first, last = _ends(row)
    at_end = np.zeros(len(row), dtype=bool)
    at_end[first] = at_end[last] = True
    inner = (along_m > lead[row] + _SAME_PLACE_M) & (along_m < (length_m - lead)[row] - _SAME_PLACE_M)
    kept = at_end | inner
    every = np.arange(len(lines))
    rows = np.concatenate((row[kept], every, every))
    place_m = np.concatenate((along_m[kept], lead, length_m - lead))
    points = np.concatenate((xy[kept], points_at(lines, lead), points_at(lines, length_m - lead)))
    order = np.lexsort((place_m, rows))
    return points[order], rows[order]


def _ends(row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return which vertices are the first, and the last, of their line."""
    change = row[1:] != row[:-1]
    return np.concatenate(([True], change)), np.concatenate((change, [True]))


def _mitres(xy: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """Return for each vertex the move that puts it one metre to the left of both of its legs."""
    leg = np.diff(xy, axis=0)
    size = np.hypot(*leg.T)[:, None]
    left = np.column_stack((-leg[:, 1], leg[:, 0])) / np.where(size > 0, size, 1.0)
    before = np.vstack((left[:1], left))
    after = np.vstack((left, left[-1:]))
    before[first] = after[first]
    after[last] = before[last]
    blend = 1.0 + (before * after).sum(axis=1)
    return (before + after) / np.maximum(blend, _SHARPEST_MITRE)[:, None]


def split_lines(lines: np.ndarray, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cut each line in its number of equal parts.

    Returns the pieces in order, the line that each comes from, and its number within the line (0, 1, ...).
    """
    xy, row, along_m = vertices(lines)
    part_m = shapely.length(lines) / parts
    first_piece = np.concatenate(([0], np.cumsum(parts)[:-1]))
    share = along_m / part_m[row]
    number = np.floor(share).astype(int)
    inner = np.abs(share - np.round(share)) * part_m[row] > _SAME_PLACE_M
    parent = np.repeat(np.arange(len(lines)), parts)
    within = np.arange(len(parent)) - first_piece[parent]
    begin = points_at(lines[parent], within * part_m[parent])
    finish = points_at(lines[parent], (within + 1) * part_m[parent])
    piece = np.concatenate(
        (np.arange(len(parent)), (first_piece[row] + number)[inner], np.arange(len(parent)))
    )
    place_m = np.concatenate((within * part_m[parent], along_m[inner], (within + 1) * part_m[parent]))
    points = np.concatenate((begin, xy[inner], finish))
    order = np.lexsort((place_m, piece))
    return shapely.linestrings(points[order], indices=piece[order]), parent, within


def left_of(lines: np.ndarray, along_m: np.ndarray, offset_m: np.ndarray) -> np.ndarray:
    """Return the point (n x 2) beside each line, ``offset_m`` to the left of it (negative: right)."""
    reach_m = np.minimum(0.5, shapely.length(lines) / 4)
    here = points_at(lines, along_m)
    leg = points_at(lines, along_m + reach_m) - points_at(lines, np.maximum(along_m - reach_m, 0.0))
    size = np.hypot(*leg.T)
    size[size == 0] = 1.0
    return here + np.column_stack((-leg[:, 1], leg[:, 0])) * (offset_m / size)[:, None]


def straight(start_xy: np.ndarray, end_xy: np.ndarray) -> np.ndarray:
    """Return a straight line between each pair of points."""
    return shapely.linestrings(np.stack((start_xy, end_xy), axis=1))


def length_below(lines: np.ndarray, buildings: shapely.STRtree) -> np.ndarray:
    """Return how many metres of each line lie below buildings."""
    line, building = buildings.query(lines, predicate="intersects")
    below_m = shapely.length(shapely.intersection(lines[line], buildings.geometries[building]))
    return np.bincount(line, weights=below_m, minlength=len(lines))


def spread(xy: np.ndarray, apart_m: float) -> np.ndarray:
    """Return which places stay, first come first kept, when none may lie within ``apart_m`` of another."""
    near = cKDTree(xy).query_ball_point(xy, apart_m)
    free = np.ones(len(xy), dtype=bool)
    kept = []
    for place, around in enumerate(near):
        if free[place]:
            kept.append(place)
            free[around] = False
    return np.array(kept, dtype=int)
