# SPDX-License-Identifier: GPL-3.0-or-later
"""A way to make a visit fit: the rules that are bent, and the problem that they leave."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.ids import AgentId
from ...core.messages import Message
from ..model.problem import Problem, Solution
from ..model.routes import Steps
from .seats import Seats


@dataclass(frozen=True, slots=True)
class Bend:
    """One rule that is bent: the way (``relaxations.yaml``), by how many minutes or days, and for what.

    ``agent`` is whose day or vehicle it is; ``detail`` names the equipment, the skill, the agents of a pin or
    the visit that is taken out.
    """

    way: str
    agent: str = ""
    minutes: int = 0
    days: int = 0
    detail: str = ""

    @property
    def message(self) -> Message:
        """Return what is to be done."""
        params = {"agent": self.agent, "minutes": self.minutes, "days": self.days, "detail": self.detail}
        return Message(f"relaxation.{self.way}", params)


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What makes a visit fit, and how it is then made.

    ``cost_min`` is the price of the bent rules; ``agents`` make the visit on ``day`` from ``start_s`` on.
    Into ``problem`` with the plan ``solution``, which leaves the visit out, the engine inserts it without
    breaking a rule.
    """

    bends: tuple[Bend, ...]
    cost_min: float
    agents: tuple[AgentId, ...]
    day: int
    start_s: int
    problem: Problem
    solution: Solution

    def inserted(self, visit_id: str) -> tuple[tuple[Steps, ...], tuple[int, ...]] | None:
        """Return the routes and the order of the plan with the visit in it (see ``Solution``)."""
        number = self.problem.index_of(visit_id)
        shifts = [(shift.agent, shift.day) for shift in self.problem.shifts]
        is_alone = len(self.problem.visits[number].roles) == 1 == len(self.agents)
        shift = shifts.index((self.agents[0], self.day)) if is_alone else None
        seats = Seats(self.problem, self.solution.routes, self.solution.order)
        return seats.plan_with(number, shift)
