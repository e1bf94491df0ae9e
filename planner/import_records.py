# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring people, means, requests or orders into a workspace in one journaled command."""

from __future__ import annotations

from collections.abc import Sequence

from .ports import Workspace


def import_records(workspace: Workspace, records: Sequence[object], *, name: str, who: str) -> int:
    """Add new records of any kinds, all or none, and return how many.

    ``InputError`` when a key is in the workspace already.
    """
    with workspace.command(name, who=who) as transaction:
        transaction.add(records)
    return len(records)
