# SPDX-License-Identifier: GPL-3.0-or-later
"""The folder of a field package: one GeoPackage and a folder for photos; all of it or nothing."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from ..core.errors import Failure, InputError
from ..planner.field.package import FieldPackage

DATA, PHOTO_FOLDER = "regard.gpkg", "DCIM"


def write_field_package(folder: Path, package: FieldPackage) -> Path:
    """Write a package into a folder that is empty or does not exist; return its GeoPackage.

    ``InputError`` when something is in the folder; ``Failure`` leaves nothing behind.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError("file.exists", file=folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".field") as place:
            partial = Path(place) / folder.name
            (partial / PHOTO_FOLDER).mkdir(parents=True)
            _write(partial / DATA, package)
            if folder.exists():
                folder.rmdir()
            shutil.move(partial, folder)
    except OSError as error:
        raise Failure("file.unwritable", file=folder, reason=error.strerror or error) from error
    return folder / DATA


def _write(path: Path, package: FieldPackage) -> None:
    for name, frame in {**package.layers, **package.tables}.items():
        # the version that the GDAL of every supported QGIS reads
        options = {} if path.exists() else {"VERSION": "1.3"}
        kind = {} if name in package.tables else {"geometry_type": _kind(frame)}
        try:
            pyogrio.write_dataframe(
                frame, path, layer=name, driver="GPKG", dataset_options=options or None, **kind
            )
        except (DataSourceError, DataLayerError, NotImplementedError) as error:
            raise Failure("layer.not_written", layer=name, reason=error) from error


def _kind(frame: object) -> str:
    kinds = set(frame.geometry.geom_type.dropna())  # type: ignore[attr-defined]
    if not kinds:
        return "Unknown"
    return kinds.pop() if len(kinds) == 1 else "Unknown"
