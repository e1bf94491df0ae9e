# SPDX-License-Identifier: GPL-3.0-or-later
"""The customers whom a water cut takes, with how to reach each, the sensitive ones first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.assets.roles import Role
from ...network.isolation.results import Isolation
from ...network.topology.attachments import SEARCH_M
from ...workorders.informing.contacts import Channel, CustomerContact, Reachable, choose_channel
from ...workorders.informing.messages import MessageState, OrderMessage
from ...workorders.informing.rules import CommunicationRules
from ...workorders.orders import WorkOrder
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..records import Outage
from ..sites.network_questions import isolate_place

# who is told of a cut: everybody, by how urgent it is, and those to warn first
CUT_PURPOSES = ("cut_planned", "cut_urgent")
SENSITIVE_PURPOSE = "cut_sensitive"


@dataclass(frozen=True, slots=True)
class CutCustomers:
    """Who loses water for an order.

    ``close`` are the valves of the cut, ``count`` its ``delivery_points``.
    """

    order_id: str
    close: tuple[str, ...]
    hydrants: tuple[str, ...]
    customers: tuple[Reachable, ...]
    count: int
    delivery_points: tuple[str, ...]


def order_cut(workspace: Workspace, order_id: str) -> Outage | None:
    """Return the stored water cut of an order, None when it cuts nothing."""
    return next(iter(workspace.all(Outage, order_id=order_id)), None)


def isolate_order(base: AssetBase, order: WorkOrder, *, unusable: Collection[str] = ()) -> Isolation:
    """Return the cut of an order from the network as it is now, past valves that cannot be used."""
    if not order.asset_id:
        raise InputError("order.cuts_nothing", order=order.order_id)
    is_pipe = order.asset_role == Role.WATER_PIPE.value
    return isolate_place(
        base,
        asset=order.asset_id,
        point=order.place if is_pipe else None,
        unusable=unusable,
        search_m=SEARCH_M + order.asset_distance_m,
    )


def customers_of_order(
    workspace: Workspace, base: AssetBase, order_id: str, *, unusable: Collection[str] = ()
) -> CutCustomers:
    """Return whom an order cuts off; with ``unusable`` valves, whom it would cut off past them.

    ``InputError`` when the order does not exist or cuts no water.
    """
    order, outage = workspace.get(WorkOrder, order_id), order_cut(workspace, order_id)
    if outage is None:
        raise InputError("order.cuts_nothing", order=order_id)
    if not unusable:
        found = reachable_customers(workspace, base, outage.customers, sensitive=outage.sensitive_customers)
        points = tuple(outage.customers)
        return CutCustomers(order_id, outage.close, outage.hydrants, found, len(points), points)
    cut = isolate_order(base, order, unusable=unusable)
    return CutCustomers(
        order_id=order_id,
        close=cut.close,
        hydrants=cut.hydrants,
        customers=reachable_customers(workspace, base, cut.customers, sensitive=cut.sensitive_customers),
        count=cut.customer_count,
        delivery_points=tuple(cut.customers),
    )


def customer_channels(
    workspace: Workspace, found: CutCustomers, *, rules: CommunicationRules
) -> dict[str, str]:
    """Return the channel of each customer by reference: of the message planned, else as the rules choose.

    Where nothing is planned yet the cut is taken as a planned one.
    """
    planned = {
        message.ref: message.channel
        for purpose in (*CUT_PURPOSES, SENSITIVE_PURPOSE)
        for message in workspace.all(OrderMessage, order_id=found.order_id, purpose=purpose)
        if message.state is not MessageState.CANCELLED
    }
    return {who.ref: (planned.get(who.ref) or _usual_channel(who, rules)).value for who in found.customers}


def _usual_channel(who: Reachable, rules: CommunicationRules) -> Channel:
    purpose = SENSITIVE_PURPOSE if who.is_sensitive else CUT_PURPOSES[0]
    rule, phone = rules.messages.get(purpose), rules.phone
    usual = rule.channels if rule else ()
    return choose_channel(who, purpose, usual, country=phone.country, prefixes=phone.mobile_prefixes)[0]


def reachable_customers(
    workspace: Workspace,
    base: AssetBase,
    points: Iterable[str],
    *,
    sensitive: Collection[str],
    contacts: dict[str, CustomerContact] | None = None,
) -> tuple[Reachable, ...]:
    """Return the customers of delivery points, one entry a customer, the sensitive ones first.

    A customer is sensitive if the network says so of one of the points, or the contact does. A point of an
    unknown customer stands for itself, under its address.
    """
    if contacts is None:
        contacts = {contact.customer_ref: contact for contact in workspace.all(CustomerContact)}
    found: dict[str, Reachable] = {}
    marked = set(sensitive)
    for point, ref, place in _places(base, points):
        is_sensitive = point in marked
        if ref in found:
            former = found[ref]
            found[ref] = _with(former, points=former.points + 1, is_sensitive=is_sensitive)
        else:
            found[ref] = _reachable(ref, place, contacts.get(ref), is_sensitive=is_sensitive)
    return tuple(sorted(found.values(), key=lambda who: not who.is_sensitive))


def _places(base: AssetBase, points: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each point with its customer, itself where that is unknown, and its address."""
    frame = base.frame(Role.DELIVERY_POINT)
    known: dict[AssetId, tuple[str, str]] = {}
    if frame is not None:
        columns = (frame[name].astype("string").fillna("") for name in ("customer_ref", "address"))
        known = dict(zip(frame["asset_id"], zip(*columns, strict=True), strict=True))
    for point in points:
        ref, place = known.get(AssetId(point), ("", ""))
        yield point, ref or point, place


def _reachable(ref: str, place: str, contact: CustomerContact | None, *, is_sensitive: bool) -> Reachable:
    if contact is None:
        return Reachable(ref=ref, name="", address=place, place=place, is_sensitive=is_sensitive)
    return Reachable(
        ref=ref,
        name=contact.name,
        phone=contact.phone,
        mobile=contact.mobile,
        email=contact.email,
        address=contact.address or place,
        town=contact.town,
        language=contact.language,
        is_sensitive=is_sensitive or contact.is_sensitive,
        place=place,
        channels=contact.channels,
    )


def _with(who: Reachable, *, points: int, is_sensitive: bool) -> Reachable:
    return replace(who, points=points, is_sensitive=who.is_sensitive or is_sensitive)
