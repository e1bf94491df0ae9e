# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers of a workspace as tables of assets: rows by role and id, and how they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from ...network.assets.roles import Role
from ...network.changes.feature_edits import Value
from ...network.changes.writing import TableWriter, writers
from ...network.layouts.mapping import StandardMapping
from ..assets.network_layout import layout_of
from ..ports import Workspace
from .own_layers import OWN_LAYERS

Held = tuple[TableWriter, Mapping[str, Value]]


class AssetTables:
    """Reads rows when they are asked for, many at a time, and keeps them.

    It answers for the workspace as it was found: ask a new one after a change.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._held: dict[Role, dict[str, list[Held]]] = {}
        self._own: dict[str, dict[str, list[Mapping[str, Value]]]] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the layers."""
        return frozenset(self._workspace.layer_names())

    def writers(self, role: Role) -> list[TableWriter]:
        """Return the tables that hold assets of a role."""
        found: list[TableWriter] = []
        for mapping, tables in self._layout:
            found += writers(mapping, {name: self._columns(name) for name in tables}, role)
        return found

    def read(self, role: Role, ids: Collection[str]) -> None:
        """Read the rows of many assets at once, those that are not known yet."""
        known = self._held.setdefault(role, {})
        wanted = [name for name in dict.fromkeys(ids) if name not in known]
        if not wanted:
            return
        known.update({name: [] for name in wanted})
        for writer in self.writers(role):
            rows = self._workspace.layer_rows(writer.table, writer.key_column, wanted)
            for name, found in rows.items():
                known[name] += [(writer, row) for row in found if writer.plays(row)]

    def held(self, role: Role, asset_id: str) -> list[Held]:
        """Return the rows of an asset, each with its table: none if unknown, several when repeated."""
        self.read(role, (asset_id,))
        return self._held[role][asset_id]

    def read_own(self, role: str, keys: Iterable[str]) -> None:
        """Read the rows of many features of a layer of the workspace's own."""
        layer = OWN_LAYERS[role]
        known = self._own.setdefault(role, {})
        wanted = [key for key in dict.fromkeys(keys) if key not in known]
        known.update({key: [] for key in wanted})
        if wanted and layer.name in self.names:
            for key, rows in self._workspace.layer_rows(layer.name, layer.key_column, wanted).items():
                known[key] = list(rows)

    def own(self, role: str, key: str) -> list[Mapping[str, Value]]:
        """Return the rows of a feature of a layer of the workspace's own."""
        self.read_own(role, (key,))
        return self._own[role][key]

    @cached_property
    def _layout(self) -> list[tuple[StandardMapping, list[str]]]:
        return layout_of(self._workspace, self.names)

    def _columns(self, name: str) -> tuple[str, ...]:
        if name not in self._known_columns:
            self._known_columns[name] = self._workspace.layer_columns(name)
        return self._known_columns[name]

    @cached_property
    def _known_columns(self) -> dict[str, tuple[str, ...]]:
        return {}
