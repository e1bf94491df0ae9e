# SPDX-License-Identifier: GPL-3.0-or-later
"""Prize-collecting instances with time windows: clients may be left out, each at the cost of its prize.

Distances, times and prizes are multiplied by ten and truncated (DIMACS challenge); all is whole then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.messages import Message
from ..check.checker import Checked
from ..model.planning_rules import Weights
from ..model.problem import Problem, Shift, Solution
from .instance import LOAD, numbered_routes, travel_of, visits_of
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
        """Return the routes as clients' numbers."""
        return numbered_routes(visits_of(self.problem, solution), self.cost(solution, checked))


def read_prize(file: VrplibFile) -> PrizeInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    depots = file.depots()
    if len(depots) > 1:
        raise InputError("instance.rule", file=file.path, rule=Message("instance.rule_prize_depots"))
    clients, away = file.clients(), file.distances()
    stock = {LOAD: file.whole("CAPACITY")}
    opens_s, closes_s = (_whole(moment) for moment in file.window(depots[0]))
    shifts = tuple(
        Shift(AgentId(str(number)), 0, depots[0], depots[0], opens_s, closes_s, stock=stock)
        for number in range(1, file.whole("VEHICLES", least=1) + 1)
    )
    travel = travel_of(away * _SCALE, np.floor)
    # values are in minutes, prizes are added to seconds
    weights = replace(Weights.minimum_travel(), unplanned=1 / _MINUTE_S)
    visits = tuple(client.visit(_whole, value_min=_whole(client.prize or 0)) for client in clients)
    return PrizeInstance(file.name, Problem(shifts, visits, travel, weights))


def _whole(value: float) -> int:
    return int(value * _SCALE)
