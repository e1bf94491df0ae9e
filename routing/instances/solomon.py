# SPDX-License-Identifier: GPL-3.0-or-later
"""Solomon's instances (1987): one depot, equal vehicles with a capacity, hard windows, least distance.

Double precision is kept by counting in thousandths; the cost is computed from the coordinates again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.ids import AgentId
from ..check.checker import Checked
from ..model.planning_rules import Weights
from ..model.problem import Problem, Shift, Solution, Visit
from .instance import (
    LOAD,
    MANDATORY_MIN,
    Rounds,
    distances,
    length,
    numbered_routes,
    rounded_up,
    travel_of,
    visits_of,
)
from .reading import Row, read_rows, row_starting, rows_after

_SCALE = 1000


@dataclass(frozen=True, slots=True)
class SolomonInstance:
    """A Solomon file; the cost is the distance."""

    name: str
    problem: Problem
    away: NDArray[np.float64]

    def cost(self, solution: Solution, checked: Checked) -> float:  # noqa: ARG002
        """Return the distance of all routes."""
        return sum(length(self.away, places) for places in Rounds(self.problem).of(solution))

    def text(self, solution: Solution, checked: Checked) -> str:
        """Return the routes as customers' numbers."""
        return numbered_routes(visits_of(self.problem, solution), self.cost(solution, checked))


@dataclass(frozen=True, slots=True)
class _Customer:
    number: int
    xy: tuple[float, float]
    demand: int
    window: tuple[float, float]
    service: float

    @classmethod
    def of(cls, row: Row) -> _Customer:
        return cls(
            row.whole(0, "CUST NO."),
            (row.number(1, "XCOORD."), row.number(2, "YCOORD.")),
            row.whole(3, "DEMAND"),
            row.window(4, ("READY TIME", "DUE DATE")),
            row.number(6, "SERVICE TIME", least=0),
        )

    @property
    def window_s(self) -> tuple[int, int]:
        """Return the window in thousandths."""
        return round(self.window[0] * _SCALE), round(self.window[1] * _SCALE)


def read_solomon(path: Path) -> SolomonInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    rows = read_rows(path)
    below = rows_after(rows, row_starting(rows, path, "NUMBER"))
    if not below:
        raise InputError("instance.part_missing", file=path, part="NUMBER CAPACITY")
    fleet = below[0]
    customers = [_Customer.of(row) for row in rows_after(rows, row_starting(rows, path, "CUST"))]
    if not customers:
        raise InputError("instance.part_missing", file=path, part="CUSTOMER 0")
    away = distances(np.array([customer.xy for customer in customers]))
    vehicles, capacity = fleet.whole(0, "NUMBER", least=1), fleet.whole(1, "CAPACITY")
    return SolomonInstance(rows[0].cells[0], _problem(customers, vehicles, capacity, away), away)


def _problem(customers: list[_Customer], vehicles: int, capacity: int, away: Any) -> Problem:
    depot, *others = customers
    opens_s, closes_s = depot.window_s
    shifts = [
        Shift(AgentId(str(number)), 0, 0, 0, opens_s, closes_s, stock={LOAD: capacity})
        for number in range(1, vehicles + 1)
    ]
    visits = [
        Visit(
            visit_id=str(customer.number),
            place=place,
            duration_s=round(customer.service * _SCALE),
            windows=(customer.window_s,),
            parts={LOAD: customer.demand} if customer.demand else {},
            value_min=MANDATORY_MIN,
        )
        for place, customer in enumerate(others, 1)
    ]
    travel = travel_of(away * _SCALE, rounded_up)
    return Problem(tuple(shifts), tuple(visits), travel, Weights.minimum_travel())
