# SPDX-License-Identifier: GPL-3.0-or-later
"""Records from a CSV file: the header names the fields of a record class, each line is one record.

A point is given by the columns ``x`` and ``y`` in the workspace's CRS, any other geometry as WKT. Lists are
written ``a;b``, mappings ``a=1;b=2``, times ``2026-06-03 08:12``, truth ``yes`` or ``no`` (``oui``, ``non``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Generic, TypeVar, get_type_hints

from shapely.geometry import Point

from ..core.errors import InputError
from ..core.messages import Message
from .columns import geometry_kind
from .csv_text import CsvTable, read_csv
from .csv_values import CellError, CellReader, cell_reader, choices, coordinate_reader

R = TypeVar("R")

# says what is wrong with a place: what was expected, None when nothing
PlaceCheck = Callable[[Point], Message | None]
# says what is wrong with the values of a line together: the column, what was found, what was expected
RowCheck = Callable[[Mapping[str, Any]], Iterable[tuple[str, str, Message]]]

_COORDINATES = ("x", "y")


def read_records(
    path: Path | str,
    kind: type[R],
    *,
    defaults: Mapping[str, object] | None = None,
    known: Mapping[str, Collection[str]] | None = None,
    in_order: Collection[tuple[str, str]] = (),
    check_place: PlaceCheck | None = None,
    check_row: RowCheck | None = None,
) -> list[R]:
    """Read the records of one class.

    Parameters
    ----------
    path
        The file: comma, semicolon or tab separated; UTF-8 or Windows-1252.
    kind
        The record class. A field may be left out of the file when it has a default of its own or one in
        ``defaults``; an empty cell means that default too.
    known
        The values that a field, or the items of a list, may take, such as the catalogue's codes; empty is
        always allowed. Of a field of pairs, a mapping also lists what each name may be set to, or nothing
        where that is free.
    in_order
        Pairs of fields of which the second may not come before the first, such as the ends of a window.
    check_place
        Says what is wrong with the place of a line, such as one far from the network.
    check_row
        Says which values of a line do not go together, such as answers with a type of work.

    Raises
    ------
    InputError
        A missing, unknown or repeated column, a cell that cannot be read (file, line, column, what was found
        and expected; how many more there are), or a key that is used twice.
    """
    return records_of(
        Path(path),
        read_csv(Path(path)),
        kind,
        defaults=defaults,
        known=known,
        in_order=in_order,
        check_place=check_place,
        check_row=check_row,
    )


def records_of(
    path: Path,
    table: CsvTable,
    kind: type[R],
    *,
    defaults: Mapping[str, object] | None = None,
    known: Mapping[str, Collection[str]] | None = None,
    in_order: Collection[tuple[str, str]] = (),
    check_place: PlaceCheck | None = None,
    check_row: RowCheck | None = None,
) -> list[R]:
    """Return the records of a table that came from a file; see ``read_records``."""
    form = _form(kind, defaults=defaults or {}, known=known or {})
    _check_header(path, table.header, form)
    records: list[R] = []
    problems: list[InputError] = []
    lines: dict[object, int] = {}
    for line, row in table.rows:
        values, unreadable = _values(path, line, zip(table.header, row, strict=True), form)
        problems += unreadable
        key = values.get(form.key)
        first_line = lines.setdefault(key, line)
        if key is not None and first_line != line:
            problems.append(_duplicate(path, line, form.key, found=key, first_line=first_line))
        problems += _out_of_order(path, line, values, in_order)
        if check_place is not None:
            problems += _misplaced(path, line, values, check_place)
        if check_row is not None:
            problems += [_problem(path, line, *wrong) for wrong in check_row(values)]
        if not problems:
            records.append(form.record(values))
    if problems:
        raise _first_of(problems)
    return records


def _values(
    path: Path | str, line: int, cells: Iterable[tuple[str, str]], form: _Form[R]
) -> tuple[dict[str, Any], list[InputError]]:
    """Return the values of a row by column, and what is wrong with the other cells."""
    values: dict[str, Any] = {}
    problems = []
    for column, text in cells:
        try:
            values[column] = form.read(column, text)
        except CellError as error:
            problems.append(_problem(path, line, column, found=text, expected=error.expected))
    return values, problems


@dataclass(frozen=True, slots=True)
class _Form(Generic[R]):
    """How rows become records of one class: the columns there may be, their readers and their defaults."""

    kind: type[R]
    key: str
    point: str | None
    readers: Mapping[str, CellReader]
    defaults: Mapping[str, object]
    known: Mapping[str, Collection[str]]

    def read(self, column: str, text: str) -> object:
        """Return the value of a cell; an empty one is the column's default."""
        if not text and column in self.defaults:
            return self.defaults[column]
        if not text and column == self.key:
            raise CellError(self.readers[column].expected)
        value = self.readers[column].read(text)
        allowed = self.known.get(column)
        if allowed is not None:
            for item in [text] if isinstance(value, str) else value or ():
                if item and item not in allowed:
                    raise CellError(choices(allowed, near=item))
            if isinstance(allowed, Mapping) and isinstance(value, dict):
                _check_pairs(value, allowed)
        return value

    def record(self, values: dict[str, Any]) -> R:
        """Return the record of a row's values."""
        if self.point is not None:
            values[self.point] = Point(*(values.pop(name) for name in _COORDINATES))
        return self.kind(**{**self.defaults, **values})


def _check_pairs(pairs: Mapping[str, str], allowed: Mapping[str, Collection[str]]) -> None:
    """Raise ``CellError`` for the first name that is set to something that is not offered."""
    for name, said in pairs.items():
        if allowed[name] and said not in allowed[name]:
            raise CellError(choices([f"{name}={one}" for one in allowed[name]], near=f"{name}={said}"))


def _form(kind: type[R], *, defaults: Mapping[str, object], known: Mapping[str, Collection[str]]) -> _Form[R]:
    own = fields(kind)  # type: ignore[arg-type]
    columns = get_type_hints(kind)
    point = next((name for name, hint in columns.items() if geometry_kind(hint) == "POINT"), None)
    if point is not None:
        del columns[point]
    readers = {name: cell_reader(hint) for name, hint in columns.items()}
    if point is not None:
        readers |= dict.fromkeys(_COORDINATES, coordinate_reader())
    return _Form(
        kind=kind,
        key=own[0].name,
        point=point,
        readers=readers,
        defaults={field.name: field.default for field in own if field.default is not MISSING} | {**defaults},
        known=known,
    )


def _check_header(path: Path, header: tuple[str, ...], form: _Form[R]) -> None:
    for column in header:
        if column not in form.readers:
            near = choices(form.readers, near=column)
            raise InputError("table.column_unknown", file=path, column=column, expected=near)
        if header.count(column) > 1:
            raise InputError("table.column_twice", file=path, column=column)
    for column in form.readers:
        if column not in header and column not in form.defaults:
            raise InputError("table.column_missing", file=path, column=column, found=", ".join(header))


def _problem(path: Path | str, line: int, column: str, found: str, expected: Message) -> InputError:
    return InputError("table.value", file=path, line=line, column=column, found=found, expected=expected)


def _out_of_order(
    path: Path | str, line: int, values: Mapping[str, Any], in_order: Collection[tuple[str, str]]
) -> Iterator[InputError]:
    for first, second in in_order:
        start, end = values.get(first), values.get(second)
        if start is not None and end is not None and end < start:
            expected = Message("cell.not_before", {"column": first, "value": start})
            yield _problem(path, line, second, found=str(end), expected=expected)


def _misplaced(
    path: Path | str, line: int, values: Mapping[str, Any], check_place: PlaceCheck
) -> Iterator[InputError]:
    x, y = (values.get(name) for name in _COORDINATES)
    expected = check_place(Point(x, y)) if x is not None and y is not None else None
    if expected is not None:
        yield _problem(path, line, "x, y", found=f"{x}, {y}", expected=expected)


def _duplicate(path: Path | str, line: int, column: str, *, found: object, first_line: int) -> InputError:
    return InputError(
        "table.duplicate", file=path, line=line, column=column, found=found, first_line=first_line
    )


def _first_of(problems: list[InputError]) -> InputError:
    first, *more = problems
    return InputError("table.and_more", first=first.message, count=len(more)) if more else first
