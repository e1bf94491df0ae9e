# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:zoneoverview``: the zones with the counters of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ..messages import tr
from ..styles.answers import draw_zones
from . import zone_rows as rows
from .base import OutputLayer
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace

ZONES = OutputLayer(
    name="ZONES",
    label=lambda: tr("Zones on the day"),
    explanation=lambda: tr(
        "Each zone with its orders, agents, minutes of work, urgent orders and notices that wait; orders and "
        "agents outside all zones come last, without a shape."
    ),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(
        *rows.ZONE_FIELDS,
        ("orders", "integer"),
        ("agents", "integer"),
        ("work_min", "integer"),
        ("p1", "integer"),
        ("p2", "integer"),
        ("notices_pending", "integer"),
    ),
    style=draw_zones,
)


class ZoneOverview(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "zoneoverview"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Overview of the zones")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Counts for each zone, on a day: orders, agents at work, minutes of work (every agent of a "
            "crew), urgent orders, and works notices that are not sent or wait for an answer."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The day to look at."))
        self.ask_layers([ZONES])

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Count and write the zones."""
        from ...planner.life.overview import zone_counters

        counters = zone_counters(workspace, self.read_day(parameters, context))
        made = {ZONES: lambda: rows.counted(workspace, counters)}
        return self.write_layers(parameters, context, workspace.crs, made)
