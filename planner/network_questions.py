# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dispatcher asks the network outside any order: isolate, trace, what lies around a dig."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from shapely.geometry import Point, Polygon

from ..core.ids import AssetId
from ..network.assets.audit import audit
from ..network.assets.results import Defect
from ..network.assets.roles import Role
from ..network.digging.conflicts import find_conflicts
from ..network.digging.footprint import footprint
from ..network.digging.results import Conflict
from ..network.isolation.isolate import isolate
from ..network.isolation.results import Isolation
from ..network.sewers.results import SewerTrace
from ..network.sewers.trace import trace
from ..network.topology.attachments import SEARCH_M
from .asset_base import AssetBase
from .ports import Workspace
from .records import Footprint, Outage
from .site_study import find_asset

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
    """Return what it takes to isolate an asset or a point; ids that do not exist raise ``InputError``.

    ``beside`` holds the cuts of other orders that are made at the same time.
    """
    return isolate(
        base.water,
        asset=AssetId(asset) if asset else None,
        point=point,
        unusable=[AssetId(valve) for valve in unusable],
        beside=[[AssetId(valve) for valve in outage.close] for outage in beside],
        search_m=search_m,
    )


def trace_place(
    base: AssetBase,
    direction: Literal["upstream", "downstream"],
    *,
    asset: str | None = None,
    point: Point | None = None,
    search_m: float = SEARCH_M,
) -> SewerTrace:
    """Return the sewers upstream or downstream of an asset or a point."""
    return trace(
        base.sewer,
        asset=AssetId(asset) if asset else None,
        point=point,
        direction=direction,
        search_m=search_m,
    )


def conflicts_of_order(workspace: Workspace, base: AssetBase, order_id: str) -> Surroundings:
    """Return the networks around the excavation of an order; an order that does not dig has none to show."""
    excavation = workspace.get(Footprint, order_id).geometry
    return Surroundings(excavation, _conflicts(base, excavation))


def conflicts_at(
    base: AssetBase, point: Point, *, length_m: float, width_m: float, search_m: float = SEARCH_M
) -> Surroundings:
    """Return the networks around a trench along the pipe nearest a point, or around a pit without one."""
    located = find_asset(base, point, roles=DIGGABLE_ROLES, search_m=search_m)
    excavation = (
        footprint(located, length_m=length_m, width_m=width_m)
        if located
        else point.buffer(max(length_m, width_m) / 2)
    )
    return Surroundings(excavation, _conflicts(base, excavation))


def audit_network(base: AssetBase) -> tuple[Defect, ...]:
    """Return what is wrong with the imported networks, most severe first."""
    water = base.water.defects if base.has(Role.WATER_PIPE) else ()
    sewer = base.sewer.defects if base.has(Role.SEWER_PIPE) else ()
    return audit(water, sewer)


def _conflicts(base: AssetBase, excavation: Polygon) -> tuple[Conflict, ...]:
    if base.third_party is None:
        return ()
    return find_conflicts(excavation, base.third_party, rules=base.conflict_rules)
