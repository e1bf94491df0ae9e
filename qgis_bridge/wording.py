# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored values in the user's words; the words are those of ``resources/messages.yaml``, as everywhere."""

from __future__ import annotations

from collections.abc import Iterable

from ..core.messages import Message, templates
from .messages import say


def word(code: str) -> str:
    """Return a stored value in words by its code, such as ``state.in_progress``; as it is without words."""
    return say(Message(code)) if code in templates() else code.partition(".")[2]


def visit_text(task: str, valves: Iterable[str]) -> str:
    """Return what is done at a stop: the work, or the valves that are closed or opened again."""
    return say(Message(f"stop.{task}", {"valves": ", ".join(valves)}))


def command_words(name: str) -> str:
    """Return what a command of the journal did, in words; one without words by its own name."""
    from ..planner.command_words import command_message

    message = command_message(name)
    return say(message) if message else name
