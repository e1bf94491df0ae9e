# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of an order as a table for an SMS gateway, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from ...core.spreadsheets import csv_table
from .texts import Written

COLUMNS = ("number", "name", "text", "message_id")


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
