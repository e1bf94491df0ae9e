# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of an order as a table for an SMS gateway, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from .texts import Written

COLUMNS = ("number", "name", "text", "message_id")
_NUMBER = re.compile(r"\+\d{8,15}")
# what makes a spreadsheet take a cell for a formula (OWASP, CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def sms_table(written: Iterable[Written]) -> str:
    """Return the texts as CSV with a header: number in E.164, name, text in one line, id of the message."""
    rows = [
        (
            letter.message.reach,
            letter.message.name,
            " ".join(letter.text.body.split()),
            letter.message.message_id,
        )
        for letter in written
    ]
    return csv_table(COLUMNS, rows)


def csv_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV; a cell that a spreadsheet would run as a formula is made plain text."""
    table = StringIO()
    out = csv.writer(table, lineterminator="\r\n")
    out.writerow(header)
    out.writerows([_plain_text(str(cell)) for cell in row] for row in rows)
    return table.getvalue()


def _plain_text(cell: str) -> str:
    if _NUMBER.fullmatch(cell) or not cell.lstrip(" ").startswith(_FORMULA):
        return cell
    return f"'{cell}"
