# SPDX-License-Identifier: GPL-3.0-or-later
"""Aligned text for people: facts under labels, rows under headings, long lists cut short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table

_MOST_SHOWN = 12
NOTHING = "–"


def facts(rows: Iterable[tuple[str, object]]) -> Table:
    """Return labels with their values; what is None is left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    for label, value in rows:
        if value is not None:
            table.add_row(label, _cell(value))
    return table


def rows(headings: Sequence[str], lines: Iterable[Sequence[object]], *, right: Iterable[int] = ()) -> Table:
    """Return lines under headings; the columns numbered in ``right`` hold figures."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    figures = set(right)
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number in figures else "left")
    for line in lines:
        table.add_row(*(NOTHING if cell is None or cell == "" else _cell(cell) for cell in line))
    return table


def _cell(value: object) -> str:
    """Return the text of a cell; numbers with decimals come written as the language does (``wording``)."""
    return str(value)


def listed(items: Sequence[object], *, separator: str = ", ") -> str:
    """Return a few items in a line, with how many there are."""
    if not items:
        return NOTHING
    shown = separator.join(str(item) for item in items[:_MOST_SHOWN])
    return f"{len(items)}: {shown}" + (f"{separator}…" if len(items) > _MOST_SHOWN else "")
