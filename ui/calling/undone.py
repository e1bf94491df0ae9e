# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes commands back; runs in workers."""

from __future__ import annotations

from ...store.workspaces import open_workspace


def undo_commands(url: str, command_ids: tuple[int, ...], *, who: str) -> None:
    """Take commands back, in the order given."""
    workspace = open_workspace(url)
    try:
        for command_id in command_ids:
            workspace.undo(who=who, command_id=command_id)
    finally:
        workspace.close()
