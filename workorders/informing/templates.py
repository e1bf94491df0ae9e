# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of messages: one file a purpose and language, with a section for each kind of channel.

A section begins with its name in square brackets: ``[subject]``, ``[long]`` (mail, letter, leaflet),
``[short]`` (SMS, app), ``[call]`` (what to say on the phone). Texts are Jinja2 in a sandbox; a user's own
folder replaces files of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ...core.errors import InputError
from ...core.near_names import near_names
from .contacts import Channel

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates" / "messages"

SECTIONS = ("subject", "long", "short", "call")
# what a text may say; ``regard messages placeholders`` lists them
PLACEHOLDERS = frozenset(
    {
        *("address", "agents", "answer", "customer", "day", "earlier_start", "end", "end_time"),
        *("hydrants", "if_valve", "job", "networks", "order", "phone", "pipes", "service"),
        *("start", "start_time", "town", "valves"),
    }
)
_BLANK_LINES = re.compile(r"\n{3,}")
_HEADING = re.compile(r"^\[(\w+)\]\s*$")
_SECTION_OF: Mapping[Channel, Sequence[str]] = {
    Channel.SMS: ("short", "long"),
    Channel.APP: ("short", "long"),
    Channel.PHONE: ("call", "long"),
    Channel.EMAIL: ("long",),
    Channel.LETTER: ("long",),
    Channel.LEAFLET: ("long",),
    Channel.FORM: ("call", "long"),
    Channel.NONE: ("long",),
}
_LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """What a message says: the subject of mails and letters, and the text."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class _Section:
    file: str
    line: int
    source: str


class MessageTemplates:
    """The texts of every purpose in both languages; ``own`` is a folder whose files come first."""

    def __init__(self, own: Path | None = None) -> None:
        self._folders = (own, TEMPLATES) if own else (TEMPLATES,)
        self._environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        self._read: dict[tuple[str, str], dict[str, _Section]] = {}

    def render(self, purpose: str, channel: Channel, *, language: str, values: Mapping[str, object]) -> Text:
        """Return the text of a purpose for a channel.

        Raises
        ------
        InputError
            There is no such file or section, the text cannot be read, names a placeholder that does not
            exist, or does what a template may not: the message names file and line.
        """
        sections = self._sections(purpose, language if language in _LANGUAGES else _LANGUAGES[0])
        name = next((name for name in _SECTION_OF[channel] if name in sections), None)
        if name is None:
            wanted = _SECTION_OF[channel][0]
            raise InputError("template.no_section", purpose=purpose, language=language, section=wanted)
        subject = self._say(sections["subject"], values) if "subject" in sections else ""
        body = _BLANK_LINES.sub("\n\n", self._say(sections[name], values)).strip()
        return Text(" ".join(subject.split()), body)

    def check(self, purposes: Collection[str]) -> None:
        """Read every text of the purposes in both languages, raising ``InputError`` for the first mistake."""
        for purpose in purposes:
            for language in _LANGUAGES:
                for section in self._sections(purpose, language).values():
                    self._parsed(section)

    def _say(self, section: _Section, values: Mapping[str, object]) -> str:
        self._parsed(section)
        try:
            return self._environment.from_string(section.source).render(values)
        except TemplateError as error:
            raise _broken(section, 1, str(error)) from error
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise _broken(section, 1, str(error)) from error

    def _parsed(self, section: _Section) -> None:
        try:
            tree = self._environment.parse(section.source)
            unknown = meta.find_undeclared_variables(tree) - PLACEHOLDERS
        except TemplateSyntaxError as error:
            raise _broken(section, error.lineno, error.message or "") from error
        if unknown:
            found = min(unknown)
            used = (node.lineno for node in tree.find_all(nodes.Name) if node.name == found)
            raise InputError(
                "template.placeholder",
                file=section.file,
                line=section.line + min(used, default=1) - 1,
                found=found,
                near=near_names(found, PLACEHOLDERS),
            )

    def _sections(self, purpose: str, language: str) -> dict[str, _Section]:
        key = (purpose, language)
        if key not in self._read:
            self._read[key] = _split(self._path(purpose, language))
        return self._read[key]

    def _path(self, purpose: str, language: str) -> Path:
        for folder in self._folders:
            path = folder / language / f"{purpose}.txt"
            if path.is_file():
                return path
        raise InputError("file.missing", file=path)


def _split(path: Path) -> dict[str, _Section]:
    """Return the sections of a file with the lines that they begin on."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("file.unreadable", file=path, reason=error) from error
    found: dict[str, _Section] = {}
    name, first, body = "", 1, []
    for number, line in enumerate([*lines, "[end]"], start=1):
        heading = _HEADING.match(line)
        if heading is None:
            body.append(line)
            continue
        if name:
            found[name] = _Section(path.name, first, "\n".join(body))
        name, first, body = heading[1], number + 1, []
        if name not in (*SECTIONS, "end"):
            raise InputError(
                "template.section", file=path.name, line=number, found=name, expected=", ".join(SECTIONS)
            )
    return found


def _broken(section: _Section, line: int, reason: str) -> InputError:
    return InputError(
        "template.broken", file=section.file, line=section.line + line - 1, reason=" ".join(reason.split())
    )
