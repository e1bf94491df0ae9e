# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in when an order cannot be made as wanted: other agents, days, companies, and their costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from ...core.calendars import is_working_day
from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.people import OnCallDuty
from ...core.resources import Agent, Subcontractor
from ...routing.check.repair import as_solution
from ...routing.explain.seats import Insertion, Seats
from ...routing.model.problem import Problem, Solution, Visit
from ...routing.model.routes import without_visits
from ...workorders.intake.splitting import in_equal_parts
from ...workorders.orders import WorkOrder
from ...workorders.resources.rest import on_call
from ...workorders.resources.settings import ResourceSettings
from ..intake.split import SplitAsked, draft_split
from ..intake.split_basis import split_basis
from ..ports import Workspace
from ..resources.subcontracts import given_away, missing_skills, price_of
from ..tours.tour_problem import Horizon, Team, is_absent
from .plan_in_force import running_plan
from .slots import empty_day

_DAY_S = 86_400
# of a visit that may not start on a day
_NEVER = ((-1, -1),)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way to have an order made.

    ``kind`` is ``agent``, ``neighbour_zone``, ``other_day``, ``split``, ``subcontractor``, ``on_call`` or
    ``hire`` (of ``equipment``). ``cost_min`` weighs everything in minutes, ``price_eur`` is what is paid;
    ``late_min`` is how late the start is by the order's deadline: more than 0 breaks it.
    ``parts_min`` are the minutes of the parts of work that is split, the second of which starts ``then``.
    """

    kind: str
    day: date
    start: datetime | None
    agents: tuple[AgentId, ...]
    cost_min: int
    price_eur: float | None = None
    late_min: int = 0
    company: str = ""
    equipment: tuple[str, ...] = ()
    parts_min: tuple[int, ...] = ()
    then: datetime | None = None

    @property
    def breaks_deadline(self) -> bool:
        """Tell whether the deadline of the contract is missed."""
        return self.late_min > 0


@dataclass(frozen=True, slots=True)
class _Day:
    """One day as it stands, and the order as a visit that is left out of it."""

    date: date
    horizon: Horizon
    problem: Problem
    solution: Solution
    number: int

    @property
    def visit(self) -> Visit:
        return self.problem.visits[self.number]

    def with_visit(self, **values: object) -> _Day:
        """Return the day with the visit changed."""
        visit = replace(self.visit, **values)  # type: ignore[arg-type]
        visits = (*self.problem.visits[: self.number], visit, *self.problem.visits[self.number + 1 :])
        return replace(self, problem=replace(self.problem, visits=visits))

    def seats(self) -> Seats:
        return Seats(self.problem, self.solution.routes, self.solution.order)

    def agents(self, found: Insertion) -> tuple[AgentId, ...]:
        return tuple(self.problem.shifts[shift].agent for shift in found.shifts)

    def insertions(self) -> list[Insertion]:
        """Return the cheapest insertion of each agent, or of the best team."""
        seats, shifts = self.seats(), range(len(self.problem.shifts))
        if len(self.visit.roles) > 1:
            found = [seats.find(self.number)]
        else:
            found = [seats.find(self.number, shift) for shift in shifts]
        return sorted((one for one in found if one), key=lambda one: (one.cost_min, one.start_s))


def find_alternatives(
    workspace: Workspace, order_id: str, *, day: date, now: datetime
) -> tuple[Alternative, ...]:
    """Return the ways to have an order made that was wanted on a day.

    Those that keep the deadline come first, the cheapest of them in front. Nobody is offered who lacks a
    skill on the day, is absent, or rests.

    Raises
    ------
    InputError
        The order is unknown, waits for another one, or is in no state to be planned.
    """
    order, team = workspace.get(WorkOrder, order_id), Team.of(workspace, day)
    settings = team.supplies.settings
    found = [
        *_inside(workspace, order, team, day, now, settings),
        *_companies(workspace, order, day, settings),
        *_on_call(workspace, order, team, day, now, settings),
    ]
    return tuple(sorted(found, key=lambda way: (way.breaks_deadline, way.cost_min, way.kind, way.day)))


def _inside(
    workspace: Workspace, order: WorkOrder, team: Team, day: date, now: datetime, settings: ResourceSettings
) -> Iterator[Alternative]:
    """Yield what the service's own people can do, on the day and on those after it."""
    costs, today = settings.alternatives, _standing(workspace, order, day, now)
    same_day = list(_same_day(order, team, today, settings)) if today else []
    yield from same_day
    if today and not same_day:
        if _may_be_split(workspace, order, now):
            tomorrow, by = _later(day, 1)[0]
            then = _moved(order, by)
            yield from _split(order, today, lambda: _standing(workspace, then, tomorrow, now), settings)
        yield from _hired(workspace, order, day, now, settings)
    in_time = 0
    for later, days in _later(day, costs.days):
        on_it = _standing(workspace, _moved(order, days), later, now)
        best = next(iter(on_it.insertions()), None) if on_it else None
        if on_it is None or best is None:
            continue
        price = costs.other_day_min + costs.per_day_min * days + best.cost_min
        way = _way("other_day", order, on_it, best, price)
        yield way
        in_time += not way.breaks_deadline
        if way.breaks_deadline or in_time == 2:
            return


def _same_day(order: WorkOrder, team: Team, today: _Day, settings: ResourceSettings) -> Iterator[Alternative]:
    zones = {agent.agent_id: agent.zone for agent in team.agents}
    for found in today.insertions():
        is_near = all(zones.get(agent, "") in ("", order.zone) for agent in today.agents(found))
        kind = "agent" if is_near or not order.zone else "neighbour_zone"
        own_min = (
            settings.alternatives.agent_min if kind == "agent" else settings.alternatives.neighbour_zone_min
        )
        yield _way(kind, order, today, found, own_min + found.cost_min)


def _split(
    order: WorkOrder, today: _Day, tomorrow: Callable[[], _Day | None], settings: ResourceSettings
) -> Iterator[Alternative]:
    """Yield the work in two halves, one after the other: both on the day, or the second on the next one."""
    half_s = -(-today.visit.duration_s // 2)
    halved = today.with_visit(duration_s=half_s)
    first = halved.seats().find(halved.number)
    if first is None:
        return
    second, later = _rest_of_it(halved, first), halved
    price = settings.alternatives.split_min + first.cost_min
    if second is None and (next_day := tomorrow()):
        later = next_day.with_visit(duration_s=half_s)
        second = next(iter(later.insertions()), None)
        price += settings.alternatives.per_day_min
    if second is None:
        return
    way = _way("split", order, today, first, price + second.cost_min)
    agents = tuple(dict.fromkeys((*way.agents, *later.agents(second))))
    then = later.horizon.moment(second.start_s)
    yield replace(way, agents=agents, parts_min=(-(-order.duration_min // 2),) * 2, then=then)


def _rest_of_it(halved: _Day, first: Insertion) -> Insertion | None:
    """Return where the second half of the work fits after the first one on the day; None if nowhere."""
    made = halved.seats().plan_with(halved.number)
    if made is None:
        return None
    second_visit = replace(
        halved.visit,
        visit_id=f"{halved.visit.visit_id}/2",
        earliest_s=first.start_s + halved.visit.duration_s,
        windows=(),
    )
    both = replace(halved.problem, visits=(*halved.problem.visits, second_visit))
    return Seats(both, made[0], made[1]).find(len(both.visits) - 1)


def _may_be_split(workspace: Workspace, order: WorkOrder, now: datetime) -> bool:
    """Tell whether an order can be split in two halves (see ``draft_split``)."""
    try:
        basis = split_basis(workspace, order.order_id, now=now)
        draft_split(basis, SplitAsked(in_equal_parts(order, 2, basis.rules.intake.split)))
    except InputError:
        return False
    return True


def _hired(
    workspace: Workspace, order: WorkOrder, day: date, now: datetime, settings: ResourceSettings
) -> Iterator[Alternative]:
    """Yield the work with hired equipment on the day, for the kinds that have a price."""
    kinds = tuple(kind for kind in order.equipment if kind in settings.hire_eur_per_day)
    if not kinds:
        return
    # whoever comes has what is hired, whatever becomes of the service's own
    others = replace(order, equipment=tuple(kind for kind in order.equipment if kind not in kinds))
    lent = _standing(workspace, others, day, now)
    best = next(iter(lent.insertions()), None) if lent else None
    if lent is not None and best is not None:
        price_eur = sum(settings.hire_eur_per_day[kind] for kind in kinds)
        cost = settings.alternatives.hire_min + settings.minutes(price_eur) + best.cost_min
        yield replace(_way("hire", order, lent, best, cost), price_eur=price_eur, equipment=kinds)


def _companies(
    workspace: Workspace, order: WorkOrder, day: date, settings: ResourceSettings
) -> Iterator[Alternative]:
    """Yield the subcontractors who hold every skill, on the day."""
    if order.order_id in given_away(workspace):
        return
    for company in workspace.all(Subcontractor):
        if missing_skills(order, company):
            continue
        *_, price_eur = price_of(workspace, order, company)
        late = datetime.combine(day, time()) - order.due_at
        yield Alternative(
            kind="subcontractor",
            day=day,
            start=None,
            agents=(),
            cost_min=round(settings.subcontracting.fixed_min) + settings.minutes(price_eur),
            price_eur=price_eur,
            late_min=max(0, int(late.total_seconds() // 60)),
            company=company.subcontractor_id,
        )


def _on_call(
    workspace: Workspace, order: WorkOrder, team: Team, day: date, now: datetime, settings: ResourceSettings
) -> Iterator[Alternative]:
    """Yield the agents on call who can make the order after their ordinary day."""
    duties = workspace.all(OnCallDuty)
    by_id = {agent.agent_id: agent for agent in team.agents}
    for duty in sorted(duties, key=lambda duty: (duty.starts_at, duty.agent_id)):
        agent = by_id.get(duty.agent_id)
        if agent is None or order.crew > 1 or is_absent(agent, day, team.absences):
            continue
        start = _free_at(agent, day, max(duty.starts_at, now, order.earliest_start or now))
        is_there = start.date() == day and start + timedelta(minutes=order.duration_min) <= duty.ends_at
        is_able = {*order.skills, *order.crew_skills} <= team.skills(agent, day)
        has_all = {*order.equipment} <= team.on_board(agent)
        spared = agent.agent_id not in on_call(start, [duty], team.supplies.restrictions, settings)
        if is_there and is_able and has_all and not spared:
            late = max(0, int((start - order.due_at).total_seconds() // 60))
            cost = round(settings.alternatives.on_call_min) + order.duration_min
            yield Alternative("on_call", day, start, (agent.agent_id,), cost, late_min=late)


def _free_at(agent: Agent, day: date, moment: datetime) -> datetime:
    """Return the first moment from one on that lies outside the agent's ordinary day."""
    moment = max(moment, datetime.combine(day, time()))
    opens, closes = (datetime.combine(day, hour) for hour in (agent.day_start, agent.day_end))
    return closes if opens <= moment < closes else moment


def _way(kind: str, order: WorkOrder, day: _Day, found: Insertion, cost_min: float) -> Alternative:
    start = day.horizon.moment(found.start_s)
    late = max(0, int((start - order.due_at).total_seconds() // 60))
    return Alternative(kind, start.date(), start, day.agents(found), round(cost_min), late_min=late)


def _moved(order: WorkOrder, days: int) -> WorkOrder:
    """Return an order with the hours that were agreed for it some days later."""
    by = timedelta(days=days)
    return replace(
        order,
        window_start=order.window_start and order.window_start + by,
        window_end=order.window_end and order.window_end + by,
    )


def _standing(workspace: Workspace, order: WorkOrder, day: date, now: datetime) -> _Day | None:
    """Return a day as it stands without the order, which is as given; None when nobody works on it any more.

    The order starts on no other day. The deadline is not priced: how late it would be is told apart.
    """
    problem, solution, horizon = _as_it_stands(workspace, order, day, now)
    if not problem.shifts:
        return None
    number = problem.index_of(order.order_id)
    made = _Day(
        day, horizon, problem, replace(solution, routes=without_visits(solution.routes, {number})), number
    )
    opens_s = horizon.seconds(datetime.combine(day, time()))
    closes_s = opens_s + _DAY_S - 1
    windows = tuple(
        (max(from_s, opens_s), min(to_s, closes_s))
        for from_s, to_s in made.visit.windows or ((opens_s, closes_s),)
        if max(from_s, opens_s) <= min(to_s, closes_s)
    )
    return made.with_visit(due_s=None, windows=windows or _NEVER)


def _as_it_stands(
    workspace: Workspace, order: WorkOrder, day: date, now: datetime
) -> tuple[Problem, Solution, Horizon]:
    in_force = running_plan(workspace, day, now, again=[order])
    if in_force is None:
        tours, solution, _ = empty_day(workspace, order, day, now, again=True)
        return tours.problem, solution, tours.horizon
    rest = in_force.rest(now)
    names = {visit.visit_id for visit in rest.problem.visits}
    if order.order_id not in names:
        raise InputError("alternatives.begun", order=order.order_id)
    return rest.problem, as_solution(rest.problem, rest.routes, rest.order), in_force.tours.horizon


def _later(day: date, most: int) -> Sequence[tuple[date, int]]:
    """Return the working days after a day, with how many days later they are."""
    days = ((day + timedelta(days=by), by) for by in range(1, 8 * most + 1))
    return [(later, by) for later, by in days if is_working_day(later)][:most]
