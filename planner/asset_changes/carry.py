# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepted changes carried over to layers that lie elsewhere: the service's own files, schemas, projects.

An editor of such layers says what it can write. Carrying is safe to repeat: a feature that holds a change
already is left, one that holds something else than before it is told with both values and left as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Protocol

from ...network.changes.feature_edits import GEOMETRY, FeatureEdit, Value, from_json, same
from ...network.layouts.mapping import table_name
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ..ports import Workspace

# more edits of one feature than this are taken in the order of their decisions
_MOST_TURNED = 8


class FeatureEditor(Protocol):
    """Layers that features can be written into: files, a schema of a server, layers of a QGIS project."""

    def editable_layers(self) -> Mapping[str, str]:
        """Return why each layer cannot be written, by its name; an empty reason where it can."""

    def columns(self, layer: str) -> tuple[str, ...]:
        """Return the columns of a layer, its geometry apart."""

    def rows(
        self, layer: str, key_column: str, keys: Iterable[str]
    ) -> Mapping[str, Sequence[Mapping[str, Value]]]:
        """Return the rows that have some ids, as edits hold them."""

    def apply(self, edits: Sequence[FeatureEdit]) -> None:
        """Write edits: all of them, or none."""


@dataclass(frozen=True, slots=True)
class Uncarried:
    """An edit that was left: why, and for each column what stands there and what should."""

    edit: FeatureEdit
    reason: str
    differences: tuple[tuple[str, Value, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What carrying wrote, what was there already, and what was left with the reason."""

    written: tuple[FeatureEdit, ...]
    already: int
    left: tuple[Uncarried, ...]


def net_edits(workspace: Workspace) -> list[FeatureEdit]:
    """Return what all accepted changes together make of each feature, in the order of their decisions."""
    accepted = workspace.all(AssetChange, state=ChangeState.ACCEPTED)
    ordered = sorted(accepted, key=lambda one: (str(one.decided_at), one.change_id))
    found: dict[tuple[str, str], list[FeatureEdit]] = {}
    for change in ordered:
        for edit in from_json(change.edits):
            found.setdefault((edit.table, edit.key), []).append(edit)
    joined = [reduce(_joined, _in_turn(edits)) for edits in found.values()]
    return [edit for edit in joined if not edit.changes_nothing]


def _in_turn(edits: Sequence[FeatureEdit]) -> Sequence[FeatureEdit]:
    """Return edits of one feature so that each finds what those before it left.

    Several may have been decided at the same moment, one by one, in another order than that of their names.
    """
    if not 1 < len(edits) <= _MOST_TURNED:
        return edits
    return _chain(tuple(edits), {}) or edits


def _chain(edits: tuple[FeatureEdit, ...], held: Mapping[str, Value]) -> tuple[FeatureEdit, ...] | None:
    if not edits:
        return ()
    for number, edit in enumerate(edits):
        if all(same(held[name], value) for name, value in (edit.before or {}).items() if name in held):
            others = edits[:number] + edits[number + 1 :]
            rest = _chain(others, {**held, **(edit.after or {})})
            if rest is not None:
                return (edit, *rest)
    return None


def _together(workspace: Workspace) -> dict[tuple[str, str], int]:
    """Return for each feature that a change writes with others of its layer the number of their group."""
    groups: dict[tuple[str, str], int] = {}
    for number, change in enumerate(workspace.all(AssetChange, state=ChangeState.ACCEPTED)):
        edits = from_json(change.edits)
        for table, count in Counter(edit.table for edit in edits).items():
            if count > 1:
                own = [(table_name(table), edit.key) for edit in edits if edit.table == table]
                if met := {groups[key] for key in own if key in groups}:
                    groups |= {key: number for key, group in groups.items() if group in met}
                groups |= dict.fromkeys(own, number)
    return groups


def _group(groups: Mapping[tuple[str, str], int], edit: FeatureEdit) -> int | None:
    return groups.get((table_name(edit.table), edit.key))


def carry(workspace: Workspace, editor: FeatureEditor, *, dry_run: bool = False) -> Carried:
    """Write all accepted changes into other layers, in one go; layers are matched by their tables' names.

    A shapefile cuts names of columns to ten letters: columns are matched by that too.
    """
    refused = editor.editable_layers()
    layers = {table_name(name): name for name in refused}
    written: list[FeatureEdit] = []
    left: list[Uncarried] = []
    local: list[FeatureEdit] = []
    already = 0
    for edit in net_edits(workspace):
        layer = layers.get(table_name(edit.table))
        own = None if layer is None or refused[layer] else _local(edit, layer, editor.columns(layer))
        if own is not None:
            local.append(own)
        else:
            left.append(Uncarried(edit, "no_layer" if layer is None else refused[layer] or "no_column"))
    looked = [(own, rows, _problem(own, rows)) for own, rows in _with_rows(editor, local)]
    groups = _together(workspace)
    held_back = {_group(groups, own) for own, _, problem in looked if problem not in ("", "already")}
    for own, rows, problem in looked:
        if problem == "already":
            already += 1
        elif problem:
            left.append(Uncarried(own, problem, _differences(own, rows)))
        elif _group(groups, own) in held_back - {None}:
            left.append(Uncarried(own, "with_others"))
        else:
            written.append(own)
    if written and not dry_run:
        editor.apply(written)
    return Carried(tuple(written), already, tuple(left))


def _with_rows(
    editor: FeatureEditor, edits: Sequence[FeatureEdit]
) -> Iterator[tuple[FeatureEdit, Sequence[Mapping[str, Value]]]]:
    """Yield edits with the rows of their ids, which each layer is asked for once."""
    keys: dict[tuple[str, str], list[str]] = {}
    for edit in edits:
        keys.setdefault((edit.table, edit.key_column), []).append(edit.key)
    found = {asked: editor.rows(*asked, own) for asked, own in keys.items()}
    for edit in edits:
        yield edit, found[edit.table, edit.key_column].get(edit.key, [])


def _joined(first: FeatureEdit, then: FeatureEdit) -> FeatureEdit:
    if first.before is None or then.after is None or first.after is None:
        after = None if then.after is None else {**(first.after or {}), **then.after}
        return replace(first, after=after)
    before = {**(then.before or {}), **first.before}
    return replace(first, before=before, after={**first.after, **then.after})


def _local(edit: FeatureEdit, layer: str, columns: Sequence[str]) -> FeatureEdit | None:
    """Return an edit in the names of another layer; None where it has none of the columns that change."""
    known = {name.lower(): name for name in columns} | {name.lower()[:10]: name for name in columns}
    key = known.get(edit.key_column.lower()) or known.get(edit.key_column.lower()[:10])
    if key is None:
        return None
    sides = [None if side is None else _renamed(side, known) for side in (edit.before, edit.after)]
    if not any(sides):
        return None
    return FeatureEdit(layer, key, edit.key, *sides)


def _renamed(values: Mapping[str, Value], known: Mapping[str, str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in values.items():
        own = name if name == GEOMETRY else known.get(name.lower()) or known.get(name.lower()[:10])
        if own is not None:
            found[own] = value
    return found


def _problem(edit: FeatureEdit, rows: Sequence[Mapping[str, Value]]) -> str:
    """Return why an edit is not written, ``already`` when it is there, ``""`` when it can be."""
    if len(rows) > 1:
        return "key_twice"
    if edit.before is None:
        if not rows:
            return ""
        return "already" if not _differing(edit.after or {}, rows[0]) else "changed"
    if not rows:
        return "no_feature"
    if edit.after is not None and not _differing(edit.after, rows[0]):
        return "already"
    return "changed" if _differing(edit.before, rows[0]) else ""


def _differing(wanted: Mapping[str, Value], row: Mapping[str, Value]) -> list[str]:
    return [name for name, value in wanted.items() if not same(row.get(name), value)]


def _differences(
    edit: FeatureEdit, rows: Sequence[Mapping[str, Value]]
) -> tuple[tuple[str, Value, Value], ...]:
    row = rows[0] if rows else {}
    wanted = edit.after or {}
    return tuple((name, row.get(name), wanted[name]) for name in _differing(wanted, row))
