# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the parts of jobs come from: the van, a call at the depot, or an order to place; moving stock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ...core.errors import InputError
from ...core.resources import StockLine


class Supply(Enum):
    """Where a part comes from."""

    VAN = "van"
    PICK_UP = "pick_up"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Need:
    """How many of a part an order needs, and where they come from."""

    order_id: str
    part: str
    needed: int
    from_van: int
    from_depot: int
    to_order: int

    @property
    def supply(self) -> Supply:
        """Return where the part comes from, in one word: what has to be ordered first."""
        if self.to_order:
            return Supply.ORDER
        return Supply.PICK_UP if self.from_depot else Supply.VAN


def supplied(
    orders: Sequence[tuple[str, Mapping[str, int]]], van: Mapping[str, int], depot: Mapping[str, int]
) -> tuple[Need, ...]:
    """Return where the parts of some orders come from, in the order in which they are done by one van.

    Each takes what is left on the van, then what is left at the depot; the rest is to be ordered.
    """
    on_board, in_store, needs = dict(van), dict(depot), []
    for order_id, parts in orders:
        for part, needed in sorted(parts.items()):
            from_van = min(needed, on_board.get(part, 0))
            from_depot = min(needed - from_van, in_store.get(part, 0))
            on_board[part] = on_board.get(part, 0) - from_van
            in_store[part] = in_store.get(part, 0) - from_depot
            needs.append(Need(order_id, part, needed, from_van, from_depot, needed - from_van - from_depot))
    return tuple(needs)


def held_by(lines: Iterable[StockLine], holder: str) -> dict[str, int]:
    """Return the parts that a van or a depot holds."""
    return {line.part: line.quantity for line in lines if line.holder == holder and line.quantity > 0}


def moved(
    lines: Sequence[StockLine], part: str, quantity: int, *, origin: str, target: str
) -> tuple[StockLine, StockLine]:
    """Return the stock lines of both ends after a move; that of the target is new where its version is 0.

    Raises
    ------
    InputError
        The quantity is not positive, both ends are the same, or the origin holds too few.
    """
    if quantity < 1 or origin == target:
        raise InputError("stock.move", found=quantity, origin=origin, target=target)
    own = {line.holder: line for line in lines if line.part == part}
    held = own[origin].quantity if origin in own else 0
    if held < quantity:
        raise InputError("stock.too_few", holder=origin, part=part, found=held, expected=quantity)
    there = own.get(target) or StockLine(f"{target}-{part}", target, part, 0)
    return (
        replace(own[origin], quantity=held - quantity),
        replace(there, quantity=there.quantity + quantity),
    )


def short_orders(
    orders: Sequence[tuple[str, Mapping[str, int]]], held: Mapping[str, int]
) -> dict[str, tuple[str, ...]]:
    """Return the orders that cannot all be made with what the service holds, with the parts to order.

    ``orders`` stand in the order in which they are served; an order that lacks a part leaves its other parts
    to those after it.
    """
    left, short = dict(held), {}
    for order_id, parts in orders:
        lacking = tuple(sorted(part for part, needed in parts.items() if left.get(part, 0) < needed))
        if lacking:
            short[order_id] = lacking
            continue
        for part, needed in parts.items():
            left[part] -= needed
    return short
