# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of a BAN file: the French national address base as CSV, plain or compressed.

Source of the columns: https://adresse.data.gouv.fr, "Format BAN CSV". Places are from ``lon`` and ``lat``
(WGS 84), or from ``x`` and ``y`` in Lambert 93 where a file lacks those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyproj import Transformer

from ..core.errors import InputError
from ..core.messages import Message
from .csv_text import CsvTable, read_csv

Address = tuple[str, str, str, str, float, float]

_NAMES = ("nom_voie", "code_postal", "nom_commune", "numero")


@dataclass(frozen=True, slots=True)
class _PlaceColumns:
    """Two columns of coordinates, their CRS, and the largest values (either sign) that they may hold."""

    columns: tuple[str, str]
    crs: str
    most: tuple[float, float]


_PLACES = (
    _PlaceColumns(("lon", "lat"), "EPSG:4326", (180.0, 90.0)),
    _PlaceColumns(("x", "y"), "EPSG:2154", (1e7, 1e7)),
)


def read_addresses(path: Path, *, crs: str) -> list[Address]:
    """Return the addresses of a file as street, postcode, town, number with suffix, and x, y in ``crs``.

    Raises
    ------
    InputError
        The file is missing or no CSV, a column is missing, or a line lacks its street or has a number or a
        coordinate that is none: the message names the line and how many more there are.
    """
    table = read_csv(path)
    at = {name: number for number, name in enumerate(table.header)}
    for name in _NAMES:
        if name not in at:
            raise InputError("table.column_missing", file=path, column=name, found=", ".join(table.header))
    places = _place_columns(path, table)
    if not table.rows:
        raise InputError("table.empty", file=path)
    problems = [problem for line, cells in table.rows for problem in _problems(path, line, cells, at, places)]
    if problems:
        first, *more = problems
        raise InputError("table.and_more", first=first.message, count=len(more)) if more else first
    names = [_named(cells, at) for _, cells in table.rows]
    lon, lat = (
        [float(cells[at[name]].replace(",", ".")) for _, cells in table.rows] for name in places.columns
    )
    xs, ys = Transformer.from_crs(places.crs, crs, always_xy=True).transform(lon, lat)
    return [(*own, float(x), float(y)) for own, x, y in zip(names, xs, ys, strict=True)]


def _named(cells: tuple[str, ...], at: Mapping[str, int]) -> tuple[str, str, str, str]:
    street, postcode, town, number = (cells[at[name]] for name in _NAMES)
    suffix = cells[at["rep"]].casefold() if "rep" in at else ""
    return street, postcode, town, f"{number} {suffix}".strip()


def _problems(
    path: Path, line: int, cells: tuple[str, ...], at: Mapping[str, int], places: _PlaceColumns
) -> Iterator[InputError]:
    street, number = (cells[at[name]] for name in ("nom_voie", "numero"))
    if not street:
        yield _problem(path, line, "nom_voie", street, Message("cell.text"))
    if not number.isdecimal():
        yield _problem(path, line, "numero", number, Message("cell.whole_number"))
    for name, most in zip(places.columns, places.most, strict=True):
        if not _is_coordinate(cells[at[name]], most):
            yield _problem(path, line, name, cells[at[name]], Message("cell.number"))


def _place_columns(path: Path, table: CsvTable) -> _PlaceColumns:
    for places in _PLACES:
        if set(places.columns) <= set(table.header):
            return places
    raise InputError("table.column_missing", file=path, column="lon", found=", ".join(table.header))


def _is_coordinate(text: str, most: float) -> bool:
    try:
        return abs(float(text.replace(",", "."))) <= most
    except ValueError:
        return False


def _problem(path: Path, line: int, column: str, found: str, expected: Message) -> InputError:
    return InputError("table.value", file=path, line=line, column=column, found=found, expected=expected)
