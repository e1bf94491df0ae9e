# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of files that people hand over: GeoPackages, shapefiles, GeoJSON, alone or in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataSourceError

from ..core.errors import InputError

_SUFFIXES = frozenset({".gpkg", ".shp", ".geojson", ".json", ".fgb", ".sqlite"})


@dataclass(frozen=True, slots=True)
class LayerFiles:
    """Implements ``planner.ports.LayerSource`` on files; ``files`` tells where each layer is."""

    files: Mapping[str, Path]

    def layer_names(self) -> list[str]:
        """Return the names of the layers with a geometry."""
        return list(self.files)

    def read_layer(self, name: str) -> gpd.GeoDataFrame:
        """Return one layer with its own columns, in its own CRS."""
        path = self.files[name]
        try:
            frame = pyogrio.read_dataframe(path, layer=name)
        except (DataSourceError, pyogrio.errors.FeatureError) as error:
            raise InputError("file.unreadable", file=path, reason=error) from error
        if frame.crs is None:
            raise InputError("layer.no_crs", layer=f"{path}, {name}")
        return frame


def open_layers(path: Path | str) -> LayerFiles:
    """Return the layers of a file, or of all the files of a folder.

    ``InputError`` when the path is missing, a file cannot be read, or two files hold a layer of one name.
    """
    path = Path(path)
    if not path.exists():
        raise InputError("file.missing", file=path)
    files: dict[str, Path] = {}
    for file in _files(path):
        for name in _layers(file):
            if name in files:
                raise InputError("layer.twice", layer=name, file=file, first=files[name])
            files[name] = file
    return LayerFiles(MappingProxyType(files))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in _SUFFIXES)


def _layers(file: Path) -> list[str]:
    try:
        listed = pyogrio.list_layers(file)
    except DataSourceError as error:
        raise InputError("file.unreadable", file=file, reason=error) from error
    return [str(name) for name, kind in listed if kind is not None]
