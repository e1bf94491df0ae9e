# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments of a tour problem as text."""

from __future__ import annotations


def clock(seconds: int) -> str:
    """Return seconds from midnight of the first day as ``08:30``, the second day as ``2 08:30``."""
    day, rest = divmod(seconds, 86_400)
    text = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
    return f"{day + 1} {text}" if day else text
