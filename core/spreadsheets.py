# SPDX-License-Identifier: GPL-3.0-or-later
"""Text cells that no spreadsheet runs as a formula, and back (OWASP, CSV injection)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
# a telephone number as gateways read it
_NUMBER = re.compile(r"\+\d{8,15}")


def plain_cell(cell: str) -> str:
    """Return a cell that a spreadsheet shows as it stands: what it would run gets a quote in front."""
    if _NUMBER.fullmatch(cell) or not cell.lstrip(" ").startswith(_FORMULA):
        return cell
    return f"'{cell}"


def typed_cell(cell: str) -> str:
    """Return what ``plain_cell`` was given."""
    return cell[1:] if cell.startswith("'") and plain_cell(cell[1:]) == cell else cell


def csv_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV with a header; every cell is plain (see ``plain_cell``)."""
    table = StringIO()
    out = csv.writer(table, lineterminator="\r\n")
    out.writerow(header)
    out.writerows([plain_cell(str(cell)) for cell in row] for row in rows)
    return table.getvalue()
