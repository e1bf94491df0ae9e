# SPDX-License-Identifier: GPL-3.0-or-later
"""Skills seen ahead: what expires, demand against valid supply, which orders waited for want of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ...core.calendars import is_working_day
from ...core.resources import SkillGrant
from ...steering.skill_balance import SkillDemand, SkillWeek, skill_weeks
from ...workorders.life.moves import OrderMove
from ...workorders.orders import OrderState, WorkOrder
from ..conditions import Where
from ..life.order_days import AHEAD, order_days
from ..life.overview import shift_min
from ..ports import Workspace
from ..records import Plan, PlanUnplanned
from ..rule_versions import rule_book_of
from ..tours.reasons import TOGETHER
from ..tours.tour_problem import Team

# the reasons of plans that name a skill
_SKILL_REASONS = frozenset({"skill_missing", "skill_nobody", "skills_nobody", "skill_expired", "pin_skill"})
_PUT_OFF = frozenset({OrderState.NOT_DONE, OrderState.RESCHEDULED})
_FOR_WANT_OF_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Expiry:
    """A skill whose last day comes; ``alert_on`` is when the agent is first named for it."""

    agent_id: str
    skill: str
    valid_until: date
    alert_on: date


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that a plan left out or that was put off for want of a skill."""

    order_id: str
    skill: str
    day: date
    why: str


@dataclass(frozen=True, slots=True)
class SkillOutlook:
    """Skills from a day on: weeks with demand and supply, expiries, orders refused or put off until then."""

    day: date
    until: date
    weeks: tuple[SkillWeek, ...]
    expiries: tuple[Expiry, ...]
    waiting: tuple[Waiting, ...]

    @property
    def gaps(self) -> tuple[SkillWeek, ...]:
        """Return the weeks in which a skill that orders need is not there, or not enough."""
        return tuple(week for week in self.weeks if week.is_gap)

    def waited(self, skill: str) -> tuple[str, ...]:
        """Return the orders that waited for want of a skill."""
        return tuple(dict.fromkeys(one.order_id for one in self.waiting if one.skill == skill))


def skill_outlook(
    workspace: Workspace, day: date, *, days: int, back_days: int, zone: str = ""
) -> SkillOutlook:
    """Return the skills of ``days`` from a day on, and what waited for want of one in ``back_days`` before.

    Demand is every order still to be made, by the plan in force or its deadline; orders due before count
    with the first day. ``zone`` looks at the orders and people of one zone.
    """
    until = day + timedelta(days=days - 1)
    team, book = Team.of(workspace, day), rule_book_of(workspace, day)
    working = [
        own for n in range(days) if is_working_day(own := day + timedelta(days=n), region=book.law.region)
    ]
    supply = {own: _hours(team, own, zone) for own in working}
    demand = [
        one
        for order, at in _to_make(workspace, day, until)
        if not zone or order.zone == zone
        for one in demanded(order, at)
    ]
    people = {agent.agent_id for agent in team.agents if not zone or agent.zone == zone}
    return SkillOutlook(
        day=day,
        until=until,
        weeks=skill_weeks(demand, supply),
        expiries=expiries(
            (one for one in team.grants if one.agent_id in people),
            day,
            warning_days=book.life.coverage.expiry_days,
        ),
        waiting=tuple(_waiting(workspace, day, back_days, zone)),
    )


def demanded(order: WorkOrder, day: date) -> Iterator[SkillDemand]:
    """Yield what an order asks of each skill: of one of its crew, or of all of them."""
    hours = order.duration_min / 60
    for skill in order.skills:
        yield SkillDemand(skill, day, hours, order.order_id)
    for skill in set(order.crew_skills) - set(order.skills):
        yield SkillDemand(skill, day, hours * order.crew, order.order_id)


def expiries(grants: Iterable[SkillGrant], day: date, *, warning_days: int) -> tuple[Expiry, ...]:
    """Return the skills held on a day that expire soon, the soonest first; one that is granted on is none."""
    warning = timedelta(days=warning_days)
    last: dict[tuple[str, str], date] = {}
    held = [one for one in grants if one.valid_until >= day]
    for one in sorted(held, key=lambda own: own.valid_from):
        key = (one.agent_id, one.skill)
        follows = key not in last or one.valid_from <= last[key] + timedelta(days=1)
        if follows and (key in last or one.valid_from <= day):
            last[key] = max(one.valid_until, last.get(key, one.valid_until))
    found = [Expiry(agent, skill, until, until - warning) for (agent, skill), until in last.items()]
    return tuple(sorted((e for e in found if e.alert_on <= day), key=lambda e: (e.valid_until, e.agent_id)))


def _hours(team: Team, day: date, zone: str) -> dict[str, float]:
    """Return the hours of each skill that the people at work on a day hold."""
    hours: dict[str, float] = {}
    for agent in team.present(day):
        if not zone or agent.zone == zone:
            for skill in team.skills(agent, day):
                hours[skill] = hours.get(skill, 0.0) + shift_min(agent) / 60
    return hours


def _to_make(workspace: Workspace, first: date, last: date) -> Iterator[tuple[WorkOrder, date]]:
    """Yield the orders still to be made with their day; the overdue ones on the first."""
    ahead = order_days(workspace, first, last)
    for one in ahead:
        yield one.order, one.day
    known = {one.order.order_id for one in ahead}
    due = Where("due_at", below=datetime.combine(first, time.min))
    for order in workspace.all(WorkOrder, where=[Where("state", among=AHEAD), due]):
        if order.order_id not in known:
            yield order, first


def _waiting(workspace: Workspace, day: date, back_days: int, zone: str) -> Iterator[Waiting]:
    """Yield the orders that plans left out for want of a skill, and those put off for want of people."""
    since = day - timedelta(days=back_days)
    found = [*_left_out(workspace, since, day), *_put_off(workspace, since, day)]
    names = sorted({one.order_id for one in found})
    orders = {str(o.order_id): o for o in workspace.all(WorkOrder, where=[Where("order_id", among=names)])}
    for one in sorted(found, key=lambda own: (own.day, own.order_id, own.skill)):
        if one.order_id in orders and (not zone or orders[one.order_id].zone == zone):
            yield one


def _left_out(workspace: Workspace, since: date, day: date) -> Iterator[Waiting]:
    plans = workspace.all(Plan, where=[Where("first_day", at_least=since, below=day + timedelta(days=1))])
    days = {str(plan.plan_id): plan.first_day for plan in plans}
    rows = workspace.all(PlanUnplanned, where=[Where("plan_id", among=sorted(days))]) if days else []
    seen = set()
    for row in rows:
        for reason in row.reasons:
            if reason["code"] in _SKILL_REASONS:
                detail = reason["detail"].rpartition(" ")[0] if reason["code"] == "skill_expired" else ""
                for skill in (detail or reason["detail"]).split(TOGETHER):
                    if (row.order_id, skill) not in seen and _rules_all_out(row, skill):
                        seen.add((row.order_id, skill))
                        yield Waiting(row.order_id, skill, days[row.plan_id], "left_out")


def _rules_all_out(row: PlanUnplanned, skill: str) -> bool:
    """Tell whether it is for want of a skill that an order fits nobody: no agent has another reason alone."""
    agents: dict[str, bool] = {}
    for reason in row.reasons:
        names = reason["code"] in _SKILL_REASONS and skill in reason["detail"]
        agents[reason["agent"]] = agents.get(reason["agent"], False) or names
    return all(agents.values())


def _put_off(workspace: Workspace, since: date, day: date) -> Iterator[Waiting]:
    """Yield the orders put off for want of people, with the skills that nobody at work held on the day."""
    within = Where("at", at_least=datetime.combine(since, time.min), below=datetime.combine(day, time.max))
    moves = workspace.all(
        OrderMove, where=[within, Where("to_state", among=_PUT_OFF)], cause=_FOR_WANT_OF_PEOPLE
    )
    names = sorted({one.order_id for one in moves})
    orders = {one.order_id: one for one in workspace.all(WorkOrder, where=[Where("order_id", among=names)])}
    team = Team.of(workspace, day)
    for move in moves:
        order = orders.get(move.order_id)
        if order is not None:
            on = move.at.date()
            held = {skill for agent in team.present(on) for skill in team.skills(agent, on)}
            for skill in sorted({*order.skills, *order.crew_skills} - held):
                yield Waiting(order.order_id, skill, on, "put_off")
