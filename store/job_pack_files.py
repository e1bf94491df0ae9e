# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a job pack: the sheet, the assets as a GeoPackage and as CSV; all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import geopandas as gpd

from ..core.errors import Failure, InputError

SHEET, LAYER, TABLE = "job_pack.html", "assets.gpkg", "assets.csv"


def write_job_pack(folder: Path, *, sheet: str, assets: gpd.GeoDataFrame, table: str) -> None:
    """Write the files into a folder that does not exist yet.

    ``InputError`` when it exists; ``Failure`` when it cannot be written, which leaves nothing behind.
    """
    if folder.exists():
        raise InputError("file.exists", file=folder)
    try:
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".job_pack") as place:
            partial = Path(place) / folder.name
            partial.mkdir()
            (partial / SHEET).write_text(sheet, encoding="utf-8")
            (partial / TABLE).write_text(table, encoding="utf-8", newline="")
            if len(assets):
                # the version that the GDAL of every supported QGIS reads
                assets.to_file(
                    partial / LAYER, layer="assets", driver="GPKG", engine="pyogrio", VERSION="1.3"
                )
            shutil.move(partial, folder)
    except OSError as error:
        raise Failure("file.unwritable", file=folder, reason=error.strerror or error) from error
