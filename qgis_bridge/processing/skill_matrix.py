# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:skillmatrix``: who holds which skill in each zone, and what hangs on one agent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterString, QgsWkbTypes

from ..messages import tr
from ..styles.answers import draw_skill_zones
from . import zone_rows as rows
from .base import OutputLayer
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace

ZONES = OutputLayer(
    name="ZONES",
    label=lambda: tr("Skills of zones"),
    explanation=lambda: tr("Each zone with its skills, how many of them hang on one agent, the sign-off."),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(
        *rows.ZONE_FIELDS,
        ("agents", "integer"),
        ("skills", "integer"),
        ("single_points", "integer"),
        ("single_point_skills", "text"),
        ("signed_by", "text"),
        ("signed_on", "text"),
        ("changed_since", "boolean"),
    ),
    style=draw_skill_zones,
)
MATRIX = OutputLayer(
    name="MATRIX",
    label=lambda: tr("Skill matrix"),
    explanation=lambda: tr("A table: one row for each agent and skill of a zone, with its last day."),
    fields=(
        ("zone_id", "text"),
        ("skill", "text"),
        ("label", "text"),
        ("coverage", "integer"),
        ("single_point", "boolean"),
        ("agent_id", "text"),
        ("agent", "text"),
        ("valid_until", "text"),
    ),
)


class SkillMatrixOfZones(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    ZONE = "ZONE"

    feature = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "skillmatrix"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Skill matrix of the zones")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Shows which skills the agents of each zone hold on a day, until when, and which of them hang on "
            "one agent alone. A skill that nobody of the zone holds is not listed."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The day on which the skills must be valid."))
        self.ask(
            QgsProcessingParameterString(self.ZONE, tr("Zone"), optional=True),
            tr("Look at this zone alone, by its id. Empty: all zones."),
        )
        self.ask_layers([ZONES, MATRIX])

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Look the skills up and write them."""
        from ...planner.agent_names import agent_names
        from ...planner.resources.matrix import zone_matrices

        zone = self.parameterAsString(parameters, self.ZONE, context).strip()
        found = zone_matrices(workspace, self.read_day(parameters, context), zone=zone)
        called = agent_names(workspace)
        made = {
            ZONES: lambda: rows.skilled(workspace, found),
            MATRIX: lambda: rows.matrix(found, called),
        }
        return self.write_layers(parameters, context, workspace.crs, made)
