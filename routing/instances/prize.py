# SPDX-License-Identifier: GPL-3.0-or-later
"""Prize-collecting instances with time windows: clients may be left out, each at the cost of its prize.

Distances, times and prizes are multiplied by ten and truncated (DIMACS challenge); all is whole then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..check.checker import Checked
from ..model.planning_rules import Weights
from ..model.problem import Problem, Solution
from .depots import shifts_of
from .instance import MANDATORY_MIN, numbered_routes, travel_of, visits_of
from .vrplib import VrplibFile

_SCALE = 10
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class PrizeInstance:
    """A prize-collecting file; the cost is the distance plus the prizes of those left out."""

    name: str
    problem: Problem

    def cost(self, solution: Solution, checked: Checked) -> float:
        """Return distance plus lost prizes, in tenths."""
        prizes = {visit.visit_id: visit.value_min for visit in self.problem.visits}
        lost = sum(prizes[visit_id] for visit_id in solution.unplanned)
        return sum(tour.travel_s for tour in checked.tours) + lost

    def text(self, solution: Solution, checked: Checked) -> str:
        """Return the routes as clients' numbers; where vehicles differ in depot, empty ones too."""
        differ = len({shift.start_place for shift in self.problem.shifts}) > 1
        routes = visits_of(self.problem, solution)
        return numbered_routes(routes, self.cost(solution, checked), with_empty=differ)


def read_prize(file: VrplibFile) -> PrizeInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    clients, away = file.clients(), file.distances()
    travel = travel_of(away * _SCALE, np.floor)
    # values are in minutes, prizes are added to seconds
    weights = replace(Weights.minimum_travel(), unplanned=1 / _MINUTE_S)
    visits = tuple(client.visit(_whole, value_min=_value_min(client.prize)) for client in clients)
    return PrizeInstance(file.name, Problem(tuple(shifts_of(file, _whole)), visits, travel, weights))


def _value_min(prize: float | None) -> int:
    """Return what a client is worth; one without a prize has to be visited, as PyVRP reads such files."""
    return _whole(prize) if prize else MANDATORY_MIN


def _whole(value: float) -> int:
    return int(value * _SCALE)
