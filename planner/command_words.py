# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command of the journal did, as a message."""

from __future__ import annotations

from ..core.messages import Message, templates


def command_message(name: str) -> Message | None:
    """Return what the command of a name did; None for one that has no words but its name."""
    if name.startswith("undo "):
        inner = name.removeprefix("undo ")
        return Message("cli.taken_back", {"what": command_message(inner) or inner})
    moved = name.startswith("move to ")
    key = name.removeprefix("move to ").replace(" ", "_").replace("-", "_")
    code = f"state.{key}" if moved else f"journal_command.{key}"
    return Message(code) if code in templates() else None
