# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of features of layers, each with what stood there before: what is written can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

Value = str | int | float | bool | None

# the name under which a row holds its geometry, as hexadecimal WKB
GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True)
class FeatureEdit:
    """One feature of one layer, found by its own id.

    ``before`` is None for a new one, ``after`` for a removed one. Of a feature that stays only the columns
    that change are here, of others all of them. Dates are ISO texts.
    """

    table: str
    key_column: str
    key: str
    before: Mapping[str, Value] | None
    after: Mapping[str, Value] | None

    @property
    def changes_nothing(self) -> bool:
        """Tell whether the feature stays as it is."""
        return self.before == self.after

    @property
    def undone(self) -> FeatureEdit:
        """Return the edit that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def to_json(edits: Iterable[FeatureEdit]) -> str:
    """Return edits as one line of JSON."""
    rows = [[e.table, e.key_column, e.key, _plain(e.before), _plain(e.after)] for e in edits]
    return json.dumps(rows, ensure_ascii=False)


def from_json(text: str) -> tuple[FeatureEdit, ...]:
    """Return the edits of a JSON text; an empty text holds none."""
    return tuple(FeatureEdit(*row) for row in json.loads(text or "[]"))


def as_text(geometry: BaseGeometry | None) -> str:
    """Return a geometry as hexadecimal WKB, empty for none."""
    return "" if geometry is None else str(shapely.to_wkb(geometry, hex=True))


def as_geometry(text: Value) -> BaseGeometry | None:
    """Return the geometry of a hexadecimal WKB, None for an empty one."""
    return shapely.from_wkb(str(text)) if text else None


def _plain(values: Mapping[str, Value] | None) -> dict[str, Value] | None:
    return None if values is None else dict(values)


def same(one: Value, other: Value) -> bool:
    """Tell whether two values are one: nothing and an empty text are, numbers by their worth."""
    if one in (None, "") or other in (None, ""):
        return one in (None, "") and other in (None, "")
    if isinstance(one, str) and isinstance(other, str):
        short = min(len(one), len(other))
        is_date = short == len("2026-06-03") and one[4:5] == "-"
        return one == other or (is_date and one[:short] == other[:short])
    if isinstance(one, str) or isinstance(other, str):
        return _number(one) == _number(other)
    return one == other


def _number(value: Value) -> Value:
    try:
        return float(str(value))
    except ValueError:
        return str(value).lower()
