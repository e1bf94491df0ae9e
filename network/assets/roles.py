# SPDX-License-Identifier: GPL-3.0-or-later
"""Roles that layers play, and the columns of a role frame, whatever standard the data came in.

A role frame is a GeoDataFrame in a metric CRS with the columns of its role and one asset a row. ``asset_id``
is the layer's own business id. Text that the source leaves empty is ``""``; unknown numbers are NaN.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

import geopandas as gpd


class Role(Enum):
    """What a layer stands for in the network."""

    WATER_PIPE = "water_pipe"
    VALVE = "valve"
    CHECK_VALVE = "check_valve"
    REGULATOR = "regulator"
    HYDRANT = "hydrant"
    SOURCE = "source"
    SERVICE_CONNECTION = "service_connection"
    DELIVERY_POINT = "delivery_point"
    METER = "meter"
    BRANCH_POINT = "branch_point"
    SEWER_PIPE = "sewer_pipe"
    MANHOLE = "manhole"
    GULLY = "gully"
    PUMP = "pump"
    OUTFALL = "outfall"
    SEWER_CONNECTION = "sewer_connection"
    THIRD_PARTY = "third_party"


LINEAR_ROLES = frozenset(
    {Role.WATER_PIPE, Role.SERVICE_CONNECTION, Role.SEWER_PIPE, Role.SEWER_CONNECTION, Role.THIRD_PARTY}
)

_NODE_LINKS = ("from_node", "to_node")

COLUMNS: Mapping[Role, tuple[str, ...]] = MappingProxyType(
    {
        # material: RAEPA two-character code; kind of a source: reservoir, pumping_station, intake, treatment
        Role.WATER_PIPE: ("asset_id", "material", "diameter_mm", "laid_year", "in_service", *_NODE_LINKS),
        Role.VALVE: ("asset_id", "is_open", "is_stuck", "diameter_mm", "in_service"),
        # a check valve lets water through in the digitising direction of the pipe that it lies on
        Role.CHECK_VALVE: ("asset_id", "in_service"),
        Role.REGULATOR: ("asset_id", "diameter_mm", "in_service"),
        Role.HYDRANT: ("asset_id", "label", "in_service"),
        Role.SOURCE: ("asset_id", "kind", "label", "in_service"),
        Role.SERVICE_CONNECTION: ("asset_id", "material", "diameter_mm", "laid_year", "in_service"),
        # user_type: StaR-Eau com_type_usager; is_sensitive covers medical users and home dialysis alike
        Role.DELIVERY_POINT: ("asset_id", "customer_ref", "user_type", "is_sensitive", "address"),
        Role.METER: ("asset_id", "serial", "delivery_point_id"),
        # where a service connection leaves the main, in data that do not draw the connection
        Role.BRANCH_POINT: ("asset_id",),
        # kind: foul, storm or combined; inverts in metres NGF, of the ends drawn first and last; flow:
        # forward (from_node to to_node), backward, or "" where the data do not say; is_forced: under pressure
        Role.SEWER_PIPE: (
            "asset_id",
            "kind",
            "material",
            "diameter_mm",
            "laid_year",
            "invert_up_m",
            "invert_down_m",
            "flow",
            "is_forced",
            "in_service",
            *_NODE_LINKS,
        ),
        Role.MANHOLE: ("asset_id", "node_id", "cover_level_m", "invert_level_m"),
        Role.GULLY: ("asset_id", "node_id"),
        Role.PUMP: ("asset_id", "node_id", "label"),
        # kind of an outfall: overflow for a combined sewer overflow
        Role.OUTFALL: ("asset_id", "node_id", "label", "kind"),
        Role.SEWER_CONNECTION: ("asset_id", "kind", "address"),
        # network_type: PCRS code (GAZ, ELECECL, COM, CHAU, ...); accuracy_class A, B, C
        Role.THIRD_PARTY: (
            "asset_id",
            "network_type",
            "label",
            "operator",
            "emergency_phone",
            "accuracy_class",
            "is_rigid",
            "is_sensitive",
            "diameter_mm",
            "depth_m",
        ),
    }
)

# What the columns that are a choice may hold; the others hold text, numbers or yes and no.
CHOICES: Mapping[tuple[Role, str], tuple[str, ...]] = MappingProxyType(
    {
        (Role.SOURCE, "kind"): ("reservoir", "pumping_station", "intake", "treatment"),
        (Role.SEWER_PIPE, "kind"): ("foul", "storm", "combined", ""),
        (Role.SEWER_PIPE, "flow"): ("forward", "backward", ""),
        (Role.SEWER_CONNECTION, "kind"): ("foul", "storm", "combined", ""),
        (Role.OUTFALL, "kind"): ("outfall", "overflow", ""),
        (Role.THIRD_PARTY, "accuracy_class"): ("A", "B", "C", ""),
    }
)

RoleFrames = Mapping[Role, gpd.GeoDataFrame]
