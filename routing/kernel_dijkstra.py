# SPDX-License-Identifier: GPL-3.0-or-later
"""Dijkstra's algorithm on a road graph in compressed rows, from and to positions along its streets."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..core.compiled import compiled
from ..core.kernel_heap import drop_first, push

Array = NDArray[Any]

ARC = np.dtype([("tail", "i8"), ("head", "i8"), ("seconds", "f8"), ("metres", "f8")])
REACHED = np.dtype([("seconds", "f8"), ("metres", "f8"), ("arc", "i8"), ("is_goal", "i8")])
# A place on a street; the ends are nodes, ``along`` is 0 at the start and 1 at the end. Infinite: closed.
POSITION = np.dtype(
    [("street", "i8"), ("start", "i8"), ("end", "i8"), ("along", "f8")]
    + [(name, "f8") for name in ("to_end_s", "to_start_s", "from_start_s", "from_end_s")]
    + [(name, "f8") for name in ("to_end_m", "to_start_m")]
)


@compiled
def search(starts: Array, arcs: Array, origin: Any, goals: int, reached: Array, heap: Any) -> None:
    """Find the fastest ways from a position to the nodes, until ``goals`` nodes that are goals are settled.

    The arcs of node n are ``arcs[starts[n]:starts[n + 1]]`` (``ARC``). ``reached`` (``REACHED``, one a node)
    receives the result, infinite seconds where the search did not go. ``heap`` is room for keys and items,
    two more than there are arcs.
    """
    keys, items = heap
    size = 0
    for node, seconds, metres in (
        (origin.end, origin.to_end_s, origin.to_end_m),
        (origin.start, origin.to_start_s, origin.to_start_m),
    ):
        if seconds < reached[node].seconds:
            reached[node].seconds, reached[node].metres = seconds, metres
            size = push(keys, items, size, seconds, node)
    while size > 0 and goals > 0:
        seconds, node = keys[0], items[0]
        size = drop_first(keys, items, size)
        if seconds > reached[node].seconds:
            continue
        goals -= reached[node].is_goal
        metres = reached[node].metres
        for index in range(starts[node], starts[node + 1]):
            arc = arcs[index]
            later = seconds + arc.seconds
            if later < reached[arc.head].seconds:
                reached[arc.head].seconds, reached[arc.head].metres = later, metres + arc.metres
                reached[arc.head].arc = index
                size = push(keys, items, size, later, arc.head)


@compiled
def arrive(origin: Any, goal: Any, reached: Array) -> tuple[float, float, int]:
    """Return seconds, metres and the last node of the fastest way to a position, after ``search``.

    The last node is -1 when the way never leaves the street; the seconds are infinite when there is none.
    """
    seconds, metres, last = np.inf, 0.0, -1
    if origin.street == goal.street:
        if goal.along >= origin.along:
            seconds, metres = origin.to_end_s - goal.to_end_s, origin.to_end_m - goal.to_end_m
        if goal.along <= origin.along and origin.to_start_s < np.inf:
            back_s = origin.to_start_s - goal.to_start_s
            if back_s < seconds:
                seconds, metres = back_s, origin.to_start_m - goal.to_start_m
    for node, rest_s, rest_m in (
        (goal.start, goal.from_start_s, goal.to_start_m),
        (goal.end, goal.from_end_s, goal.to_end_m),
    ):
        total = reached[node].seconds + rest_s
        if total < seconds:
            seconds, metres, last = total, reached[node].metres + rest_m, node
    return seconds, metres, last


@compiled
def fill_rows(
    starts: Array, arcs: Array, positions: Array, rows: Array, result: Any, reached: Array, heap: Any
) -> None:
    """Fill some rows of the matrices of seconds and metres (``result``) between positions (``POSITION``)."""
    seconds, metres = result
    for row in rows:
        goals = _set_goals(reached, positions)
        search(starts, arcs, positions[row], goals, reached, heap)
        for column in range(len(positions)):
            way = arrive(positions[row], positions[column], reached)
            seconds[row, column], metres[row, column] = way[0], way[1]


@compiled
def way_back(
    starts: Array, arcs: Array, positions: Array, back: Array, reached: Array, heap: Any
) -> tuple[float, int, int]:
    """Fill ``back`` with the arcs, last first, of the fastest way from the first position to the second.

    Returns its seconds, its last node, and the number of arcs.
    """
    goals = _set_goals(reached, positions[1:])
    search(starts, arcs, positions[0], goals, reached, heap)
    seconds, _, last = arrive(positions[0], positions[1], reached)
    count, node = 0, last
    while node >= 0 and reached[node].arc >= 0:
        back[count] = reached[node].arc
        node = arcs[reached[node].arc].tail
        count += 1
    return seconds, last, count


@compiled
def _set_goals(reached: Array, positions: Array) -> int:
    """Clear the nodes, mark the ends of the streets of positions as goals, and return how many these are."""
    for node in range(len(reached)):
        reached[node].seconds = np.inf
        reached[node].arc = -1
        reached[node].is_goal = 0
    goals = 0
    for position in positions:
        for node in (position.start, position.end):
            goals += 1 - reached[node].is_goal
            reached[node].is_goal = 1
    return goals
