# SPDX-License-Identifier: GPL-3.0-or-later
"""Look at a source of a network before it is imported: what its layers are, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...core.errors import InputError
from ...core.progress import Progress, SilentProgress, Span
from ...network.assets.results import Defect
from ...network.assets.roles import Role
from ...network.layouts.mapping import table_name
from ...network.layouts.proposal import LayerChoice, LayerOutline, propose
from ...network.layouts.standards import Recognised, recognise, standards
from ..ports import LayerSource, Workspace
from .asset_base import AssetBase
from .audit_network import audit_network
from .import_network import ImportedNetwork, import_network, is_known
from .network_layout import OwnMapping
from .propose_mapping import outlines

_FILE = "wizard.yaml"


@dataclass(frozen=True, slots=True)
class SourceLook:
    """The layers of a source; ``recognised`` by layer where a standard knows them.

    Without a standard ``guessed`` says by layer which role is proposed and where its columns come from.
    """

    layers: tuple[LayerOutline, ...]
    recognised: Mapping[str, Recognised]
    guessed: Mapping[str, LayerChoice]


@dataclass(frozen=True, slots=True)
class TriedImport:
    """What an import brings in, and the defects of its networks: how many of each severity and code."""

    imported: ImportedNetwork
    defects: Mapping[tuple[str, str], int]
    worst: tuple[Defect, ...]


def look_at_source(source: LayerSource, *, progress: Progress | None = None) -> SourceLook:
    """Return what the layers of a source are; ``InputError`` when one cannot be read.

    ``Cancelled`` between two layers.
    """
    found = []
    for layer in outlines(source):
        found.append(layer)
        if progress is not None:
            progress.check()
    layers = tuple(found)
    if is_known([layer.name for layer in layers]):
        return SourceLook(layers, _recognised(layers), {})
    return SourceLook(layers, {}, guessed(layers))


def guessed(
    layers: Sequence[LayerOutline], *, choices: Mapping[str, LayerChoice] | None = None
) -> dict[str, LayerChoice]:
    """Return the role and the columns that are proposed for each layer; ``choices`` go before guesses."""
    found = {layer.name: LayerChoice(None) for layer in layers}
    text = propose(layers, choices=choices or {})
    names = {table_name(layer.name): layer.name for layer in layers}
    for layer in OwnMapping(text, _FILE).read().layers if text else ():
        columns = {name: column.column for name, column in layer.columns.items() if column.column}
        found[names[table_name(layer.table)]] = LayerChoice(layer.role, columns)
    return found


def mapping_of(layers: Sequence[LayerOutline], choices: Mapping[str, LayerChoice]) -> OwnMapping:
    """Return the mapping that a person's choices make; ``InputError`` when no layer plays a role."""
    text = propose(layers, choices=choices)
    if text is None:
        expected = ", ".join(role.value for role in Role)
        raise InputError(
            "network.no_known_layer", found=", ".join(one.name for one in layers) or "-", expected=expected
        )
    return OwnMapping(text, _FILE)


def try_import(
    workspace: Workspace,
    source: LayerSource,
    *,
    own: OwnMapping | None = None,
    most: int = 20,
    progress: Progress | None = None,
) -> TriedImport:
    """Import a network into a workspace that is thrown away afterwards, and audit it.

    ``most`` is how many of the worst defects are kept. ``InputError`` as ``import_network`` raises it.
    """
    progress = progress or SilentProgress()
    imported = import_network(workspace, source, own=own, progress=Span(progress, 0.0, 0.6))
    progress.check()
    found: tuple[Defect, ...] = ()
    if {Role.WATER_PIPE, Role.SEWER_PIPE} & {role for role, count in imported.counts.items() if count}:
        found = audit_network(AssetBase(workspace))
    progress.report(1.0)
    counts = Counter((defect.severity, defect.message.code) for defect in found)
    return TriedImport(imported, counts, found[:most])


def _recognised(layers: Sequence[LayerOutline]) -> dict[str, Recognised]:
    found = {}
    for layer in layers:
        for mapping in standards().values():
            if table_name(layer.name) in mapping.tables:
                found[layer.name] = recognise(mapping, layer.name, layer.columns)
                break
    return found
