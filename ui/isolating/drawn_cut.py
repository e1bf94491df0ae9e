# SPDX-License-Identifier: GPL-3.0-or-later
"""A cut as strokes and marks on the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas

from ...qgis_bridge.geometry import to_qgis
from ...qgis_bridge.project import layers_by_key
from ...qgis_bridge.styles import palette
from ..map_highlight import Stroke
from .cut_drawing import Mark

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .cut_reader import FoundCut


def transform_of(project: QgsProject, canvas: QgsMapCanvas, *, to_map: bool) -> QgsCoordinateTransform:
    """Return the way from the workspace's CRS to the map's, or back."""
    shown = canvas.mapSettings().destinationCrs()
    orders = layers_by_key(project).get("orders")
    own = orders.crs() if orders is not None else shown
    pair = (own, shown) if to_map else (shown, own)
    return QgsCoordinateTransform(*pair, project)


def drawn_cut(
    found: FoundCut, to_map: QgsCoordinateTransform, *, looked_at: str = ""
) -> tuple[QgsPointXY, list[Stroke], list[Mark]]:
    """Return the place of a cut, its lines and its marks; plan B faintly, that of one valve clearly."""

    def line(geometry: BaseGeometry) -> QgsGeometry:
        converted = to_qgis(geometry)
        converted.transform(to_map)
        return converted

    cut = found.isolation
    strokes = []
    for ring in cut.next_rings:
        if not ring.geometry.is_empty:
            is_meant = ring.valve == looked_at
            strokes.append(Stroke(line(ring.geometry), palette.DIG, 7.0, 0.75 if is_meant else 0.2))
    strokes.append(Stroke(line(cut.geometry), palette.CUT, 14.0, 0.25))
    strokes.append(Stroke(line(cut.geometry), palette.CUT, 3.5))
    place = to_map.transform(QgsPointXY(cut.point.x, cut.point.y))
    return place, strokes, list(_marks(found, to_map))


def _marks(found: FoundCut, to_map: QgsCoordinateTransform) -> Iterator[Mark]:
    for x, y, is_sensitive in found.spots:
        yield Mark("sensitive" if is_sensitive else "customer", to_map.transform(QgsPointXY(x, y)))
    for name, x, y in found.hydrants:
        yield Mark("hydrant", to_map.transform(QgsPointXY(x, y)), name)
    for valve in found.valves:
        text = str(valve.number) if valve.number else ""
        yield Mark(valve.state, to_map.transform(QgsPointXY(*valve.place)), valve.valve, text)
