# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that can be done under one water cut: what that saves, and tying them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.near_names import near_names
from ...routing.model.links import LinkKind
from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..order_chains import PLANNABLE, SHUT_OFF, bundles
from ..ports import Workspace
from ..records import OrderLink, Outage
from ..shut_off_rules import ShutOffRules
from .order_ties import plannable_cuts

# an id that a shell takes as one word
_JOINED = "+"
# lines nearer than this are the same
_SAME_M = 0.01


@dataclass(frozen=True, slots=True)
class BundledOrder:
    """When an order of a bundle may start, and by when it is due: the others wait for it."""

    order_id: OrderId
    earliest_start: datetime | None
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Bundle:
    """Orders of which one's cut serves all, the most urgent first.

    ``valves`` are those of that cut. ``customers_spared`` are cut off once instead of several times;
    ``operations_spared`` counts the closings and openings of a valve that are not needed.
    """

    bundle_id: str
    order_ids: tuple[OrderId, ...]
    valves: tuple[str, ...]
    customers_spared: tuple[str, ...]
    operations_spared: int
    orders: tuple[BundledOrder, ...] = ()


def offered_bundles(workspace: Workspace) -> tuple[Bundle, ...]:
    """Return the orders to plan that can share a cut and do not yet, what saves most customers first.

    Orders share a cut when they close the same valves, or when what one takes away holds all that the others
    do; none is offered with one that may start only after it is due.
    """
    to_plan = workspace.all(WorkOrder, where=[Where("state", among=PLANNABLE)])
    orders = {order.order_id: order for order in to_plan}
    cuts = plannable_cuts(workspace, orders.values())
    tied = [set(members) for members in bundles(workspace.all(OrderLink))]
    offered = (_bundle(cuts, orders, members) for members in _sharing(cuts, orders))
    free = [bundle for bundle in offered if not any(own >= set(bundle.order_ids) for own in tied)]
    return tuple(sorted(free, key=lambda bundle: (-len(bundle.customers_spared), bundle.bundle_id)))


def accept_bundle(
    workspace: Workspace, bundle_id: str, *, rules: ShutOffRules, who: str
) -> tuple[OrderLink, ...]:
    """Tie the orders of a bundle together, in one journaled command.

    They are made on one day, one right after the other; at the same time where the crew of the one cannot go
    on with the other. ``InputError`` when no such bundle is offered.
    """
    offered = {bundle.bundle_id: bundle for bundle in offered_bundles(workspace)}
    if bundle_id not in offered:
        raise InputError("bundle.unknown", found=bundle_id, near=near_names(bundle_id, offered))
    first, *others = (workspace.get(WorkOrder, key) for key in offered[bundle_id].order_ids)
    known = {link.link_id: link for link in workspace.all(OrderLink, origin=SHUT_OFF)}
    links, before = [], first
    for other in others:
        link = _link(before, other, rules)
        links.append(link)
        before = before if link.kind == LinkKind.TOGETHER.value else other
    with workspace.command("accept bundle", who=who) as transaction:
        transaction.add([link for link in links if link.link_id not in known])
    return tuple(links)


def _link(first: WorkOrder, second: WorkOrder, rules: ShutOffRules) -> OrderLink:
    goes_on = _goes_on(first, second)
    return OrderLink(
        link_id=f"{first.order_id}>{second.order_id}",
        first_id=first.order_id,
        second_id=second.order_id,
        kind=(LinkKind.AFTER if goes_on else LinkKind.TOGETHER).value,
        min_lag_min=0,
        max_lag_min=rules.between_bundled_min if goes_on else None,
        origin=SHUT_OFF,
    )


def _goes_on(first: WorkOrder, second: WorkOrder) -> bool:
    """Tell whether the crew of one order is enough for another one."""
    has_skills = {*first.skills, *first.crew_skills} >= {*second.skills, *second.crew_skills}
    return has_skills and set(first.equipment) >= set(second.equipment) and first.crew >= second.crew


def _sharing(
    cuts: Mapping[OrderId, Outage], orders: Mapping[OrderId, WorkOrder]
) -> list[tuple[OrderId, ...]]:
    """Return the largest cuts with all the orders whose cut they hold; each order is with one of them."""
    bundled: dict[OrderId, list[OrderId]] = {}
    guests: set[OrderId] = set()
    for one, other in combinations(sorted(cuts, key=lambda key: (-cuts[key].length_m, key)), 2):
        if not guests.isdisjoint((one, other)) or not _holds(cuts[one], cuts[other]):
            continue
        members = bundled.get(one, [one])
        if all(_in_time(orders[member], orders[other]) for member in members):
            bundled[one] = [*members, other]
            guests.add(other)
    return [tuple(members) for members in bundled.values()]


def _in_time(one: WorkOrder, other: WorkOrder) -> bool:
    """Tell whether neither order may start only after the other is due."""
    return all(
        late.earliest_start is None or late.earliest_start <= due.due_at
        for late, due in ((one, other), (other, one))
    )


def _holds(larger: Outage, smaller: Outage) -> bool:
    """Tell whether one cut serves the work under another: the same valves, or all its pipes and customers."""
    if set(larger.close) == set(smaller.close):
        return True
    has_all = {*larger.pipes} >= {*smaller.pipes} and {*larger.customers} >= {*smaller.customers}
    # a pipe of both may be cut off farther for the one than for the other
    return has_all and bool(larger.geometry.buffer(_SAME_M).covers(smaller.geometry))


def _bundle(
    cuts: Mapping[OrderId, Outage], orders: Mapping[OrderId, WorkOrder], members: Sequence[OrderId]
) -> Bundle:
    ranked = sorted(members, key=lambda key: (orders[key].priority.value, orders[key].due_at, key))
    host, *guests = (cuts[key] for key in members)
    spared = dict.fromkeys(customer for guest in guests for customer in guest.customers)
    return Bundle(
        bundle_id=_JOINED.join(ranked),
        order_ids=tuple(ranked),
        valves=host.close,
        customers_spared=tuple(spared),
        operations_spared=2 * sum(len(guest.close) for guest in guests),
        orders=tuple(BundledOrder(key, orders[key].earliest_start, orders[key].due_at) for key in ranked),
    )
