# SPDX-License-Identifier: GPL-3.0-or-later
"""The StaR-Eau V2024 tables that the town fills: geometry and columns, out of ``resources/demo``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from .settings import settings

Type = Literal["text", "real", "whole", "yes_no"]
_MARKS: Mapping[str, Type] = {"": "text", "r": "real", "i": "whole", "b": "yes_no"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: geometry type, and its columns with the type of each."""

    geometry: Literal["Point", "LineString"]
    columns: Mapping[str, Type]


@cache
def stareau_table(name: str) -> Table:
    """Return a table of the standard with its own columns and those of its mothers."""
    standard: Mapping[str, Any] = settings("stareau_tables")
    spec = standard["tables"][name]
    inherited = [column for mother in spec["mothers"] for column in standard["mothers"][mother]]
    return Table(spec["geometry"], _columns([*inherited, *spec["columns"]]))


def _columns(words: Iterable[str]) -> dict[str, Type]:
    split = (word.partition(":") for word in words)
    return {name: _MARKS[mark] for name, _, mark in split}
