# SPDX-License-Identifier: GPL-3.0-or-later
"""The telephone numbers of a row that nobody could dial."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..core.messages import Message
from ..workorders.informing.phone_numbers import is_phone_number
from ..workorders.informing.rules import PhoneRule

_COLUMNS = ("phone", "mobile")


def wrong_phones(row: Mapping[str, Any], rule: PhoneRule) -> Iterator[tuple[str, str, Message]]:
    """Yield the column, what was found and what was expected; an empty cell is no number, and fine."""
    for column in _COLUMNS:
        found = str(row.get(column) or "").strip()
        if found and not is_phone_number(found, rule):
            yield column, found, Message("cell.phone")
