# SPDX-License-Identifier: GPL-3.0-or-later
"""What every format gives: a tour problem, the cost in the instance's own units, the solution file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ..check.checker import Checked
from ..model.problem import Problem, Solution, Stop
from ..travel import TravelMatrix

# what leaving out a visit that must be made costs, in minutes: more than all tours together
MANDATORY_MIN = 1_000_000
# the one part that vehicles with a capacity carry
LOAD = "load"


class Instance(Protocol):
    """A problem read from a file of a benchmark."""

    @property
    def name(self) -> str:
        """Return the name that the file gives itself."""

    @property
    def problem(self) -> Problem:
        """Return the problem; its seconds are a fixed part of the instance's unit of time."""

    def cost(self, solution: Solution, checked: Checked) -> float:
        """Return what the benchmark minimises, in its own units."""

    def text(self, solution: Solution, checked: Checked) -> str:
        """Return the solution file in the layout that goes with the format."""


def visits_of(problem: Problem, solution: Solution) -> list[list[str]]:
    """Return the ids of the visits of each shift, in order."""
    return [
        [problem.visits[step.visit].visit_id for step in route if isinstance(step, Stop)]
        for route in solution.routes
    ]


def missing(problem: Problem, solution: Solution) -> list[str]:
    """Return the visits left out that must be made."""
    must = {visit.visit_id for visit in problem.visits if visit.value_min >= MANDATORY_MIN}
    return [visit_id for visit_id in solution.unplanned if visit_id in must]


def numbered_routes(routes: Sequence[Sequence[str]], cost: float, *, with_empty: bool = False) -> str:
    """Return routes in the layout of VRPLIB solutions: ``Route #1: 5 3 7`` ..., then ``Cost: 828.94``."""
    kept = [route for route in routes if route or with_empty]
    lines = [f"Route #{number}: {' '.join(route)}".rstrip() for number, route in enumerate(kept, 1)]
    return "\n".join([*lines, f"Cost: {cost:.12g}"]) + "\n"


def distances(xy: NDArray[Any]) -> NDArray[np.float64]:
    """Return the Euclidean distances between points."""
    away: NDArray[np.float64] = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    return away


def travel_of(units: NDArray[Any], rounding: Callable[[Any], Any]) -> TravelMatrix:
    """Return travel times (and the same as metres) from distances that are already scaled."""
    whole: NDArray[np.int32] = rounding(units).astype(np.int32)
    return TravelMatrix(whole, whole)


def rounded_up(values: NDArray[Any]) -> NDArray[Any]:
    """Round up, but for the noise of the last digits: what is in time then is so in exact figures too."""
    whole: NDArray[Any] = np.ceil(values - 1e-6)
    return whole


def length(away: NDArray[np.float64], places: Sequence[int]) -> float:
    """Return the length of a way through places."""
    return float(sum(away[here, there] for here, there in pairwise(places)))


@dataclass(frozen=True, slots=True)
class Rounds:
    """Routes as places, each with the way out and back: the shifts' own places around those of the visits."""

    problem: Problem

    def of(self, solution: Solution) -> list[list[int]]:
        """Return the places of each shift that has visits."""
        rounds = []
        for shift, route in zip(self.problem.shifts, solution.routes, strict=True):
            places = [self.problem.visits[step.visit].place for step in route if isinstance(step, Stop)]
            if places:
                rounds.append([shift.start_place, *places, shift.end_place])
        return rounds
