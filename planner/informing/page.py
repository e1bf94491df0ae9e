# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet made of titled tables, said in a language as HTML or as plain text; all of it is escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from ...core.messages import Message, said_date

PAGES = Path(__file__).resolve().parents[2] / "resources" / "templates" / "pages"
_NOTHING = "–"

Say = Callable[[Message], str]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell on a ground of its own: ``kind`` is a load (over, watch, fine, under) or a bar of a chart."""

    text: Message | str
    kind: str


Cell = Message | Marked | str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a title; without rows, that there is nothing is said."""

    title: Message
    headings: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole sheet."""

    title: Message
    subtitle: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SaidSection:
    """A section in a language; ``marks`` are the kinds of its cells, empty for plain ones."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[tuple[str, ...], ...]


def page_html(page: Page, say: Say, *, language: str) -> str:
    """Return a page as one HTML file that needs no other; every text in it is escaped."""
    return template("page.html.j2").render(
        language=language,
        title=say(page.title),
        subtitle=page.subtitle,
        sections=[said_section(section, say) for section in page.sections],
        nothing=_NOTHING,
    )


@cache
def template(name: str) -> Template:
    """Return a template of resources/templates/pages that escapes whatever is put into it."""
    environment = Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template(name)


def page_text(page: Page, say: Say) -> str:
    """Return a page as plain text with aligned columns."""
    lines = [say(page.title), page.subtitle] if page.subtitle else [say(page.title)]
    for section in page.sections:
        said = said_section(section, say)
        lines += ["", said.title, "-" * len(said.title)]
        table = [said.headings, *said.rows] if said.headings else list(said.rows)
        lines += _aligned(table) if said.rows else [_NOTHING]
    return "\n".join(lines) + "\n"


def said_section(section: Section, say: Say) -> SaidSection:
    """Return a section in a language."""
    return SaidSection(
        title=say(section.title),
        headings=tuple(say(heading) for heading in section.headings),
        rows=tuple(tuple(_cell(cell, say) for cell in row) for row in section.rows),
        marks=tuple(tuple(_kind(cell) for cell in row) for row in section.rows),
    )


def _kind(cell: Cell) -> str:
    return cell.kind if isinstance(cell, Marked) else ""


def _cell(cell: Cell, say: Say) -> str:
    if isinstance(cell, Marked):
        return _cell(cell.text, say)
    if isinstance(cell, Message):
        return say(cell)
    if isinstance(cell, date):
        return say(said_date(cell))
    return "" if cell is None else str(cell)


def _aligned(table: Sequence[Sequence[str]]) -> list[str]:
    flat = [[" ".join(cell.split()) for cell in row] for row in table]
    widths = [max(len(row[column]) for row in flat) for column in range(len(flat[0]))]
    return ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in flat]
