# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of features written into layers, inside the open transaction, each on what it was made for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import shapely
import sqlalchemy as sa

from ..core.errors import Failure, InputError
from ..network.changes.feature_edits import GEOMETRY, FeatureEdit, same
from .errors import Difference, StaleWrite
from .journal import Change, last_author
from .layer_rows import LayerTable, Row, layer_table, rows_of

# what a journal line of a layer says of the column of the layer's own ids
_KEY = "#key"

Bounds = tuple[float, float, float, float]
Feature = tuple[str, str]


@dataclass(slots=True)
class Edited:
    """What was written: lines for the journal, and how far the geometries of each layer reach."""

    changes: list[Change] = field(default_factory=list)
    bounds: dict[str, Bounds] = field(default_factory=dict)


def write_edits(connection: sa.Connection, edits: Sequence[FeatureEdit]) -> Edited:
    """Write edits in their order; several of one feature follow each other.

    Raises
    ------
    StaleWrite
        A feature is no longer what the edit was made for: both values are told.
    InputError
        An id is on several features, or on one where a new feature wants it; a layer or column is missing.
    Failure
        A trigger or a constraint of the layer's own refuses.
    """
    edited = Edited()
    for (name, key_column), group in groupby(sorted(edits, key=_layer), key=_layer):
        own = list(group)
        table = layer_table(connection, name)
        _require_columns(table, key_column, own)
        found = rows_of(connection, table, key_column, [edit.key for edit in own], locked=True)
        before = {edit.key: _only(found, table, key_column, edit.key) for edit in own}
        after = {key: None if held is None else dict(held[1]) for key, held in before.items()}
        for edit in own:
            after[edit.key] = _applied(connection, edit, after[edit.key])
        try:
            _write(connection, table, before, after)
        except sa.exc.DBAPIError as error:
            raise _refused(error, name) or error from error
        shapes = [row[GEOMETRY] for row in after.values() if row and row.get(GEOMETRY)]
        if shapes:
            bounds = shapely.total_bounds(shapely.from_wkb(shapes)).tolist()
            edited.bounds[name] = (bounds[0], bounds[1], bounds[2], bounds[3])
    edited.changes = [line_of(edit) for edit in edits if not edit.changes_nothing]
    return edited


def line_of(edit: FeatureEdit) -> Change:
    """Return the journal's line of an edit."""
    texts = [
        None if values is None else json.dumps({_KEY: edit.key_column, **values}, ensure_ascii=False)
        for values in (edit.before, edit.after)
    ]
    return Change(edit.table, edit.key, *texts)


def edit_of(change: Change) -> FeatureEdit:
    """Return the edit that a line of the journal was written for."""
    before, after = (None if text is None else json.loads(text) for text in (change.before, change.after))
    key_column = str((after or before)[_KEY])
    values = [
        None if row is None else {name: value for name, value in row.items() if name != _KEY}
        for row in (before, after)
    ]
    return FeatureEdit(change.table, key_column, change.key, *values)


def _refused(error: sa.exc.DBAPIError, layer: str) -> Failure | None:
    """Return what a trigger or constraint of a layer says, None for any other error."""
    raised = str(getattr(error.orig, "sqlstate", None) or "").startswith("P0")
    if not raised and not isinstance(error, sa.exc.IntegrityError | sa.exc.DataError):
        return None
    return Failure("layer.not_written", layer=layer, reason=str(error.orig).strip().partition("\n")[0])


def _layer(edit: FeatureEdit) -> tuple[str, str]:
    return edit.table, edit.key_column


def _require_columns(table: LayerTable, key_column: str, edits: Sequence[FeatureEdit]) -> None:
    known = {*table.columns, GEOMETRY}
    wanted = {key_column}.union(*({*(edit.before or ()), *(edit.after or ())} for edit in edits))
    missing = sorted(wanted - known)
    if missing:
        raise InputError("layer.no_column", layer=table.name, column=missing[0])


def _only(
    found: Mapping[str, list[tuple[Any, Row]]], table: LayerTable, key_column: str, key: str
) -> tuple[Any, Row] | None:
    rows = found.get(key, [])
    if len(rows) > 1:
        raise InputError("layer.key_twice", layer=table.name, column=key_column, key=key, count=len(rows))
    return rows[0] if rows else None


def _applied(connection: sa.Connection, edit: FeatureEdit, row: Row | None) -> Row | None:
    """Return a row after an edit; ``StaleWrite`` when it is not the one that the edit was made for."""
    if edit.before is None:
        if row is not None:
            raise InputError("record.exists", table=edit.table, key=edit.key)
        return dict(edit.after or {})
    if row is None:
        raise _stale(connection, edit, ())
    wrong = tuple(
        Difference(name, row.get(name), value)
        for name, value in edit.before.items()
        if not same(row.get(name), value)
    )
    if wrong:
        raise _stale(connection, edit, wrong)
    return None if edit.after is None else {**row, **edit.after}


def _stale(connection: sa.Connection, edit: FeatureEdit, wrong: tuple[Difference, ...]) -> StaleWrite:
    who, at = last_author(connection, edit.table, edit.key)
    return StaleWrite(table=edit.table, key=edit.key, who=who or "-", at=at or "-", differences=wrong)


def _write(
    connection: sa.Connection,
    table: LayerTable,
    before: Mapping[str, tuple[Any, Row] | None],
    after: Mapping[str, Row | None],
) -> None:
    inserts: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    removed = []
    for key, held in before.items():
        row = after[key]
        if held is None and row is not None:
            _gather(inserts, table, tuple(row), row, None)
        elif held is not None and row is None:
            removed.append({"row": _row_name(held[0])})
        elif held is not None and row is not None:
            changed = tuple(name for name, value in row.items() if held[1].get(name) != value)
            if changed:
                _gather(updates, table, changed, row, held[0])
    quote = connection.dialect.identifier_preparer.quote_identifier
    layer, row_is = quote(table.name), "rowid = :row" if table.is_sqlite else "ctid = CAST(:row AS tid)"
    for names, given in updates.items():
        sets = ", ".join(
            f"{quote(table.column(name))} = {table.bind(name, f'v{number}')}"
            for number, name in enumerate(names)
        )
        connection.execute(sa.text(f"UPDATE {layer} SET {sets} WHERE {row_is}"), given)  # noqa: S608
    for names, given in inserts.items():
        listed = ", ".join(quote(table.column(name)) for name in names)
        binds = ", ".join(table.bind(name, f"v{number}") for number, name in enumerate(names))
        connection.execute(sa.text(f"INSERT INTO {layer} ({listed}) VALUES ({binds})"), given)  # noqa: S608
    if removed:
        connection.execute(sa.text(f"DELETE FROM {layer} WHERE {row_is}"), removed)  # noqa: S608


def _gather(
    groups: dict[tuple[str, ...], list[dict[str, Any]]],
    table: LayerTable,
    names: tuple[str, ...],
    row: Row,
    place: Any,
) -> None:
    given = {f"v{number}": table.encoded(name, row[name]) for number, name in enumerate(names)}
    groups.setdefault(names, []).append(given if place is None else {**given, "row": _row_name(place)})


def _row_name(place: Any) -> Any:
    """Return what names a row as a parameter: a number, or the text of a place in a table."""
    return place if isinstance(place, int | str) else f"({place[0]},{place[1]})"
