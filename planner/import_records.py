# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring people, means, requests or orders into a workspace in one journaled command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from ..core.errors import InputError
from .ports import Workspace


def import_records(workspace: Workspace, records: Sequence[object], *, name: str, who: str) -> int:
    """Add new records of any kinds; return how many.

    Raises
    ------
    InputError
        A key is in the workspace already; nothing is written then.
    """
    for kind in dict.fromkeys(type(record) for record in records):
        key = fields(kind)[0].name  # type: ignore[arg-type]
        present = {getattr(record, key) for record in workspace.all(kind)}
        for record in records:
            if type(record) is kind and getattr(record, key) in present:
                raise InputError("import.already_there", kind=kind.__name__, key=getattr(record, key))
    with workspace.command(name, who=who) as transaction:
        transaction.add(records)
    return len(records)
