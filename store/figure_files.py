# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of figures as CSV or XLSX files, in which no text can act as a formula of a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..core.errors import InputError, RegardError
from ..core.spreadsheets import plain_cell
from .csv_writing import write_csv


def write_figures(path: Path, table: Sequence[Mapping[str, object]]) -> None:
    """Write rows as .csv or .xlsx, by the name of the file; it is there whole or not at all.

    ``InputError`` when it is neither, or cannot be written.
    """
    columns = list(dict.fromkeys(name for row in table for name in row))
    if path.suffix.lower() == ".csv":
        write_csv(path, columns, table)
    elif path.suffix.lower() == ".xlsx":
        _write_xlsx(path, columns, table)
    else:
        raise InputError("file.suffix", file=path, expected=".csv, .xlsx")


def _write_xlsx(path: Path, columns: list[str], table: Sequence[Mapping[str, Any]]) -> None:
    # it takes a while to load, and few commands write a workbook
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
    except ImportError as error:
        raise RegardError("figures.library", reason=error) from error

    book = Workbook()
    sheet = book.active
    sheet.append(columns)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, row in enumerate(table, start=2):
        for place, name in enumerate(columns, start=1):
            value = row.get(name)
            sheet.cell(number, place, plain_cell(value) if isinstance(value, str) else value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    part = path.with_name(f".{path.name}.part")
    try:
        book.save(part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("file.unwritable", file=path, reason=error.strerror) from error
