# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes of disagreements: written for those named, read by them alone.

This is where who reads what is decided for a GeoPackage, which whoever has the file can open with another
program; on a server the database itself keeps the rows back (docs/informing.md).
"""

from __future__ import annotations

from datetime import datetime

from ...core.errors import InputError
from ...workorders.informing.restricted_notes import RestrictedNote, may_read, require_readers
from ...workorders.orders import WorkOrder
from ..ports import Workspace
from .numbers import next_number

# what the journal holds of these tables is for nobody who was not named
RESTRICTED_TABLES = frozenset({"restricted_note"})


def write_note(
    workspace: Workspace,
    order_id: str,
    *,
    facts: str,
    positions: str = "",
    next_step: str = "",
    readers: tuple[str, ...],
    now: datetime,
    who: str,
) -> RestrictedNote:
    """Write a note on an order; ``InputError`` when the order is unknown or no reader is named."""
    order = workspace.get(WorkOrder, order_id)
    name = next_number("N", (note.note_id for note in workspace.all(RestrictedNote)))
    named = require_readers(readers)
    note = RestrictedNote(name, order.order_id, facts, positions, next_step, now, who, named)
    with workspace.command("write restricted note", who=who) as transaction:
        transaction.add([note])
    return note


def notes_for(
    workspace: Workspace, order_id: str, *, reader: str, role: str = ""
) -> tuple[RestrictedNote, ...]:
    """Return the notes of an order that somebody may read; the others are not even counted."""
    workspace.get(WorkOrder, order_id)
    notes = workspace.all(RestrictedNote, order_id=order_id)
    return tuple(note for note in notes if may_read(note, reader, role=role))


def note_for(workspace: Workspace, note_id: str, *, reader: str, role: str = "") -> RestrictedNote:
    """Return one note; one that may not be read is refused as one that does not exist."""
    found = next((note for note in workspace.all(RestrictedNote, note_id=note_id)), None)
    if found is None or not may_read(found, reader, role=role):
        raise InputError("note.missing", note=note_id)
    return found
