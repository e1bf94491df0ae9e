# SPDX-License-Identifier: GPL-3.0-or-later
"""Which mapping reads which layer of a workspace: noted by an import, asked by every later command."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ...network.assets.roles import Role
from ...network.layouts.mapping import StandardMapping, parse_mapping, table_name
from ...network.layouts.standards import standards, tables_of
from ..ports import Workspace

OWN = "own"
READ_AS_SETTING = "network.read_as"
MAPPING_SETTING = "network.mapping"
_FILE_SETTING = "network.mapping_file"


@dataclass(frozen=True, slots=True)
class OwnMapping:
    """A mapping of one's own, and the text that it was read from."""

    text: str
    file: str

    def read(self) -> StandardMapping:
        """Return the mapping; a mistake in it is an ``InputError`` with its line."""
        return parse_mapping(self.text, file=self.file)


def layout_of(workspace: Workspace, names: Collection[str]) -> list[tuple[StandardMapping, list[str]]]:
    """Return the mappings that read the layers of a workspace, each with its layers.

    Layers that no import has noted are read by the standard that knows them.
    """
    noted: dict[str, str] = json.loads(workspace.setting(READ_AS_SETTING, "{}"))
    text = workspace.setting(MAPPING_SETTING)
    known = dict(standards())
    if text:
        known[OWN] = OwnMapping(text, workspace.setting(_FILE_SETTING)).read()
    return [
        (
            mapping,
            [name for name in tables_of(mapping, names) if noted.get(table_name(name), standard) == standard],
        )
        for standard, mapping in known.items()
    ]


def layout_with(
    workspace: Workspace, read_as: Mapping[str, str], *, own: OwnMapping | None
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the settings that note which mapping reads which table, and the tables that are read no more.

    ``read_as`` tells the mapping of each table that comes in. A table of another mapping gives way when the
    new ones fill one of its roles: a network imported again in another standard is not there twice.
    """
    noted: dict[str, str] = json.loads(workspace.setting(READ_AS_SETTING, "{}"))
    before = layout_of(workspace, workspace.layer_names())
    mappings = {**standards(), **({OWN: own.read()} if own else {})}
    filled = {role for table, key in read_as.items() for role in _roles(mappings[key], [table])}
    coming = {mappings[key].standard for key in read_as.values()}
    retired = [
        table
        for mapping, names in before
        if mapping.standard not in coming
        for table in map(table_name, names)
        if table not in read_as and filled & _roles(mapping, [table])
    ]
    noted.update(dict.fromkeys(retired, ""))
    settings = {READ_AS_SETTING: json.dumps({**noted, **read_as})}
    if own is not None:
        settings |= {MAPPING_SETTING: own.text, _FILE_SETTING: own.file}
    return settings, tuple(retired)


def _roles(mapping: StandardMapping, tables: Iterable[str]) -> set[Role]:
    wanted = set(tables)
    return {layer.role for layer in mapping.layers if table_name(layer.table) in wanted}
