# SPDX-License-Identifier: GPL-3.0-or-later
"""Put the people, the means and the orders of some days as a tour problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from shapely.geometry import Point

from ...core.ids import OrderId
from ...core.resources import Absence, Agent, Equipment, LongerDay, SkillGrant
from ...routing.explain.soundness import marked_hopeless
from ...routing.model.links import Link
from ...routing.model.planning_rules import weights_of
from ...routing.model.problem import Break, Problem, Role, Shift, Solution, Visit
from ...routing.roads.street_arrays import Vehicle
from ...routing.travel import TravelModel
from ...workorders.orders import WorkOrder
from ...workorders.resources.supplies import held_by
from ..order_chains import PLANNABLE, Chains, chains, tour_links
from ..ports import Workspace
from ..resources.day_means import Supplies
from ..resources.tour_means import TourMeans
from ..rule_versions import DatedRules
from ..tour_rules import TourRules
from .fillers import filler_value_min, is_filler
from .late_when_left_out import late_when_left_out
from .order_ties import OrderTies
from .shut_off_stops import shut_off_stops
from .valve_rounds import ShutOffUnit, StopTask


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
    """The people and means of a workspace; ``on_trucks`` are kinds of equipment mounted on a truck."""

    agents: tuple[Agent, ...]
    grants: tuple[SkillGrant, ...]
    absences: tuple[Absence, ...]
    equipment: tuple[Equipment, ...]
    supplies: Supplies
    on_trucks: frozenset[str]
    longer: tuple[LongerDay, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace, day: date) -> Team:
        """Read the team, by the rules of a day."""
        rules = DatedRules(workspace)
        return cls(
            agents=tuple(workspace.all(Agent)),
            grants=tuple(workspace.all(SkillGrant)),
            absences=tuple(workspace.all(Absence)),
            equipment=tuple(workspace.all(Equipment)),
            supplies=Supplies.of(workspace, rules.on(day).settings),
            on_trucks=rules.tours_on(day).on_trucks,
            longer=tuple(workspace.all(LongerDay)),
        )

    def overtime_min(self, agent: Agent, day: date) -> int:
        """Return how long an agent may stay on a day beyond the ordinary end."""
        agreed = (one.minutes for one in self.longer if (one.agent_id, one.day) == (agent.agent_id, day))
        return agent.overtime_min + sum(agreed)

    def present(self, day: date) -> tuple[Agent, ...]:
        """Return the agents who work on a day."""
        return tuple(agent for agent in self.agents if not is_absent(agent, day, self.absences))

    def skills(self, agent: Agent, day: date) -> frozenset[str]:
        """Return the skills and authorisations that an agent holds on a day and is not spared."""
        held = frozenset(
            grant.skill
            for grant in self.grants
            if grant.agent_id == agent.agent_id and grant.valid_from <= day <= grant.valid_until
        )
        return held - self.supplies.forbidden_skills(agent, day)

    def on_board(self, agent: Agent) -> frozenset[str]:
        """Return the kinds of equipment in an agent's vehicle."""
        return frozenset(item.kind for item in self.equipment if item.agent_id == agent.agent_id)

    def means(self, orders: Sequence[WorkOrder], horizon: Horizon, places: Mapping[str, int]) -> TourMeans:
        """Return what the agents have on some days; ``places`` are those of the depots."""
        return TourMeans(
            self.supplies,
            agents=self.agents,
            equipment=self.equipment,
            orders=orders,
            days=horizon.dates,
            places=places,
            skills=self.skills,
            seconds=horizon.seconds,
        )

    def vehicle(self, agent: Agent) -> Vehicle:
        """Return whose roads an agent can take, by what is said of the vehicle or is mounted on it."""
        is_truck = agent.vehicle == "truck" or not self.on_board(agent).isdisjoint(self.on_trucks)
        return "truck" if is_truck else "van"


def is_absent(agent: Agent, day: date, absences: Iterable[Absence]) -> bool:
    """Tell whether an agent is away on a day."""
    return any(a.agent_id == agent.agent_id and a.first_day <= day <= a.last_day for a in absences)


@dataclass(frozen=True, slots=True)
class TourProblem:
    """The problem with what its numbers stand for.

    ``places`` are the agents' homes, then the orders', the depots', then those of valves. ``tasks`` tells
    what the visits are that are not an order's work under its own id; ``units`` are made whole or not at all.
    ``fillers`` are the visits that come after all others. ``held`` gives for the orders that are no visits
    which one they wait for. ``stores`` are the depots by their place, with what each holds of which part;
    ``short`` gives for the visits that are not to be made the part that their depot lacks for them.
    """

    problem: Problem
    horizon: Horizon
    places: tuple[Point, ...]
    orders: tuple[WorkOrder, ...]
    agents: tuple[Agent, ...]
    rules: TourRules
    tasks: Mapping[str, StopTask] = field(default_factory=dict)
    units: tuple[ShutOffUnit, ...] = ()
    fillers: frozenset[str] = frozenset()
    held: Mapping[OrderId, OrderId] = field(default_factory=dict)
    stores: Mapping[int, tuple[str, Mapping[str, int]]] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)

    def task_of(self, visit_id: str) -> StopTask:
        """Return what a visit is to which order."""
        return self.tasks.get(visit_id) or StopTask(OrderId(visit_id))

    def left_out(self, solution: Solution) -> tuple[OrderId, ...]:
        """Return the orders that no agent makes in a solution, those given away among them."""
        not_made = (*solution.unplanned, *solution.subcontracted)
        unplanned = dict.fromkeys(self.task_of(visit).order_id for visit in not_made)
        return (*unplanned, *self.held)


def tour_problem(
    team: Team,
    orders: Sequence[WorkOrder],
    *,
    horizon: Horizon,
    travel: TravelModel,
    objective: str,
    rules: TourRules,
    travel_by: Mapping[str, TravelModel] | None = None,
    ties: OrderTies | None = None,
) -> TourProblem:
    """Return the problem of the plannable orders; ``objective`` names a preset of the planning rules.

    ``orders`` are all there are: how far those are that others wait for counts (``ties``). ``travel_by``
    holds the ways of the vehicles (``Team.vehicle``) that do not take those of ``travel``.
    """
    ties = ties or OrderTies()
    todo = tuple(order for order in orders if order.state in PLANNABLE)
    waiting = chains(ties.links, orders)
    places = [agent.home for agent in team.agents] + [order.place for order in todo]
    depots = _depots(team, travel, first_place=len(places))
    places += [depot.place for depot in team.supplies.depots]
    means = team.means(todo, horizon, depots)
    visits = _visits(todo, len(team.agents), means, waiting, horizon, rules)
    ways, first = travel_by or {}, len(places)
    rides = valve_rides(team, ties, horizon, lambda vehicle: ways.get(vehicle, travel))
    stops = shut_off_stops(visits, ties, waiting.links, first_place=first, rides=rides, rules=rules.shut_offs)
    places += stops.places
    links = (*tour_links(waiting.links), *stops.links)
    problem = Problem(
        shifts=_loaded(shifts_of(team, horizon, depots), team, means),
        visits=stops.visits,
        travel=travel.matrix(places),
        weights=weights_of(objective, rules.planning),
        links=links,
        travel_by={vehicle: own.matrix(places) for vehicle, own in ways.items()},
    )
    return TourProblem(
        problem=marked_hopeless(late_when_left_out(problem)),
        horizon=horizon,
        places=tuple(places),
        orders=todo,
        agents=team.agents,
        rules=rules,
        tasks=stops.tasks,
        units=stops.units,
        fillers=_fillers(todo, horizon, rules, tied=links),
        held=waiting.held,
        stores={place: (name, held_by(team.supplies.stock, name)) for name, place in depots.items()},
    )


def _visits(
    todo: Iterable[WorkOrder],
    first_place: int,
    means: TourMeans,
    waiting: Chains,
    horizon: Horizon,
    rules: TourRules,
) -> list[Visit]:
    """Return the visits of the orders that wait for no other one."""
    return [
        _with_chain(means.visit(_visit(own, place, horizon, rules), own), waiting, horizon)
        for place, own in enumerate(todo, start=first_place)
        if own.order_id not in waiting.held
    ]


def valve_rides(
    team: Team, ties: OrderTies, horizon: Horizon, ways_of: Callable[[str], TravelModel]
) -> tuple[TravelModel, ...]:
    """Return the ways of the vehicles of those who may operate the valves of the orders' cuts."""
    wanted = frozenset[str]().union(*(own.skills for own in ties.rounds.values()))
    vehicles = {
        team.vehicle(agent)
        for day in horizon.dates
        for agent in team.present(day)
        if ties.rounds and wanted <= team.skills(agent, day)
    }
    return tuple(ways_of(vehicle) for vehicle in sorted(vehicles) or ["van"])


def _depots(team: Team, travel: TravelModel, *, first_place: int) -> dict[str, int]:
    """Return the places of the depots that can be driven to."""
    known = team.supplies.depots
    if not known:
        return {}
    homes = [agent.home for agent in team.agents]
    barred = {*travel.matrix([*homes, *(depot.place for depot in known)]).unreachable}
    return {
        depot.depot_id: first_place + number
        for number, depot in enumerate(known)
        if len(homes) + number not in barred
    }


def _loaded(shifts: Iterable[Shift], team: Team, means: TourMeans) -> tuple[Shift, ...]:
    """Return shifts with the parts and the equipment of their agents."""
    by_id = {agent.agent_id: agent for agent in team.agents}
    return tuple(means.shift(shift, by_id[shift.agent]) for shift in shifts)


def shifts_of(team: Team, horizon: Horizon, depots: Mapping[str, int] | None = None) -> tuple[Shift, ...]:
    """Return what is left of each agent's days; ``depots`` are the places where days can begin."""
    places = depots or {}
    starts_at = {agent.agent_id: places.get(agent.depot, index) for index, agent in enumerate(team.agents)}
    return tuple(
        shift
        for offset, day in enumerate(horizon.dates)
        for agent in team.present(day)
        if (shift := _shift(team, agent, offset, day, starts_at[agent.agent_id], horizon))
    )


def _fillers(
    orders: Iterable[WorkOrder], horizon: Horizon, rules: TourRules, *, tied: Sequence[Link]
) -> frozenset[str]:
    """Return the orders that fill gaps; what others are tied to is none, for it has to come when they do."""
    ends = {end for link in tied for end in (link.first, link.second)}
    last_day = horizon.dates[-1]
    return frozenset(
        order.order_id
        for order in orders
        if order.order_id not in ends and is_filler(order, last_day=last_day, rules=rules)
    )


def _with_chain(visit: Visit, waiting: Chains, horizon: Horizon) -> Visit:
    """Return a visit as the end of the order before it allows and asks."""
    order_id = OrderId(visit.visit_id)
    earliest, due = waiting.not_before.get(order_id), waiting.due_by.get(order_id)
    if earliest is not None:
        visit = replace(visit, earliest_s=max(visit.earliest_s, horizon.seconds(earliest)))
    if due is not None:
        visit = replace(visit, due_s=min(visit.due_s or horizon.seconds(due), horizon.seconds(due)))
    return visit


def _shift(team: Team, agent: Agent, offset: int, day: date, home: int, horizon: Horizon) -> Shift | None:
    """Return what is left of an agent's day, None when it is over."""
    midnight_s = offset * 86_400
    start_s = max(horizon.from_s, horizon.seconds(team.supplies.day_start(agent, day)))
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
        breaks=(lunch,) if agent.lunch_min and start_s <= lunch.latest_start_s else (),
        overtime_s=team.overtime_min(agent, day) * 60,
        vehicle=team.vehicle(agent),
    )


def _visit(order: WorkOrder, place: int, horizon: Horizon, rules: TourRules) -> Visit:
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
        lateness_factor=rules.planning.lateness_factor[priority],
        value_min=_value_min(order, horizon, rules),
    )


def _value_min(order: WorkOrder, horizon: Horizon, rules: TourRules) -> int:
    if is_filler(order, last_day=horizon.dates[-1], rules=rules):
        return filler_value_min(order, rules.planning.fillers)
    return rules.planning.value_min[order.priority.value]


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
