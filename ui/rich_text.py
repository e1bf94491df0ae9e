# SPDX-License-Identifier: GPL-3.0-or-later
"""The few pieces of Qt rich text that the pages of the ORDER dock are made of."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return headings with their texts (rich text both); rows without a text are left out."""
    cells = (f'<tr><td width="34%">{heading}</td><td>{text}</td></tr>' for heading, text in rows if text)
    return f'<table width="100%" cellspacing="0" cellpadding="3">{"".join(cells)}</table>'


def bullets(items: Iterable[str], *, ordered: bool = False) -> str:
    """Return a list of rich texts, numbered if they come in an order."""
    tag = "ol" if ordered else "ul"
    return f'<{tag} style="-qt-list-indent: 1; margin: 2px">{"".join(f"<li>{i}</li>" for i in items)}</{tag}>'


def heading(text: str) -> str:
    """Return the heading of a part."""
    return f'<h4 style="margin-bottom: 2px">{text}</h4>'


def paragraph(text: str) -> str:
    """Return a paragraph."""
    return f"<p>{text}</p>"


def tip(text: str) -> str:
    """Return a plain text as a tip, which Qt would read as a page where it looks like one."""
    return f'<span style="white-space: pre-wrap">{escape(text)}</span>' if "<" in text else text


def words(texts: Iterable[str]) -> str:
    """Return plain texts side by side."""
    return escape(", ".join(texts))
