# SPDX-License-Identifier: GPL-3.0-or-later
"""Which line of an imported file holds a key that the workspace has already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..core.errors import InputError
from .csv_text import read_csv

TAKEN = "record.exists"


@contextmanager
def naming_lines(files: Mapping[Path, str]) -> Iterator[None]:
    """Have the refusal of a record that is there already name the file and the line that it came from.

    ``files`` has the CSV files that are imported, each with the column of its keys.
    """
    try:
        yield
    except InputError as error:
        key = str(error.message.params.get("key"))
        found = next(_places(files, key), None) if error.message.code == TAKEN else None
        if found is None:
            raise
        path, line, column = found
        raise InputError(
            "record.exists_line",
            file=path,
            line=line,
            column=column,
            table=error.message.params["table"],
            key=key,
        ) from error


def _places(files: Mapping[Path, str], key: str) -> Iterator[tuple[Path, int, str]]:
    for path, column in files.items():
        table = read_csv(path)
        if column not in table.header:
            continue
        place = table.header.index(column)
        yield from ((path, line, column) for line, row in table.rows if row[place].strip() == key)
