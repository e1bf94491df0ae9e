# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a network into a workspace, in the tables of the standard that it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd

from ..core.errors import InputError
from ..core.progress import Progress, SilentProgress, Span
from ..network.filling import table_name
from ..network.roles import Role
from ..network.stareau import known_tables, roles_from_stareau
from .asset_base import THIRD_PARTY_LAYER
from .ports import LayerSource, Workspace


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """What an import brought in: assets by role, the layers written, and those of the source left alone."""

    counts: dict[Role, int]
    layers: tuple[str, ...]
    skipped: tuple[str, ...]


def import_network(
    workspace: Workspace, source: LayerSource, *, progress: Progress | None = None
) -> ImportedNetwork:
    """Copy the known layers of a source into the workspace: all of them, or none if one has a mistake.

    Layers are known by their names without regard to case or schema, and take the names of the standard.

    Raises
    ------
    InputError
        No layer is known, two are the same table, or one lacks a column that its role needs.
    """
    progress = progress or SilentProgress()
    names = source.layer_names()
    known = _known(names)
    if not known:
        raise InputError("network.no_known_layer", found=", ".join(names) or "-", expected="StaR-Eau tables")
    layers = _read(source, known, Span(progress, 0.0, 0.5))
    frames = roles_from_stareau(layers.__getitem__, known)
    counts = {role: len(frame) for role, frame in frames.items()}
    if THIRD_PARTY_LAYER in layers:
        counts[Role.THIRD_PARTY] = len(layers[THIRD_PARTY_LAYER])
    progress.check()
    workspace.write_layers(layers)
    progress.report(1.0)
    return ImportedNetwork(
        counts=counts,
        layers=tuple(known),
        skipped=tuple(name for name in names if name not in known.values()),
    )


def _known(names: Sequence[str]) -> dict[str, str]:
    """Return the layers of a source that are known, by table."""
    tables = known_tables() | {THIRD_PARTY_LAYER}
    known: dict[str, str] = {}
    for name in names:
        table = table_name(name)
        if table in known:
            raise InputError("layer.twice", layer=table, first=known[table], file=name)
        if table in tables:
            known[table] = name
    return known


def _read(source: LayerSource, known: Mapping[str, str], progress: Progress) -> dict[str, gpd.GeoDataFrame]:
    layers = {}
    for done, (table, name) in enumerate(known.items()):
        progress.check()
        progress.report(done / len(known), name)
        layers[table] = source.read_layer(name)
    return layers
