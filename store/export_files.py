# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of an asset base as files: shapefiles with exact fields, one GeoPackage, CSV."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from ..core.errors import Failure, InputError
from ..planner.asset_changes.export import ExportTable
from . import csv_writing
from .dbf_files import write_dbf


def write_shapefiles(folder: Path, tables: Sequence[ExportTable], *, on: date) -> list[Path]:
    """Write every table as a shapefile with the DBF types of its standard; return the files.

    The folder is made; files of these names in it are replaced only when all could be written.
    """
    with _aside(folder) as aside:
        for table in tables:
            shp = aside / f"{table.name}.shp"
            _write(table.frame[["geometry"]].assign(n=0), shp, driver="ESRI Shapefile")
            write_dbf(shp.with_suffix(".dbf"), table.frame, table.types, on=on)
        return _moved(aside, folder)


def write_geopackage(path: Path, tables: Sequence[ExportTable]) -> list[Path]:
    """Write all tables into one GeoPackage 1.3, in lower case; return the file."""
    if path.suffix.lower() != ".gpkg":
        raise InputError("workspace.suffix", target=path)
    with _aside(path.parent) as aside:
        for table in tables:
            lower = table.frame.rename(columns={name: str(name).lower() for name in table.frame.columns})
            _write(lower, aside / path.name, driver="GPKG", layer=table.name.lower())
        return _moved(aside, path.parent)


def write_csv(folder: Path, tables: Sequence[ExportTable]) -> list[Path]:
    """Write every table as CSV with its geometry as WKT; return the files."""
    with _aside(folder) as aside:
        for table in tables:
            plain = pd.DataFrame(table.frame.drop(columns=table.frame.geometry.name)).astype(object)
            plain["wkt"] = table.frame.geometry.to_wkt(rounding_precision=3).to_numpy()
            names = [str(name) for name in plain.columns]
            rows = [dict(zip(names, map(_text, row), strict=True)) for row in plain.itertuples(index=False)]
            csv_writing.write_csv(aside / f"{table.name}.csv", names, rows)
        return _moved(aside, folder)


def _text(value: object) -> str:
    if value is None or value is pd.NaT or value != value:
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _write(frame: gpd.GeoDataFrame, path: Path, *, driver: str, layer: str | None = None) -> None:
    options = {"VERSION": "1.3"} if driver == "GPKG" and not path.exists() else {}
    try:
        pyogrio.write_dataframe(frame, path, layer=layer, driver=driver, dataset_options=options or None)
    except (DataSourceError, DataLayerError, NotImplementedError) as error:
        raise Failure("layer.not_written", layer=layer or path.stem, reason=error) from error


def _aside(folder: Path) -> tempfile.TemporaryDirectory[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure("file.unwritable", file=folder, reason=error.strerror or error) from error
    return _Aside(prefix=".regard-", dir=folder)


class _Aside(tempfile.TemporaryDirectory[str]):
    """A folder beside where the files go, so that moving them there is at once."""

    def __enter__(self) -> Path:  # type: ignore[override]
        return Path(super().__enter__())


def _moved(aside: Path, folder: Path) -> list[Path]:
    moved = []
    for file in sorted(aside.iterdir()):
        target = folder / file.name
        shutil.move(file, target)
        moved.append(target)
    return moved
