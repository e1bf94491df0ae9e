# SPDX-License-Identifier: GPL-3.0-or-later
"""Help in the user's language: texts of commands, arguments and options, and the frame around them.

The English texts stay where the commands are written, as docstrings and ``help=``; there
``scripts/translations.py`` finds them. Names of arguments (``TARGET``) are the same in every language, as in
messages about them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import cleandoc
from typing import Any

from ..core.messages import Message

Translate = Callable[[str], str]
# how the library that prints help says it
_HEADINGS = {"Options": "help.options", "Arguments": "help.arguments", "Commands": "help.commands"}
_OWN_OPTION = "Show this message and exit."
_EXTRA = re.compile(r"\[((?:default: |required|x?[<>]|\d+<)[^\[\]]*)\]$")


def speak_help(command: Any, translate: Translate) -> None:
    """Turn the help of a command and of all below it into the language of ``translate``."""
    if command.help:
        command.help = translate(cleandoc(command.help))
    for parameter in command.params:
        if parameter.help:
            parameter.help = translate(parameter.help)
    command.context_class = _context(command.context_class, translate)
    for below in getattr(command, "commands", {}).values():
        speak_help(below, translate)


def _context(base: Any, translate: Translate) -> Any:
    """Return the kind of context that writes help in a language."""
    frame = base.formatter_class

    def said(code: str, **params: object) -> str:
        return Message(code, params).render(translate)

    def extra(found: re.Match[str]) -> str:
        return f"[{'; '.join(map(part, found[1].split('; ')))}]"

    def part(text: str) -> str:
        if text.startswith("default: "):
            return said("help.default", text=text.removeprefix("default: "))
        return said("help.required") if text == "required" else text

    def second(text: str) -> str:
        return said("help.help") if text == _OWN_OPTION else _EXTRA.sub(extra, text)

    class Formatter(frame):  # type: ignore[misc, valid-type]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or f"{said('help.usage')} ")

        def write_heading(self, heading: str) -> None:
            text = said(_HEADINGS[heading]) if heading in _HEADINGS else f"{heading}:"
            self.write(f"{'':>{self.current_indent}}{text}\n")

        def write_dl(self, rows: Any, *args: Any, **options: Any) -> None:
            super().write_dl([(first, second(text)) for first, text in rows], *args, **options)

    return type("SpokenContext", (base,), {"formatter_class": Formatter})
