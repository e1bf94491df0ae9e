# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the people, the means and the orders of some days as a tour problem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from shapely.geometry import Point

from ..core.resources import Absence, Agent, Equipment, SkillGrant
from ..routing.planning_rules import PlanningRules, planning_rules
from ..routing.problem import Break, Problem, Role, Shift, Visit
from ..routing.travel import TravelModel
from ..workorders.orders import OrderState, WorkOrder
from .ports import Workspace

PLANNABLE = frozenset({OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED})


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days of a plan; seconds count from midnight of the first, and nothing starts before ``from_s``."""

    first_day: date
    days: int
    from_s: int = 0

    @classmethod
    def seen_from(cls, first_day: date, days: int, *, now: datetime) -> Horizon:
        """Return the days as they can still be planned; those that are all past are planned whole."""
        whole = cls(first_day, days)
        passed_s = whole.seconds(now)
        return cls(first_day, days, passed_s) if 0 < passed_s < days * 86_400 else whole

    @property
    def dates(self) -> tuple[date, ...]:
        """Return each day."""
        return tuple(self.first_day + timedelta(days=offset) for offset in range(self.days))

    def seconds(self, moment: datetime) -> int:
        """Return a moment as seconds of the horizon; negative before it."""
        return int((moment - datetime.combine(self.first_day, time())).total_seconds())

    def moment(self, seconds: int) -> datetime:
        """Return the moment that seconds of the horizon mean."""
        return datetime.combine(self.first_day, time()) + timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Team:
    """The people and means of a workspace."""

    agents: tuple[Agent, ...]
    grants: tuple[SkillGrant, ...]
    absences: tuple[Absence, ...]
    equipment: tuple[Equipment, ...]

    @classmethod
    def of(cls, workspace: Workspace) -> Team:
        """Read the team."""
        return cls(
            agents=tuple(workspace.all(Agent)),
            grants=tuple(workspace.all(SkillGrant)),
            absences=tuple(workspace.all(Absence)),
            equipment=tuple(workspace.all(Equipment)),
        )

    def present(self, day: date) -> tuple[Agent, ...]:
        """Return the agents who work on a day."""
        return tuple(agent for agent in self.agents if not is_absent(agent, day, self.absences))

    def skills(self, agent: Agent, day: date) -> frozenset[str]:
        """Return the skills and authorisations that an agent holds on a day."""
        return frozenset(
            grant.skill
            for grant in self.grants
            if grant.agent_id == agent.agent_id and grant.valid_from <= day <= grant.valid_until
        )

    def on_board(self, agent: Agent) -> frozenset[str]:
        """Return the kinds of equipment in an agent's vehicle."""
        return frozenset(item.kind for item in self.equipment if item.agent_id == agent.agent_id)


def is_absent(agent: Agent, day: date, absences: Iterable[Absence]) -> bool:
    """Tell whether an agent is away on a day."""
    return any(a.agent_id == agent.agent_id and a.first_day <= day <= a.last_day for a in absences)


@dataclass(frozen=True, slots=True)
class TourProblem:
    """The problem with what its numbers stand for: places and orders in the order of their indices."""

    problem: Problem
    horizon: Horizon
    places: tuple[Point, ...]
    orders: tuple[WorkOrder, ...]
    agents: tuple[Agent, ...]


def tour_problem(
    team: Team,
    orders: Sequence[WorkOrder],
    *,
    horizon: Horizon,
    travel: TravelModel,
    objective: str,
    rules: PlanningRules | None = None,
) -> TourProblem:
    """Return the problem of the plannable orders; ``objective`` names a preset of the planning rules."""
    rules = rules or planning_rules()
    todo = tuple(order for order in orders if order.state in PLANNABLE)
    places = [agent.home for agent in team.agents] + [order.place for order in todo]
    home_of = {agent.agent_id: index for index, agent in enumerate(team.agents)}
    shifts = [
        shift
        for offset, day in enumerate(horizon.dates)
        for agent in team.present(day)
        if (shift := _shift(team, agent, offset, day, home_of[agent.agent_id], horizon.from_s))
    ]
    visits = [_visit(order, len(team.agents) + index, horizon, rules) for index, order in enumerate(todo)]
    problem = Problem(
        shifts=tuple(shifts),
        visits=tuple(visits),
        travel=travel.matrix(places),
        weights=rules.presets[objective],
    )
    return TourProblem(problem, horizon, tuple(places), todo, team.agents)


def _shift(team: Team, agent: Agent, offset: int, day: date, home: int, from_s: int) -> Shift | None:
    """Return what is left of an agent's day, None when it is over."""
    midnight_s = offset * 86_400
    start_s = max(from_s, midnight_s + _seconds(agent.day_start))
    end_s = midnight_s + _seconds(agent.day_end)
    if start_s >= end_s:
        return None
    lunch = Break(
        from_s=midnight_s + _seconds(agent.lunch_start),
        to_s=midnight_s + _seconds(agent.lunch_end),
        duration_s=agent.lunch_min * 60,
    )
    return Shift(
        agent=agent.agent_id,
        day=offset,
        start_place=home,
        end_place=home,
        start_s=start_s,
        end_s=end_s,
        skills=team.skills(agent, day),
        equipment=team.on_board(agent),
        breaks=(lunch,) if agent.lunch_min and start_s <= lunch.latest_start_s else (),
        overtime_s=agent.overtime_min * 60,
    )


def _visit(order: WorkOrder, place: int, horizon: Horizon, rules: PlanningRules) -> Visit:
    priority = order.priority.value
    return Visit(
        visit_id=order.order_id,
        place=place,
        duration_s=order.duration_min * 60,
        windows=_windows(order, horizon),
        roles=tuple(Role() for _ in range(order.crew)),
        skills=frozenset(order.skills),
        team_skills=frozenset(order.crew_skills),
        equipment=frozenset(order.equipment),
        earliest_s=_earliest_s(order, horizon),
        due_s=horizon.seconds(order.due_at),
        lateness_factor=rules.lateness_factor[priority],
        value_min=rules.value_min[priority],
    )


def _windows(order: WorkOrder, horizon: Horizon) -> tuple[tuple[int, int], ...]:
    """Return when the order may start; a side that is open reaches to the end of the days, or beyond."""
    if order.window_start is None and order.window_end is None:
        return ()
    start_s = None if order.window_start is None else horizon.seconds(order.window_start)
    end_s = None if order.window_end is None else horizon.seconds(order.window_end)
    if start_s is None:
        start_s = min(0, end_s or 0)
    if end_s is None:
        end_s = max(horizon.days * 86_400, start_s)
    return ((start_s, end_s),)


def _earliest_s(order: WorkOrder, horizon: Horizon) -> int:
    earliest = max(order.received_at, order.earliest_start or order.received_at)
    return max(horizon.from_s, horizon.seconds(earliest))


def _seconds(moment: time) -> int:
    return moment.hour * 3600 + moment.minute * 60 + moment.second
