# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:coverageprint``: the coverage of an hour as a printed page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
)

from ..coverage_page import coverage_layout
from ..messages import tr
from ..prints import export_pdf
from ..styles.coverage import draw_areas, draw_holes
from .base import RegardAlgorithm

_DPI = 200


class CoveragePrint(RegardAlgorithm):
    """Draws two layers of ``regard:coverage`` on a page; reads no workspace."""

    AREAS, HOLES, HOUR, FILE = "AREAS", "HOLES", "HOUR", "FILE"

    feature = "map"
    drawing = "orders"
    section = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "coverageprint"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Print a coverage map")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr("Prints the coverage in one hour as a PDF with its legend, from the coverage maps.")

    def flags(self) -> Any:
        """Return the flags: layouts are drawn in the main thread."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, label in ((self.AREAS, tr("Reached in time")), (self.HOLES, tr("Holes in coverage"))):
            self.ask(
                QgsProcessingParameterVectorLayer(name, label, polygons), tr("As the coverage maps gave.")
            )
        whole = QgsProcessingParameterNumber.Type.Integer
        hour = QgsProcessingParameterNumber(self.HOUR, tr("Hour"), whole, 10, False, 0, 23)
        self.ask(hour, tr("The hour of the day that is shown."))
        page = QgsProcessingParameterFileDestination(self.FILE, tr("Page"), "PDF (*.pdf)")
        self.ask(page, tr("The PDF to write."))

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
    ) -> dict[str, Any]:
        """Draw the page; called by QGIS."""
        areas, holes = (self.parameterAsVectorLayer(parameters, n, context) for n in (self.AREAS, self.HOLES))
        for layer, field in ((areas, "until_min"), (holes, "limit_min")):
            if layer is None or layer.fields().indexFromName(field) < 0:
                raise QgsProcessingException(tr("The layers are not those of the coverage maps."))
        # a layer that was never loaded has the style that QGIS gives to any
        for layer, draw in ((areas, draw_areas), (holes, draw_holes)):
            if layer.renderer() is None or layer.renderer().type() != "RuleRenderer":
                draw(layer)
        hour = self.parameterAsInt(parameters, self.HOUR, context)
        path = Path(self.parameterAsFileOutput(parameters, self.FILE, context))
        layout = coverage_layout(context.project(), areas, holes, hour)
        self.in_user_words(lambda: export_pdf(layout, path, dpi=_DPI, as_text=True))
        return {self.FILE: str(path)}
