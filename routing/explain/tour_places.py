# SPDX-License-Identifier: GPL-3.0-or-later
"""What a change of one tour touches: the tours tied to it, and the other places for its breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

from ..model.problem import Pause, Stop
from ..model.routes import Route, visits_on


def tied_shifts(routes: Sequence[Route], shift: int) -> set[int]:
    """Return the shifts that share visits with one, directly or through others."""
    visits = [set(visits_on(route)) for route in routes]
    linked, reached = {shift}, visits[shift]
    while more := {i for i, own in enumerate(visits) if i not in linked and own & reached}:
        linked |= more
        reached = reached.union(*(visits[i] for i in more))
    return linked


def repaused(route: Route, breaks: int) -> Iterator[tuple[Stop | Pause, ...]]:
    """Yield the route with its breaks (all, or the first ones) at every combination of places."""
    stops = [step for step in route if isinstance(step, Stop)]
    for count in range(breaks + 1):
        for places in combinations_with_replacement(range(len(stops) + 1), count):
            steps: list[Stop | Pause] = list(stops)
            for number in reversed(range(count)):
                steps.insert(places[number], Pause(number))
            yield tuple(steps)
