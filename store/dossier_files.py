# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a dossier: page, data, what lies around the dig as a GeoPackage; all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd

from ..core.errors import Failure, InputError

PAGE, DATA, LAYERS = "dossier.html", "dossier.json", "dossier.gpkg"


def write_dossier(folder: Path, *, page: str, data: str, layers: Mapping[str, gpd.GeoDataFrame]) -> None:
    """Write the files into a folder that does not exist yet; empty layers are left out.

    ``InputError`` when it exists; ``Failure`` when it cannot be written, which leaves nothing behind.
    """
    if folder.exists():
        raise InputError("file.exists", file=folder)
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".dossier") as place:
            partial = Path(place) / folder.name
            partial.mkdir()
            (partial / PAGE).write_text(page, encoding="utf-8")
            (partial / DATA).write_text(data, encoding="utf-8")
            for name, frame in layers.items():
                if len(frame):
                    # the version that the GDAL of every supported QGIS reads
                    frame.to_file(
                        partial / LAYERS, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3"
                    )
            shutil.move(partial, folder)
    except OSError as error:
        raise Failure("file.unwritable", file=folder, reason=error.strerror or error) from error
