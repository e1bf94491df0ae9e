# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with how a command was called, as messages: the library that reads it speaks English only."""

from __future__ import annotations

import re
from collections.abc import Iterable

import typer

from ..core.messages import Message

# how Typer says it; what is in none of these is passed on as it is
_CALLS = (
    (r"Missing argument '(?P<name>.+?)'\.?", "usage.missing_argument"),
    (r"Missing option '(?P<name>.+?)'\.?(?: Choose from:\s*(?P<near>.+))?", "usage.missing_option"),
    (r"Missing command\.?", "usage.missing_command"),
    (r"No such command '(?P<name>.*?)'\.?(?: Did you mean (?P<near>.+)\?)?", "usage.no_command"),
    (r"No such option: (?P<name>\S+)(?: \(Possible options: (?P<near>.+)\))?", "usage.no_option"),
    (r"No such option: (?P<name>\S+) Did you mean (?P<near>.+)\?", "usage.no_option"),
    (r"Option '(?P<name>.+?)' requires an argument\.?", "usage.needs_value"),
    (r"Option '(?P<name>.+?)' does not take a value\.?", "usage.takes_no_value"),
    (r"Got unexpected extra argument\(s\) \((?P<found>.+)\)", "usage.too_many"),
)
_INVALID = re.compile(r"Invalid value for '(?P<name>.+?)': (?P<problem>.+)", re.DOTALL)
_VALUES = (
    (r"(?:Value error, )?'(?P<found>.*)' is not one of (?P<expected>.+?)\.?", "usage.not_one_of"),
    (r"Input should be a valid integer.*", "usage.not_whole"),
    (r"Input should be a valid number.*", "usage.not_number"),
    (r"Input should be less than or equal to (?P<limit>\S+)", "usage.too_large"),
    (r"Input should be greater than or equal to (?P<limit>\S+)", "usage.too_small"),
)


class WrongValue(typer.BadParameter):
    """A value that a command cannot take, and why as a message."""

    def __init__(self, code: str, **params: object) -> None:
        self.reason = Message(code, params)
        super().__init__(self.reason.english())


def usage_message(error: Exception, said: str) -> Message:
    """Return what is wrong with a call; ``said`` is how Typer says it."""
    invalid = _INVALID.fullmatch(said)
    if invalid is None:
        return Message("cli.usage", {"problem": _read(said, _CALLS)})
    reason = error.reason if isinstance(error, WrongValue) else _read(invalid["problem"], _VALUES)
    problem = Message("usage.invalid", {"name": invalid["name"], "problem": reason})
    return Message("cli.usage", {"problem": problem})


def _read(said: str, known: Iterable[tuple[str, str]]) -> Message | str:
    for pattern, code in known:
        found = re.fullmatch(pattern, said, re.DOTALL)
        if found:
            return Message(code, {name: text or "" for name, text in found.groupdict().items()})
    return said.replace("Value error, ", "").rstrip(".")
