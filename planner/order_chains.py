# SPDX-License-Identifier: GPL-3.0-or-later
"""The links between orders as a plan has to keep them, given how far each order is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..core.ids import OrderId
from ..routing.model.links import Link, LinkKind
from ..workorders.orders import OrderState, WorkOrder
from .records import OrderLink

PLANNABLE = frozenset({OrderState.QUALIFIED, OrderState.PLANNED, OrderState.RESCHEDULED})
# the work on site is over, whatever is still to be written about it
DONE = frozenset({OrderState.DONE, OrderState.TO_CORRECT, OrderState.CLOSED})

CHAIN, SHUT_OFF = "chain", "shut_off"
# neither may be made without the other one, or without what it follows
_NEEDS_THE_OTHER = (LinkKind.AFTER, LinkKind.TOGETHER)


@dataclass(frozen=True, slots=True)
class Chains:
    """What the links ask of the orders to plan.

    ``links`` tie orders that can both be planned. ``held`` gives for an order that cannot be planned the one
    that it waits for; ``not_before`` and ``due_by`` what the end of an order that is done asks of the next.
    """

    links: tuple[OrderLink, ...]
    held: Mapping[OrderId, OrderId]
    not_before: Mapping[OrderId, datetime]
    due_by: Mapping[OrderId, datetime]


def chains(links: Iterable[OrderLink], orders: Iterable[WorkOrder]) -> Chains:
    """Return what links ask of orders; an end that is not among the orders is one that is not done."""
    links, by_id = tuple(links), {order.order_id: order for order in orders}
    todo = {key for key, order in by_id.items() if order.state in PLANNABLE}
    done = {key for key, order in by_id.items() if order.state in DONE}
    held = _held(links, todo, done)
    kept = [link for link in links if {link.first_id, link.second_id} <= todo - held.keys()]
    not_before: dict[OrderId, datetime] = {}
    due_by: dict[OrderId, datetime] = {}
    for link in links:
        ended_at = by_id[link.first_id].ended_at if link.first_id in done else None
        if ended_at is None or link.second_id not in todo or LinkKind(link.kind) is not LinkKind.AFTER:
            continue
        earliest = ended_at + timedelta(minutes=link.min_lag_min)
        not_before[link.second_id] = max(earliest, not_before.get(link.second_id, earliest))
        if link.max_lag_min is not None:
            latest = ended_at + timedelta(minutes=link.max_lag_min)
            due_by[link.second_id] = min(latest, due_by.get(link.second_id, latest))
    return Chains(tuple(kept), held, not_before, due_by)


def _held(links: Sequence[OrderLink], todo: set[OrderId], done: set[OrderId]) -> dict[OrderId, OrderId]:
    """Return the orders that wait for one that is neither done nor can be planned, directly or in turn."""
    held: dict[OrderId, OrderId] = {}
    while more := {
        waiting: other
        for link in links
        for waiting, other in _needs(link)
        if waiting in todo - held.keys() and (other not in todo | done or other in held)
    }:
        held |= more
    return held


def _needs(link: OrderLink) -> Iterable[tuple[OrderId, OrderId]]:
    """Yield which order of a link needs which other one; those that share a cut can do without."""
    kind = LinkKind(link.kind)
    if link.origin == SHUT_OFF or kind not in _NEEDS_THE_OTHER:
        return
    yield link.second_id, link.first_id
    if kind is LinkKind.TOGETHER:
        yield link.first_id, link.second_id


def tour_links(links: Iterable[OrderLink]) -> list[Link]:
    """Return links between orders as links between visits; what shares a cut is made on one day."""
    found = []
    for link in links:
        kind = LinkKind(link.kind)
        lags = (link.min_lag_min, link.max_lag_min) if kind is LinkKind.AFTER else (0, None)
        most_s = None if lags[1] is None else lags[1] * 60
        found.append(Link(link.first_id, link.second_id, kind, lags[0] * 60, most_s))
        if link.origin == SHUT_OFF and kind is not LinkKind.SAME_DAY:
            found.append(Link(link.first_id, link.second_id, LinkKind.SAME_DAY))
    return found


def bundles(links: Iterable[OrderLink]) -> list[tuple[OrderId, ...]]:
    """Return the orders that are done under one cut, the one that goes first in front."""
    members: dict[OrderId, list[OrderId]] = {}
    shared = [link for link in links if link.origin == SHUT_OFF]
    for link in shared:
        joined = dict.fromkeys(
            (*members.get(link.first_id, [link.first_id]), *members.get(link.second_id, [link.second_id]))
        )
        for member in joined:
            members[member] = list(joined)
    return list(dict.fromkeys(_in_order(tuple(own), shared) for own in members.values()))


def _in_order(own: tuple[OrderId, ...], links: Sequence[OrderLink]) -> tuple[OrderId, ...]:
    """Return the members of a bundle, those that follow no other one first."""
    followers = {link.second_id for link in links}
    return tuple(sorted(own, key=lambda member: (member in followers, own.index(member))))
