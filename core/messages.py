# SPDX-License-Identifier: GPL-3.0-or-later
"""Language-free messages: a code, its parameters, and the English template of each code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path

from .plurals import in_number

_TEMPLATES = Path(__file__).resolve().parents[1] / "resources" / "messages.yaml"

# a part of a template in square brackets is said only where its parameter tells something
_OPTIONAL = re.compile(r"\[([^\[\]{}]*\{(\w+)\}[^\[\]{}]*)\]")
_NOTHING = ("", "-")
_ON_SCREEN = ".on_screen"
# a figure with decimals, and the parameters whose value is no figure, or is quoted as it was found
_DECIMAL = re.compile(r"(-?\d+)\.(\d+)")
_AS_TYPED = frozenset({"found", "text", "number", "reason", "key", "name", "file", "part", "whole"})
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?")


@cache
def templates() -> Mapping[str, str]:
    """Return the English template of every message code."""
    # here and not above: QGIS must load the plugin to say that a library is missing, this one included
    import yaml

    loaded: dict[str, str] = yaml.safe_load(_TEMPLATES.read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to say: ``code`` names the template, ``params`` fill it.

    A parameter may be a message too, or several of them in a tuple. Days and moments, as such or as ISO
    texts, and figures with decimals are written as the language does.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)

    def render(self, translate: Callable[[str], str] | None = None) -> str:
        """Return the sentence; ``translate`` turns the English template into the user's language.

        An unknown code is shown as it is, with its parameters, rather than hidden.
        """
        template = templates().get(self.code)
        if template is None:
            details = ", ".join(f"{name}={value}" for name, value in self.params.items())
            return f"{self.code}: {details}" if details else self.code
        spoken = translate(template) if translate else template
        if any(str(value)[:1].isdigit() for value in self.params.values()):
            spoken = in_number(spoken, self.params, language=language_of(translate))
        said = {name: _said(value, translate, name=name) for name, value in _in_words(self.params).items()}
        return _OPTIONAL.sub(
            lambda part: "" if said.get(part[2]) in _NOTHING else part[1], spoken
        ).format_map(said)

    def on_screen(self) -> Message:
        """Return the message as it is said to somebody who has the window and no command line before her.

        What names commands has a second template for that, under its code with ``.on_screen`` behind.
        """
        code = f"{self.code}{_ON_SCREEN}"
        params = {name: _on_screen(value) for name, value in self.params.items()}
        return Message(code if code in templates() else self.code, params)

    def english(self) -> str:
        """Return the English sentence."""
        return self.render()


def _on_screen(value: object) -> object:
    if isinstance(value, Message):
        return value.on_screen()
    return tuple(map(_on_screen, value)) if isinstance(value, tuple) else value


def language_of(translate: Callable[[str], str] | None) -> str:
    """Return the language that texts are turned into, ``en`` or ``fr``."""
    name = templates()["format.language"]
    return (translate(name) if translate else name).rsplit(" ", 1)[-1]


def _said(value: object, translate: Callable[[str], str] | None, *, name: str = "") -> object:
    """Return what a parameter puts into a sentence; what somebody typed stays as it was typed."""
    if isinstance(value, Message):
        return value.render(translate)
    is_figure = isinstance(value, float) or (isinstance(value, str) and not _is_as_typed(name))
    if is_figure and (figure := _DECIMAL.fullmatch(str(value))):
        return Message("format.decimal", {"whole": figure[1], "part": figure[2]}).render(translate)
    if isinstance(value, tuple):
        return "; ".join(str(_said(one, translate)) for one in value)
    when = _moment_of(value)
    return value if when is None else said_date(when).render(translate)


def _is_as_typed(name: str) -> bool:
    return name in _AS_TYPED or name.endswith("version")


def said_number(value: float, decimals: int = 1, *, sign: str = "") -> Message | str:
    """Return a number rounded to some decimals as the user's language writes it; ``+`` shows its sign."""
    whole, _, part = f"{value:{sign}.{decimals}f}".partition(".")
    return Message("format.decimal", {"whole": whole, "part": part}) if part else whole


def said_date(when: date) -> Message:
    """Return a day, with its time if it has one, as the user's language writes it."""
    day = {"year": f"{when:%Y}", "month": f"{when:%m}", "day": f"{when:%d}"}
    if isinstance(when, datetime):
        return Message("format.moment", {**day, "time": f"{when:%H:%M}"})
    return Message("format.day", day)


def said_text(text: str, translate: Callable[[str], str] | None) -> str:
    """Return a text that is nothing but a day or a moment as the user's language writes it; else as it is."""
    when = _moment_of(text)
    return text if when is None else said_date(when).render(translate)


def _moment_of(value: object) -> date | None:
    """Return the day or moment that a parameter is; stored ones come as ISO texts."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value) if len(value) > len("2026-06-03") else date.fromisoformat(value)
    except ValueError:
        return None


def _in_words(params: Mapping[str, object]) -> Mapping[str, object]:
    """Return parameters with a table of records, which code knows by its name, as what a person calls it."""
    named = f"table.{params.get('table')}"
    return {**params, "table": Message(named)} if named in templates() else params
