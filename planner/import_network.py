# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a network into a workspace, in the tables of the standard that it came in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd

from ..core.errors import InputError
from ..core.progress import Progress, SilentProgress
from ..network.roles import Role
from ..network.stareau import TABLES, roles_from_stareau
from .asset_base import THIRD_PARTY_LAYER
from .ports import LayerSource, Workspace


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """What an import brought in: assets by role, and the layers that nothing was done with."""

    counts: dict[Role, int]
    layers: tuple[str, ...]
    skipped: tuple[str, ...]


def import_network(
    workspace: Workspace, source: LayerSource, *, progress: Progress | None = None
) -> ImportedNetwork:
    """Copy the known layers of a source into the workspace, once all of them are read and checked.

    Raises
    ------
    InputError
        No layer is known, or a known one lacks a column that its role needs.
    """
    progress = progress or SilentProgress()
    names = source.layer_names()
    known = [name for name in names if name in TABLES or name == THIRD_PARTY_LAYER]
    if not known:
        raise InputError("network.no_known_layer", found=", ".join(names) or "-", expected="StaR-Eau tables")
    layers = {name: source.read_layer(name) for name in known}
    frames = roles_from_stareau(layers.__getitem__, known)
    counts = {role: len(frame) for role, frame in frames.items()}
    if THIRD_PARTY_LAYER in layers:
        counts[Role.THIRD_PARTY] = len(layers[THIRD_PARTY_LAYER])
    _write(workspace, layers, known, progress)
    return ImportedNetwork(
        counts=counts, layers=tuple(known), skipped=tuple(name for name in names if name not in known)
    )


def _write(
    workspace: Workspace, layers: dict[str, gpd.GeoDataFrame], known: Sequence[str], progress: Progress
) -> None:
    for done, name in enumerate(known):
        progress.check()
        progress.report(done / len(known), name)
        workspace.write_layer(name, layers[name])
    progress.report(1.0)
