# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that this process has written, by workspace: who watches for others skips them."""

from __future__ import annotations

from collections import deque

# commands that somebody who watches may still hear of
_REMEMBERED = 1000

_written: deque[tuple[str, int]] = deque(maxlen=_REMEMBERED)


def note_own(url: str, command_id: int) -> None:
    """Note a command before it is committed: nobody can hear of it earlier."""
    _written.append((url, command_id))


def is_own(url: str, command_id: int) -> bool:
    """Tell whether this process has written a command."""
    return (url, command_id) in _written
