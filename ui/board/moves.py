# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries moves by hand on the plan in force and says what each would do; touches no widget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ...core.errors import RegardError
from ...core.ids import AgentId
from ...core.messages import Message
from ...planner.ports import Workspace
from ...planner.records import Plan
from ...planner.running.hand_move import HandMoves, Moved, Placed
from ...planner.running.running_day import Change, Proposal
from ...planner.tours.violations import violation_message
from ...qgis_bridge.figures import duration_text, number_text
from ...qgis_bridge.labels import means_text
from ...qgis_bridge.messages import say, tr
from .drag import Ghost, Preview, Target, Verdict
from .rows import Block, Board, Waiting

# each more makes every read of the board slower; the next come up as these find their place
_MOST_NEWCOMERS = 100


@dataclass(frozen=True, slots=True)
class TriedMove:
    """A move that was tried: what to show of it, and what to store if it is made (None: it cannot be)."""

    preview: Preview
    proposal: Proposal | None


def read_moves(
    workspace: Workspace, plan: Plan | None, waiting: Iterable[Waiting], *, day: date | None, now: datetime
) -> HandMoves | None:
    """Return a plan, ready to be moved about; None without one. ``day`` is the one it was asked for.

    Of what is ``waiting``, the most urgent that the plan does not know can come into it.
    """
    if plan is None:
        return None
    newcomers = [order.order_id for order in waiting if order.is_newcomer][:_MOST_NEWCOMERS]
    return HandMoves.read(workspace, day=day or plan.first_day, now=now, newcomers=newcomers)


def moment_of(plan: Plan | None, now: datetime) -> datetime:
    """Return the moment that a plan is looked at.

    That is now where the plan holds today. One of days to come is looked at before it begins, one that is
    past as when it was made, as if one still stood there.
    """
    if plan is None:
        return now
    first = datetime.combine(plan.first_day, datetime.min.time())
    if now < first:
        return first
    if now < first + timedelta(days=plan.days):
        return now
    return min(max(plan.created_at, first), first + timedelta(days=1))


def try_move(moves: HandMoves, board: Board, target: Target) -> TriedMove:
    """Return what a move would do; one that is refused has the reason in its preview."""
    try:
        moved = moves.move(
            target.order_id,
            agent=AgentId(target.agent_id),
            position=target.position,
            day=target.moment.date(),
            role=target.role,
        )
    except RegardError as error:
        return TriedMove(Preview(target, "breaks", say(error.message)), None)
    verdict, text = judged(moves, moved, board.names, target.order_id)
    ghosts = tuple(ghosts_of(board, moved.placed))
    return TriedMove(Preview(target, verdict, text, ghosts), None if moved.new else moved.proposal)


def judged(moves: HandMoves, moved: Moved, names: Mapping[str, str], order_id: str) -> tuple[Verdict, str]:
    """Return the verdict of a move with its reason: broken rules, then what gets worse, then the way.

    Of several rules, one that is about the order itself is told: what else is broken follows from the move.
    """
    if moved.new:
        worst = next((one for one in moved.new if one.visit_id == order_id), moved.new[0])
        first = violation_message(moves.rest.problem, worst, name_of=means_text)
        agent = str(first.params["agent"])
        return "breaks", say(Message(first.code, {**first.params, "agent": names.get(agent, agent)}))
    way = tr("{minutes} min on the road").format(minutes=_signed(moved.travel_min))
    worse = [
        tr("{duration} more late").format(duration=duration_text(60 * moved.cost.get("lateness", 0.0))),
        tr("{duration} more overtime").format(duration=duration_text(60 * moved.cost.get("overtime", 0.0))),
    ]
    told = [
        text
        for term, text in zip(("lateness", "overtime"), worse, strict=True)
        if moved.cost.get(term, 0.0) >= 1
    ]
    if told:
        return "costs", ", ".join([*told, way])
    return "fits", way


def _signed(minutes: float) -> str:
    rounded = round(minutes)
    return number_text(rounded) if rounded < 0 else f"+{number_text(rounded)}"


def ghosts_of(board: Board, changes: Iterable[Change | Placed]) -> Iterator[Ghost]:
    """Yield a block for every stop that a move puts elsewhere or at another time."""
    for change in changes:
        pattern = _pattern(board, change)
        if change.after is None or pattern is None:
            continue
        length = pattern.end - pattern.start
        moved = replace(
            pattern,
            start=change.after.start,
            arrive=change.after.start,
            end=change.after.start + length,
            travel_s=0,
        )
        for agent in change.after.agents:
            yield Ghost(agent, moved)


def _pattern(board: Board, change: Change | Placed) -> Block | None:
    """Return a block like the one that the change is about; of a waiting order, one made for it."""
    for _, block in board.places.get(change.order_id, ()):
        if block.task == change.task:
            return block
    waiting = next((one for one in board.waiting if one.order_id == change.order_id), None)
    if waiting is None or change.after is None:
        return None
    start = change.after.start
    return Block(
        order_id=waiting.order_id,
        task="work",
        role=0,
        start=start,
        end=start + timedelta(minutes=waiting.duration_min),
        arrive=start,
        travel_s=0,
        label=waiting.label,
        address=waiting.address,
        priority=waiting.priority,
        state="qualified",
        due_at=waiting.due_at,
    )
