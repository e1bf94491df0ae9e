# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of files that people hand over: GeoPackages, shapefiles, GeoJSON, alone or in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from ..core.errors import InputError
from .backend import LOCK_WAIT_S
from .geopackage import open_geopackage
from .geopackage_frames import feature_layers

_GEOPACKAGE = ".gpkg"
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        ".gpkg": "GeoPackage",
        ".shp": "shapefile (.shp, .shx, .dbf, .prj)",
        ".geojson": "GeoJSON",
        ".json": "GeoJSON",
        ".fgb": "FlatGeobuf",
        ".sqlite": "SpatiaLite",
    }
)


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
        frame = _read(path, name)
        if frame.crs is None:
            raise InputError("layer.no_crs", layer=f"{path}, {name}")
        return frame


def open_layers(path: Path | str) -> LayerFiles:
    """Return the layers of a file, or of all the files of a folder.

    ``InputError`` when the path is missing, a file cannot be read, none holds a layer, or two files hold a
    layer of one name.
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
    if not files:
        raise InputError("source.no_layers", source=path)
    return LayerFiles(MappingProxyType(files))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix.lower() in _KINDS)


def _read(path: Path, name: str) -> gpd.GeoDataFrame:
    try:
        # QGIS may show the file: see ``geopackage_frames``
        if path.suffix.lower() == _GEOPACKAGE:
            with closing(open_geopackage(path, wait_s=LOCK_WAIT_S)) as package:
                return package.read_layer(name)
        return pyogrio.read_dataframe(path, layer=name)
    except (InputError, DataSourceError, DataLayerError, FeatureError) as error:
        raise _refusal(path, error) from error


def _layers(file: Path) -> list[str]:
    try:
        if file.suffix.lower() == _GEOPACKAGE:
            with (
                closing(open_geopackage(file, wait_s=LOCK_WAIT_S)) as package,
                package.reading() as connection,
            ):
                return feature_layers(connection)
        listed = pyogrio.list_layers(file)
    except (InputError, DataSourceError) as error:
        raise _refusal(file, error) from error
    return [str(name) for name, kind in listed if kind is not None]


def _refusal(file: Path, error: Exception) -> InputError:
    """Return what is wrong with a file, without the words of the libraries that tried to read it."""
    if isinstance(error, InputError) and error.message.code == "workspace.locked":
        return error
    if file.is_file() and not file.stat().st_size:
        return InputError("source.empty", file=file)
    kinds = ", ".join(dict.fromkeys(_KINDS.values()))
    return InputError("source.unreadable", file=file, kind=_KINDS.get(file.suffix.lower(), kinds))
