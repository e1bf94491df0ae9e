# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of assets read from and written into the table of a layout that holds them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import Field

from ...core.rules import Rule, read_rules
from ..assets.roles import Role
from ..layouts.codes import CodeReading
from ..layouts.mapping import (
    STANDARDS_FOLDER,
    ColumnMapping,
    LayerMapping,
    StandardMapping,
    is_flag,
    is_number,
    table_name,
    unit_of,
    units,
)
from .feature_edits import Value

_NUMBERS = ("_m3_h", "_bar")


class TableWriting(Rule):
    """How one table is written, beside its layout."""

    columns: Mapping[str, str] = Field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    copied: tuple[str, ...] = ()
    new: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)


class LayoutWriting(Rule):
    """How the tables of a layout are written."""

    columns: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    tables: Mapping[str, TableWriting]


class _Writing(Rule):
    source: str
    yes_no: tuple[tuple[str, str], ...]
    layouts: Mapping[str, LayoutWriting]


@cache
def _writing() -> _Writing:
    return read_rules(STANDARDS_FOLDER / "writing.yaml", _Writing)


@dataclass(frozen=True)
class TableWriter:
    """One table as one role: ``table`` is the layer's name, ``columns`` what the layer has."""

    mapping: StandardMapping
    layer: LayerMapping
    table: str
    columns: tuple[str, ...]

    @property
    def role(self) -> Role:
        """Return the role that the table fills."""
        return self.layer.role

    @cached_property
    def key_column(self) -> str:
        """Return the column of the business id, ``""`` when it is none that can be written."""
        return self.column_of("asset_id") or ""

    def column_of(self, attribute: str) -> str | None:
        """Return the layer's column of an attribute, None when it has none that can be written."""
        source = self.layer.columns.get(attribute)
        name = source.column if source else self._columns.get(attribute, "")
        return self._present.get(name.lower()) if name else None

    def text(self, attribute: str, row: Mapping[str, Value]) -> str:
        """Return an attribute of a row as text, ``""`` when it is unknown: ``true``, ``02``, ``150``."""
        column = self.column_of(attribute)
        value = row.get(column) if column else None
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return self._unknown(attribute)
        source = self.layer.columns.get(attribute)
        if source is not None and source.codes:
            return self._decoded(source, value)
        return self._uncoded(attribute, value)

    def value(self, attribute: str, text: str) -> Value:
        """Return what the table calls an attribute's value; a code of its own list where it has one."""
        if not text:
            return None
        code = self._codes.get(attribute, {}).get(text)
        if code is not None:
            return code
        source = self.layer.columns.get(attribute)
        if source is not None and source.codes:
            known = self.mapping.codes[source.codes]
            return next((name for name, value in known.items() if name and _text(value) == text), text)
        if is_number(attribute) or attribute.endswith(_NUMBERS):
            return float(text.replace(",", ".")) / self._metres(attribute, source)
        return text

    def value_in(self, row: Mapping[str, Value], attribute: str, text: str) -> Value:
        """Return what a row takes for an attribute's value: yes and no in the words that it holds already."""
        value = self.value(attribute, text)
        column = self.column_of(attribute)
        held = row.get(column) if column else None
        if not is_flag(attribute) or not isinstance(held, str) or text not in ("true", "false"):
            return value
        pair = next((pair for pair in _writing().yes_no if held.lower() in pair), None)
        if pair is None or str(value).lower() in pair:
            return value
        word = pair[text == "false"]
        return word.upper() if held.isupper() else word

    def says(self, attribute: str, text: str, row: Mapping[str, Value]) -> bool:
        """Tell whether a row holds an attribute's value already, as far as the table's codes can tell."""
        if self.text(attribute, row) == text:
            return True
        column = self.column_of(attribute)
        held, wanted = (row.get(column) if column else None), self.value(attribute, text)
        return held is not None and wanted is not None and str(held).lower() == str(wanted).lower()

    def plays(self, row: Mapping[str, Value]) -> bool:
        """Tell whether a row of the table plays this role, as far as plain conditions tell."""
        where = {} if isinstance(self.layer.where, str) else self.layer.where
        return all(self._holds(row, name, wanted) for name, wanted in where.items()) and not any(
            self._holds(row, name, refused) for name, refused in self.layer.unless.items()
        )

    def _holds(self, row: Mapping[str, Value], name: str, values: str | tuple[str, ...]) -> bool:
        held = str(row.get(self._present.get(name.lower(), ""), "")).strip().lower().removesuffix(".0")
        held = held.zfill(self.mapping.code_digits) if held.isdigit() else held
        return held in {value.lower() for value in ((values,) if isinstance(values, str) else values)}

    def fresh(self, like: Mapping[str, Value]) -> dict[str, Value]:
        """Return the columns of a new row of this role, some of them from the asset that it hangs on."""
        own = self._table.new.get(self.role.value, {})
        row: dict[str, Value] = {}
        for name in self._table.copied:
            if name in self._present and like.get(self._present[name]) is not None:
                row[self._present[name]] = like[self._present[name]]
        for name, value in {**self._conditions, **own}.items():
            if name in self._present:
                row[self._present[name]] = value
        return row

    @cached_property
    def _present(self) -> Mapping[str, str]:
        return {name.lower(): name for name in self.columns}

    @cached_property
    def _conditions(self) -> dict[str, Value]:
        """Return what a row must hold to play this role."""
        where = self.layer.where
        if isinstance(where, str):
            return {}
        return {name.lower(): value if isinstance(value, str) else value[0] for name, value in where.items()}

    @cached_property
    def _table(self) -> TableWriting:
        return self._layout.tables.get(table_name(self.table), TableWriting())

    @cached_property
    def _layout(self) -> LayoutWriting:
        empty = LayoutWriting(columns={}, codes={}, tables={})
        return _writing().layouts.get(self.mapping.standard, empty)

    @cached_property
    def _columns(self) -> Mapping[str, str]:
        return {**self._layout.columns, **self._table.columns}

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        return {**self._layout.codes, **self._table.codes}

    def _decoded(self, source: ColumnMapping, value: Value) -> str:
        known = self.mapping.codes[source.codes]
        reading = CodeReading(self.mapping.code_digits, self.mapping.empty)
        word = str(value).strip().lower()
        word = "" if word in {empty.lower() for empty in self.mapping.empty} else word
        code = reading.known(word.removesuffix(".0"), known)
        return _text(known[code]) if code is not None else _text(source.otherwise)

    def _uncoded(self, attribute: str, value: Value) -> str:
        own = self._codes.get(attribute, {})
        found = next((name for name, code in own.items() if code == str(value)), None)
        if found is not None:
            return found
        if is_number(attribute) or attribute.endswith(_NUMBERS):
            try:
                number = float(str(value).replace(",", "."))
            except ValueError:
                return str(value)
            return f"{number * self._metres(attribute, self.layer.columns.get(attribute)):g}"
        return str(value)[:10] if attribute.endswith("_on") else str(value).strip()

    def _unknown(self, attribute: str) -> str:
        source = self.layer.columns.get(attribute)
        if source is None or not is_flag(attribute):
            return ""
        return _text(source.otherwise)

    @staticmethod
    def _metres(attribute: str, source: ColumnMapping | None) -> float:
        """Return how much of the attribute's own unit one of the table's is."""
        if source is None or not source.unit:
            return 1.0
        return units()[source.unit] / units()[unit_of(attribute)]


def writers(mapping: StandardMapping, tables: Mapping[str, tuple[str, ...]], role: Role) -> list[TableWriter]:
    """Return the tables that hold assets of a role and can be written, by their layers' names and columns."""
    found = []
    for layer in mapping.layers:
        for name, columns in tables.items():
            if layer.role is role and table_name(layer.table) == table_name(name):
                writer = TableWriter(mapping, layer, name, columns)
                if writer.key_column:
                    found.append(writer)
    return found


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return "" if value != value else f"{value:g}"
    return "" if value is None else str(value)
