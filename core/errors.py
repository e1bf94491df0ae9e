# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors that carry a message code, so that every surface can say them in the user's language."""

from __future__ import annotations

from .messages import Message


class RegardError(Exception):
    """Base of every error that Regard raises on purpose.

    The message is a code with parameters; ``str(error)`` is its English sentence.
    """

    exit_code = 1

    def __init__(self, code: str, **params: object) -> None:
        self.message = Message(code, params)
        super().__init__(self.message.english())


class InputError(RegardError):
    """What the user gave cannot be used: the file, line, field, what was found, what was expected."""

    exit_code = 2


class Failure(RegardError):
    """The input is fine and the work still could not be done (disk full, connection dropped)."""


class Cancelled(RegardError):
    """The user stopped the work."""

    def __init__(self) -> None:
        super().__init__("cancelled")
