# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the maps about the place of an order: its asset, its cut, its sewers, the networks around its dig."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from shapely.geometry import Point, Polygon

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.assets.locate import Located
from ...network.assets.roles import Role
from ...network.digging.conflicts import find_conflicts
from ...network.digging.footprint import footprint
from ...network.digging.results import Conflict
from ...network.isolation.isolate import isolate
from ...network.isolation.results import Isolation
from ...network.sewers.results import SewerTrace
from ...network.sewers.trace import trace
from ...workorders.catalogue import JobStandard
from ...workorders.facts import AssetFacts, NetworkNear
from ..assets.asset_base import AssetBase
from ..records import OrderConflict

TRACED_ROLES = (Role.SEWER_PIPE, Role.MANHOLE, Role.SEWER_CONNECTION)


@dataclass(frozen=True, slots=True)
class SiteStudy:
    """What the maps say of one place for one type of work; parts that do not apply are None or empty."""

    located: Located | None
    isolation: Isolation | None
    traces: tuple[SewerTrace, ...]
    excavation: Polygon | None
    conflicts: tuple[Conflict, ...]
    facts: AssetFacts


def study_site(
    base: AssetBase,
    place: Point,
    *,
    standard: JobStandard,
    customer_ref: str = "",
    asset_id: str = "",
    search_m: float,
    drawn: Polygon | None = None,
) -> SiteStudy:
    """Study a place; an asset farther than ``search_m`` metres is not taken for the order's but by choice.

    ``drawn`` is the dig as somebody drew it; otherwise it has the dimensions of the type of work.
    """
    located = find_asset(
        base,
        place,
        roles=standard.asset_roles,
        customer_ref=customer_ref,
        asset_id=asset_id,
        search_m=search_m,
    )
    isolation = _isolation(base, located, standard)
    excavation = _excavation(place, located, standard) if drawn is None else drawn
    conflicts = _conflicts(base, excavation)
    return SiteStudy(
        located=located,
        isolation=isolation,
        traces=_traces(base, located),
        excavation=excavation,
        conflicts=conflicts,
        facts=_facts(base, located, isolation, conflicts),
    )


def find_asset(
    base: AssetBase,
    place: Point,
    *,
    roles: Sequence[str],
    customer_ref: str = "",
    asset_id: str = "",
    search_m: float,
) -> Located | None:
    """Return the asset meant: the chosen one or the customer's own where those fit, else the nearest one."""
    wanted = [role for role in map(Role, roles) if base.has(role)]
    chosen = base.locator.find(AssetId(asset_id), roles=wanted, beside=place) if asset_id else None
    if chosen is not None:
        return chosen
    own = base.delivery_point_of(customer_ref)
    if own and Role.DELIVERY_POINT in wanted:
        return base.locator.find(own, roles=[Role.DELIVERY_POINT])
    return base.locator.nearest(place, roles=wanted, within_m=search_m) if wanted else None


def networks_near(conflicts: Iterable[Conflict | OrderConflict]) -> tuple[NetworkNear, ...]:
    """Return the conflicts in the words that notices and requirements read."""
    return tuple(
        NetworkNear(
            operator=conflict.operator,
            emergency_phone=conflict.emergency_phone,
            network_type=conflict.network_type,
            label=conflict.label,
            is_sensitive=conflict.is_sensitive,
            verdict=conflict.verdict,
        )
        for conflict in conflicts
    )


def _isolation(base: AssetBase, located: Located | None, standard: JobStandard) -> Isolation | None:
    if located is None or not standard.isolates or not base.has(Role.WATER_PIPE):
        return None
    with _off_network_allowed():
        return isolate(base.water, asset=located.asset_id, role=located.role, point=located.place)
    return None


def _traces(base: AssetBase, located: Located | None) -> tuple[SewerTrace, ...]:
    if located is None or located.role not in TRACED_ROLES or not base.has(Role.SEWER_PIPE):
        return ()
    with _off_network_allowed():
        return tuple(
            trace(base.sewer, asset=located.asset_id, role=located.role, direction=direction)
            for direction in ("upstream", "downstream")
        )
    return ()


@contextmanager
def _off_network_allowed() -> Iterator[None]:
    """Go on without an answer for an asset that touches no pipe: the audit names it, the order stays due."""
    try:
        yield
    except InputError as error:
        if error.message.code != "network.asset_off_network":
            raise


def _excavation(place: Point, located: Located | None, standard: JobStandard) -> Polygon | None:
    hole = standard.excavation
    if hole is None:
        return None
    if located is None:
        return place.buffer(max(hole.length_m, hole.width_m) / 2)
    return footprint(located, length_m=hole.length_m, width_m=hole.width_m)


def _conflicts(base: AssetBase, excavation: Polygon | None) -> tuple[Conflict, ...]:
    if excavation is None or base.third_party is None:
        return ()
    return find_conflicts(excavation, base.third_party, rules=base.conflict_rules)


def _facts(
    base: AssetBase,
    located: Located | None,
    isolation: Isolation | None,
    conflicts: tuple[Conflict, ...],
) -> AssetFacts:
    networks = networks_near(conflicts)
    if located is None:
        return AssetFacts(networks=networks)
    laid_year = _number(base.attribute(located, "laid_year"))
    return AssetFacts(
        role=located.role.value,
        asset_id=located.asset_id,
        distance_m=located.distance_m,
        place=located.place,
        material=str(base.attribute(located, "material") or ""),
        diameter_mm=_number(base.attribute(located, "diameter_mm")),
        laid_year=None if laid_year is None else int(laid_year),
        customers_cut=isolation.customer_count if isolation else 0,
        sensitive_cut=len(isolation.sensitive_customers) if isolation else 0,
        hydrants_out=len(isolation.hydrants) if isolation else 0,
        networks=networks,
    )


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not math.isnan(value) else None
