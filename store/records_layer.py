# SPDX-License-Identifier: GPL-3.0-or-later
"""Records from a layer of a GeoPackage: its columns name the fields, each point is one record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import geopandas as gpd
import pandas as pd
from shapely.geometry import Point

from ..core.errors import InputError
from ..core.messages import Message
from .csv_text import CsvTable
from .layer_files import open_layers
from .records_csv import PlaceCheck, RowCheck, records_of

R = TypeVar("R")

# what GDAL and QGIS add to every layer
_ROW_NUMBERS = frozenset({"fid", "ogc_fid", "gpkg_fid", "id"})


def read_layer_records(
    path: Path,
    kind: type[R],
    *,
    crs: str,
    known: Mapping[str, Collection[str]] | None = None,
    in_order: Collection[tuple[str, str]] = (),
    check_place: PlaceCheck | None = None,
    check_row: RowCheck | None = None,
) -> list[R]:
    """Read the records of one class from the first point layer of a file, moved into ``crs``.

    The line that an error names is the number of the feature, from 1. ``InputError`` as ``read_records``.
    """
    layers = open_layers(path)
    name = layers.layer_names()[0]
    frame = layers.read_layer(name).to_crs(crs)
    columns = [
        str(column)
        for column in frame.columns
        if column != frame.geometry.name and str(column).lower() not in _ROW_NUMBERS
    ]
    rows = tuple((line, _cells(path, line, row, columns)) for line, row in enumerate(_rows(frame), start=1))
    table = CsvTable((*columns, "x", "y"), rows)
    return records_of(
        path, table, kind, known=known, in_order=in_order, check_place=check_place, check_row=check_row
    )


def _rows(frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    return [
        {**values, "geometry": shape}
        for values, shape in zip(
            pd.DataFrame(frame.drop(columns=frame.geometry.name)).to_dict("records"),
            frame.geometry,
            strict=True,
        )
    ]


def _cells(path: Path, line: int, row: Mapping[str, Any], columns: Collection[str]) -> tuple[str, ...]:
    place = row["geometry"]
    if not isinstance(place, Point) or place.is_empty:
        found = "" if place is None or place.is_empty else place.geom_type
        expected = Message("cell.point")
        raise InputError(
            "table.value", file=path, line=line, column="geometry", found=found, expected=expected
        )
    return (*(_text(row[column]) for column in columns), repr(place.x), repr(place.y))


def _text(value: object) -> str:
    """Return a value of a layer as a spreadsheet's cell would have it."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(sep=" ")
    return str(value).strip()
