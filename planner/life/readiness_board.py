# SPDX-License-Identifier: GPL-3.0-or-later
"""The readiness board: the orders of the coming days with what each still lacks, and who was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ...core.messages import Message
from ...core.resources import Equipment, StockLine
from ...core.supplies import Booking, JobState, SubcontractJob
from ...workorders.life.readiness import (
    Colour,
    Lack,
    ReadinessItem,
    notice_lacks,
    permit_lacks,
    readiness,
    worst,
)
from ...workorders.life.records import MAYOR_TOLD, Alert, Permit
from ...workorders.life.rules import Resource
from ...workorders.orders import WorkOrder
from ...workorders.resources.supplies import short_orders
from ...workorders.rulebook import RuleBook
from ..company import counts_sundays
from ..conditions import Where
from ..ports import Workspace
from ..records import OrderNotice
from ..rule_versions import rule_book_of
from ..tours.tour_problem import Team
from .gathered import first, notice_of, operators_of, was_consulted
from .order_days import OrderDay, order_days

# public holidays, the days of the post and the working day after the last answer, beside the delay itself
_SLACK_DAYS = 10


@dataclass(frozen=True, slots=True)
class OrderReadiness:
    """One order of the board; ``days_left`` until its day, ``alerts`` are those that were raised for it."""

    order: WorkOrder
    day: date
    days_left: int
    is_planned: bool
    items: tuple[ReadinessItem, ...]
    alerts: tuple[Alert, ...]

    @property
    def colour(self) -> Colour:
        """Return the most severe colour of its resources."""
        return worst([item.colour for item in self.items])

    @property
    def at_risk(self) -> tuple[ReadinessItem, ...]:
        """Return what is amber or red."""
        return tuple(item for item in self.items if item.colour is not Colour.GREEN)


def readiness_board(
    workspace: Workspace, today: date, *, horizon_days: int, order_id: str = ""
) -> tuple[OrderReadiness, ...]:
    """Return the orders from ``today`` to ``horizon_days`` later, by their day, each with what it lacks.

    Those of later days are among them once a permit is to be asked for, or a declaration to be sent, by now.
    With ``order_id`` only that order, looked at beside the others. O(orders of these days, each with its own
    records).
    """
    book = rule_book_of(workspace, today)
    last = today + timedelta(days=horizon_days)
    days = order_days(workspace, today, max(last, today + timedelta(days=_longest_ask(book))))
    near = [one for one in days if one.day <= last]
    early = _still_to_ask(workspace) if len(near) < len(days) else frozenset()
    ground = _Ground(workspace, today, book, _Means.of(workspace, near, today))
    board = []
    for one in days:
        if order_id and one.order.order_id != order_id:
            continue
        is_near = one.day <= last
        if is_near or one.order.order_id in early:
            ready = _ready(one, ground)
            board += [ready] if is_near or ready.at_risk else []
    return tuple(board)


def _longest_ask(book: RuleBook) -> int:
    """Return how many days ahead something has to be asked for, at the most."""
    declared = [one.days_on_paper for one in book.law.answer.values()]
    usual = [one.usual for one in book.roads.ask_days.values()]
    return max([*usual, max(declared, default=0) + book.life.readiness.send_ahead_days + _SLACK_DAYS])


def _still_to_ask(workspace: Workspace) -> frozenset[str]:
    """Return the orders with a permit that nobody asked for, or a declaration that is not sent."""
    permits = workspace.all(
        Permit, where=[Where("asked_at", among=[None]), Where("granted_on", among=[None])]
    )
    notices = workspace.all(OrderNotice, where=[Where("sent_at", among=[None])])
    return frozenset(
        [one.order_id for one in permits if one.kind != MAYOR_TOLD and not one.is_asked]
        + [one.order_id for one in notices if one.kind not in ("none", "ATU")]
    )


@dataclass(frozen=True)
class _Ground:
    """What the orders of a board are looked at with."""

    workspace: Workspace
    today: date
    book: RuleBook
    means: _Means


def _ready(one: OrderDay, ground: _Ground) -> OrderReadiness:
    rules = ground.book.life.readiness
    return OrderReadiness(
        order=one.order,
        day=one.day,
        days_left=(one.day - ground.today).days,
        is_planned=one.starts_at is not None,
        items=readiness(_lacks(one, ground), day=one.day, today=ground.today, rules=rules),
        alerts=tuple(ground.workspace.all(Alert, order_id=one.order.order_id)),
    )


@dataclass(frozen=True)
class _Means:
    """The people and means that the orders of some days share; ``short`` are those short of parts."""

    team: Team
    equipment: Sequence[Equipment]
    bookings: Sequence[Booking]
    jobs: Mapping[str, SubcontractJob]
    short: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, workspace: Workspace, days: Sequence[OrderDay], today: date) -> _Means:
        held: dict[str, int] = {}
        for line in workspace.all(StockLine):
            held[line.part] = held.get(line.part, 0) + max(0, line.quantity)
        equipment = tuple(workspace.all(Equipment))
        jobs = (job for job in workspace.all(SubcontractJob) if job.state is not JobState.REFUSED)
        return cls(
            team=Team.of(workspace, today),
            equipment=equipment,
            bookings=workspace.all(Booking),
            jobs={str(job.order_id): job for job in jobs},
            short=short_orders([(one.order.order_id, one.order.parts) for one in days], held),
        )


def _lacks(one: OrderDay, ground: _Ground) -> dict[Resource, tuple[Lack, ...]]:
    order, means = one.order, ground.means
    stored = first(ground.workspace.all(OrderNotice, order_id=order.order_id)) if order.digs else None
    lacks: dict[Resource, tuple[Lack, ...]] = {"permits": _permits(one, ground, stored)}
    if order.digs:
        lacks["notices"] = _notices(one, ground, stored)
    job = means.jobs.get(order.order_id)
    if job is not None:
        # the company brings its own people and means
        lacks["subcontractor"] = tuple(map(Lack, _subcontractor(job, one.day)))
        return lacks
    lacks["people"] = tuple(map(Lack, missing_people(one, means.team)))
    lacks["equipment"] = tuple(map(Lack, _equipment(one, means)))
    lacks["parts"] = tuple(
        Lack(Message("readiness.part", {"part": part, "count": order.parts[part]}))
        for part in means.short.get(order.order_id, ())
    )
    return lacks


def _permits(one: OrderDay, ground: _Ground, notice: OrderNotice | None) -> tuple[Lack, ...]:
    permits = ground.workspace.all(Permit, order_id=one.order.order_id)
    # urgent works ask for nothing ahead (L.115-1)
    is_urgent = notice is not None and notice.kind == "ATU"
    ask_days = {} if is_urgent else ground.book.roads.ask_days
    # nobody works before the first legal start, whatever the order's day
    start = one.order.earliest_start
    day = one.day if start is None or is_urgent else max(one.day, start.date())
    return tuple(permit_lacks(permits, day=day, ask_days=ask_days))


def _notices(one: OrderDay, ground: _Ground, stored: OrderNotice | None) -> tuple[Lack, ...]:
    workspace, order = ground.workspace, one.order
    return tuple(
        notice_lacks(
            notice_of(stored, has_consultation=was_consulted(workspace, order.order_id)),
            operators_of(workspace, order),
            day=one.day,
            today=ground.today,
            law=ground.book.law,
            rules=ground.book.life.readiness,
            count_sundays=counts_sundays(workspace),
        )
    )


def _subcontractor(job: SubcontractJob, day: date) -> Iterator[Message]:
    if job.state is JobState.SENT:
        params = {"company": job.subcontractor_id, "number": job.number, "day": job.due_on}
        yield Message("readiness.subcontract", params)
    elif job.state is JobState.DONE and job.done_on is not None and job.done_on > day:
        yield Message("readiness.subcontract_late", {"number": job.number, "day": job.done_on})


def missing_people(one: OrderDay, team: Team) -> tuple[Message, ...]:
    """Return the skills that nobody at work on the day holds, a crew too small, absent agents of the plan."""
    return tuple(_people(one, team))


def _people(one: OrderDay, team: Team) -> Iterator[Message]:
    order, present = one.order, team.present(one.day)
    held = {agent.agent_id: team.skills(agent, one.day) for agent in present}
    for skill in order.skills:
        if not any(skill in own for own in held.values()):
            yield Message("readiness.skill", {"skill": skill, "day": one.day})
    able = sum(set(order.crew_skills) <= own for own in held.values())
    if able < order.crew:
        needs = ", ".join(order.crew_skills)
        yield Message("readiness.crew", {"found": able, "expected": order.crew, "skills": needs})
    for agent in one.agents:
        if agent not in held:
            yield Message("readiness.absent", {"agent": agent, "day": one.day})


def _equipment(one: OrderDay, means: _Means) -> Iterator[Message]:
    """Yield the kinds of equipment of which no piece is there, or none is free when it is needed."""
    start = one.starts_at or datetime.combine(one.day, time())
    length = timedelta(minutes=one.order.duration_min) if one.starts_at else timedelta(days=1)
    taken = {
        booking.equipment_id
        for booking in means.bookings
        if booking.order_id != one.order.order_id
        and booking.starts_at < start + length
        and start < booking.ends_at
    }
    for kind in one.order.equipment:
        pieces = {piece.equipment_id for piece in means.equipment if piece.kind == kind}
        if not pieces:
            yield Message("readiness.equipment", {"equipment": kind})
        # without a plan the hour is open: a piece that is free for a part of the day may do
        elif one.starts_at is not None and pieces <= taken:
            yield Message("readiness.equipment_booked", {"equipment": kind, "day": one.day})
