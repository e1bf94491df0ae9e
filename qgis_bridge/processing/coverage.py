# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:coverage``: who can be where in how long, hour by hour, as it is or after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..labels import means_text
from ..messages import tr
from ..styles.coverage import draw_areas, draw_cover_changes, draw_holes
from .base import FeedbackProgress, OutputLayer
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from shapely.geometry import Point

    from ...planner.coverage.areas import Wanted
    from ...planner.coverage.study import CoverageOptions
    from ...planner.coverage.what_if import TeamChange
    from ...planner.ports import Workspace

_COMMON = (
    ("kind", "text"),
    ("means", "text"),
    ("label", "text"),
    ("first_hour", "integer"),
    ("end_hour", "integer"),
    ("starts_at", "datetime"),
    ("ends_at", "datetime"),
    ("agents", "integer"),
)
AREAS = OutputLayer(
    name="AREAS",
    label=lambda: tr("Reached in time"),
    explanation=lambda: tr("Areas by minutes and hours, by the nearest agent and by the second."),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(
        *_COMMON,
        ("rank", "integer"),
        ("from_min", "integer"),
        ("until_min", "integer"),
        ("area_km2", "real"),
    ),
    style=draw_areas,
)
HOLES = OutputLayer(
    name="HOLES",
    label=lambda: tr("Holes in coverage"),
    explanation=lambda: tr("Where nobody comes in time, with customers, sensitive ones and km of pipes."),
    kind=QgsWkbTypes.Type.Polygon,
    fields=(
        *_COMMON,
        ("limit_min", "integer"),
        ("customers", "integer"),
        ("sensitive", "integer"),
        ("pipe_km", "real"),
    ),
    style=draw_holes,
)
CHANGES = OutputLayer(
    name="CHANGES",
    label=lambda: tr("What the change opens and closes"),
    explanation=lambda: tr("Where nobody would come in time any more, and where somebody would then."),
    kind=QgsWkbTypes.Type.MultiPolygon,
    fields=(*_COMMON, ("limit_min", "integer"), ("effect", "text"), ("area_km2", "real")),
    style=draw_cover_changes,
    optional=True,
    by_default=False,
)


class CoverageMaps(DayAlgorithm):
    """Reads a workspace; writes nothing into it."""

    SKILLS, EQUIPMENT, MINUTES, HOLE, EVERY = "SKILLS", "EQUIPMENT", "MINUTES", "HOLE", "EVERY"
    WITHOUT, LIKE, AT, MOVED, TO = "WITHOUT", "LIKE", "AT", "MOVED", "TO"

    feature = "plan"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "coverage"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Coverage maps")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Draws who can be where in how long on a day, along the roads, from where the agents are hour by "
            "hour: home or depot, the stops of the tours, on call at night. The time slider of QGIS shows "
            "the hours. Holes tell how many customers and km of pipes nobody reaches in time. With a change "
            "(an agent less, one more, a home or depot elsewhere) the maps are those after it."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The day to look at."))
        for name, label, help_text in (
            (self.SKILLS, tr("Skills"), tr("Only agents with one of these skills, with commas; a map each.")),
            (self.EQUIPMENT, tr("Equipment"), tr("Only agents with this on board, with commas; a map each.")),
            (self.MINUTES, tr("Minutes"), tr("The limits of the areas, as 15,30,45,60. Empty: the rules'.")),
        ):
            self.ask(QgsProcessingParameterString(name, label, optional=True), help_text)
        whole = QgsProcessingParameterNumber.Type.Integer
        hole = QgsProcessingParameterNumber(self.HOLE, tr("Hole (minutes)"), whole, 0, True, 0, 600)
        self.ask(hole, tr("What is reached later is a hole. 0: what the rules say."))
        self.ask(
            QgsProcessingParameterBoolean(self.EVERY, tr("Every skill and equipment"), False),
            tr("A map for everything that somebody holds or has on board, beside the one for anybody."),
        )
        self._ask_change()
        self.ask_layers([AREAS, HOLES, CHANGES])

    def _ask_change(self) -> None:
        for name, label, help_text in (
            (self.WITHOUT, tr("Without agents"), tr("As if these agents, with commas, were not there.")),
            (self.LIKE, tr("One more agent like"), tr("As if there were another agent like this one.")),
            (self.MOVED, tr("Move an agent or depot"), tr("As if this agent or depot were elsewhere.")),
        ):
            self.ask(QgsProcessingParameterString(name, label, optional=True), help_text)
        for name, label in ((self.AT, tr("Where the added agent lives")), (self.TO, tr("Where it moves to"))):
            self.ask(QgsProcessingParameterPoint(name, label, optional=True), label)

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Work the coverage out and write its layers."""
        from ...planner.coverage import layers
        from ...planner.coverage.changes import compared_coverage
        from ...planner.coverage.study import coverage_of
        from ...planner.coverage.what_if import TeamChange

        day, options = self.read_day(parameters, context), self._options(parameters, context)
        change, progress = self._change(parameters, context, workspace.crs), FeedbackProgress(feedback)
        changes = ()
        if change == TeamChange():
            found = coverage_of(workspace, day, options, progress=progress)
        else:
            compared = compared_coverage(workspace, day, options, change, progress=progress)
            found, changes = compared.after, compared.changes
        made = {
            AREAS: lambda: layers.area_rows(found, _named),
            HOLES: lambda: layers.hole_rows(found, _named),
            CHANGES: lambda: layers.change_rows(found, changes, _named),
        }
        return self.write_layers(parameters, context, workspace.crs, made)

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> CoverageOptions:
        from ...planner.coverage.areas import Wanted
        from ...planner.coverage.study import CoverageOptions

        skills = [Wanted("skill", key) for key in self._listed(parameters, self.SKILLS, context)]
        kinds = [Wanted("equipment", key) for key in self._listed(parameters, self.EQUIPMENT, context)]
        try:
            minutes = tuple(int(part) for part in self._listed(parameters, self.MINUTES, context))
        except ValueError as error:
            raise QgsProcessingException(tr("The minutes are not whole numbers with commas.")) from error
        if any(one <= 0 for one in minutes):
            raise QgsProcessingException(tr("The minutes are not whole numbers with commas."))
        return CoverageOptions(
            bands_min=minutes,
            hole_min=self.parameterAsInt(parameters, self.HOLE, context),
            wanted=(*skills, *kinds) or (Wanted(),),
            every_means=self.parameterAsBool(parameters, self.EVERY, context),
        )

    def _change(self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str) -> TeamChange:
        from ...planner.coverage.what_if import TeamChange

        return TeamChange(
            without=tuple(self._listed(parameters, self.WITHOUT, context)),
            like=self.parameterAsString(parameters, self.LIKE, context).strip(),
            at=self._point(parameters, self.AT, context, crs),
            moved=self.parameterAsString(parameters, self.MOVED, context).strip(),
            to=self._point(parameters, self.TO, context, crs),
        )

    def _listed(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> list[str]:
        text = self.parameterAsString(parameters, name, context)
        return [part.strip() for part in text.split(",") if part.strip()]

    def _point(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, crs: str
    ) -> Point | None:
        from qgis.core import QgsCoordinateReferenceSystem
        from shapely.geometry import Point

        if not parameters.get(name):
            return None
        found = self.parameterAsPoint(parameters, name, context, QgsCoordinateReferenceSystem(crs))
        return Point(found.x(), found.y())


def _named(wanted: Wanted) -> str:
    return tr("Anybody") if wanted.kind == "any" else means_text(wanted.key)
