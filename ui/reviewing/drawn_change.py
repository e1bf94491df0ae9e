# SPDX-License-Identifier: GPL-3.0-or-later
"""A change of an asset on the map: as it is drawn dashed, as it would be solid, and where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...qgis_bridge.styles import palette

if TYPE_CHECKING:
    from .reader import LookedAt

_POINT_PX = 14


class DrawnChange:
    """Leaves layers and project as they are."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.bands: list[QgsRubberBand] = []

    def clear(self) -> None:
        """Take the change off the map."""
        for band in self.bands:
            self._canvas.scene().removeItem(band)
        self.bands.clear()

    def show(self, looked: LookedAt) -> None:
        """Draw a change in place of the one before."""
        self.clear()
        crs = QgsCoordinateReferenceSystem(looked.crs)
        to_map = QgsCoordinateTransform(
            crs, self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        drawn = [(looked.before, palette.MUTED, True), (looked.after, palette.CUT, False)]
        for shape, colour, is_old in drawn:
            if shape:
                geometry = QgsGeometry()
                geometry.fromWkb(bytes.fromhex(shape))
                self._draw(geometry, to_map, colour, dashed=is_old)
        if not (looked.before or looked.after) and looked.place is not None:
            place = QgsGeometry.fromPointXY(QgsPointXY(*looked.place))
            self._draw(place, to_map, palette.CUT, dashed=False)

    def _draw(
        self, geometry: QgsGeometry, to_map: QgsCoordinateTransform, colour: str, *, dashed: bool
    ) -> None:
        geometry.transform(to_map)
        band = QgsRubberBand(self._canvas, geometry.type())
        band.setToGeometry(geometry, None)
        band.setStrokeColor(QColor(colour))
        fill = QColor(colour)
        fill.setAlpha(0 if dashed else 90)
        band.setFillColor(fill)
        band.setWidth(3)
        band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        band.setIconSize(_POINT_PX)
        band.setLineStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        self.bands.append(band)
