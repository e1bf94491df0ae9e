# SPDX-License-Identifier: GPL-3.0-or-later
"""The moves of an order from state to state, kept with who made each, when and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ..lifecycle import CORRECTED, ORDER_MOVES, move, order_state
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

    @property
    def is_corrected(self) -> bool:
        """Tell whether it only ends the correction of data: what became of the work was told before."""
        return self.from_state is OrderState.TO_CORRECT and self.to_state in CORRECTED


@dataclass(slots=True)
class Trail:
    """The moves that one command makes: each order in its next state, each move noted.

    ``latest`` are the last moves that orders made before, where they are to follow each other in time; clocks
    of two machines may differ by ``clocks_differ``: then a move counts as made when the one before was. What
    a plan moves does so always (``by_plan``): a day may be judged as at any moment.
    """

    at: datetime
    who: str
    made: list[OrderMove] = field(default_factory=list)
    latest: Mapping[OrderId, OrderMove] = field(default_factory=dict)
    clocks_differ: timedelta = timedelta(0)
    by_plan: bool = False

    def move(self, order: WorkOrder, target: OrderState, *, reason: str = "", cause: str = "") -> WorkOrder:
        """Return the order in its next state.

        Raises
        ------
        InputError
            As ``lifecycle.move``; or the move would come before the last one, or work end before it began.
        """
        if (wrong := self.backwards(order, target)) and target in ORDER_MOVES[order.state]:
            raise InputError(wrong.code, **wrong.params)
        at = max([self.at, *(then for then, _ in self._reached(order))])
        moved = move(order, target, at=at, reason=reason or cause)
        earlier = sum(one.order_id == order.order_id for one in self.made)
        number = order.version * _AT_ONCE + earlier
        self.made.append(
            OrderMove(
                move_id=f"{order.order_id}/{number}",
                order_id=order.order_id,
                number=number,
                from_state=order.state,
                to_state=target,
                at=at,
                who=self.who,
                reason=reason,
                cause=cause,
            )
        )
        return moved

    def backwards(self, order: WorkOrder, target: OrderState) -> Message | None:
        """Return how a move would go back in time, None where it follows what was before."""
        for then, state in () if self.by_plan else self._reached(order):
            if self.at + self.clocks_differ < then:
                params = {
                    "order": order.order_id,
                    "target": order_state(target),
                    "at": f"{self.at:%Y-%m-%d %H:%M}",
                    "found": order_state(state),
                    "then": f"{then:%Y-%m-%d %H:%M}",
                }
                return Message("life.backwards", params)
        return None

    def _reached(self, order: WorkOrder) -> Iterator[tuple[datetime, OrderState]]:
        before = self.latest.get(order.order_id)
        if before is not None:
            yield before.at, before.to_state
        if order.state is OrderState.IN_PROGRESS and order.started_at is not None:
            yield order.started_at, OrderState.IN_PROGRESS


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
