# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a link that is added would make things wait for each other in a circle."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def circle_closed_by(links: Iterable[tuple[N, N]], first: N, second: N) -> tuple[N, ...]:
    """Return the circle that "``second`` after ``first``" closes with links that hold, none when it does not.

    Each of ``links`` is (before, after). The circle is a shortest one, from ``first`` back to itself.
    O(links).
    """
    if first == second:
        return (first, first)
    after: dict[N, list[N]] = {}
    for one, other in links:
        after.setdefault(one, []).append(other)
    reached_from: dict[N, N] = {}
    waiting = deque([second])
    while waiting:
        here = waiting.popleft()
        for there in after.get(here, ()):
            if there in reached_from or there == second:
                continue
            reached_from[there] = here
            if there == first:
                return (first, *_way(reached_from, second, first))
            waiting.append(there)
    return ()


def _way(reached_from: dict[N, N], start: N, end: N) -> tuple[N, ...]:
    way = [end]
    while way[-1] != start:
        way.append(reached_from[way[-1]])
    return tuple(reversed(way))
