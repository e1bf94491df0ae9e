# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands that this process has written, by workspace: who watches for others skips them.

A number alone does not tell a command: another database, or an older copy of it, may come to stand at the
same address. The moment that the journal notes tells the two apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import datetime

# commands that somebody who watches may still hear of
_REMEMBERED = 1000

_written: deque[tuple[str, int, datetime]] = deque(maxlen=_REMEMBERED)


def note_own(url: str, command_id: int, at: datetime) -> None:
    """Note a command before it is committed: nobody can hear of it earlier."""
    _written.append((url, command_id, _kept(at)))


def are_own(url: str, commands: Mapping[int, datetime]) -> bool:
    """Tell whether this process has written all of some commands, given with the moments in the journal."""
    return all((url, number, _kept(at)) in _written for number, at in commands.items())


def _kept(at: datetime) -> datetime:
    """Return a moment as precisely as every database keeps it."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
