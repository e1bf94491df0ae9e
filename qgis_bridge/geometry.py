# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored geometries as QGIS geometries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsGeometry

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def to_qgis(geometry: BaseGeometry) -> QgsGeometry:
    """Return a geometry of ours as one of QGIS's, in the same CRS and in two dimensions."""
    import shapely

    converted = QgsGeometry()
    # the dimension is said: its default is one that the GEOS loaded by older builds of QGIS does not know
    converted.fromWkb(shapely.to_wkb(geometry, output_dimension=2))
    return converted
