# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes to a place, and when: for the dispatcher who must send somebody."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
from shapely.geometry import Point

from ..ports import Workspace
from ..roads.day_roads import roads_of_days
from ..tours.tour_problem import Team
from .presence import Reason, presence_by_hour
from .reached import reach_all
from .rules import coverage_rules_of


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody who can come: from where (and which order there), within how many minutes."""

    agent: str
    name: str
    phone: str
    reason: Reason
    order: str
    minutes: float
    place: Point


def who_comes(
    workspace: Workspace,
    day: date,
    hour: int,
    place: Point,
    *,
    skills: Collection[str] = (),
    equipment: Collection[str] = (),
) -> tuple[Comer, ...]:
    """Return who can come to a place in an hour of a day with all skills and equipment, the soonest first."""
    team = Team.of(workspace, day)
    rules = coverage_rules_of(workspace, day)
    present = [
        one
        for one in presence_by_hour(workspace, team, day, moment_min=rules.moment_min)[hour]
        if team.skills(one.agent, day).issuperset(skills) and team.on_board(one.agent).issuperset(equipment)
    ]
    roads = roads_of_days(workspace, [day], {team.vehicle(one.agent) for one in present})
    starts = [(team.vehicle(one.agent), one.place.x, one.place.y) for one in present]
    reached = reach_all(roads, starts, np.array([place], dtype=object))
    found = [
        Comer(
            one.agent.agent_id,
            one.agent.name,
            one.agent.phone,
            one.reason,
            one.order,
            round(float(reached.seconds[reached.row[start], 0]) / 60, 1),
            one.place,
        )
        for one, start in zip(present, starts, strict=True)
        if np.isfinite(reached.seconds[reached.row[start], 0])
    ]
    return tuple(sorted(found, key=lambda comer: (comer.minutes, comer.agent)))
