# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the layers of zones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..labels import means_text
from .base import Rows

if TYPE_CHECKING:
    from ...core.resources import Zone
    from ...planner.agent_names import Names
    from ...planner.life.overview import ZoneCounters
    from ...planner.ports import Workspace
    from ...planner.resources.matrix import ZoneMatrix

# what every layer of zones says of a zone first
ZONE_FIELDS = (("zone_id", "text"), ("name", "text"), ("field_manager", "text"))


def counted(workspace: Workspace, counters: Sequence[ZoneCounters]) -> Rows:
    """Yield the zones with their counters; what is outside all zones has no shape."""
    zones = _zones(workspace)
    for one in counters:
        shape = zones[one.zone].geometry if one.zone in zones else None
        figures = (one.orders, one.agents, one.work_min, one.p1, one.p2, one.notices_pending)
        yield shape, (one.zone, one.name, one.field_manager, *figures)


def skilled(workspace: Workspace, matrices: Sequence[ZoneMatrix]) -> Rows:
    """Yield the zones with their skills and what hangs on one agent."""
    zones = _zones(workspace)
    for own in matrices:
        matrix, signed, zone = own.matrix, own.signed, zones[own.matrix.zone]
        single = ", ".join(map(means_text, matrix.single_points))
        figures = (len(matrix.agents), len(matrix.rows), len(matrix.single_points), single)
        by, on = (signed.signed_by, signed.signed_on.isoformat()) if signed else ("", "")
        yield zone.geometry, (matrix.zone, zone.name, own.field_manager, *figures, by, on, own.is_changed)


def matrix(matrices: Sequence[ZoneMatrix], called: Names) -> Rows:
    """Yield one row for each agent and skill of each zone."""
    for own in matrices:
        for row in own.matrix.rows:
            about = (own.matrix.zone, row.skill, means_text(row.skill), row.coverage, row.is_single_point)
            for agent, until in sorted(row.until.items()):
                yield None, (*about, agent, called.get(agent, agent), until.isoformat())


def _zones(workspace: Workspace) -> dict[str, Zone]:
    from ...core.resources import Zone

    return {zone.zone_id: zone for zone in workspace.all(Zone)}
