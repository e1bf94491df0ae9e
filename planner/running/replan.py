# SPDX-License-Identifier: GPL-3.0-or-later
"""The rest of a day planned again with few moves: an agent sick, roads closed, a stop that takes longer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from ...core.errors import InputError
from ...core.ids import AgentId
from ...core.progress import Progress
from ...core.resources import Agent, SkillGrant
from ...routing.day.overrun import with_overrun
from ...routing.day.rest_of_day import RestOfDay
from ..life.overview import minutes_left
from ..ports import Workspace
from ..rule_versions import tour_rules_of
from ..tours.reasons import GatheredReason, gather_reasons
from ..tours.solve_tours import Search
from .plan_in_force import PlanInForce, read_plan_in_force
from .running_day import Change, Proposal, day_over, left_out_now, rest_reasons
from .search_rest import search_rest


@dataclass(frozen=True, slots=True)
class Disruption:
    """What has happened: an agent who leaves, an order that takes ``late_min`` minutes longer, or neither.

    Roads closed on the day, and agents absent by now, always count.
    """

    absent: AgentId | None = None
    late_order: str | None = None
    late_min: int = 0


@dataclass(frozen=True, slots=True)
class Replanned:
    """The rest of the day planned again: what moved in agent or time, and what fell out with reasons.

    ``short_min`` is the working time of the agent who leaves that is lost.
    """

    proposal: Proposal
    dropped: dict[str, tuple[GatheredReason, ...]]
    short_min: int = 0

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every order that is made at another time, by others, or no longer."""
        return self.proposal.changes

    @property
    def moved(self) -> tuple[Change, ...]:
        """Return the orders that go to other agents."""
        return tuple(change for change in self.changes if change.is_moved)


def replan(
    workspace: Workspace,
    disruption: Disruption,
    *,
    day: date,
    now: datetime,
    seed: int = 1,
    iterations: int | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> Replanned:
    """Return the rest of the day planned again from the plan in force; nothing is stored.

    An agent may be absent on a later day of the plan: what is before that day stays as it is. Giving an order
    to other agents, and starting later than people were told, has the price of ``running_day.yaml``; the
    search starts from what still keeps the rules. See ``solve`` for ``iterations`` and ``threads``.

    Raises
    ------
    InputError
        No plan holds the day, the agent has no shift in it, the order is not in it, or the day is over.
    """
    rules = tour_rules_of(workspace, day).running.replan
    if disruption.absent is not None:
        # on a day to come nothing before it is touched
        now = max(now, datetime.combine(day, time()))
    in_force = read_plan_in_force(workspace, day, now=now)
    search = Search(seconds=rules.seconds, seed=seed, iterations=iterations, threads=threads)
    told_s = in_force.told_s

    def rest_of(priced: PlanInForce) -> RestOfDay:
        return _disrupted(priced, disruption, now)

    proposal = search_rest(in_force, rest_of, search, told_s, progress=progress)
    if missing := told_s.keys() & set(left_out_now(proposal)):
        # better to call people and come much earlier than not at all
        told_s = {name: start_s for name, start_s in told_s.items() if name not in missing}
        start = proposal.routes, proposal.order
        proposal = search_rest(in_force, rest_of, search, told_s, start=start, progress=progress)
    short_min = minutes_left(workspace.get(Agent, disruption.absent), now) if disruption.absent else 0
    return Replanned(proposal, _dropped(proposal, workspace.all(SkillGrant)), short_min)


def _disrupted(in_force: PlanInForce, disruption: Disruption, now: datetime) -> RestOfDay:
    away = _shifts_of(in_force, disruption.absent, now)
    rest = in_force.rest(now, away=away)
    if not rest.shifts:
        raise day_over(now)
    if disruption.late_order is None:
        return rest
    names = [visit.visit_id for visit in in_force.problem.visits]
    planned = {stop.visit_id for tour in in_force.times for stop in tour.stops}
    if disruption.late_order not in planned:
        raise InputError("day.not_planned", order=disruption.late_order, plan=in_force.plan.plan_id)
    begun, gone = in_force.settled(away)
    return with_overrun(
        rest,
        names.index(disruption.late_order),
        disruption.late_min * 60,
        now_s=in_force.tours.horizon.seconds(now),
        begun=begun,
        away=gone,
    )


def _shifts_of(in_force: PlanInForce, agent: AgentId | None, now: datetime) -> tuple[int, ...]:
    """Return the shifts of an agent from now on to the end of that day."""
    if agent is None:
        return ()
    day = (now.date() - in_force.plan.first_day).days
    shifts = tuple(
        number
        for number, shift in enumerate(in_force.problem.shifts)
        if shift.agent == agent and shift.day == day
    )
    if not shifts:
        known = sorted({shift.agent for shift in in_force.problem.shifts if shift.day == day})
        if not known:
            raise day_over(now)
        raise InputError("day.no_agent", agent=agent, day=now.date(), known=", ".join(known))
    return shifts


def _dropped(proposal: Proposal, grants: Collection[SkillGrant]) -> dict[str, tuple[GatheredReason, ...]]:
    """Return why orders of the plan in force are no longer in it."""
    planned = {stop.visit_id for tour in proposal.in_force.times for stop in tour.stops}
    return {
        name: gather_reasons(rest_reasons(proposal, name, grants))
        for name in left_out_now(proposal)
        if name in planned
    }
