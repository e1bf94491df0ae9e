# SPDX-License-Identifier: GPL-3.0-or-later
"""The moves of an order from state to state, kept with who made each, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId
from ..lifecycle import ORDER_MOVES, move, order_state
from ..orders import OrderState, WorkOrder

# more moves than one command ever makes of one order
_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class OrderMove:
    """One move; ``number`` grows along the life of the order, ``cause`` is a code of ``life.yaml``."""

    move_id: str
    order_id: OrderId
    number: int
    from_state: OrderState
    to_state: OrderState
    at: datetime
    who: str
    reason: str = ""
    cause: str = ""
    version: int = 0


@dataclass(slots=True)
class Trail:
    """The moves that one command makes: each order in its next state, each move noted."""

    at: datetime
    who: str
    made: list[OrderMove] = field(default_factory=list)

    def move(self, order: WorkOrder, target: OrderState, *, reason: str = "", cause: str = "") -> WorkOrder:
        """Return the order in its next state; errors are those of ``lifecycle.move``."""
        moved = move(order, target, at=self.at, reason=reason or cause)
        earlier = sum(one.order_id == order.order_id for one in self.made)
        number = order.version * _AT_ONCE + earlier
        self.made.append(
            OrderMove(
                move_id=f"{order.order_id}/{number}",
                order_id=order.order_id,
                number=number,
                from_state=order.state,
                to_state=target,
                at=self.at,
                who=self.who,
                reason=reason,
                cause=cause,
            )
        )
        return moved


def in_order(moves: Iterable[OrderMove]) -> list[OrderMove]:
    """Return the moves of one order as they were made."""
    return sorted(moves, key=lambda one: one.number)


def replay(start: OrderState, moves: Iterable[OrderMove]) -> OrderState:
    """Return the state that moves lead to from ``start``.

    Raises
    ------
    InputError
        A move does not begin where the one before it ended, or is none that a life has.
    """
    state = start
    for one in in_order(moves):
        if one.from_state is not state or one.to_state not in ORDER_MOVES[state]:
            raise InputError(
                "life.broken_history",
                order=one.order_id,
                found=f"{one.from_state.value} > {one.to_state.value}",
                expected=order_state(state),
            )
        state = one.to_state
    return state
