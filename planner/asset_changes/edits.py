# SPDX-License-Identifier: GPL-3.0-or-later
"""A change as edits of layers: which columns of which rows, stamped with when and on whose word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from shapely.geometry import LineString, MultiLineString, Point

from ...core.errors import InputError
from ...core.messages import Message
from ...network.assets.roles import Role
from ...network.changes.feature_edits import GEOMETRY, FeatureEdit, Value, as_geometry, as_text
from ...network.changes.shapes import second_id
from ...network.changes.writing import TableWriter
from ...workorders.asset_changes.records import AssetChange
from .asset_tables import AssetTables
from .own_layers import OWN_LAYERS
from .propose import current_values

STAMPS = ("updated_on", "updated_by")

_STATES: Mapping[str, tuple[bool, bool]] = MappingProxyType(
    {
        "open": (True, False),
        "closed": (False, False),
        "stuck_open": (True, True),
        "stuck_closed": (False, True),
    }
)


@dataclass(frozen=True, slots=True)
class Stale:
    """An attribute that is no longer what it was when a change of it was proposed: all three values."""

    attribute: str
    proposed_from: str
    now: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a change writes: the edits, attributes that no column holds, and what changed meanwhile."""

    edits: tuple[FeatureEdit, ...]
    not_held: tuple[str, ...] = ()
    stale: tuple[Stale, ...] = ()


def chained(edits: Iterable[FeatureEdit]) -> list[FeatureEdit]:
    """Return edits that were each made for the layers as they are, as they follow each other.

    Two that write one column of a feature are chained; a column that has its value already is left out.
    """
    known: dict[tuple[str, str], dict[str, Value]] = {}
    found = []
    for edit in edits:
        row = known.setdefault((edit.table, edit.key), {})
        if edit.before is not None and edit.after is not None:
            before = {name: row.get(name, value) for name, value in edit.before.items()}
            stays = [name for name in before if name in row and before[name] == edit.after[name]]
            before, after = (
                {n: v for n, v in side.items() if n not in stays} for side in (before, edit.after)
            )
            edit = replace(edit, before=before, after=after)
        row |= edit.after or {}
        found.append(edit)
    return found


def stamp_columns(tables: AssetTables, role: str) -> frozenset[str]:
    """Return the columns that tell when and on whose word a row was changed: later changes write them too."""
    known = {one.value for one in Role}
    own = tables.writers(Role(role)) if role in known else []
    names = (writer.column_of(name) for writer in own for name in STAMPS)
    return frozenset(name for name in names if name)


def written(tables: AssetTables, change: AssetChange, *, at: datetime, who: str) -> Written:
    """Return what a change writes into the layers as they are now.

    Raises
    ------
    InputError
        The asset is unknown, or its id is on several rows; a new one has a taken id or no drawing.
    """
    return _WRITERS[change.kind](tables, change, _stamp(change, at, who))


def require_one(tables: AssetTables, role: Role, asset_id: str) -> tuple[TableWriter, Mapping[str, Value]]:
    """Return the one row of an asset; ``InputError`` when there is none, or more than one."""
    rows = tables.held(role, asset_id)
    if not rows:
        raise InputError("asset_change.no_asset", asset=asset_id, role=Message(f"role.{role.value}"))
    if len(rows) > 1:
        raise InputError("asset_change.id_twice", asset=asset_id, layer=rows[0][0].table, count=len(rows))
    return rows[0]


def split_id(tables: AssetTables, change: AssetChange) -> str:
    """Return the id of the second part of a pipe that is cut in two."""
    letters = [f"{change.asset_id}{chr(code)}" for code in range(ord("b"), ord("z") + 1)]
    tables.read(Role(change.role), letters)
    taken = {name for name in letters if tables.held(Role(change.role), name)}
    return second_id(change.asset_id, taken)


def delivery_of(change: AssetChange) -> tuple[str, Point | None]:
    """Return the id of a new connection's line, and the place of its delivery point."""
    line = as_geometry(change.shape_after)
    return f"BR-{change.asset_id}", Point(line.coords[-1]) if isinstance(line, LineString) else None


def _stamp(change: AssetChange, at: datetime, who: str) -> dict[str, str]:
    return {"updated_on": at.date().isoformat(), "updated_by": f"{change.order_id} ({who})"}


def _update(tables: AssetTables, change: AssetChange, stamp: Mapping[str, str]) -> Written:
    writer, row = require_one(tables, Role(change.role), change.asset_id)
    return _updated(writer, row, change, stamp)


def _updated(
    writer: TableWriter, row: Mapping[str, Value], change: AssetChange, stamp: Mapping[str, str]
) -> Written:
    now = current_values(writer, row, change.before)
    stale = [
        Stale(name, change.before[name], now[name], change.after.get(name, ""))
        for name in change.before
        if now[name] != change.before[name] and not writer.says(name, change.after.get(name, ""), row)
    ]
    shape = str(row.get(GEOMETRY) or "")
    if change.shape_after and shape not in (change.shape_before, change.shape_after):
        stale.append(Stale(GEOMETRY, _words(change.shape_before), _words(shape), _words(change.shape_after)))
    new, not_held = _columns(writer, row, {**_plain_states(change.after), **stamp}, stamp)
    if change.shape_after and not isinstance(as_geometry(change.shape_after), MultiLineString):
        new[GEOMETRY] = change.shape_after
    before = {name: row.get(name) for name in new}
    edit = FeatureEdit(writer.table, writer.key_column, change.asset_id, before, new)
    return Written((edit,), not_held, tuple(stale))


def _columns(
    writer: TableWriter, row: Mapping[str, Value], values: Mapping[str, str], stamp: Mapping[str, str]
) -> tuple[dict[str, Value], tuple[str, ...]]:
    """Return the columns to write, and the attributes that the table has no column for."""
    new: dict[str, Value] = {}
    not_held = []
    for name, text in values.items():
        column = writer.column_of(name)
        if column is None:
            not_held += [] if name in stamp else [name]
        elif name in stamp or not writer.says(name, text, row):
            new[column] = writer.value_in(row, name, text)
    return new, tuple(not_held)


def _plain_states(after: Mapping[str, str]) -> dict[str, str]:
    """Return attributes with the state of a valve as whether it is open and whether it is stuck."""
    plain = {name: text for name, text in after.items() if name != "state"}
    is_open, is_stuck = _STATES.get(after.get("state", ""), (None, None))
    if is_open is not None:
        plain |= {"is_open": str(is_open).lower(), "is_stuck": str(is_stuck).lower()}
    return plain


def _own(tables: AssetTables, change: AssetChange, stamp: Mapping[str, str]) -> Written:  # noqa: ARG001
    layer = OWN_LAYERS[change.role]
    if tables.own(change.role, change.asset_id):
        raise InputError("asset_change.id_taken", asset=change.asset_id, layer=layer.name)
    shape = as_geometry(change.shape_after)
    if shape is None:
        raise InputError("asset_change.not_drawn", change=change.change_id)
    row: dict[str, Value] = dict.fromkeys(layer.columns)
    row |= {name: text for name, text in change.after.items() if name in layer.columns and text}
    row |= {layer.key_column: change.asset_id, GEOMETRY: change.shape_after}
    if isinstance(shape, Point) and "x" in layer.columns:
        row |= {"x": round(shape.x, 3), "y": round(shape.y, 3)}
    if "order_id" in layer.columns:
        row["order_id"] = change.order_id
    if "length_m" in layer.columns:
        row["length_m"] = float(change.after.get("length_m") or shape.length)
    return Written((FeatureEdit(layer.name, layer.key_column, change.asset_id, None, row),))


def _split(tables: AssetTables, change: AssetChange, stamp: Mapping[str, str]) -> Written:
    writer, row = require_one(tables, Role(change.role), change.asset_id)
    parts = as_geometry(change.shape_after)
    if not isinstance(parts, MultiLineString):
        raise InputError("asset_change.not_drawn", change=change.change_id)
    first, second = (as_text(part) for part in parts.geoms)
    stays = replace(change, before={}, after={}, shape_after=first)
    kept = _updated(writer, row, stays, stamp)
    beyond, not_held = _columns(writer, row, {**change.after, **stamp}, stamp)
    end, start = writer.column_of("to_node"), writer.column_of("from_node")
    new = {**row, **beyond, writer.key_column: split_id(tables, change), GEOMETRY: second}
    edit = kept.edits[0]
    if start:
        new[start] = None
    if end:
        edit = replace(
            edit, before={**(edit.before or {}), end: row.get(end)}, after={**(edit.after or {}), end: None}
        )
    key = str(new[writer.key_column])
    return Written((edit, FeatureEdit(writer.table, writer.key_column, key, None, new)), not_held, kept.stale)


def _connection(tables: AssetTables, change: AssetChange, stamp: Mapping[str, str]) -> Written:
    """Return the rows of a connection and of its delivery point, where the layout has such points."""
    line_id, delivery = delivery_of(change)
    if delivery is None or not change.asset_id:
        raise InputError("asset_change.not_drawn", change=change.change_id)
    edits, not_held = [], list[str]()
    places = [(Role(change.role), line_id, change.shape_after)]
    if change.role == Role.SERVICE_CONNECTION.value:
        places.append((Role.DELIVERY_POINT, change.asset_id, as_text(delivery)))
    for role, key, shape in places:
        found = tables.writers(role)
        if not found:
            if role is Role(change.role):
                raise InputError("asset_change.no_layer", role=Message(f"role.{role.value}"))
            not_held.append(role.value)
            continue
        writer = found[0]
        if tables.held(role, key):
            raise InputError("asset_change.id_taken", asset=key, layer=writer.table)
        values = {name: text for name, text in {**change.after, **stamp}.items() if text}
        columns, missing = _columns(writer, {}, values, stamp)
        not_held += [name for name in missing if role is Role(change.role) and name != "address"]
        row = {**writer.fresh({}), **columns, writer.key_column: key, GEOMETRY: shape}
        edits.append(FeatureEdit(writer.table, writer.key_column, key, None, row))
    return Written(tuple(edits), tuple(not_held))


def _nothing(tables: AssetTables, change: AssetChange, stamp: Mapping[str, str]) -> Written:  # noqa: ARG001
    return Written(())


def _words(shape: str) -> str:
    drawn = as_geometry(shape)
    return "-" if drawn is None else drawn.wkt[:80]


_WRITERS: Mapping[str, Callable[[AssetTables, AssetChange, Mapping[str, str]], Written]] = MappingProxyType(
    {
        "attribute": _update,
        "valve_states": _update,
        "move": _update,
        "through": _update,
        "abandon": _update,
        "repair": _own,
        "lengths": _own,
        "split": _split,
        "connection": _connection,
        "remark": _nothing,
    }
)
