# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a network into a workspace, in the tables of the layout that it came in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
from pyproj import CRS

from ...core.errors import InputError
from ...core.messages import Message
from ...core.near_names import near_names
from ...core.progress import Progress, SilentProgress, Span
from ...network.assets.results import Defect
from ...network.assets.roles import Role
from ...network.assets.unusable_rows import wrong_rows
from ...network.layouts.customers import CUSTOMER_ROLES, with_customers
from ...network.layouts.filling import Filled, joined, read_roles
from ...network.layouts.mapping import StandardMapping, table_name
from ...network.layouts.standards import Recognised, recognise, standards
from ..ports import LayerSource, Workspace
from .answered_networks import THIRD_PARTY_LAYER
from .degrees import look_like_degrees
from .network_layout import OWN, OwnMapping, layout_of, layout_with

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class ImportedNetwork:
    """What an import brought in.

    Assets by role, the layers written and how each was recognised, those of the source left alone, those
    that came in another CRS than the workspace's (by layer), tables of former imports that are read no more,
    rows that cannot be used, rows that are used although their id is missing or not theirs alone, and what
    else is worth knowing.
    """

    counts: dict[Role, int]
    layers: tuple[str, ...]
    skipped: tuple[str, ...]
    recognised: tuple[Recognised, ...] = ()
    reprojected: Mapping[str, str] | None = None
    retired: tuple[str, ...] = ()
    unusable: tuple[Defect, ...] = ()
    doubtful: tuple[Defect, ...] = ()
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
        No layer is known or none has a row, two are the same table, one does not say its CRS or says a wrong
        one, is drawn as its role cannot be, lacks a column that its role needs, or holds a value that the
        mapping does not know.
    """
    progress = progress or SilentProgress()
    mappings = _mappings(standard, own)
    names = source.layer_names()
    known = _layers_to_read(names, mappings, standard)
    layers, reprojected = _read(source, known, workspace.crs, Span(progress, 0.0, 0.5))
    read_as = {table: key for key, mapping in mappings.items() for table in layers if table in mapping.tables}
    filled = read_roles(
        layers.__getitem__,
        [(mapping, [t for t, one in read_as.items() if one == key]) for key, mapping in mappings.items()],
    )
    counts = _counts(filled, layers)
    if not sum(counts.values()):
        raise InputError("network.nothing_imported", layers=", ".join(known.values()))
    unusable, doubtful = wrong_rows(filled.frames)
    progress.check()
    settings, retired = layout_with(workspace, read_as, own=own)
    remarks = _customer_remarks(workspace, filled, {*read_as, *retired}, is_remapped=own is not None)
    workspace.write_layers(layers, settings=settings)
    progress.report(1.0)
    return ImportedNetwork(
        counts=counts,
        layers=tuple(known),
        skipped=tuple(name for name in names if name not in known.values()),
        recognised=tuple(_recognised(known, layers, read_as, mappings)),
        reprojected=reprojected,
        retired=retired,
        unusable=unusable,
        doubtful=doubtful,
        remarks=(*filled.remarks, *remarks),
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


def _layers_to_read(
    names: Sequence[str], mappings: Mapping[str, StandardMapping], standard: str
) -> dict[str, str]:
    """Return the layers to read by table; refuse a source that has none, or not all of one's own mapping."""
    known = known_layers(names, mappings)
    # third parties are no part of a standard: they come in beside a network, or alone when none was asked for
    if not known or (standard != AUTO and known.keys() == {THIRD_PARTY_LAYER}):
        expected = ", ".join(mapping.standard for mapping in mappings.values())
        raise InputError("network.no_known_layer", found=", ".join(names) or "-", expected=expected)
    if OWN in mappings:
        _require_layers(mappings[OWN], known, names)
    return known


def _require_layers(mapping: StandardMapping, known: Mapping[str, str], names: Sequence[str]) -> None:
    """Refuse a mapping of one's own that names a layer which the source does not have."""
    for table in sorted({table_name(layer.table) for layer in mapping.layers} - set(known)):
        raise InputError(
            "network.layer_missing",
            file=mapping.file,
            layer=table,
            near=near_names(table, names),
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
    for done, (table, name) in enumerate(known.items()):
        progress.check()
        progress.report(done / len(known), name)
        frame = source.read_layer(name)
        _require_true_crs(name, frame)
        if frame.crs != crs:
            reprojected[name] = _name_of(frame.crs)
        layers[table] = frame.to_crs(crs)
    return layers, reprojected


def _require_true_crs(name: str, frame: gpd.GeoDataFrame) -> None:
    """Refuse a layer that does not say its CRS, or that says metres where it holds degrees."""
    if frame.crs is None:
        raise InputError("layer.no_crs", layer=name)
    bounds = [float(side) for side in frame.total_bounds]
    if frame.crs.is_projected and look_like_degrees(bounds):
        place = f"{bounds[0]:.5f}, {bounds[1]:.5f}"
        raise InputError("layer.degrees", layer=name, crs=_name_of(frame.crs), place=place)


def _name_of(crs: CRS) -> str:
    return str(crs.to_string() if crs.to_epsg() else crs.name)


def _customer_remarks(
    workspace: Workspace, filled: Filled, gone: set[str], *, is_remapped: bool
) -> tuple[Message, ...]:
    """Return how customers will be counted: tables of former imports that are not ``gone`` count as well.

    What a former mapping of one's own read is gone too when another takes its place.
    """
    if not CUSTOMER_ROLES & filled.frames.keys():
        return ()
    staying = [
        (mapping, [name for name in names if table_name(name) in _tables_of_customers(mapping) - gone])
        for mapping, names in layout_of(workspace, workspace.layer_names())
        if not (is_remapped and mapping.file)
    ]
    beside = read_roles(workspace.read_layer, staying)
    return with_customers(joined(filled.frames, beside.frames))[1]


def _tables_of_customers(mapping: StandardMapping) -> set[str]:
    return {table_name(layer.table) for layer in mapping.layers if layer.role in CUSTOMER_ROLES}


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
