# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS layers as a source of networks: read as they are on the map, unsaved edits included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsFeature, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.errors import InputError
from .compat import none_if_null

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd


class QgisLayers:
    """Implements ``planner.ports.LayerSource`` on vector layers; to be read on the main thread.

    A layer goes by the name of its table where it has one, else by its own.
    """

    def __init__(self, layers: Iterable[QgsVectorLayer]) -> None:
        self._layers: dict[str, QgsVectorLayer] = {}
        for layer in layers:
            name = layer_table(layer)
            if name in self._layers:
                raise InputError(
                    "layer.twice", layer=name, first=self._layers[name].name(), file=layer.name()
                )
            self._layers[name] = layer

    def layer_names(self) -> list[str]:
        """Return the names of the layers."""
        return list(self._layers)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns, in its own CRS; ``InputError`` when that is unknown."""
        return frame_of(self._layers[name])


def layer_table(layer: QgsVectorLayer) -> str:
    """Return the table that a layer shows, or the layer's own name when it is none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(parts["path"]).stem if parts.get("path") else ""
    return str(parts.get("layerName") or parts.get("table") or path or layer.name())


def frame_of(layer: QgsVectorLayer) -> gpd.GeoDataFrame:
    """Return the features of a layer as a frame, in O(n); those that are edited as they are now."""
    import geopandas as gpd
    import numpy as np
    import shapely

    if not layer.crs().isValid():
        raise InputError("layer.no_crs", layer=layer.name())
    rows: list[list[Any]] = []
    drawn: list[bytes | None] = []
    for feature in layer.getFeatures():
        rows.append(feature.attributes())
        drawn.append(_wkb(feature))
    names = [field.name() for field in layer.fields()]
    cells: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else ([] for _ in names)
    columns = {name: _column(values) for name, values in zip(names, cells, strict=True)}
    geometry = shapely.from_wkb(np.array(drawn, dtype=object), on_invalid="ignore")
    return gpd.GeoDataFrame(columns, geometry=geometry, crs=_crs(layer))


def _wkb(feature: QgsFeature) -> bytes | None:
    return feature.geometry().asWkb().data() if feature.hasGeometry() else None


def _crs(layer: QgsVectorLayer) -> str:
    crs = layer.crs()
    return str(crs.authid() or crs.toWkt())


def _column(values: Sequence[Any]) -> pd.Series:
    """Return the values of a field, unknown ones as None; figures become a column of figures."""
    import pandas as pd

    kinds = set(map(type, values))
    if kinds & {type(NULL), QDate, QDateTime}:
        values = [_plain(value) for value in values]
    is_figures = kinds <= {int, float, type(None), type(NULL)} and kinds & {int, float}
    return pd.Series(values, dtype=None if is_figures else object)


def _plain(value: Any) -> Any:
    if isinstance(value, QDateTime):
        return value.toPyDateTime()
    if isinstance(value, QDate):
        return value.toPyDate()
    return none_if_null(value)
