# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage maps as a GeoPackage: all layers or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pyogrio

from ..core.errors import Failure, InputError


def write_coverage(path: Path, layers: Mapping[str, gpd.GeoDataFrame]) -> None:
    """Write layers into a new GeoPackage 1.3, in the place of one that may be there; empty ones are left out.

    ``InputError`` for another kind of file; ``Failure`` when it cannot be written: nothing is left behind.
    """
    if path.suffix.lower() != ".gpkg":
        raise InputError("workspace.suffix", target=path)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".coverage") as folder:
            partial = Path(folder) / path.name
            for name, frame in layers.items():
                if not len(frame):
                    continue
                options = {} if partial.exists() else {"VERSION": "1.3"}
                shapes = frame.geometry.notna().any()
                pyogrio.write_dataframe(
                    frame if shapes else frame.drop(columns="geometry"),
                    partial,
                    layer=name,
                    driver="GPKG",
                    promote_to_multi=True if shapes else None,
                    dataset_options=options or None,
                )
            shutil.move(partial, path)
    except OSError as error:
        raise Failure("file.unwritable", file=path, reason=error.strerror or error) from error
