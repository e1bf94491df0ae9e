# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back from the field: the folder of a package, its zip, CSV (a row an order) or GeoJSON."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pyogrio
import shapely

from ..core.errors import InputError
from ..planner.field.package import LEFT_VALVES, PACKAGE, PARTS, PHOTOS, RESULT
from ..planner.field.results import FieldPhoto, FieldResult, FieldRow
from ..workorders.closing.handed_in import Entry
from ..workorders.closing.presence import RESULT as ANSWERED
from .field_files import DATA
from .field_tables import read_field_table

# no device holds more: what says so of itself was made to fill a disk
_MOST_BYTES = 32 * 1024**3
# what a zip raises that was damaged on its way, or is of a kind that Python does not read
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError)
_NOT_ANSWERS = frozenset({"fid", "geom", "geometry", "label", "order_id"})
_PACKED = {"packed_code": "code", "packed_asset": "asset_id"}


@contextmanager
def field_result(source: Path, *, crs: str) -> Iterator[FieldResult]:
    """Read what came back, for the time of the block; photos are read when they are asked for.

    ``crs`` is that of the workspace, for places of a GeoJSON.

    Raises
    ------
    InputError
        Nothing there, or not a package, zip, CSV or GeoJSON; what is wrong is named with its file.
    """
    if source.suffix.lower() == ".zip":
        with tempfile.TemporaryDirectory(prefix="regard-field") as place:
            _unpack(source, Path(place))
            yield _package(_folder_in(source, Path(place)))
    elif source.name == DATA and source.is_file():
        yield _package(source.parent)
    elif source.is_dir():
        yield _package(_folder_in(source, source))
    elif source.exists():
        yield read_field_table(source, crs=crs)
    else:
        raise InputError("file.missing", file=source)


def _unpack(source: Path, place: Path) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > min(_MOST_BYTES, shutil.disk_usage(place).free):
                raise InputError("field.too_big", file=source)
            for entry in entries:
                if not (place / entry.filename).resolve().is_relative_to(place.resolve()):
                    raise InputError("archive.unsafe", file=source, found=entry.filename)
                archive.extract(entry, place)
    except FileNotFoundError as error:
        raise InputError("file.missing", file=source) from error
    except _DAMAGED as error:
        raise InputError("file.unreadable", file=source, reason=error) from error


def _folder_in(source: Path, place: Path) -> Path:
    """Return the folder with the data: the place itself, or the one folder in it."""
    found = sorted(place.rglob(DATA))
    if len(found) != 1:
        raise InputError("field.no_data", file=source, expected=DATA, found=len(found))
    return found[0].parent


def _package(folder: Path) -> FieldResult:
    with tempfile.TemporaryDirectory(prefix="regard-field") as place:
        return _read(folder, Path(place) / DATA)


def _read(folder: Path, path: Path) -> FieldResult:
    """Read a copy of the data of a folder: what the device has not merged into the file lies beside it."""
    try:
        for name in (DATA, f"{DATA}-wal"):
            if (folder / name).exists():
                shutil.copyfile(folder / name, path.with_name(name))
        connection = sqlite3.connect(path)
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
        names = [str(name) for name, _ in pyogrio.list_layers(path)]
        header = _header(path, names)
        results = [name for name in names if name.startswith(RESULT)]
        crs = {str(pyogrio.read_info(path, layer=name)["crs"]) for name in results}
        beside = _beside(path, names, folder)
        rows = [row for name in results for row in _rows(path, name, beside)]
        return FieldResult(folder.name, path.read_bytes(), rows, header, frozenset(crs))
    except (
        sqlite3.DatabaseError,
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        OSError,
    ) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error


def _header(path: Path, names: list[str]) -> dict[str, str]:
    table = _table(path, PACKAGE) if PACKAGE in names else []
    if len(table) != 1:
        raise InputError("field.no_data", file=path, expected=PACKAGE, found=len(table))
    return {name: _text(value) for name, value in table[0].items()}


def _table(path: Path, name: str) -> list[dict[str, Any]]:
    frame = pyogrio.read_dataframe(path, layer=name)
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False, name=None)]


def _beside(path: Path, names: list[str], folder: Path) -> dict[str, tuple[list[Entry], list[FieldPhoto]]]:
    """Return valves, parts and photos by order."""
    found: dict[str, tuple[list[Entry], list[FieldPhoto]]] = {}
    tables = {name: _table(path, name) if name in names else [] for name in (LEFT_VALVES, PARTS, PHOTOS)}
    for line, row in enumerate(tables[LEFT_VALVES], start=1):
        valve, own = _text(row["valve_id"]), found.setdefault(_text(row["order_id"]), ([], []))[0]
        if _text(row["state"]):
            own.append(Entry(f"valves.{valve}.state", _text(row["state"]), line))
        if _text(row["note"]):
            own.append(Entry(f"valves.{valve}.note", _text(row["note"]), line))
    for line, row in enumerate(tables[PARTS], start=1):
        if _text(row["count"]) not in ("", "0"):
            entry = Entry(f"parts.{_text(row['part'])}", _text(row["count"]), line)
            found.setdefault(_text(row["order_id"]), ([], []))[0].append(entry)
    for row in tables[PHOTOS]:
        name = _text(row["photo"])
        if name:
            photo = FieldPhoto(name, partial(_photo, folder, name))
            found.setdefault(_text(row["order_id"]), ([], []))[1].append(photo)
    return found


def _photo(folder: Path, name: str) -> bytes | None:
    place = (folder / name).resolve()
    if not place.is_relative_to(folder.resolve()):
        return None
    try:
        return place.read_bytes()
    except OSError:
        return None


def _rows(
    path: Path, layer: str, beside: Mapping[str, tuple[list[Entry], list[FieldPhoto]]]
) -> Iterator[FieldRow]:
    """Yield the answers of a table that say how the work ended; others are still open."""
    for line, row in enumerate(_table(path, layer), start=1):
        answers = {name: _text(value) for name, value in row.items() if name != "geometry"}
        if not answers.get(ANSWERED):
            continue
        entries = [
            Entry(name, text, line)
            for name, text in answers.items()
            if text and name not in _NOT_ANSWERS and not name.startswith("packed_")
        ]
        order = answers.get("order_id", "")
        more, photos = beside.get(order, ([], []))
        x, y = answers.get("packed_x", ""), answers.get("packed_y", "")
        yield FieldRow(
            order_id=order,
            file=f"{path.name}, {layer}",
            entries=(*entries, *more),
            photos=tuple(photos),
            packed={known: answers[name] for name, known in _PACKED.items() if name in answers},
            place=_place(row.get("geometry")),
            packed_place=(float(x), float(y)) if x and y else None,
        )


def _place(shape: Any) -> tuple[float, float] | None:
    if not isinstance(shape, shapely.Point) or shape.is_empty:
        return None
    return float(shape.x), float(shape.y)


def _text(value: Any) -> str:
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.0f}" if value == int(value) else f"{value:.12g}"
    return str(value).strip()
