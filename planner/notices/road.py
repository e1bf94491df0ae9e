# SPDX-License-Identifier: GPL-3.0-or-later
"""The road beside a dig: who allows what, by when, and what urgent works owe (code de la voirie routière)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...core.messages import templates
from ...workorders.informing.contacts import Addressee
from ...workorders.life.records import MAYOR_TOLD, Permit
from ...workorders.orders import WorkOrder
from ...workorders.road_occupancy import (
    EmergencyDeadlines,
    Request,
    RoadOccupancyRules,
    RoadSite,
    authorisations_needed,
    emergency_deadlines,
    is_recent_surface,
)
from ..conditions import Where
from ..life.gathered import first, planned_start
from ..ports import Workspace
from ..records import Footprint, OrderNotice
from ..roads.roads import EDGE_LAYER

BUILT_UP_LAYER = "built_up_area"


@dataclass(frozen=True, slots=True)
class RoadDuties:
    """What the works of an order owe on a road.

    ``emergency`` is there when they begin at once; ``added`` are the permits that are to be asked for from
    now on. ``recent_surface``: the road is so new that opening it may be refused. ``contacts`` are the
    entries of the directory by authority, as far as it has them.
    """

    order_id: str
    site: RoadSite
    road: str
    name: str
    start: datetime
    requests: tuple[Request, ...]
    emergency: EmergencyDeadlines | None
    added: tuple[Permit, ...]
    recent_surface: bool = False
    contacts: dict[str, Addressee] = field(default_factory=dict)


def road_duties(
    workspace: Workspace,
    order_id: str,
    *,
    rules: RoadOccupancyRules,
    who: str,
    built_up: bool | None = None,
    number: str | None = None,
    hinders_traffic: bool = True,
    surface_laid: date | None = None,
) -> RoadDuties:
    """Return what the works of an order owe on the road beside them, and keep the permits to ask for.

    ``number`` and ``built_up`` override what the layers of roads and built-up areas say; ``surface_laid`` is
    the day on which the surface was made, None when nobody knows. Urgent works owe
    only that the mayor is told; permits known already stay as they are. One journaled command.

    ``InputError`` when the order is unknown, no road lies beside it, or nobody says whether it is built up.
    """
    order = workspace.get(WorkOrder, order_id)
    dig = first(workspace.all(Footprint, order_id=order_id))
    place: BaseGeometry = dig.geometry if dig else order.place
    found, name = (number, "") if number is not None else _road_beside(workspace, order_id, place, rules)
    site = RoadSite(
        number=found,
        built_up=_is_built_up(workspace, order_id, place) if built_up is None else built_up,
        digs=order.digs,
        hinders_traffic=hinders_traffic,
    )
    notice = first(workspace.all(OrderNotice, order_id=order_id))
    is_urgent = notice is not None and notice.kind == "ATU"
    start = order.started_at or planned_start(workspace, order_id) or order.earliest_start or order.due_at
    done = order.ended_at or start + timedelta(minutes=order.duration_min)
    requests = authorisations_needed(site, start=start.date(), rules=rules)
    added = _add(workspace, _permits(order, requests, rules=rules, is_urgent=is_urgent), order, who=who)
    return RoadDuties(
        order_id=order_id,
        site=site,
        road=rules.road_class(site.number),
        name=name,
        start=start,
        requests=requests,
        emergency=emergency_deadlines(start, done=done.date(), rules=rules) if is_urgent else None,
        added=added,
        recent_surface=is_recent_surface(surface_laid, day=start.date(), rules=rules),
        contacts=dict(_contacts(workspace, requests, order.zone, rules)),
    )


def _contacts(
    workspace: Workspace, requests: tuple[Request, ...], zone: str, rules: RoadOccupancyRules
) -> Iterator[tuple[str, Addressee]]:
    """Yield the entry of the directory of each authority: that of the order's sector before a general one."""
    for authority in dict.fromkeys(one.authority for one in requests):
        kind = rules.authorities[authority].directory
        entries = workspace.all(Addressee, where=[Where("kind", among=[kind])]) if kind else []
        found = first(
            sorted((one for one in entries if one.zone in ("", zone)), key=lambda one: not one.zone)
        )
        if found is not None:
            yield authority, found


def _add(workspace: Workspace, wanted: list[Permit], order: WorkOrder, *, who: str) -> tuple[Permit, ...]:
    known = {one.permit_id for one in workspace.all(Permit, order_id=order.order_id)}
    added = tuple(one for one in wanted if one.permit_id not in known)
    if added:
        with workspace.command("road permits", who=who) as transaction:
            transaction.add(added)
    return added


def _permits(
    order: WorkOrder, requests: tuple[Request, ...], *, rules: RoadOccupancyRules, is_urgent: bool
) -> list[Permit]:
    if is_urgent:
        return [Permit(f"{order.order_id}/{MAYOR_TOLD}", order.order_id, MAYOR_TOLD, "mayor")]
    return [
        Permit(f"{order.order_id}/{kind}", order.order_id, kind, _stored(one.authority, rules))
        for one in requests
        if (kind := rules.authorisations[one.kind].permit)
    ]


def _stored(authority: str, rules: RoadOccupancyRules) -> str:
    """Return an authority as it is kept: by its code, by its name where a service added it."""
    has_words = f"authority.{authority}" in templates()
    return authority if has_words else rules.authorities[authority].fr


def _road_beside(
    workspace: Workspace, order_id: str, place: BaseGeometry, rules: RoadOccupancyRules
) -> tuple[str, str]:
    """Return number and name of the nearest road; of several as near, the one with a number."""
    reach_m = rules.beside_m.value
    if EDGE_LAYER not in workspace.layer_names():
        raise InputError("notices.no_roads", order=order_id)
    edges = workspace.read_layer(EDGE_LAYER)
    near = edges.iloc[edges.sindex.query(place, predicate="dwithin", distance=reach_m)]
    if not len(near):
        raise InputError("notices.no_road_beside", order=order_id, distance_m=round(reach_m))
    told = [
        (round(float(apart_m), 1), not ref, str(ref or ""), str(name or ""))
        for apart_m, ref, name in zip(near.distance(place), near["ref"], near["name"], strict=True)
    ]
    _, _, number, name = min(told)
    return number, name


def _is_built_up(workspace: Workspace, order_id: str, place: BaseGeometry) -> bool:
    if BUILT_UP_LAYER not in workspace.layer_names():
        raise InputError("notices.built_up_unknown", order=order_id, layer=BUILT_UP_LAYER)
    areas = workspace.read_layer(BUILT_UP_LAYER)
    return len(areas.sindex.query(place, predicate="intersects")) > 0
