# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a CSV file, whichever spreadsheet wrote it, with the line that each starts on."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ..core.errors import InputError
from ..core.spreadsheets import typed_cell

_DELIMITERS = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A header and the rows under it; a row is its line number and as many cells as the header has."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_csv(path: Path, *, long_cells: bool = False) -> CsvTable:
    """Read a CSV file in UTF-8 (with or without mark) or Windows-1252; the header tells the delimiter.

    A file whose name ends in ``.gz`` is decompressed. A cell may have 131,072 characters; with
    ``long_cells``, as for areas as WKT, as many as the file.
    ``InputError`` when the file is missing, is not text, is empty, or a row is not as wide as the header.
    """
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = _numbered(path, reader)
    with _cells_of(len(text) if long_cells else 0):
        _, header = next(rows, (0, ()))
        if not header:
            raise InputError("table.empty", file=path)
        return CsvTable(header, tuple(_checked(path, header, line, row) for line, row in rows))


@contextmanager
def _cells_of(length: int) -> Iterator[None]:
    """Let cells be as long as that at least; the limit is one for all readers, so it is set back."""
    before = csv.field_size_limit()
    csv.field_size_limit(max(before, length))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        if path.suffix.lower() == ".gz":
            content = gzip.decompress(content)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error
    except FileNotFoundError as error:
        raise InputError("file.missing", file=path) from error
    except OSError as error:
        raise InputError("file.unreadable", file=path, reason=error.strerror) from error
    if b"\x00" in content:
        raise InputError("table.not_text", file=path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # what Excel writes as plain CSV on a French Windows
        return content.decode("cp1252", errors="replace")


def _numbered(path: Path, reader: Iterator[list[str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows that are not blank with the line that each starts on."""
    line = 1
    try:
        for row in reader:
            cells = tuple(typed_cell(cell.strip()) for cell in row)
            if any(cells):
                yield line, cells
            line = reader.line_num + 1  # type: ignore[attr-defined]
    except csv.Error as error:
        raise InputError("table.broken", file=path, line=line, reason=error) from error


def _checked(
    path: Path, header: tuple[str, ...], line: int, row: tuple[str, ...]
) -> tuple[int, tuple[str, ...]]:
    if len(row) != len(header):
        raise InputError("table.width", file=path, line=line, found=len(row), expected=len(header))
    return line, row
