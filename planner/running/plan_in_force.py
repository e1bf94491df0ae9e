# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan in force on a day, read back as a problem, routes and times."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId
from ...core.messages import Message
from ...routing.check.timeline import TourTimes
from ...routing.day.rest_of_day import RestOfDay, rest_of_day
from ...routing.model.planning_rules import weights_of
from ...routing.model.problem import Problem, Visit
from ...routing.model.routes import Steps, visits_on
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import OrderState, WorkOrder
from ..life.planned_gate import require_planned_gate
from ..order_chains import PLANNABLE, bundles
from ..orders_at_hand import orders_with_tied
from ..plan_versions import has_plan, plan_in_force
from ..plans.event_days import EventDays, kept_away
from ..plans.legal_times import kept_by_plan
from ..plans.plan_basis import PlanBasis
from ..plans.planned_elsewhere import planned_elsewhere
from ..plans.stored_plan import StoredPlan
from ..ports import Workspace
from ..records import Plan, PlanStop, PlanUnplanned
from ..roads.day_roads import DayRoads
from ..rule_versions import tour_rules_of
from ..tours.order_pins import unbroken
from ..tours.order_ties import OrderTies
from ..tours.reasons import stored_reason
from ..tours.told_times import told_orders
from ..tours.tour_problem import Horizon, Team, TourProblem, is_absent
from .newcomers import NOBODY_CAME, Newcomers, asked_of
from .plan_stock import Stocks, as_stocked, handed_back, visit_of
from .standing_faults import mended_orders, mended_team, shifts_at_fault

# an order in one of these states was begun, whatever the plan said
_BEGUN = frozenset(
    {OrderState.IN_PROGRESS, OrderState.DONE, OrderState.NOT_DONE, OrderState.TO_CORRECT, OrderState.CLOSED}
)
_IN_THE_PLAN = _BEGUN | {OrderState.PLANNED, OrderState.DISPATCHED}


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """A stored plan as it was planned.

    ``orders`` are those of its problem as they are stored; people know when those ``told`` start. ``begun``
    (visits) are known to have been started, agents of the shifts ``away`` are absent since. ``reasons`` are
    those of what it left out. ``newcomers`` came in after it: they are no part of it before they are put
    into a tour. Shifts ``kept`` stay as they stand, for the rules that they have ``broken``.
    """

    plan: Plan
    basis: PlanBasis
    tours: TourProblem
    routes: tuple[Steps, ...]
    times: tuple[TourTimes, ...]
    orders: dict[str, WorkOrder]
    begun: frozenset[int]
    away: frozenset[int]
    reasons: dict[str, PlanUnplanned]
    told: frozenset[str] = frozenset()
    newcomers: Newcomers = NOBODY_CAME
    kept: frozenset[int] = frozenset()
    broken: tuple[Message, ...] = ()

    @property
    def roads(self) -> DayRoads:
        """Return the roads of its days."""
        return self.basis.roads

    @property
    def events(self) -> EventDays:
        """Return the days that the calendar keeps orders from, their own in the plan apart."""
        return self.basis.events

    @property
    def notices(self) -> dict[str, str]:
        """Return the notices that digs wait for, by order."""
        return {name: found.notice for name, found in self.basis.legal.items()}

    def kept_away(self, order_id: str, now: datetime) -> list[dict[str, str]]:
        """Return the stored reason of an order that events keep from all days that are left; else none."""
        dates = [day for day in self.tours.horizon.dates if day >= now.date()]
        reason = kept_away(self.events, order_id, dates)
        return [stored_reason(reason, ())] if reason else []

    @property
    def told_s(self) -> dict[str, int]:
        """Return the starts that people were told, by visit, in seconds of the horizon."""
        stops = (stop for tour in self.times for stop in tour.stops if stop.role == 0)
        return {stop.visit_id: stop.start_s for stop in stops if stop.visit_id in self.told}

    @property
    def problem(self) -> Problem:
        """Return the problem of its days."""
        return self.tours.problem

    def tours_of(self, rest: RestOfDay) -> TourProblem:
        """Return the rest of the day with what its numbers stand for; cuts that have begun are no units."""
        names = {visit.visit_id for visit in rest.problem.visits}
        units = tuple(unit for unit in self.tours.units if {unit.close, *unit.works, unit.reopen} <= names)
        return replace(self.tours, problem=rest.problem, units=units, held={})

    def rest(self, now: datetime, *, away: Iterable[int] = ()) -> RestOfDay:
        """Return what can still be planned at a moment; ``away`` are shifts of agents who leave now."""
        order = sorted(
            (stop.start_s, stop.visit_id) for tour in self.times for stop in tour.stops if stop.role == 0
        )
        begun, gone = self.settled(away)
        return rest_of_day(
            self.problem,
            self.routes,
            self.times,
            now_s=max(0, self.tours.horizon.seconds(now)),
            order=[self.problem.index_of(visit_id) for _, visit_id in order],
            begun=begun,
            away=gone,
        )

    @property
    def faults(self) -> tuple[Message, ...]:
        """Return what is wrong with its people and orders by now: their tours stay as they stand."""
        return (*self._values_at_fault(), *self.broken)

    def settled(self, away: Iterable[int] = ()) -> tuple[frozenset[int], frozenset[int]]:
        """Return the visits that count as begun, and the shifts that nothing is given to.

        What stays as it stands counts as begun, but for the tours of those who are ``away`` (shifts).
        """
        gone = self.away.union(away)
        stay = self.kept.union(shifts_at_fault(self.tours, self.routes, self._values_at_fault())) - gone
        return self.begun.union(*(visits_on(self.routes[shift]) for shift in stay)), gone | stay

    def left_as_is(self, shifts: Iterable[int], broken: Iterable[Message]) -> PlanInForce:
        """Return the plan of which more shifts stay as they stand, for the rules that they have broken."""
        return replace(self, kept=self.kept.union(shifts), broken=(*self.broken, *broken))

    def _values_at_fault(self) -> tuple[Message, ...]:
        done = {self.problem.visits[number].visit_id for number in self.begun}
        stops = (stop.visit_id for tour in self.times for stop in tour.stops if stop.visit_id not in done)
        made = {self.tours.task_of(visit_id).order_id for visit_id in stops}
        return tuple(
            note
            for note in self.basis.notes
            if note.code == "sound.agent" or note.params.get("order") in made
        )


def read_plan_in_force(
    workspace: Workspace,
    day: date,
    *,
    extra: Sequence[str] = (),
    again: Sequence[WorkOrder] = (),
    newcomers: Sequence[str] = (),
    now: datetime | None = None,
) -> PlanInForce:
    """Return the plan in force on a day; ``now`` is as of ``PlanBasis.read``.

    Left out so far, but part of its problem are ``extra`` orders, those planned ``again`` (as given, whoever
    has them), and ``newcomers``, of which those that cannot be planned are told with the reason.

    Raises
    ------
    InputError
        No plan holds the day; an extra order is unknown, already planned, in no state to be planned, lacks
        what its gate asks for, is with a subcontractor, or waits for one that is not part of the plan.
    """
    as_stored = StoredPlan.of(workspace, plan := plan_in_force(workspace, day))
    anew = {str(order.order_id): order for order in again}
    left_out, named = _left_out(workspace, plan), (*extra, *anew)
    asked = [*(stop.order_id for stop in as_stored.stops), *left_out, *named, *newcomers]
    orders = orders_with_tied(workspace, asked) | anew
    stored = _still_in(as_stored, orders)
    planned = dict.fromkeys(stop.order_id for stop in stored.stops)
    waiting = _waiting(workspace, plan, [orders[name] for name in left_out if name in orders], now)
    _require_all_plannable(workspace, extra, planned)
    came = asked_of(orders, newcomers, {*planned, *left_out, *named})
    names = list(dict.fromkeys([*planned, *waiting, *named, *came]))
    team = Team.of(workspace, plan.first_day)
    basis = _basis(workspace, stored, team, as_planned(orders, names), again=anew, now=now)
    basis.require_sound(extra)
    tours = _free(_tours(basis, stored, handed_back(workspace, stored.stops)), extra)
    routes, times = stored.recorded(tours)
    joined = Newcomers.within(came, basis, tours, left_out=waiting)
    return PlanInForce(
        plan=plan,
        basis=basis,
        tours=tours,
        routes=routes,
        times=times,
        orders={name: orders[name] for name in names if name not in came or name in joined.orders},
        begun=_begun(tours, orders, planned),
        away=_away(tours, team),
        reasons=_why_left_out(left_out, basis),
        told=told_orders(workspace, orders, planned),
        newcomers=joined,
    )


def _still_in(stored: StoredPlan, orders: Mapping[str, WorkOrder]) -> StoredPlan:
    return stored.only(lambda stop: stop.order_id in orders and orders[stop.order_id].state in _IN_THE_PLAN)


def _left_out(workspace: Workspace, plan: Plan) -> dict[str, PlanUnplanned]:
    return {row.order_id: row for row in workspace.all(PlanUnplanned, plan_id=plan.plan_id)}


def _placed(again: Iterable[str], stored: StoredPlan) -> dict[str, frozenset[date]]:
    """Return the days on which a plan makes each of its orders; of those planned ``again`` it may be none."""
    days: dict[str, set[date]] = {name: set() for name in again}
    for stop in stored.stops:
        days.setdefault(str(stop.order_id), set()).add(stop.day)
    return {name: frozenset(own) for name, own in days.items()}


def _why_left_out(left_out: Mapping[str, PlanUnplanned], basis: PlanBasis) -> dict[str, PlanUnplanned]:
    """Return the reasons of what a plan left out: of those set aside by now, what sets them aside."""
    return {
        name: replace(row, reasons=basis.set_aside[name]) if name in basis.set_aside else row
        for name, row in left_out.items()
    }


def _free(tours: TourProblem, extra: Iterable[str]) -> TourProblem:
    """Return the problem, unless an order added waits for another one."""
    for name in extra:
        if waits_for := tours.held.get(OrderId(name)):
            raise InputError("day.waits", order=name, other=waits_for)
    return tours


def _begun(tours: TourProblem, orders: Mapping[str, WorkOrder], planned: Collection[str]) -> frozenset[int]:
    """Return the planned visits whose orders are known to have been started."""
    return frozenset(
        number
        for number, visit in enumerate(tours.problem.visits)
        if visit.visit_id in planned and orders[visit.visit_id].state in _BEGUN
    )


def _away(tours: TourProblem, team: Team) -> frozenset[int]:
    """Return the shifts of agents who are absent by now."""
    agents = {agent.agent_id: agent for agent in tours.agents}
    return frozenset(
        number
        for number, shift in enumerate(tours.problem.shifts)
        if is_absent(agents[shift.agent], tours.horizon.dates[shift.day], team.absences)
    )


def running_plan(
    workspace: Workspace,
    day: date,
    now: datetime,
    *,
    extra: Sequence[str] = (),
    again: Sequence[WorkOrder] = (),
) -> PlanInForce | None:
    """Return the plan in force on a day, None where no plan holds it or all of its days are past.

    ``InputError`` as of ``read_plan_in_force``, but for a day without a plan.
    """
    if not has_plan(workspace, day):
        return None
    found = read_plan_in_force(workspace, day, extra=extra, again=again, now=now)
    return None if now.date() > found.tours.horizon.dates[-1] else found


def _waiting(
    workspace: Workspace, plan: Plan, left_out: Iterable[WorkOrder], now: datetime | None
) -> list[str]:
    """Return those of the orders left out that still wait to be planned: no plan has them on another day."""
    waiting = [order for order in left_out if order.state in PLANNABLE]
    if all(order.state is not OrderState.PLANNED for order in waiting):
        return [order.order_id for order in waiting]
    horizon = Horizon(plan.first_day, plan.days)
    elsewhere = planned_elsewhere(workspace, horizon.dates, now=now or horizon.moment(0))
    return [
        order.order_id
        for order in waiting
        if order.state is not OrderState.PLANNED or order.order_id not in elsewhere
    ]


def _require_all_plannable(workspace: Workspace, extra: Iterable[str], planned: Collection[str]) -> None:
    added = [workspace.get(WorkOrder, name) for name in extra]
    for order in added:
        require_plannable(order, planned)
    require_planned_gate(workspace, added)


def require_plannable(order: WorkOrder, planned: Iterable[str] = ()) -> None:
    """Refuse an order that is planned already, or in no state to be planned."""
    if order.order_id in planned or order.state is OrderState.PLANNED:
        raise InputError("day.already_planned", order=order.order_id)
    if order.state not in PLANNABLE:
        expected = states_in_words(PLANNABLE - {OrderState.PLANNED})
        raise InputError("day.state", order=order.order_id, found=order_state(order.state), expected=expected)


def as_planned(orders: Mapping[str, WorkOrder], names: Collection[str]) -> list[WorkOrder]:
    """Return all orders, those of the plan as the only ones to plan, however far they are."""
    known = set(names)
    return [
        replace(order, state=OrderState.PLANNED)
        if name in known
        else replace(order, state=OrderState.SUSPENDED)
        if order.state in PLANNABLE
        else order
        for name, order in orders.items()
    ]


def _basis(
    workspace: Workspace,
    stored: StoredPlan,
    team: Team,
    orders: Sequence[WorkOrder],
    *,
    again: Iterable[str],
    now: datetime | None,
) -> PlanBasis:
    """Return what a plan was made from; whoever has stops in it has a shift, absent by now or not."""
    plan = stored.plan
    weights_of(plan.objective, tour_rules_of(workspace, plan.first_day).planning)
    at_work = {stop.agent_id for stop in stored.stops}
    absences = tuple(a for a in team.absences if a.agent_id not in at_work)
    horizon = Horizon(plan.first_day, plan.days)
    made = [(stop.agent_id, stop.start, stop.end) for stop in stored.stops]
    supplies = team.supplies.without_stale_bookings(made)
    team = replace(team, absences=absences, supplies=supplies)
    team, wrong = mended_team(team, stored, {str(order.order_id): order.place for order in orders})
    orders, more = mended_orders(orders, stored, {agent.agent_id: agent.home for agent in team.agents})
    basis = PlanBasis.read(
        workspace, horizon, team=team, orders=orders, placed=_placed(again, stored), now=now
    )
    pins = unbroken(basis.pins, stored.stops)
    notes, legal = (*wrong, *more, *basis.notes), kept_by_plan(basis.legal, stored.stops)
    return replace(basis, notes=notes, pins=pins, legal=legal)


def _tours(basis: PlanBasis, stored: StoredPlan, taken: Stocks) -> TourProblem:
    """Return the problem of a plan; ``taken`` is what its closed orders have taken from the vans.

    Valves have stops of their own where they have them in the plan; whoever comes to an order that was not
    in it operates them as a part of the work.
    """
    with_stops = {stop.order_id for stop in stored.stops if stop.task in ("close", "reopen")}
    tours = basis.with_valves_at(stored.plan.objective, _with_valve_stops(basis.ties, with_stops))
    tours = replace(tours, problem=_published(tours, stored.stops))
    return replace(tours, problem=as_stocked(tours, stored.stops, taken))


def _with_valve_stops(ties: OrderTies, known: set[OrderId]) -> set[OrderId]:
    """Return the orders whose valves have stops, those done under the same cut included."""
    shared = (set(members) for members in bundles(ties.links))
    return known.union(*(members for members in shared if members & known))


def _published(tours: TourProblem, stops: Sequence[PlanStop]) -> Problem:
    """Return the problem whose visits know who makes them in the plan in force."""
    given: dict[str, set[tuple[AgentId, int]]] = {}
    for stop in stops:
        day = (stop.day - tours.horizon.first_day).days
        given.setdefault(visit_of(stop), set()).add((stop.agent_id, day))

    def known(visit: Visit) -> Visit:
        return replace(visit, published=frozenset(given.get(visit.visit_id, ())))

    return replace(tours.problem, visits=tuple(known(visit) for visit in tours.problem.visits))
