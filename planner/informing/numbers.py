# SPDX-License-Identifier: GPL-3.0-or-later
"""The next number of a series of records, as ``R-0007``."""

from __future__ import annotations

from collections.abc import Iterable


def next_number(prefix: str, taken: Iterable[str]) -> str:
    """Return the number after the highest one that is taken; others with the same prefix do not count."""
    numbers = (name.removeprefix(f"{prefix}-") for name in taken if name.startswith(f"{prefix}-"))
    return f"{prefix}-{max((int(text) for text in numbers if text.isdigit()), default=0) + 1:04}"
