# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:programme``: next year on the map, week by week."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..messages import tr
from ..styles.programme import draw_commune_weeks, draw_programmed_assets, draw_zone_weeks
from .base import OutputLayer
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace

_WEEK = (("week", "text"), ("starts_at", "datetime"), ("ends_at", "datetime"))
ZONES = OutputLayer(
    name="ZONES",
    label=lambda: tr("Load of the zones by week"),
    explanation=lambda: tr("Each zone in each week: what comes, what is programmed, against its own people."),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(
        ("zone_id", "text"),
        ("name", "text"),
        *_WEEK,
        ("curative_h", "real"),
        ("programmed_h", "real"),
        ("load_h", "real"),
        ("capacity_h", "real"),
        ("percent", "real"),
        ("state", "text"),
    ),
    style=draw_zone_weeks,
)
COMMUNES = OutputLayer(
    name="COMMUNES",
    label=lambda: tr("Programmed hours by municipality and week"),
    explanation=lambda: tr("Each municipality, as its addresses lie, in each week that has work there."),
    kind=QgsWkbTypes.Type.Polygon,
    fields=(("commune", "text"), *_WEEK, ("hours", "real")),
    style=draw_commune_weeks,
    optional=True,
    by_default=False,
)
ASSETS = OutputLayer(
    name="ASSETS",
    label=lambda: tr("Assets of the programme"),
    explanation=lambda: tr("Each asset in its week, until when it is due, and what it goes against."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("activity", "text"),
        ("label", "text"),
        ("asset_role", "text"),
        ("asset_id", "text"),
        ("zone", "text"),
        *_WEEK,
        ("due_by", "text"),
        ("commune", "text"),
        ("street", "text"),
        ("amount", "real"),
        ("last_done", "text"),
        ("against", "text"),
    ),
    style=draw_programmed_assets,
)


class Programme(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    YEAR = "YEAR"

    feature = "plan"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "programme"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Programme of a year")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Draws the programme of a year as it is levelled: the load of each zone, the hours in each "
            "municipality and the assets, week by week. The time slider of QGIS shows the weeks. Fairs, "
            "markets, frost, roadworks and equipment that is away are taken from the calendar."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        whole = QgsProcessingParameterNumber.Type.Integer
        year = QgsProcessingParameterNumber(self.YEAR, tr("Year"), whole, 0, True, 0, 2200)
        self.ask(year, tr("The year ahead. 0: the next one."))
        self.ask_now(tr("From when the year is looked at: with the history and the rules of then."))
        self.ask_layers([ZONES, COMMUNES, ASSETS])

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Reckon the year and write its layers."""
        from ...planner.programme import layers
        from ...planner.programme.asset_schedule import asset_schedule
        from ...planner.programme.next_year import next_year
        from ..labels import spoken_language

        now = self.read_now(parameters, context, workspace)
        year = self.parameterAsInt(parameters, self.YEAR, context) or now.year + 1
        found = next_year(workspace, year, now=now)
        scheduled = asset_schedule(found)

        def name_of(activity: str) -> str:
            return found.rules.activities[activity].label.spoken(spoken_language())

        made = {
            ZONES: lambda: layers.zone_rows(workspace, found, scheduled),
            COMMUNES: lambda: layers.commune_rows(workspace, found, scheduled),
            ASSETS: lambda: layers.asset_rows(found, scheduled, name_of),
        }
        return self.write_layers(parameters, context, workspace.crs, made)
