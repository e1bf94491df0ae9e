# SPDX-License-Identifier: GPL-3.0-or-later
"""Multi-depot instances with time windows; each vehicle has its depot, and its tours a largest duration.

Distances and times are multiplied by a thousand and rounded; all is whole then. The cost is the distance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ...core.ids import AgentId
from ..check.checker import Checked
from ..model.planning_rules import Weights
from ..model.problem import Problem, Shift, Solution
from .instance import LOAD, MANDATORY_MIN, numbered_routes, travel_of, visits_of
from .vrplib import VrplibFile

_SCALE = 1000


@dataclass(frozen=True, slots=True)
class DepotsInstance:
    """A multi-depot file; the cost is the distance."""

    name: str
    problem: Problem

    def cost(self, solution: Solution, checked: Checked) -> float:  # noqa: ARG002
        """Return the distance, in thousandths."""
        return float(sum(tour.travel_s for tour in checked.tours))

    def text(self, solution: Solution, checked: Checked) -> str:
        """Return the route of each vehicle, empty ones too, as clients' numbers.

        Readers of such files (PyVRP's ``read_solution``) tell by its place whose a route is: none is skipped.
        """
        routes = visits_of(self.problem, solution)
        return numbered_routes(routes, self.cost(solution, checked), with_empty=True)


def read_depots(file: VrplibFile) -> DepotsInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    clients, away = file.clients(), file.distances()
    travel = travel_of(away * _SCALE, np.rint)
    visits = tuple(client.visit(_whole, value_min=MANDATORY_MIN) for client in clients)
    shifts = tuple(shifts_of(file, _whole))
    return DepotsInstance(file.name, Problem(shifts, visits, travel, Weights.minimum_travel()))


def shifts_of(file: VrplibFile, whole: Callable[[float], int]) -> Iterator[Shift]:
    """Yield the shift of each vehicle from its depot; ``whole`` scales the times of the file."""
    longest = file.settings.get("VEHICLES_MAX_DURATION")
    longest_s = None if longest is None else whole(longest.number(0, "VEHICLES_MAX_DURATION", least=0))
    stock = {LOAD: file.whole("CAPACITY")}
    for number, depot in enumerate(_homes(file), 1):
        opens_s, closes_s = (whole(moment) for moment in file.window(depot))
        yield Shift(
            AgentId(str(number)),
            0,
            depot,
            depot,
            opens_s,
            closes_s,
            stock=stock,
            longest_s=longest_s,
            leaves_late=longest_s is not None,
        )


def _homes(file: VrplibFile) -> Iterator[int]:
    """Yield the depot of each vehicle; without a section for that, it is the first."""
    depots, vehicles = file.depots(), file.whole("VEHICLES", least=1)
    if "VEHICLES_DEPOT" not in file.sections:
        yield from [depots[0]] * vehicles
        return
    rows = file.rows("VEHICLES_DEPOT")
    if len(rows) != vehicles:
        raise file.setting("VEHICLES").wrong("VEHICLES", vehicles, f"{len(rows)} (VEHICLES_DEPOT_SECTION)")
    for row in rows:
        depot = row.whole(1, "VEHICLES_DEPOT", least=1) - 1
        if depot not in depots:
            raise row.wrong("VEHICLES_DEPOT", depot + 1, ", ".join(str(node + 1) for node in depots))
        yield depot


def _whole(value: float) -> int:
    return round(value * _SCALE)
