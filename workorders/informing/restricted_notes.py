# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of a disagreement, for those named in them and nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.errors import InputError
from ...core.ids import OrderId


@dataclass(frozen=True, slots=True)
class RestrictedNote:
    """The facts, the position of each, the next step; ``readers`` are names, or roles as ``role:manager``.

    It is in no export, no sheet and no indicator.
    """

    note_id: str
    order_id: OrderId
    facts: str
    positions: str
    next_step: str
    written_at: datetime
    written_by: str
    readers: tuple[str, ...]
    version: int = 0


def may_read(note: RestrictedNote, reader: str, *, role: str = "") -> bool:
    """Tell whether somebody may read a note: who wrote it, is named in it, or has a role named in it."""
    name = reader.strip()
    # nobody is called like a role
    if not name or name.startswith("role:"):
        return False
    return name == note.written_by or name in note.readers or (bool(role) and f"role:{role}" in note.readers)


def require_readers(readers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the readers without blanks and doubles; ``InputError`` when nobody is named."""
    named = tuple(dict.fromkeys(reader.strip() for reader in readers if reader.strip()))
    if not named:
        raise InputError("note.no_reader")
    return named
