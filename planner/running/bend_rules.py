# SPDX-License-Identifier: GPL-3.0-or-later
"""An order that fits nowhere: a rule is bent for it by a dispatcher, and it is put into the running day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ...core.errors import Failure, InputError
from ...core.ids import AgentId
from ...core.resources import Agent, LongerDay
from ...routing.explain.relaxation import Bend
from ...workorders.orders import WorkOrder
from ..ports import UndoableWorkspace
from ..records import OrderPin
from .emergency import find_offers
from .hand_move import HandMoves
from .running_day import Proposal, accept_proposal


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a way to fit puts an order: who makes it, from when on."""

    agents: tuple[AgentId, ...]
    start: datetime


class Elsewhere(Failure):
    """The order would fit, but not in the seat that was said; ``seat`` is where it would go."""

    def __init__(self, order_id: str, said: Seat, seat: Seat) -> None:
        super().__init__(
            "day.bent_elsewhere",
            order=order_id,
            agents=", ".join(seat.agents),
            start=seat.start,
            said=", ".join(said.agents),
            said_start=said.start,
        )
        self.seat = seat


@dataclass(frozen=True, slots=True)
class _Asked:
    """For which order, on which day of the plan, when and by whom a rule is bent."""

    order_id: str
    day: date
    now: datetime
    who: str


def can_bend(bends: Iterable[Bend]) -> bool:
    """Tell whether rules are a dispatcher's to bend here.

    Skills, crews and who must not come are judged by those who answer for people; equipment is lent, and a
    due date of a contract put off, where they are kept.
    """
    return all(bend.way in _WAYS for bend in bends)


def bend_and_plan(
    workspace: UndoableWorkspace,
    order_id: str,
    bends: Sequence[Bend],
    *,
    day: date,
    now: datetime,
    who: str,
    seat: Seat | None = None,
) -> tuple[int, ...]:
    """Bend rules for an order that the plan in force leaves out, and insert it.

    ``day`` is the one of the plan that the bends are about. The order goes to the ``seat`` that was said;
    where none was, to where it costs least. Return the commands that this makes, in their order: ``bend``
    changes the records, ``take out`` makes room, ``insert`` is the plan. Undone last first, they leave
    nothing behind.

    Raises
    ------
    InputError
        A bend is none of a dispatcher's, or the order cannot be planned (see ``find_offers``).
    Elsewhere
        The order fits, but no longer in the seat; everything is as it was, but for the journal.
    Failure
        The order fits nowhere all the same; everything is as it was, but for the journal.
    """
    made: list[int] = []
    try:
        for bend in bends:
            if bend.way not in _WAYS:
                raise InputError("day.bend", way=bend.way, expected=", ".join(sorted(_WAYS)))
            change = _WAYS[bend.way]
            if change is not None:
                made.append(change(workspace, bend, _Asked(order_id, day, now, who)))
        inserted = _inserted(workspace, _Asked(order_id, day, now, who), seat)
        plan = accept_proposal(workspace, inserted, name="insert", now=now, who=who)
        return (*made, _last(workspace, plan.plan_id))
    except (InputError, Failure):
        for command_id in reversed(made):
            workspace.undo(who=who, command_id=command_id)
        raise


def _inserted(workspace: UndoableWorkspace, asked: _Asked, seat: Seat | None) -> Proposal:
    """Return the plan with the order in the seat that was said, in the cheapest one where none was."""
    found = find_offers(workspace, asked.order_id, day=asked.day, now=asked.now)
    offers = [one for one in found.offers if not one.dropped]
    if not offers:
        raise Failure("day.bent_in_vain", order=asked.order_id)
    if seat is None:
        return offers[0].proposal
    for one in offers:
        if ({*one.agents}, one.start) == ({*seat.agents}, seat.start):
            return one.proposal
    by_hand = _seated(workspace, asked, seat)
    if by_hand is None:
        # the same people at another time are nearer to what was said than others
        nearest = min(offers, key=lambda one: ({*one.agents} != {*seat.agents}, one.number))
        raise Elsewhere(asked.order_id, seat, Seat(nearest.agents, nearest.start))
    return by_hand


def _seated(workspace: UndoableWorkspace, asked: _Asked, seat: Seat) -> Proposal | None:
    """Return the plan with the order where its one agent begins it when that was said; None if nowhere."""
    if len(seat.agents) != 1:
        return None
    moves = HandMoves.read(workspace, day=asked.day, now=asked.now)
    for position in range(1, len(moves.rest.visits) + 2):
        try:
            moved = moves.move(asked.order_id, agent=seat.agents[0], position=position, day=asked.day)
        except InputError:
            return None
        starts = {
            one.after.start for one in moved.placed if (one.order_id, one.task) == (asked.order_id, "work")
        }
        if not moved.new and seat.start in starts:
            return moved.proposal
    return None


def _last(workspace: UndoableWorkspace, key: str) -> int:
    return max(entry.command_id for entry in workspace.journal(key=key))


def _window(workspace: UndoableWorkspace, bend: Bend, asked: _Asked) -> int:
    order = workspace.get(WorkOrder, asked.order_id)
    opens_by, closes_by = timedelta(days=bend.days), timedelta(days=bend.days)
    if bend.way == "window_later":
        closes_by = timedelta(minutes=bend.minutes)
    elif bend.way == "window_earlier":
        opens_by = -timedelta(minutes=bend.minutes)
    changed = replace(
        order,
        window_start=order.window_start and order.window_start + opens_by,
        window_end=order.window_end and order.window_end + closes_by,
    )
    with workspace.command("bend", who=asked.who) as transaction:
        transaction.save(changed)
    return _last(workspace, asked.order_id)


def _pin(workspace: UndoableWorkspace, _: Bend, asked: _Asked) -> int:
    with workspace.command("bend", who=asked.who) as transaction:
        transaction.remove(workspace.get(OrderPin, asked.order_id))
    return _last(workspace, asked.order_id)


def _overtime(workspace: UndoableWorkspace, bend: Bend, asked: _Asked) -> int:
    known = {one.longer_id: one for one in workspace.all(LongerDay)}
    key = ""
    with workspace.command("bend", who=asked.who) as transaction:
        for name in bend.agent.split(", "):
            agent = workspace.get(Agent, name)
            key = f"{name}/{asked.day}"
            if key in known:
                transaction.save(replace(known[key], minutes=known[key].minutes + bend.minutes))
            else:
                transaction.add([LongerDay(key, AgentId(agent.agent_id), asked.day, bend.minutes)])
    return _last(workspace, key)


def _take_out(workspace: UndoableWorkspace, bend: Bend, asked: _Asked) -> int:
    moves = HandMoves.read(workspace, day=asked.day, now=asked.now)
    left = moves.leave_out(bend.detail, code="by_hand", detail=f"{asked.who}: {asked.order_id}")
    # a version of the plan of its own, a moment before the one that takes the order in
    plan = accept_proposal(workspace, left.proposal, name="take out", now=asked.now, who=asked.who)
    return _last(workspace, plan.plan_id)


# what stores a bent rule; none where the order is put into the plan as it stands
_WAYS: dict[str, Callable[[UndoableWorkspace, Bend, _Asked], int] | None] = {
    "insert": None,
    "take_anyway": None,
    "window_later": _window,
    "window_earlier": _window,
    "other_day": _window,
    "pin": _pin,
    "overtime": _overtime,
    "take_out": _take_out,
}
