# SPDX-License-Identifier: GPL-3.0-or-later
"""Mappings: how the tables of a layout fill the roles, written as data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import model_validator

from ..core.rules import Rule, read_rules
from .roles import COLUMNS, Role

STANDARDS_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "standards"

Value = str | bool | float


class ColumnMapping(Rule):
    """Where one column of a role comes from: a column of the table, or a constant.

    ``codes`` names the code list that turns the table's value into ours; what the list does not hold becomes
    ``otherwise``.
    """

    column: str = ""
    constant: Value | None = None
    codes: str = ""
    otherwise: Value | None = None
    number: bool = False
    optional: bool = False


class LayerMapping(Rule):
    """How one table fills one role; ``where`` keeps the rows that have these values."""

    table: str
    role: Role
    columns: Mapping[str, ColumnMapping]
    where: Mapping[str, str] = {}

    @model_validator(mode="after")
    def _fills_every_column(self) -> Self:
        wanted, given = set(COLUMNS[self.role]), set(self.columns)
        if wanted != given:
            missing, unknown = ", ".join(wanted - given), ", ".join(given - wanted)
            raise ValueError(f"the columns of {self.role.value} (missing: {missing}; unknown: {unknown})")
        return self


class StandardMapping(Rule):
    """All the tables of a layout, with the code lists that they share."""

    standard: str
    version: str
    source: str
    codes: Mapping[str, Mapping[str, Value]]
    layers: tuple[LayerMapping, ...]

    @model_validator(mode="after")
    def _knows_its_code_lists(self) -> Self:
        asked = {column.codes for layer in self.layers for column in layer.columns.values()}
        unknown = asked - {"", *self.codes}
        if unknown:
            raise ValueError(f"code lists among {', '.join(self.codes)}; unknown: {', '.join(unknown)}")
        return self


def read_mapping(path: Path) -> StandardMapping:
    """Return the mapping of a YAML file; a mistake in it is an ``InputError`` with its line."""
    return read_rules(path, StandardMapping)
