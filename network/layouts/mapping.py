# SPDX-License-Identifier: GPL-3.0-or-later
"""Mappings: how the tables of a layout fill the roles, written as data (see ``docs/mapping.md``)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, PositiveFloat, model_validator

from ...core.messages import Message
from ...core.rules import Rule, misfit, one_of, parse_rules, read_rules
from ..assets.roles import CHOICES, COLUMNS, Role
from .expressions import Expression, ExpressionMistake

STANDARDS_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "standards"

Value = str | bool | int | float
# YAML reads an unquoted 2 as a number, and codes are text
Code = Annotated[str, BeforeValidator(lambda code: str(code) if type(code) is int else code)]


def _known_role(name: object) -> object:
    known = tuple(role.value for role in Role)
    if isinstance(name, str) and name not in known:
        raise misfit(name, one_of(name, known))
    return name


class ColumnMapping(Rule):
    """Where one column of a role comes from: a column of the table, an expression of some, or a constant.

    ``codes`` names the code list that turns the table's value into ours; what the list does not hold becomes
    ``otherwise``. ``unit`` is the unit that the table measures in.
    """

    column: str = ""
    expression: str = ""
    constant: Value | None = None
    codes: str = ""
    otherwise: Value | None = None
    number: bool = False
    unit: str = ""
    optional: bool = False

    @model_validator(mode="after")
    def _has_one_origin(self) -> Self:
        origins = [bool(self.column), bool(self.expression), self.constant is not None]
        if sum(origins) != 1:
            raise misfit(sum(origins) or Message("found.none"), Message("mapping.one_origin"))
        if self.expression:
            _require_expression(self.expression, "expression")
        return self


class LayerMapping(Rule):
    """How one table fills one role; a column of the role that is left out is unknown for every asset.

    ``where`` keeps the rows that have these values, or for which an expression is true; ``unless`` leaves
    out the rows that have one of these values.
    """

    model_config = ConfigDict(coerce_numbers_to_str=True)

    table: str
    role: Annotated[Role, BeforeValidator(_known_role)]
    columns: Mapping[str, ColumnMapping]
    where: Mapping[str, Code | tuple[Code, ...]] | str = {}
    unless: Mapping[str, Code | tuple[Code, ...]] = {}

    @model_validator(mode="after")
    def _fills_columns_of_its_role(self) -> Self:
        known = COLUMNS[self.role]
        for name, source in self.columns.items():
            if name not in known:
                raise misfit(name, one_of(name, known), "columns", name)
            for field in ("constant", "otherwise"):
                value = getattr(source, field)
                expected = wrong_value(self.role, name, value)
                if expected:
                    raise misfit(value, expected, "columns", name, field)
        if "asset_id" not in self.columns:
            raise misfit(Message("found.nothing"), Message("mapping.ids"), "columns", "asset_id")
        if isinstance(self.where, str):
            _require_expression(self.where, "where")
        return self

    @property
    def read_columns(self) -> frozenset[str]:
        """Return the columns of the table that are read, as the mapping writes them."""
        read = {source.column for source in self.columns.values() if source.column} | set(self.unless)
        expressions = [source.expression for source in self.columns.values() if source.expression]
        if isinstance(self.where, str):
            expressions.append(self.where)
        else:
            read |= set(self.where)
        return frozenset(read.union(*(Expression.of(text).columns for text in expressions)))


class StandardMapping(Rule):
    """All the tables of a layout, with the code lists that they share.

    ``fields`` lists the columns that a standard gives a table, ``domains`` the codes that it allows in a
    column; a code shorter than ``code_digits`` has lost its zeros, a longer one is a local refinement.
    ``file`` is where a mapping of one's own was read from.
    """

    standard: str
    version: str = ""
    source: str = ""
    file: str = ""
    code_digits: int = 0
    empty: tuple[str, ...] = ()
    codes: Mapping[str, Mapping[Code, Value]] = {}
    domains: Mapping[str, tuple[Code, ...]] = {}
    fields: Mapping[str, tuple[str, ...]] = {}
    layers: tuple[LayerMapping, ...]

    @model_validator(mode="after")
    def _knows_its_code_lists_and_units(self) -> Self:
        for number, layer in enumerate(self.layers):
            for name, source in layer.columns.items():
                at = ("layers", number, "columns", name)
                if source.codes and source.codes not in self.codes:
                    raise misfit(source.codes, one_of(source.codes, tuple(self.codes)), *at, "codes")
                if source.unit and source.unit not in units():
                    raise misfit(source.unit, one_of(source.unit, tuple(units())), *at, "unit")
                if source.unit and unit_of(name) not in units():
                    raise misfit(source.unit, Message("mapping.no_unit", {"column": name}), *at, "unit")
                for code, value in self.codes.get(source.codes, {}).items():
                    expected = wrong_value(layer.role, name, value)
                    if expected:
                        raise misfit(value, expected, "codes", source.codes, code)
        return self

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of the tables that fill a role, in lower case."""
        return frozenset(table_name(layer.table) for layer in self.layers)


def table_name(layer: str) -> str:
    """Return the table that a layer stands for: its name in lower case, without schema, accents and signs."""
    bare = unicodedata.normalize("NFKD", layer.rpartition(".")[2]).encode("ascii", "ignore").decode()
    plain = re.sub(r"\W+", "_", bare).strip("_").lower()[:50]
    return plain if plain and not plain[0].isdigit() else f"layer_{plain}"


class _Units(Rule):
    source: str
    metres: Mapping[str, PositiveFloat]


@cache
def units() -> Mapping[str, float]:
    """Return the metres of every unit of length."""
    return read_rules(STANDARDS_FOLDER / "units.yaml", _Units).metres


class _Flags(Rule):
    source: str
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]


@cache
def plain_codes(role: Role, column: str) -> Mapping[str, Value]:
    """Return what a role's column reads without a code list: yes and no, or the words of its choice."""
    if is_flag(column):
        words = read_rules(STANDARDS_FOLDER / "flags.yaml", _Flags)
        return dict.fromkeys(words.affirmed, True) | dict.fromkeys(words.denied, False)
    return {choice: choice for choice in CHOICES.get((role, column), ()) if choice}


def unit_of(column: str) -> str:
    """Return the unit that the name of a role's column ends in, ``""`` when it has none."""
    return column.rpartition("_")[2] if "_" in column else ""


def is_flag(column: str) -> bool:
    """Tell whether a role's column holds yes or no."""
    return column.startswith("is_") or column == "in_service"


def is_number(column: str) -> bool:
    """Tell whether a role's column holds numbers."""
    return column.endswith(("_m", "_mm", "_year"))


def unknown_value(column: str) -> Value:
    """Return what a role's column holds where nothing is known: what is not said to be off or shut is not."""
    if is_flag(column):
        return column in ("in_service", "is_open")
    return float("nan") if is_number(column) else ""


def wrong_value(role: Role, column: str, value: Value | None) -> Message | None:
    """Return what is expected when a role's column cannot hold a value, None when it can."""
    if value is None:
        return None
    if is_flag(column):
        return None if isinstance(value, bool) else Message("expected.flag")
    if is_number(column):
        is_one = isinstance(value, int | float) and not isinstance(value, bool)
        return None if is_one else Message("expected.number")
    choices = CHOICES.get((role, column))
    if choices and value not in choices:
        return one_of(str(value), filter(None, choices))
    return None if isinstance(value, str) else Message("expected.text")


def read_mapping(path: Path) -> StandardMapping:
    """Return the mapping of a YAML file; a mistake in it is an ``InputError`` with its line."""
    return read_rules(path, StandardMapping)


def parse_mapping(text: str, *, file: str) -> StandardMapping:
    """Return the mapping of a YAML text that came from ``file``; mistakes as in ``read_mapping``."""
    return parse_rules(text, StandardMapping, file=file).model_copy(update={"file": file})


def _require_expression(text: str, *at: str) -> None:
    try:
        Expression.of(text)
    except ExpressionMistake as mistake:
        raise misfit(text, mistake.expected, *at) from mistake
