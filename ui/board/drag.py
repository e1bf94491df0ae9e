# SPDX-License-Identifier: GPL-3.0-or-later
"""A move by hand while it is made: what is held over which place, and what the move would do. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from .rows import Block, Board, Row

Verdict = Literal["fits", "costs", "breaks"]
Step = Literal["left", "right", "up", "down"]


@dataclass(frozen=True, slots=True)
class Target:
    """An order held over a place: the agent, the moment under the pointer, the position from 1 there."""

    order_id: str
    role: int
    agent_id: str
    moment: datetime
    position: int

    @property
    def spot(self) -> tuple[str, int, date]:
        """Return what the outcome of a move depends on: agent, position, day."""
        return self.agent_id, self.position, self.moment.date()


@dataclass(frozen=True, slots=True)
class Ghost:
    """A block where the move would put it."""

    agent_id: str
    block: Block


@dataclass(frozen=True, slots=True)
class Preview:
    """What a move would do: it fits and costs little, it costs, or it breaks rules; in one sentence."""

    target: Target
    verdict: Verdict
    text: str
    ghosts: tuple[Ghost, ...] = ()


def target_at(board: Board, order_id: str, role: int, *, row: int, moment: datetime) -> Target:
    """Return what an order held over a row at a moment is aimed at."""
    agent = board.rows[row]
    return Target(order_id, role, agent.agent_id, moment, agent.place_for(moment, without=order_id))


def neighbour(board: Board, order_id: str, step: Step) -> str:
    """Return the order next to one on the board, itself where there is none in that direction.

    Left and right follow the tour; up and down go to the nearest row with a stop, to the one nearest in time.
    """
    places = board.places.get(order_id)
    if not places:
        first = next((row.blocks[0] for row in board.rows if row.blocks), None)
        return first.order_id if first else ""
    number, block = places[0]
    if step in ("left", "right"):
        blocks = [one for one in board.rows[number].blocks if one.task == "work"]
        at = next((i for i, one in enumerate(blocks) if one.order_id == order_id), 0)
        at += 1 if step == "right" else -1
        return blocks[at].order_id if 0 <= at < len(blocks) else order_id
    rows = range(number - 1, -1, -1) if step == "up" else range(number + 1, len(board.rows))
    for other in rows:
        blocks = [one for one in board.rows[other].blocks if one.task == "work" and one.order_id != order_id]
        if blocks:
            return min(blocks, key=lambda one: abs(one.start - block.start)).order_id
    return order_id


def beside(board: Board, order_id: str, target: Target | None, step: Step) -> Target | None:
    """Return the move of an order one step further, from where it stands or from the move under way.

    Left and right change the position in the tour, up and down the agent; None for an order that is not on
    the board, has begun, or is at the end already.
    """
    if target is None:
        work = [(n, b) for n, b in board.places.get(order_id, ()) if b.task == "work" and not b.is_fixed]
        if not work:
            return None
        number, block = work[0]
        target = target_at(board, order_id, block.role, row=number, moment=block.start)
    number = board.row_of[target.agent_id]
    if step in ("left", "right"):
        count = _places(board.rows[number], target)
        position = target.position + (1 if step == "right" else -1)
        return replace(target, position=min(max(1, position), count))
    number += 1 if step == "down" else -1
    if not 0 <= number < len(board.rows):
        return target
    return target_at(board, order_id, target.role, row=number, moment=target.moment)


def _places(row: Row, target: Target) -> int:
    """Return how many places a tour has for an order."""
    others = (b for b in row.blocks if not b.is_fixed and b.order_id != target.order_id)
    return 1 + sum(block.start.date() == target.moment.date() for block in others)
