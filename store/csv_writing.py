# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV files as offices export them: semicolons, one line a record, ``a;b`` lists inside a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from io import StringIO
from pathlib import Path

from ..core.errors import InputError
from ..core.spreadsheets import plain_cell


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> int:
    """Write rows under a header and return how many there were; a column that a row lacks stays empty.

    The file is there whole or not at all; ``InputError`` when it cannot be written.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
        count += 1
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text.getvalue(), encoding="utf-8", newline="")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("file.unwritable", file=path, reason=error.strerror) from error
    return count


def _cell(value: object) -> str:
    """Return a value as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date | time):
        return value.isoformat() if isinstance(value, date) else value.strftime("%H:%M")
    if isinstance(value, float):
        return f"{value:.2f}"
    if isinstance(value, list | tuple):
        return plain_cell(";".join(str(item) for item in value))
    return str(value) if isinstance(value, int) else plain_cell(str(value))
