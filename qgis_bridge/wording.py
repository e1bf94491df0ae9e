# SPDX-License-Identifier: GPL-3.0-or-later
"""Stored values in the user's words; the words are those of ``resources/messages.yaml``, as everywhere."""

from __future__ import annotations

from ..core.messages import Message, templates
from .messages import say


def word(kind: str, value: str) -> str:
    """Return a stored value in words: ``word("state", "in_progress")``; as it is when there are none."""
    code = f"{kind}.{value}"
    return say(Message(code)) if code in templates() else value
