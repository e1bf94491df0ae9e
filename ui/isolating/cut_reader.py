# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network answers to a click, and what is done with the answer. Runs in workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from shapely.geometry import Point

from ...core.messages import Message
from ...core.progress import Progress
from ...network.assets.roles import Role
from ...network.isolation.results import Isolation, NextRing
from ...planner.assets.asset_base import AssetBase
from ...planner.informing.cut_customers import CutCustomers, customer_channels, reachable_customers
from ...planner.informing.plan_messages import CommunicationPlan, plan_communication
from ...planner.records import Outage
from ...planner.rule_versions import newest_rules, rule_book_of
from ...planner.running.desk_moment import desk_moment
from ...planner.sites.choose_cut import ChosenCut, choose_cut
from ...planner.sites.network_questions import isolate_place
from ...qgis_bridge.processing import isolation_rows
from ...qgis_bridge.processing.asset_rows import geometry_of
from ...qgis_bridge.processing.base import OutputLayer
from ...store.workspaces import open_workspace
from ...workorders.informing.contacts import CustomerContact, Reachable
from .asked import Asked

_WIDTH_M = 15.0


@dataclass(frozen=True, slots=True)
class CutDesk:
    """What cuts are looked for with; read once for a workspace as it stands."""

    url: str
    base: AssetBase
    contacts: Mapping[str, CustomerContact]


@dataclass(frozen=True, slots=True)
class CutValve:
    """A valve around a cut; ``state`` is ``to_close``, ``already_closed`` or ``unusable``.

    ``number`` is its place in the order of closing; ``ring`` what is cut off in addition if it does not hold.
    """

    valve: str
    state: str
    place: tuple[float, float]
    number: int = 0
    why: Message | None = None
    ring: NextRing | None = None


@dataclass(frozen=True, slots=True)
class FoundCut:
    """An isolation with all that is shown of it.

    ``customers`` are entries to tell, with their ``channels`` by reference, the sensitive ones first;
    ``extra`` those of them that the order's stored cut does not take, or, without one, the cut with every
    valve. ``spots`` are the places of customers' delivery points, with whether they are sensitive.
    """

    asked: Asked
    isolation: Isolation
    valves: tuple[CutValve, ...]
    customers: tuple[Reachable, ...]
    channels: Mapping[str, str]
    extra: frozenset[str]
    against_order: bool
    spots: tuple[tuple[float, float, bool], ...]
    hydrants: tuple[tuple[str, float, float], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoredCut:
    """What was stored on an order, by which commands of the journal."""

    order_id: str
    chosen: ChosenCut
    step: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PreparedMessages:
    """The messages of an order as they wait now, and the commands that planned them."""

    plan: CommunicationPlan
    step: tuple[int, ...]


def open_desk(url: str, *, progress: Progress) -> CutDesk:
    """Read the networks of a workspace; ``InputError`` without water mains, ``Cancelled`` between steps."""
    workspace = open_workspace(url)
    try:
        base = AssetBase(workspace)
        # looked at in other threads later, when the workspace is closed
        _ = base.water
        progress.check()
        _ = base.frame(Role.DELIVERY_POINT)
        return CutDesk(url, base, {who.customer_ref: who for who in workspace.all(CustomerContact)})
    finally:
        workspace.close()


def find_cut(desk: CutDesk, asked: Asked) -> FoundCut:
    """Return the cut of a place past the valves that cannot be used; ``InputError`` as ``isolate_place``."""
    workspace = open_workspace(desk.url)
    try:
        stored = workspace.all(Outage, order_id=asked.order_id) if asked.order_id else []
        if asked.as_stored:
            asked = replace(asked, as_stored=False, unusable=stored[0].unusable if stored else ())
        base, found = desk.base, _isolated(desk.base, asked, asked.unusable)
        known = dict(desk.contacts)
        customers = reachable_customers(
            workspace, base, found.customers, sensitive=found.sensitive_customers, contacts=known
        )
        before: tuple[str, ...] = found.customers
        if stored:
            before = stored[0].customers
        elif asked.unusable:
            before = _isolated(base, asked, ()).customers
        former = reachable_customers(workspace, base, before, sensitive=(), contacts=known)
        listed = CutCustomers(asked.order_id, found.close, found.hydrants, customers, 0, found.customers)
        return FoundCut(
            asked=asked,
            isolation=found,
            valves=tuple(_valves(base, found, asked.unusable)),
            customers=customers,
            channels=customer_channels(workspace, listed, rules=newest_rules(workspace).communication),
            extra=frozenset(who.ref for who in customers) - {who.ref for who in former},
            against_order=bool(stored),
            spots=_spots(base, found),
            hydrants=_hydrants(base, found),
            sources=tuple(sorted({str(s) for r in found.reasons if (s := r.message.params.get("source"))})),
        )
    finally:
        workspace.close()


def layer_rows(desk: CutDesk, found: FoundCut) -> dict[OutputLayer, list[tuple[object, tuple[object, ...]]]]:
    """Return the rows of the layers of an isolation, those without any left out."""
    made: Mapping[OutputLayer, Callable[[], Iterable[tuple[object, tuple[object, ...]]]]]
    made = isolation_rows.of(desk.base, found.isolation, width_m=_WIDTH_M)
    rows = {layer: list(make()) for layer, make in made.items()}
    return {layer: own for layer, own in rows.items() if own}


def store_cut(
    url: str, asked: Asked, order_id: str, *, noted: tuple[str, ...], now: datetime, who: str
) -> StoredCut:
    """Make a cut that of an order; see ``choose_cut``."""
    workspace = open_workspace(url)
    try:
        chosen = choose_cut(
            workspace,
            AssetBase(workspace),
            order_id,
            asset=asked.asset or None,
            point=_point(asked),
            unusable=asked.unusable,
            noted=noted,
            search_m=asked.search_m,
            now=desk_moment(workspace, now),
            who=who,
        )
        return StoredCut(order_id, chosen, _last_commands(workspace, [order_id]))
    finally:
        workspace.close()


def prepare_messages(url: str, order_id: str, *, now: datetime, who: str) -> PreparedMessages:
    """Bring the messages of an order up to date with its stored cut; nothing is sent."""
    workspace = open_workspace(url)
    try:
        before = max((entry.command_id for entry in workspace.journal(last=1)), default=0)
        moment = desk_moment(workspace, now)
        book = rule_book_of(workspace, moment.date())
        plan = plan_communication(
            workspace,
            AssetBase(workspace),
            order_id,
            contracts=book.contracts,
            rules=book.communication,
            now=moment,
            who=who,
        )
        made = _last_commands(workspace, [message.message_id for message in plan.messages])
        return PreparedMessages(plan, tuple(one for one in made if one > before))
    finally:
        workspace.close()


def take_back(url: str, step: tuple[int, ...], *, who: str) -> None:
    """Undo commands, the last one first; ``StaleWrite`` if what they wrote went on since."""
    workspace = open_workspace(url)
    try:
        for command_id in sorted(step, reverse=True):
            workspace.undo(who=who, command_id=command_id)
    finally:
        workspace.close()


def _last_commands(workspace: object, keys: Iterable[str]) -> tuple[int, ...]:
    """Return the commands that last wrote some records, each once, oldest first."""
    last = (workspace.journal(key=key)[-1:] for key in keys)
    return tuple(sorted({entry.command_id for entries in last for entry in entries}))


def _point(asked: Asked) -> Point | None:
    return Point(asked.place) if asked.place else None


def _isolated(base: AssetBase, asked: Asked, unusable: Iterable[str]) -> Isolation:
    return isolate_place(
        base,
        asset=asked.asset or None,
        point=_point(asked),
        unusable=tuple(unusable),
        search_m=asked.search_m,
    )


def _valves(base: AssetBase, found: Isolation, unusable: Iterable[str]) -> Iterable[CutValve]:
    devices = base.water.mains.devices
    lost = [valve for valve in unusable if valve not in found.close]
    shut = [valve for valve in found.already_closed if valve not in lost]
    places = geometry_of(devices.ids, devices.geometry, (*found.close, *shut, *lost))
    why = {reason.valve: reason.message for reason in found.reasons}
    rings = {ring.valve: ring for ring in found.next_rings}
    for number, valve in enumerate(found.close, start=1):
        yield CutValve(valve, "to_close", _xy(places[valve]), number, why.get(valve), rings.get(valve))
    for valve in shut:
        yield CutValve(valve, "already_closed", _xy(places[valve]), why=why.get(valve))
    for valve in lost:
        yield CutValve(valve, "unusable", _xy(places[valve]))


def _spots(base: AssetBase, found: Isolation) -> tuple[tuple[float, float, bool], ...]:
    customers, sensitive = base.water.customers, set(found.sensitive_customers)
    places = geometry_of(customers.ids, customers.geometry, found.customers)
    return tuple((*_xy(place), name in sensitive) for name, place in places.items())


def _hydrants(base: AssetBase, found: Isolation) -> tuple[tuple[str, float, float], ...]:
    hydrants = base.water.hydrants
    places = geometry_of(hydrants.ids, hydrants.geometry, found.hydrants)
    return tuple((name, *_xy(place)) for name, place in places.items())


def _xy(place: object) -> tuple[float, float]:
    centre = place.centroid
    return centre.x, centre.y
