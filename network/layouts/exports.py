# SPDX-License-Identifier: GPL-3.0-or-later
"""The layouts in which an asset base is handed out: tables, fields and their types (``exports.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from pydantic import Field

from ...core.rules import Rule, read_rules
from .mapping import STANDARDS_FOLDER


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of a DBF field: ``C`` text, ``N`` number or ``D`` date; its width and its decimals."""

    kind: str
    width: int
    decimals: int = 0

    @staticmethod
    def of(text: str) -> FieldType:
        """Return the type of a text such as C254, N10, N6.3 or D."""
        found = re.fullmatch(r"([CND])(\d*)(?:\.(\d+))?", text)
        if found is None:
            raise ValueError(text)
        return FieldType(found[1], int(found[2] or 8), int(found[3] or 0))


class RaepaTable(Rule):
    """One table: its fields, and the roles that fill it with what is constant, or a layer as it is."""

    geometry: Literal["Point", "LineString"]
    fields: tuple[str, ...]
    roles: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    own: str = ""


class RaepaExport(Rule):
    """The tables of RAEPA v1.2."""

    types: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, Mapping[str, str]]
    tables: Mapping[str, RaepaTable]
    attributes: Mapping[str, str]

    @cached_property
    def field_types(self) -> Mapping[str, FieldType]:
        """Return the type of every field."""
        return {name: FieldType.of(kind) for kind, names in self.types.items() for name in names}


class Exports(Rule):
    """All that is handed out."""

    source: str
    raepa: RaepaExport
    pei: tuple[str, ...]


@cache
def exports() -> Exports:
    """Return the layouts that come with Regard."""
    return read_rules(STANDARDS_FOLDER / "exports.yaml", Exports)
