# SPDX-License-Identifier: GPL-3.0-or-later
"""Read one table as a mapping says: which rows, and the values of each column of its role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import geopandas as gpd
import numpy as np
import pandas as pd

from ...core.errors import InputError
from ...core.messages import Message
from ...core.near_names import near_names
from ..assets.arrays import Bools, Floats, Ints, Objects
from ..assets.cleaning import text_of
from .codes import CodeReading, numbers_of, years_of
from .expressions import Expression
from .mapping import (
    ColumnMapping,
    LayerMapping,
    StandardMapping,
    Value,
    plain_codes,
    unit_of,
    units,
    unknown_value,
)


class TableReader:
    """The columns of a role as one table gives them; ``remarks`` gathers what could not be read.

    Columns of the table are found whatever their case.
    """

    def __init__(self, table: gpd.GeoDataFrame, layer: LayerMapping, mapping: StandardMapping) -> None:
        self.table = table
        self.remarks: list[Message] = []
        self._layer = layer
        self._mapping = mapping
        self._codes = reading_of(mapping)
        self._names = columns_of(table)

    def rows(self) -> Bools:
        """Return which rows of the table play the role."""
        kept = np.ones(len(self.table), dtype=bool)
        if isinstance(self._layer.where, str):
            kept &= self._expressed(self._layer.where, field="where").astype(bool)
        else:
            for name, wanted in self._layer.where.items():
                kept &= self._holds(name, wanted)
        for name, wanted in self._layer.unless.items():
            if name.lower() in self._names:
                kept &= ~self._holds(name, wanted)
        return kept

    def column(self, name: str) -> pd.Series:
        """Return the values of one column of the role.

        ``InputError`` when the column it comes from is missing, or holds what its value map does not know.
        """
        source = self._layer.columns.get(name)
        if source is None or not (source.column or source.expression):
            value = unknown_value(name) if source is None or source.constant is None else source.constant
            return pd.Series([value] * len(self.table), dtype=object if isinstance(value, str) else None)
        values = self._source(name, source)
        listed = self._mapping.codes[source.codes] if source.codes else plain_codes(self._layer.role, name)
        if listed:
            codes = {code.lower(): value for code, value in listed.items()}
            return self._decoded(name, values, source, codes)
        if name.endswith("_year"):
            return self._figures(name, years_of(values, empty=self._mapping.empty))
        if source.number or source.unit or name.endswith(("_m", "_mm")):
            read = self._figures(name, numbers_of(values, empty=self._mapping.empty))
            return read * (units()[source.unit] / units()[unit_of(name)]) if source.unit else read
        return pd.Series(self._texts(values), dtype=object)

    def _source(self, name: str, source: ColumnMapping) -> Objects:
        if source.expression:
            return self._expressed(source.expression, field=name)
        actual = self._names.get(source.column.lower())
        if actual is not None:
            return _objects(self.table[actual])
        if source.optional:
            return np.full(len(self.table), None, dtype=object)
        raise self._missing(source.column, field=name)

    def _expressed(self, text: str, *, field: str) -> Objects:
        def lookup(name: str) -> Objects:
            actual = self._names.get(name.lower())
            if actual is None:
                raise self._missing(name, field=field)
            return _objects(self.table[actual])

        return Expression.of(text).values(lookup, rows=len(self.table))

    def _holds(self, name: str, wanted: str | tuple[str, ...]) -> Bools:
        actual = self._names.get(name.lower())
        if actual is None:
            raise self._missing(name, field="where")
        codes = {code.lower() for code in ((wanted,) if isinstance(wanted, str) else wanted)}
        words, row = self._codes.words(_objects(self.table[actual]))
        return np.array([self._codes.known(word, codes) is not None for word in words], dtype=bool)[row]

    def _decoded(
        self, name: str, values: Objects, source: ColumnMapping, codes: Mapping[str, Value]
    ) -> pd.Series:
        words, row = self._codes.words(values)
        found = [self._codes.known(word, codes) for word in words]
        if source.otherwise is None:
            self._require_known(name, words, row, found, codes, source)
        other = unknown_value(name) if source.otherwise is None else source.otherwise
        decoded = np.array([other if code is None else codes[code] for code in found], dtype=object)
        return pd.Series(decoded[row] if len(decoded) else decoded, dtype=object).infer_objects()

    def _require_known(
        self,
        name: str,
        words: Objects,
        row: Ints,
        found: list[str | None],
        codes: Mapping[str, Value],
        source: ColumnMapping,
    ) -> None:
        """Refuse words that a value map does not know; nothing at all is known to be unknown."""
        count = np.bincount(row, minlength=len(words))
        unknown = [
            f"{word} ({many})"
            for word, code, many in zip(words, found, count, strict=True)
            if code is None and word
        ]
        if unknown:
            raise InputError(
                "mapping.value_unknown",
                file=self._mapping.file or self._mapping.standard,
                layer=self._layer.table,
                field=name,
                column=source.column or source.expression,
                found=", ".join(unknown[:5]) + (" …" if len(unknown) > 5 else ""),
                codes=source.codes or name,
                expected=", ".join(codes),
            )

    def _figures(self, name: str, read: tuple[Floats, Objects]) -> pd.Series:
        numbers, unread = read
        source = self._layer.columns[name]
        self.remarks += _counted(
            "network.number_unread", self._layer.table, source.column or source.expression, unread
        )
        return pd.Series(numbers)

    def _texts(self, values: Objects) -> Objects:
        texts = text_of(values)
        if self._mapping.empty:
            cases = (str.lower, str.upper, str.capitalize)
            nothing = {change(word) for word in self._mapping.empty for change in cases}
            texts = np.array(["" if text in nothing else text for text in texts], dtype=object)
        return texts

    def _missing(self, column: str, *, field: str) -> InputError:
        own = [str(one) for one in self.table.columns if one != self.table.geometry.name]
        found = ", ".join(own) or "-"
        if not self._mapping.file:
            return InputError("table.column_missing", file=self._layer.table, column=column, found=found)
        return InputError(
            "mapping.column_missing",
            file=self._mapping.file,
            layer=self._layer.table,
            field=field,
            column=column,
            near=near_names(column, own),
            found=found,
        )


def reading_of(mapping: StandardMapping) -> CodeReading:
    """Return how the codes of a layout are written."""
    return CodeReading(mapping.code_digits, mapping.empty)


def columns_of(table: gpd.GeoDataFrame) -> dict[str, str]:
    """Return the names of a table's own columns by their lower case."""
    return {str(name).lower(): str(name) for name in table.columns if name != table.geometry.name}


def code_remarks(table: gpd.GeoDataFrame, name: str, mapping: StandardMapping) -> Iterator[Message]:
    """Yield what a table holds that is in no code list of its standard: column, code, how many rows."""
    reading, columns = reading_of(mapping), columns_of(table)
    for column, codes in mapping.domains.items():
        actual = columns.get(column.lower())
        if actual is None:
            continue
        known = {code.lower() for code in codes}
        words, row = reading.words(_objects(table[actual]))
        count = np.bincount(row, minlength=len(words))
        for word, many in zip(words, count, strict=True):
            code = reading.known(word, known)
            if not word or (code is not None and not reading.is_local(word)):
                continue
            params = {"table": name, "column": actual, "found": word, "count": int(many)}
            if code is None:
                yield Message("network.code_unknown", params)
            else:
                yield Message("network.code_local", {**params, "code": code})


def _objects(values: pd.Series) -> Objects:
    """Return the values of a column, ``""`` for nothing in a column of texts."""
    if isinstance(values.dtype, pd.StringDtype):
        return np.asarray(values.to_numpy(dtype=object, na_value=""), dtype=object)
    return np.asarray(values, dtype=object)


def _counted(code: str, table: str, column: str, texts: Iterable[str]) -> Iterator[Message]:
    for text, count in Counter(texts).most_common():
        yield Message(code, {"table": table, "column": column, "found": text, "count": count})
