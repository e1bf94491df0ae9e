# SPDX-License-Identifier: GPL-3.0-or-later
"""The standards that come with Regard, and which of them a table is of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ..assets.roles import Role
from .mapping import STANDARDS_FOLDER, StandardMapping, read_mapping, table_name

_STANDARDS = ("stareau", "raepa")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table of a source: which mapping reads it, as which roles, and which of its fields are known."""

    table: str
    standard: str
    roles: tuple[Role, ...]
    known_fields: tuple[str, ...]
    unknown_fields: tuple[str, ...]


@cache
def standards() -> Mapping[str, StandardMapping]:
    """Return the mappings of the standards by the names that they go by on the command line."""
    return MappingProxyType({name: read_mapping(STANDARDS_FOLDER / f"{name}.yaml") for name in _STANDARDS})


def tables_of(mapping: StandardMapping, names: Collection[str]) -> list[str]:
    """Return the layers among ``names`` that a mapping reads."""
    return [name for name in names if table_name(name) in mapping.tables]


def recognise(mapping: StandardMapping, table: str, columns: Collection[str]) -> Recognised:
    """Return how a mapping reads a table with these columns.

    A field is known when the standard lists it, or when the mapping reads it.
    """
    layers = [layer for layer in mapping.layers if table_name(layer.table) == table_name(table)]
    known = {field.lower() for field in mapping.fields.get(table_name(table), ())}
    known |= {name.lower() for layer in layers for name in layer.read_columns}
    return Recognised(
        table=table,
        standard=mapping.standard,
        roles=tuple(dict.fromkeys(layer.role for layer in layers)),
        known_fields=tuple(name for name in columns if name.lower() in known),
        unknown_fields=tuple(name for name in columns if name.lower() not in known),
    )
