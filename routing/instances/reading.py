# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines and cells of instance files; a mistake names file, line, field, what was found and expected."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import InputError
from ...core.messages import Message

NUMBER = Message("cell.number")
WHOLE = Message("cell.whole_number")
# times 1,000 and added up, larger values would not fit into the whole numbers of the engine
_LARGEST = 1_000_000.0


def read_text(path: Path) -> str:
    """Return the text of a file; ``InputError`` when there is none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("file.missing", file=path) from error
    except OSError as error:
        raise InputError("file.unreadable", file=path, reason=error.strerror) from error
    except UnicodeDecodeError as error:
        raise InputError("instance.not_text", file=path) from error


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, in cells."""

    path: Path
    line: int
    cells: tuple[str, ...]

    def wrong(self, field: str, found: object, expected: object) -> InputError:
        """Return the error that names a field of this line."""
        return InputError(
            "instance.value", file=self.path, line=self.line, field=field, found=found, expected=expected
        )

    def cell(self, index: int, field: str) -> str:
        """Return a cell."""
        if index >= len(self.cells):
            raise self.wrong(field, " ".join(self.cells), Message("instance.cells", {"count": index + 1}))
        return self.cells[index]

    def number(self, index: int, field: str, *, least: float = -_LARGEST) -> float:
        """Return a cell as a number from ``least`` up to a million."""
        text = self.cell(index, field)
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self.wrong(field, text, NUMBER)
        if not least <= value <= _LARGEST:
            limits = {"least": f"{least:,.0f}", "most": f"{_LARGEST:,.0f}"}
            raise self.wrong(field, text, Message("instance.between", limits))
        return value

    def whole(self, index: int, field: str, *, least: int = 0) -> int:
        """Return a cell as a whole number from ``least`` up to a million."""
        value = self.number(index, field, least=least)
        if value != int(value):
            raise self.wrong(field, self.cell(index, field), WHOLE)
        return int(value)

    def window(self, index: int, names: tuple[str, str]) -> tuple[float, float]:
        """Return two cells as a window that does not end before it starts."""
        opens = self.number(index, names[0], least=0)
        closes = self.number(index + 1, names[1], least=0)
        if closes < opens:
            earliest = Message("instance.not_below", {"least": self.cell(index, names[0])})
            raise self.wrong(names[1], self.cell(index + 1, names[1]), earliest)
        return opens, closes


def read_rows(path: Path) -> list[Row]:
    """Return the lines of a file that are not empty, in cells between white space."""
    lines = enumerate(read_text(path).splitlines(), 1)
    return [Row(path, number, tuple(line.split())) for number, line in lines if line.strip()]


def row_starting(rows: Iterable[Row], path: Path, word: str) -> Row:
    """Return the first line that starts with a word."""
    found = next((row for row in rows if row.cells[0].upper() == word), None)
    if found is None:
        raise InputError("instance.part_missing", file=path, part=word)
    return found


def rows_after(rows: Iterable[Row], heading: Row) -> list[Row]:
    """Return the lines below a heading."""
    return [row for row in rows if row.line > heading.line]
