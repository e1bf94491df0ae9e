# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans by several objectives held against each other: none is worse by its own than another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ...routing.check.repair import repaired
from ...routing.model.problem import Solution
from ..tours.tour_problem import TourProblem
from .store_plan import PlannedPart

# differences below are those of adding up, not of plans
_LEAST_MIN = 1e-6
Search = Callable[[int, Solution], PlannedPart]


def from_each_other(
    parts: Sequence[PlannedPart], tours: Sequence[TourProblem], search: Search
) -> tuple[tuple[PlannedPart, ...], Mapping[int, int]]:
    """Return the plans with those replaced that another one beats by their own objective.

    ``tours`` are the problems as they are weighed by each. Where a plan is beaten, ``search`` is asked once
    for a better one by that objective, from the routes that beat it. The mapping tells from which plan
    (index) each of the replaced ones set off.
    """
    best, from_of = list(parts), dict[int, int]()
    while beaten := next(_beaten(best, tours), None):
        number, other, start = beaten
        found = PlannedPart.confirmed(tours[number], start)
        if number not in from_of:
            from_of[number] = other
            found = min(found, search(number, start), key=lambda part: part.checked.total)
        best[number] = found
    return tuple(best), from_of


def _beaten(
    parts: Sequence[PlannedPart], tours: Sequence[TourProblem]
) -> Iterator[tuple[int, int, Solution]]:
    """Yield each plan that another one beats by its own objective, and that one as far as it can be made."""
    for number, own in enumerate(parts):
        for other, part in enumerate(parts):
            if other == number:
                continue
            start = repaired(tours[number].problem, part.solution.routes, part.solution.order)
            if start.total < own.checked.total - _LEAST_MIN:
                yield number, other, start
