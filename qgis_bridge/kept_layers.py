# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers kept as ordinary layers of the project: in memory, drawn, in a group of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer, QgsWkbTypes

from .compat import make_field
from .processing.base import OutputLayer, feature_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def keep_layers(
    project: QgsProject,
    name: str,
    rows: Mapping[OutputLayer, Sequence[tuple[BaseGeometry | None, Sequence[Any]]]],
    crs: str,
) -> list[QgsVectorLayer]:
    """Put layers with their rows on top of the project, as a group with a name, points above lines.

    QGIS asks to save them before they are lost, as every layer in memory.
    """
    group = project.layerTreeRoot().insertGroup(0, name)
    order = sorted(rows, key=lambda layer: QgsWkbTypes.geometryType(layer.kind))
    kept = [_filled(layer, rows[layer], crs) for layer in order]
    for layer in kept:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return kept


def _filled(
    layer: OutputLayer, rows: Sequence[tuple[BaseGeometry | None, Sequence[Any]]], crs: str
) -> QgsVectorLayer:
    made = QgsVectorLayer(QgsWkbTypes.displayString(layer.kind), layer.label(), "memory")
    made.setCrs(QgsCoordinateReferenceSystem(crs))
    provider = made.dataProvider()
    provider.addAttributes([make_field(name, kind) for name, kind in layer.fields])
    made.updateFields()
    provider.addFeatures([feature_of(made.fields(), shape, values) for shape, values in rows])
    made.updateExtents()
    layer.style(made)
    return made
