# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a panel, each with what can be done about it. Free of Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GREEN, AMBER, RED = "green", "amber", "red"
_SEVERITY = (RED, AMBER, GREEN, "")
# what is read without colour
SHAPE = {GREEN: "●", AMBER: "▲", RED: "■", "": ""}


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button was pressed: when by the clock of the desk, by whom, with what typed into its field."""

    now: datetime
    who: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: ``run`` is a use case on a workspace, in a worker, in one command or more.

    ``asks`` names what must be typed first; ``may_be_empty`` where nothing has to be. ``choices`` are
    what to choose from instead of typing, as value and text; ``on_map`` where it is given by a drawing. What
    left the house cannot be undone.
    """

    name: str
    text: str
    run: Callable[[Any, Pressed], object]
    asks: str = ""
    may_be_empty: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    on_map: bool = False
    undoable: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its colour, said as a shape too, and what it says in full."""

    text: str
    mark: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its key, the order that it is about, its cells, and what can be done about it.

    ``details`` is rich text shown below the table while the row is chosen.
    """

    key: str
    cells: tuple[Cell, ...]
    order_id: str = ""
    acts: tuple[Act, ...] = ()
    details: str = ""

    @property
    def mark(self) -> str:
        """Return the most severe colour of its cells."""
        return min((cell.mark for cell in self.cells), key=_SEVERITY.index, default="")


def severity(row: Row) -> int:
    """Return what to sort rows by, those at risk first."""
    return _SEVERITY.index(row.mark)
