# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order is not in the plan in force, agent by agent and day by day, and what would make it fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ...core.calendars import is_working_day
from ...core.ids import AgentId
from ...core.messages import Message
from ...core.resources import Agent, SkillGrant, Zone
from ...routing.explain.reasons import Explainer, headline
from ...routing.explain.relaxation import Bend, Relaxation
from ...routing.explain.relaxations import kept_rules, relaxations
from ...routing.model.planning_rules import BALANCED, is_objective
from ...routing.model.problem import Problem, Solution
from ..intake.order_sheet import OrderSheet, order_sheet
from ..plan_versions import plan_holding
from ..ports import Workspace
from ..records import Plan, PlanStop
from ..tours.dated_reasons import dated_reason
from ..tours.reasons import absences, stored_reason, with_expiry
from ..tours.tour_problem import Horizon, TourProblem
from ..zones.zone_parts import is_zone_reason, kept_to_zones, strangers, zone_of
from .plan_basis import PlanBasis
from .stored_plan import StoredPlan


@dataclass(frozen=True, slots=True)
class Way:
    """A relaxation with the day of the plan that it is about, and when the order would then start."""

    relaxation: Relaxation
    day: date
    start: datetime


@dataclass(frozen=True, slots=True)
class WhyNot:
    """The place of an order in the plan, or the reasons why it has none.

    ``headline`` is the obstacle that is nearest to be overcome (None when the order is planned), ``ways`` are
    the cheapest first, ``kept`` are the rules in its way that are never bent. ``elsewhere`` are its stops in
    a plan in force for other days, if it waits for one of those.
    """

    sheet: OrderSheet
    reasons: tuple[dict[str, str], ...] = ()
    headline: dict[str, str] | None = None
    ways: tuple[Way, ...] = ()
    kept: tuple[Message, ...] = ()
    elsewhere: tuple[PlanStop, ...] = ()


def explain_order(workspace: Workspace, order_id: str, *, authorisations: Collection[str]) -> WhyNot:
    """Explain an order by the plan in force and the workspace as it is now.

    ``authorisations`` are the skills that nobody ever works without. An order that is planned, or was not
    there when the plan was made, has no reasons. After a plan by zones the agents of other zones were not
    asked: the reasons say so, and what one of them could do is a rule to bend. An unknown order raises
    ``InputError``.
    """
    sheet = order_sheet(workspace, order_id)
    if sheet.stops or sheet.plan is None:
        return WhyNot(sheet)
    tours, solution = standing_plan(workspace, sheet.plan)
    return explain_in(
        workspace, sheet, tours, solution, from_=sheet.plan.created_at, authorisations=authorisations
    )


def explain_in(
    workspace: Workspace,
    sheet: OrderSheet,
    tours: TourProblem,
    solution: Solution,
    *,
    from_: datetime,
    authorisations: Collection[str],
    gone: Collection[tuple[str, date]] = (),
) -> WhyNot:
    """Explain an order without a stop by a problem and what is planned of it; nothing begins before a moment.

    Agents ``gone`` on a day had a shift that is over. See ``explain_order``.
    """
    order_id = str(sheet.order.order_id)
    if elsewhere := _elsewhere(workspace, order_id, tours.horizon.dates, from_):
        return WhyNot(sheet, elsewhere=elsewhere)
    has_valves = any(unit.works[0] == order_id for unit in tours.units)
    if order_id not in solution.unplanned or not tours.problem.shifts or has_valves:
        # what keeps an order from a plan by its valves, or by what it waits for, was told with the plan
        return WhyNot(sheet, tuple(sheet.unplanned.reasons) if sheet.unplanned else ())
    asked = _asked(workspace, sheet, tours)
    problem, dates = asked.tours.problem, tours.horizon.dates
    found = [one for one in Explainer(problem, solution).reasons(order_id) if one.agent not in asked.others]
    told = with_expiry(
        (stored_reason(dated_reason(tours, order_id, one), dates) for one in found),
        workspace.all(SkillGrant),
    )
    nearest = told[found.index(headline(found))] if found else asked.reasons[0]
    told += absences(
        {agent.agent_id for agent in workspace.all(Agent)} - asked.others,
        (shift.agent for shift in problem.shifts),
        dates,
    )
    over = {(agent, day.isoformat()) for agent, day in gone}
    return WhyNot(
        sheet=sheet,
        reasons=(*asked.reasons, *(_over(one, over) for one in told)),
        headline=_over(nearest, over),
        ways=_ways(asked, solution, order_id, from_, authorisations),
        kept=kept_rules(found, authorisations),
    )


def _ways(
    asked: _Asked, solution: Solution, order_id: str, from_: datetime, authorisations: Collection[str]
) -> tuple[Way, ...]:
    """Return the ways to make an order fit that do not begin before a moment, the cheapest first."""
    horizon = asked.tours.horizon
    first = horizon.dates[0]
    found = relaxations(
        _not_before(asked.tours.problem, order_id, horizon.seconds(from_)),
        solution,
        order_id,
        authorisations=authorisations,
        rules=asked.tours.rules.relaxations,
        is_working_day=lambda day: is_working_day(first + timedelta(days=day)),
    )
    # an order may wait until after the last day of the plan
    return tuple(
        Way(asked.across(one), first + timedelta(days=one.day), horizon.moment(one.start_s))
        for one in found
        if horizon.moment(one.start_s) >= from_
    )


def _over(reason: dict[str, str], over: Collection[tuple[str, str]]) -> dict[str, str]:
    """Return the reason of an agent without a shift: finished where the shift is over."""
    is_over = reason["code"] == "absent" and (reason["agent"], reason["day"]) in over
    return {**reason, "code": "finished"} if is_over else reason


def _elsewhere(
    workspace: Workspace, order_id: str, dates: Sequence[date], from_: datetime
) -> tuple[PlanStop, ...]:
    """Return the work of an order in the plans in force for other days than some, still to begin."""
    stops = workspace.all(PlanStop, order_id=order_id, task="work")
    ahead = [stop for stop in stops if stop.day not in dates and stop.start >= from_]
    plans = workspace.all(Plan) if ahead else []
    in_force = {day: plan_holding(plans, day) for day in {stop.day for stop in ahead}}
    held = (stop for stop in ahead if (plan := in_force[stop.day]) and plan.plan_id == stop.plan_id)
    return tuple(sorted(held, key=lambda stop: (stop.start, stop.role)))


def _not_before(problem: Problem, order_id: str, moment_s: int) -> Problem:
    """Return the problem in which an order does not start before a moment: nobody can go back in time."""
    visits = tuple(
        replace(visit, earliest_s=max(visit.earliest_s, moment_s)) if visit.visit_id == order_id else visit
        for visit in problem.visits
    )
    return replace(problem, visits=visits)


def standing_plan(workspace: Workspace, plan: Plan) -> tuple[TourProblem, Solution]:
    """Return the problem of a plan as the workspace has it now, and what the plan still is in it."""
    stored = StoredPlan.of(workspace, plan)
    # made after a plan of a later moment, it counts as made after that one: its tours may leave before
    seen_at = min([plan.created_at, *(tour.leaves_at for tour in stored.tours)])
    basis = PlanBasis.read(workspace, Horizon.seen_from(plan.first_day, plan.days, now=seen_at), now=seen_at)
    is_known = is_objective(plan.objective, basis.rules.planning)
    tours = basis.problem(plan.objective if is_known else BALANCED)
    return tours, stored.start(tours)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The problem as the plan asked it of the agents; ``others`` were not, for the ``reasons``."""

    tours: TourProblem
    others: frozenset[AgentId] = frozenset()
    reasons: tuple[dict[str, str], ...] = ()

    def across(self, way: Relaxation) -> Relaxation:
        """Return a relaxation that says of the others who would come that they are of another zone."""
        return replace(way, bends=tuple(map(self._said, way.bends)))

    def _said(self, bend: Bend) -> Bend:
        named = self.others.intersection(bend.agent.split(", "))
        if bend.way not in ("forbidden", "pin") or not named:
            return bend
        return replace(bend, way="other_zone", agent=", ".join(sorted(named)))


def _asked(workspace: Workspace, sheet: OrderSheet, tours: TourProblem) -> _Asked:
    """Return whom the plan asked to make an order that it leaves out."""
    reasons = tuple(filter(is_zone_reason, sheet.unplanned.reasons)) if sheet.unplanned else ()
    if not reasons:
        return _Asked(tours)
    zone = zone_of(sheet.order, workspace.all(Zone))
    within = kept_to_zones(tours, {sheet.order.order_id: zone})
    return _Asked(within, strangers(tours.agents, zone), reasons)
