# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws over the map where the events are that are chosen in the calendar; the project stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...qgis_bridge.styles import palette

_WIDTH_PX = 3
_MARGIN = 1.3


class EventAreas:
    """Hatched outlines; ``band`` is None while nothing is drawn."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.band: QgsRubberBand | None = None

    def show(self, areas: Iterable[bytes], crs: str) -> None:
        """Draw areas (WKB in a CRS) in place of those before; the map moves there if none is in sight."""
        self.clear()
        target = self._canvas.mapSettings().destinationCrs()
        to_map = QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), target, QgsProject.instance())
        shapes = [_drawn(one, to_map) for one in areas]
        if not shapes:
            return
        self.band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self.band.setWidth(_WIDTH_PX)
        self.band.setStrokeColor(QColor(palette.INK))
        self.band.setFillColor(QColor(palette.INK))
        # a hatch is read without colour, and what lies below stays readable
        self.band.setBrushStyle(Qt.BrushStyle.BDiagPattern)
        for shape in shapes:
            self.band.addGeometry(shape)
        box = shapes[0].boundingBox()
        for shape in shapes[1:]:
            box.combineExtentWith(shape.boundingBox())
        if not self._canvas.extent().intersects(box):
            box.scale(_MARGIN)
            self._canvas.setExtent(box)
            self._canvas.refresh()

    def clear(self) -> None:
        """Draw nothing any more."""
        if self.band is not None:
            self._canvas.scene().removeItem(self.band)
            self.band = None


def _drawn(area: bytes, to_map: QgsCoordinateTransform) -> QgsGeometry:
    shape = QgsGeometry()
    shape.fromWkb(area)
    shape.transform(to_map)
    return shape
