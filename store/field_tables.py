# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of the field as bare tables: CSV with a row an order, GeoJSON with a feature an order."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pyproj

from ..core.errors import InputError
from ..planner.field.results import FieldPhoto, FieldResult, FieldRow
from ..workorders.closing.handed_in import ORDER, PHOTOS, Entry
from ..workorders.closing.values import items_of
from .closure_files import cells
from .csv_text import read_csv

# RFC 7946, section 4: without another word places are longitudes and latitudes
_LONGITUDE_LATITUDE = "OGC:CRS84"
_CSV = (".csv", ".tsv")
_JSON = (".geojson", ".json")


def read_field_table(path: Path, *, crs: str) -> FieldResult:
    """Read a CSV or GeoJSON; photos are files beside it.

    ``InputError`` names the file, the line and the column of what cannot be meant.
    """
    suffix = path.suffix.lower()
    if suffix in _CSV:
        rows = _csv_rows(path)
    elif suffix in _JSON:
        rows = _json_rows(path, crs)
    else:
        raise InputError("field.no_data", file=path, expected="zip, csv, geojson", found=suffix or "-")
    return FieldResult(path.name, path.read_bytes(), rows)


def _csv_rows(path: Path) -> list[FieldRow]:
    table = read_csv(path)
    for column in table.header:
        if table.header.count(column) > 1:
            raise InputError("table.column_twice", file=path, column=column)
    if ORDER not in table.header:
        raise InputError("field.no_column", file=path, column=ORDER)
    made = []
    for line, row in table.rows:
        values = dict(zip(table.header, row, strict=True))
        made.append(_row(path, line, values, None))
    return made


def _json_rows(path: Path, crs: str) -> list[FieldRow]:
    try:
        root = json.loads(path.read_text(encoding="utf-8-sig"))
        features = root["features"]
        pairs = [(dict(one["properties"] or {}), one.get("geometry")) for one in features]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("file.unreadable", file=path, reason=f"GeoJSON, {error}") from error
    said = root.get("crs") or {}
    name = said.get("properties", {}).get("name", _LONGITUDE_LATITUDE) if isinstance(said, dict) else ""
    try:
        to_here = pyproj.Transformer.from_crs(name, crs, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise InputError("field.crs", file=path, found=name, expected=crs) from error
    made = []
    for number, (values, shape) in enumerate(pairs, start=1):
        texts = {str(key): "" if value is None else _text(value) for key, value in values.items()}
        made.append(_row(path, number, texts, _point(path, number, shape, to_here)))
    return made


def _point(path: Path, line: int, shape: Any, to_here: pyproj.Transformer) -> tuple[float, float] | None:
    if not shape:
        return None
    try:
        easting, northing, *_ = shape["coordinates"]
        x, y = to_here.transform(float(easting), float(northing))
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(path, line, "geometry", str(shape)) from error
    if not (math.isfinite(x) and math.isfinite(y)):
        raise _wrong(path, line, "geometry", str(shape))
    return x, y


def _wrong(path: Path, line: int, column: str, found: str) -> InputError:
    return InputError("table.value", file=path, line=line, column=column, found=found, expected="Point")


def _row(path: Path, line: int, values: dict[str, str], place: tuple[float, float] | None) -> FieldRow:
    photos = items_of(values.pop(PHOTOS, ""))
    order = values.pop(ORDER, "").strip()
    entries = []
    for entry in cells(path, line, values):
        name = entry.name
        if name.startswith("valves.") and not name.endswith((".state", ".note")):
            name = f"{name}.state"
        if entry.text.strip():
            entries.append(Entry(name, entry.text.strip(), line))
    return FieldRow(
        order_id=order,
        file=str(path),
        entries=tuple(entries),
        photos=tuple(FieldPhoto(name, _reader(path.parent, name)) for name in photos),
        place=place,
    )


def _reader(folder: Path, name: str) -> Any:
    def read() -> bytes | None:
        place = (folder / name).resolve()
        if not place.is_relative_to(folder.resolve()):
            return None
        try:
            return place.read_bytes()
        except OSError:
            return None

    return read


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)
