# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a network into a workspace, in the tables of the layout that it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import geopandas as gpd

from ..core.errors import InputError
from ..core.messages import Message
from ..core.progress import Progress, SilentProgress, Span
from ..network.assets.results import Defect
from ..network.assets.roles import Role
from ..network.assets.unusable_rows import unusable_rows
from ..network.layouts.customers import with_customers
from ..network.layouts.filling import Filled, read_roles, require_same_crs
from ..network.layouts.mapping import StandardMapping, table_name
from ..network.layouts.standards import Recognised, recognise, standards
from .asset_base import THIRD_PARTY_LAYER
from .network_layout import OWN, OwnMapping, layout_with
from .ports import LayerSource, Workspace

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """What an import brought in.

    Assets by role, the layers written and how each was recognised, those of the source left alone, those
    that came in another CRS than the workspace's (by layer), tables of former imports that are read no more,
    rows that cannot be used, and what else is worth knowing.
    """

    counts: dict[Role, int]
    layers: tuple[str, ...]
    skipped: tuple[str, ...]
    recognised: tuple[Recognised, ...] = ()
    reprojected: Mapping[str, str] | None = None
    retired: tuple[str, ...] = ()
    unusable: tuple[Defect, ...] = ()
    remarks: tuple[Message, ...] = ()


def import_network(
    workspace: Workspace,
    source: LayerSource,
    *,
    standard: str = AUTO,
    own: OwnMapping | None = None,
    progress: Progress | None = None,
) -> ImportedNetwork:
    """Copy the known layers of a source into the workspace: all of them, or none if one has a mistake.

    Layers are known by their names without regard to case or schema, and take the names of the standard.
    ``standard`` limits what is looked for to one standard; ``own`` is a mapping used in their place.

    Raises
    ------
    InputError
        No layer is known, two are the same table, two are in different CRS, one lacks a column that its role
        needs, or holds a value that the mapping does not know.
    """
    progress = progress or SilentProgress()
    mappings = _mappings(standard, own)
    names = source.layer_names()
    known = known_layers(names, mappings)
    # third parties are no part of a standard: they come in beside a network, or alone when none was asked for
    if not known or (standard != AUTO and known.keys() == {THIRD_PARTY_LAYER}):
        expected = ", ".join(mapping.standard for mapping in mappings.values())
        raise InputError("network.no_known_layer", found=", ".join(names) or "-", expected=expected)
    if own is not None:
        _require_layers(mappings[OWN], known, names)
    layers, reprojected = _read(source, known, workspace.crs, Span(progress, 0.0, 0.5))
    read_as = {table: key for key, mapping in mappings.items() for table in layers if table in mapping.tables}
    filled = read_roles(
        layers.__getitem__,
        [(mapping, [t for t, one in read_as.items() if one == key]) for key, mapping in mappings.items()],
    )
    unusable = unusable_rows(filled.frames)
    progress.check()
    settings, retired = layout_with(workspace, read_as, own=own)
    workspace.write_layers(layers, settings=settings)
    progress.report(1.0)
    return ImportedNetwork(
        counts=_counts(filled, layers),
        layers=tuple(known),
        skipped=tuple(name for name in names if name not in known.values()),
        recognised=tuple(_recognised(known, layers, read_as, mappings)),
        reprojected=reprojected,
        retired=retired,
        unusable=unusable,
        remarks=(*filled.remarks, *with_customers(filled.frames)[1]),
    )


def is_known(names: Sequence[str]) -> bool:
    """Tell whether a standard knows any of these layers."""
    return bool(known_layers(names, standards()))


def known_layers(names: Sequence[str], mappings: Mapping[str, StandardMapping]) -> dict[str, str]:
    """Return the layers of a source that a mapping knows, by table; two of one table are refused."""
    tables = frozenset({THIRD_PARTY_LAYER}).union(*(mapping.tables for mapping in mappings.values()))
    known: dict[str, str] = {}
    for name in names:
        table = table_name(name)
        if table in known:
            raise InputError("layer.twice", layer=table, first=known[table], file=name)
        if table in tables:
            known[table] = name
    return known


def _require_layers(mapping: StandardMapping, known: Mapping[str, str], names: Sequence[str]) -> None:
    """Refuse a mapping of one's own that names a layer which the source does not have."""
    for table in sorted({table_name(layer.table) for layer in mapping.layers} - set(known)):
        near = get_close_matches(table, [name.lower() for name in names], n=3, cutoff=0.4)
        raise InputError(
            "network.layer_missing",
            file=mapping.file,
            layer=table,
            near=", ".join(near) or "-",
            found=", ".join(names) or "-",
        )


def _mappings(standard: str, own: OwnMapping | None) -> dict[str, StandardMapping]:
    if own is not None:
        return {OWN: own.read()}
    return {key: mapping for key, mapping in standards().items() if standard in (AUTO, key)}


def _read(
    source: LayerSource, known: Mapping[str, str], crs: str, progress: Progress
) -> tuple[dict[str, gpd.GeoDataFrame], dict[str, str]]:
    """Return the layers in the workspace's CRS, and the CRS of those that came in another."""
    layers: dict[str, gpd.GeoDataFrame] = {}
    reprojected: dict[str, str] = {}
    first: tuple[str, gpd.GeoDataFrame] | None = None
    for done, (table, name) in enumerate(known.items()):
        progress.check()
        progress.report(done / len(known), name)
        frame = source.read_layer(name)
        if frame.crs is None:
            raise InputError("layer.no_crs", layer=name)
        first = first or (name, frame.iloc[:0])
        require_same_crs(name, frame, *first)
        if frame.crs != crs:
            reprojected[name] = frame.crs.to_string() if frame.crs.to_epsg() else frame.crs.name
        layers[table] = frame.to_crs(crs)
    return layers, reprojected


def _counts(filled: Filled, layers: Mapping[str, gpd.GeoDataFrame]) -> dict[Role, int]:
    counts = {role: len(frame) for role, frame in filled.frames.items()}
    if THIRD_PARTY_LAYER in layers:
        counts[Role.THIRD_PARTY] = len(layers[THIRD_PARTY_LAYER])
    return counts


def _recognised(
    known: Mapping[str, str],
    layers: Mapping[str, gpd.GeoDataFrame],
    read_as: Mapping[str, str],
    mappings: Mapping[str, StandardMapping],
) -> list[Recognised]:
    found = []
    for table, key in read_as.items():
        columns = [str(name) for name in layers[table].columns if name != layers[table].geometry.name]
        found.append(recognise(mappings[key], known[table], columns))
    return found
