# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a plan is made from, read once: days, people, orders, roads, and the plan in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..core.errors import InputError
from ..core.messages import Message
from ..routing.planning_rules import planning_rules
from ..routing.travel import TravelModel
from ..workorders.orders import WorkOrder
from .day_roads import roads_of_days
from .former_plan import FormerPlan
from .order_ties import OrderTies, order_ties
from .plan_options import PlanOptions
from .ports import Workspace
from .sound_input import sound_input
from .tour_problem import Horizon, Team, TourProblem, tour_problem


@dataclass(frozen=True, slots=True)
class PlanBasis:
    """What a plan is made from; ``notes`` say what planners should know before they read it.

    ``set_aside`` gives the reasons of the orders whose values cannot be meant (see ``SoundInput``).
    """

    horizon: Horizon
    team: Team
    orders: tuple[WorkOrder, ...]
    travel: TravelModel
    in_force: FormerPlan | None
    notes: tuple[Message, ...]
    set_aside: dict[str, list[dict[str, str]]]
    ties: OrderTies

    @classmethod
    def of(cls, workspace: Workspace, options: PlanOptions, *, now: datetime) -> PlanBasis:
        """Read the workspace.

        Raises
        ------
        InputError
            No agent works on these days, or the objective is not one of the presets.
        """
        horizon = Horizon.seen_from(options.day, options.days, now=now)
        sound = sound_input(Team.of(workspace), workspace.all(WorkOrder))
        team = sound.team
        presets = planning_rules().presets
        if options.objective not in presets:
            raise InputError("plan.objective", found=options.objective, expected=", ".join(presets))
        present = {agent.agent_id: agent for day in horizon.dates for agent in team.present(day)}
        if not present:
            raise InputError("plan.nobody", day=options.day)
        roads = roads_of_days(workspace, horizon.dates, present.values())
        return cls(
            horizon=horizon,
            team=team,
            orders=sound.orders,
            travel=roads.travel,
            in_force=FormerPlan.of(workspace, options.day, options.days),
            notes=(*roads.notes, *sound.notes),
            set_aside=sound.set_aside,
            ties=order_ties(workspace, sound.orders),
        )

    def problem(
        self, objective: str, *, team: Team | None = None, orders: Sequence[WorkOrder] | None = None
    ) -> TourProblem:
        """Return the tour problem of everybody and every order, or of a team and some orders."""
        return tour_problem(
            team or self.team,
            self.orders if orders is None else orders,
            horizon=self.horizon,
            travel=self.travel,
            objective=objective,
            ties=self.ties,
        )
