# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the wizard takes a network from: a file, a folder, or layers of the project, read in a worker."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QThread

from ...core.errors import InputError
from ...core.progress import Progress, Span
from ...qgis_bridge.native import load_wheels_apart

if TYPE_CHECKING:
    from ...network.layouts.proposal import LayerChoice, LayerOutline
    from ...planner.assets.network_layout import OwnMapping
    from ...planner.assets.try_import import SourceLook, TriedImport


@dataclass(frozen=True, slots=True)
class NetworkSource:
    """A file or folder, or copies of layers that belong to no thread; nothing of both: no network yet."""

    path: str = ""
    layers: tuple[QgsVectorLayer, ...] = ()

    @staticmethod
    def of_layers(layers: list[QgsVectorLayer]) -> NetworkSource:
        """Return copies of layers of the project as they are stored; to be called in the main thread."""
        copies = tuple(layer.clone() for layer in layers)
        for copy in copies:
            copy.moveToThread(None)
        return NetworkSource("", copies)

    def __bool__(self) -> bool:
        return bool(self.path or self.layers)

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """Open it in a worker."""
        load_wheels_apart()
        if self.path:
            from ...store.sources import opened

            with opened(self.path) as layers:
                yield layers
            return
        from ...qgis_bridge.layer_source import QgisLayers

        for layer in self.layers:
            layer.moveToThread(QThread.currentThread())
        try:
            yield QgisLayers(self.layers)
        finally:
            for layer in self.layers:
                layer.moveToThread(None)


@dataclass(frozen=True, slots=True)
class NewWorkspace:
    """What the wizard makes: where, in which CRS, from which network, roads and people."""

    url: str
    crs: str
    source: NetworkSource
    own: OwnMapping | None = None
    roads: str = ""
    people: str = ""


def look(source: NetworkSource, progress: Progress) -> SourceLook:
    """Return what the layers of a source are."""
    with source.opened() as layers:
        from ...planner.assets.try_import import look_at_source

        return look_at_source(layers, progress=progress)


def mapping_from(
    layers: tuple[LayerOutline, ...],
    choices: Mapping[str, tuple[str, Mapping[str, str]]],
    materials: Mapping[str, Mapping[str, str]],
) -> OwnMapping:
    """Return the mapping of choices: by layer the value of its role (empty: left out) and its columns.

    ``materials`` are by layer the codes of values of its column of materials.
    """
    from ...network.assets.roles import Role
    from ...network.layouts.proposal import LayerChoice
    from ...planner.assets.try_import import mapping_of

    chosen: dict[str, LayerChoice] = {
        name: LayerChoice(Role(role) if role else None, columns, materials.get(name, {}))
        for name, (role, columns) in choices.items()
    }
    return mapping_of(layers, chosen)


def try_network(new: NewWorkspace, progress: Progress) -> TriedImport:
    """Import the network into a workspace that is thrown away, and audit it."""
    with new.source.opened() as layers, tempfile.TemporaryDirectory(prefix="regard-") as folder:
        from ...planner.assets.try_import import try_import
        from ...store.workspaces import create_workspace

        with closing(create_workspace(Path(folder) / "trial.gpkg", crs=new.crs)) as workspace:
            return try_import(workspace, layers, own=new.own, progress=progress)


def build(new: NewWorkspace, progress: Progress, *, who: str) -> str:
    """Make the workspace and return its address; a file is there whole, or not at all."""
    load_wheels_apart()
    if "://" in new.url:
        _fill(new.url, new, progress, who=who)
        return new.url
    target = Path(new.url)
    if target.exists():
        raise InputError("workspace.exists", target=target)
    if not target.parent.is_dir():
        raise InputError("file.missing", file=target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".regard-") as folder:
        made = Path(folder) / target.name
        _fill(str(made), new, progress, who=who)
        made.replace(target)
    return new.url


def _fill(url: str, new: NewWorkspace, progress: Progress, *, who: str) -> None:
    from ...planner.assets.import_network import import_network
    from ...planner.import_records import import_records
    from ...planner.roads.roads import bring_roads
    from ...planner.rule_versions import rule_book_of
    from ...store.resource_files import read_resources
    from ...store.workspaces import create_workspace

    with closing(create_workspace(url, crs=new.crs)) as workspace:
        if new.source:
            with new.source.opened() as layers:
                import_network(workspace, layers, own=new.own, progress=Span(progress, 0.0, 0.5))
        progress.check()
        if new.roads:
            bring_roads(workspace, Path(new.roads), progress=Span(progress, 0.5, 0.9))
        progress.check()
        if new.people:
            rules = rule_book_of(workspace, date.today())
            records = read_resources(Path(new.people), rules=rules, crs=workspace.crs)
            import_records(workspace, records, name="import resources", who=who)
        progress.report(1.0)
