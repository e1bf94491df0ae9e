# SPDX-License-Identifier: GPL-3.0-or-later
"""The place that a question is about: an asset, or a point in any coordinate system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)

from ..messages import tr
from .base import RegardAlgorithm

if TYPE_CHECKING:
    from shapely.geometry import Point


class PlaceAlgorithm(RegardAlgorithm):
    """Base of the algorithms that ask about one place."""

    ASSET, POINT = "ASSET", "POINT"

    def ask_place(self) -> None:
        """Ask for an asset or a point."""
        self.ask(
            QgsProcessingParameterString(self.ASSET, tr("Asset id"), optional=True),
            tr(
                "The business id of the asset, as its layer gives it. With a point as well, the point says "
                "where on the asset."
            ),
        )
        self.ask_point()

    def ask_point(self, explanation: str = "") -> None:
        """Ask for a point; without an ``explanation`` it is the one of an asset."""
        near = tr("A point near the asset that is meant, in any coordinate system; at most 50 m away.")
        self.ask(
            QgsProcessingParameterPoint(
                self.POINT, tr("Place") if explanation else tr("or point"), optional=True
            ),
            explanation or near,
        )

    def read_place(
        self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str
    ) -> tuple[str | None, Point | None]:
        """Return the asset and the point in the workspace's CRS, at least one of them."""
        asset = self.parameterAsString(parameters, self.ASSET, context) or None
        point = self.read_point(parameters, context, crs)
        if asset is None and point is None:
            raise QgsProcessingException(tr("Give the id of an asset, or a point."))
        return asset, point

    def read_point(self, parameters: dict[str, Any], context: QgsProcessingContext, crs: str) -> Point | None:
        """Return the point in the workspace's CRS, None when none is given."""
        if parameters.get(self.POINT) in (None, ""):
            return None
        from shapely.geometry import Point

        place = self.parameterAsPoint(parameters, self.POINT, context, QgsCoordinateReferenceSystem(crs))
        return Point(place.x(), place.y())


def list_of(text: str) -> list[str]:
    """Return the ids of a text that separates them by commas."""
    return [part.strip() for part in text.split(",") if part.strip()]
