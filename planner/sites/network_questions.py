# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dispatcher asks the network outside any order: isolate, trace, what lies around a dig."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from shapely.geometry import Point, Polygon

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.assets.roles import Role
from ...network.digging.conflicts import find_conflicts
from ...network.digging.footprint import footprint
from ...network.digging.results import Conflict
from ...network.isolation.isolate import isolate
from ...network.isolation.results import Isolation
from ...network.sewers.results import SewerTrace
from ...network.sewers.trace import trace
from ...network.topology.attachments import SEARCH_M
from ...workorders.orders import WorkOrder
from ..assets.asset_base import AssetBase
from ..assets.degrees import look_like_degrees
from ..ports import Workspace
from ..records import Footprint, Outage
from .site_study import find_asset

R = TypeVar("R")

DIGGABLE_ROLES = (Role.WATER_PIPE.value, Role.SEWER_PIPE.value)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An excavation and the third-party networks around it."""

    excavation: Polygon
    conflicts: tuple[Conflict, ...]


def isolate_place(
    base: AssetBase,
    *,
    asset: str | None = None,
    point: Point | None = None,
    unusable: Collection[str] = (),
    beside: Collection[Outage] = (),
    search_m: float = SEARCH_M,
) -> Isolation:
    """Return what it takes to isolate an asset, a point, or both: that place on that pipe.

    ``beside`` holds the cuts of other orders that are made at the same time. ``InputError`` for ids that do
    not exist and points too far from what is meant.
    """
    water = base.water
    try:
        return isolate(
            water,
            asset=AssetId(asset) if asset else None,
            point=point,
            unusable=[AssetId(valve) for valve in unusable],
            beside=[[AssetId(valve) for valve in outage.close] for outage in beside],
            search_m=search_m,
        )
    except InputError as error:
        raise _told_where(error, base, asset, point) from None


def trace_place(
    base: AssetBase,
    direction: Literal["upstream", "downstream"],
    *,
    asset: str | None = None,
    point: Point | None = None,
    search_m: float = SEARCH_M,
) -> SewerTrace:
    """Return the sewers upstream or downstream of an asset, a point, or both; ``InputError`` as above."""
    sewer = base.sewer
    try:
        return trace(
            sewer,
            asset=AssetId(asset) if asset else None,
            point=point,
            direction=direction,
            search_m=search_m,
        )
    except InputError as error:
        raise _told_where(error, base, asset, point) from None


def cuts_of_orders(workspace: Workspace, order_ids: Iterable[str]) -> list[Outage]:
    """Return the cuts of orders; ``InputError`` for one that does not exist or cuts no water."""
    return [_of_order(workspace, Outage, order_id, otherwise="order.cuts_nothing") for order_id in order_ids]


def conflicts_of_order(workspace: Workspace, base: AssetBase, order_id: str) -> Surroundings:
    """Return the networks around the dig of an order; ``InputError`` for one that does not exist or dig."""
    excavation = _of_order(workspace, Footprint, order_id, otherwise="order.digs_nothing").geometry
    return Surroundings(excavation, _conflicts(base, excavation))


def conflicts_at(
    base: AssetBase, point: Point, *, length_m: float, width_m: float, search_m: float = SEARCH_M
) -> Surroundings:
    """Return the networks around a trench along the pipe nearest a point, or around a pit without one.

    ``InputError`` when the point is in degrees.
    """
    located = find_asset(base, point, roles=DIGGABLE_ROLES, search_m=search_m)
    if located is None and look_like_degrees(point.bounds):
        raise _in_degrees(base, point)
    excavation = (
        footprint(located, length_m=length_m, width_m=width_m)
        if located
        else point.buffer(max(length_m, width_m) / 2)
    )
    return Surroundings(excavation, _conflicts(base, excavation))


def _of_order(workspace: Workspace, kind: type[R], order_id: str, *, otherwise: str) -> R:
    """Return what was found for an order; ``otherwise`` is what is said of an order that there is."""
    found = workspace.all(kind, order_id=order_id)
    if not found:
        raise InputError(otherwise, order=workspace.get(WorkOrder, order_id).order_id)
    return found[0]


def _told_where(error: InputError, base: AssetBase, asset: str | None, point: Point | None) -> InputError:
    """Return an error that says why a point is far from any pipe: it is in degrees, or off the pipe meant."""
    if error.message.code != "network.point_far" or point is None:
        return error
    if look_like_degrees(point.bounds):
        return _in_degrees(base, point)
    if asset is None:
        return error
    return InputError("network.point_off_pipe", pipe=asset, **error.message.params)


def _in_degrees(base: AssetBase, point: Point) -> InputError:
    return InputError("network.point_in_degrees", x=point.x, y=point.y, crs=base.crs)


def _conflicts(base: AssetBase, excavation: Polygon) -> tuple[Conflict, ...]:
    if base.third_party is None:
        return ()
    return find_conflicts(excavation, base.third_party, rules=base.conflict_rules)
