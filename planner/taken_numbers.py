# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people take the next number at the same moment: whoever comes second takes the one after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..core.errors import InputError

# more people than take calls, or make orders of them, at the same moment
_OTHERS_AT_ONCE = 20

R = TypeVar("R")


def with_next_number(attempt: Callable[[bool], R], *, table: str = "") -> R:
    """Return what an attempt comes to, which is told whether it is made again and takes the next number then.

    It is made again where its record is there already; with ``table`` only where it is one of that table, for
    any other will be there again.
    """
    for number in range(_OTHERS_AT_ONCE):
        try:
            return attempt(number > 0)
        except InputError as error:
            if not is_taken(error, table=table):
                raise
    return attempt(True)


def is_taken(error: InputError, *, table: str = "") -> bool:
    """Tell whether an error says that a record of a table, or of any, is there already."""
    return error.message.code == "record.exists" and table in ("", error.message.params.get("table"))
