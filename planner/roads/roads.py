# SPDX-License-Identifier: GPL-3.0-or-later
"""The road network of a workspace: imported, brought up to date, read back as the planner's travel model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ...core.errors import InputError
from ...core.progress import Progress, SilentProgress, Span
from ...routing.roads.closures import closed_streets
from ...routing.roads.graph import table_of
from ...routing.roads.osm import read_roads
from ...routing.roads.osmnx_files import download_roads, read_graphml, read_road_geopackage
from ...routing.roads.road_frames import roads_from_frames, roads_to_frames, turns_to_frame
from ...routing.roads.road_rules import RoadRules
from ...routing.roads.road_table import RoadTable, project_roads
from ...routing.roads.road_travel import RoadTravel, code_digest
from ...routing.roads.street_arrays import Vehicle
from ...routing.roads.undisturbed import undisturbed
from ...routing.travel import StraightLine, TravelModel
from ..ports import KeepsNetworks, Workspace
from ..rule_versions import road_rules_of
from .models_in_use import MODELS_IN_USE
from .road_closures import read_closures

NODE_LAYER = "road_node"
EDGE_LAYER = "road_edge"
TURN_LAYER = "road_turn"
OSM_ATTRIBUTION = "© OpenStreetMap contributors, ODbL"


@dataclass(frozen=True, slots=True)
class ImportedRoads:
    """What an import brought: edges, forbidden turns, and what was left out (see ``read_roads``)."""

    edges: int
    turns: int
    source: str
    osm_date: str
    attribution: str
    dropped: Mapping[str, float]


def import_roads(workspace: Workspace, path: Path, *, progress: Progress | None = None) -> int:
    """Read the drivable roads of a file into the workspace; return how many edges there are.

    See ``bring_roads``.
    """
    return bring_roads(workspace, path, progress=progress).edges


@undisturbed()
def bring_roads(
    workspace: Workspace, source: Path | str, *, progress: Progress | None = None
) -> ImportedRoads:
    """Put the drivable roads of a file, or of a place by its name (a ``str``), in place of those there were.

    Files: OpenStreetMap extracts, GraphML and GeoPackages of osmnx. What cannot be read, or holds no road,
    raises ``InputError`` and leaves the workspace as it was. Closures stay. What may be
    driven and how fast is read by the workspace's ``roads.yaml`` that holds last; roads that are there keep
    theirs until they are imported again.
    """
    progress = progress or SilentProgress()
    read = _read(source, road_rules_of(workspace), Span(progress, 0.0, 0.7))
    found = project_roads(read, workspace.crs)
    nodes, edges = roads_to_frames(found)
    layers = {NODE_LAYER: nodes, EDGE_LAYER: edges}
    if found.turns or TURN_LAYER in workspace.layer_names():
        layers[TURN_LAYER] = turns_to_frame(found)
    name = source.name if isinstance(source, Path) else source
    settings = {"roads.source": name, "roads.osm_date": found.osm_date, "attribution": OSM_ATTRIBUTION}
    workspace.write_layers(layers, settings=settings)
    progress.report(1.0)
    return ImportedRoads(len(edges), len(found.turns), name, found.osm_date, OSM_ATTRIBUTION, found.dropped)


def _read(source: Path | str, rules: RoadRules, progress: Progress) -> RoadTable:
    if not isinstance(source, Path):
        return table_of(download_roads(source, rules=rules))
    match source.suffix.lower():
        case ".graphml":
            return table_of(read_graphml(source, rules=rules))
        case ".gpkg":
            return table_of(read_road_geopackage(source, rules=rules))
    return read_roads(source, rules=rules, progress=progress)


def travel_model(workspace: Workspace, *, day: date | None = None, vehicle: Vehicle = "van") -> TravelModel:
    """Return how agents travel: on the imported roads, or in straight lines where there are none.

    On a ``day``, streets that are closed then are left out. The straight lines take the factor and the speed
    of the settings ``travel.factor`` and ``travel.speed_kmh``, or the model's own.
    """
    # before the layers are looked at: what is kept must not be newer than it says
    state = workspace.network_state() if isinstance(workspace, KeepsNetworks) else {}
    if EDGE_LAYER not in workspace.layer_names():
        return _straight_line(workspace)
    travel = _kept_roads(workspace, state, vehicle)
    if day is None:
        return travel
    closures = [closure for closure in read_closures(workspace) if closure.holds_on(day)]
    return travel.without(closed_streets(travel.streets, closures, day)) if closures else travel


def _kept_roads(workspace: Workspace, state: Mapping[str, str], vehicle: Vehicle) -> RoadTravel:
    """Return the roads for a vehicle, from what was kept of them if nothing has changed since."""

    @undisturbed()
    def build() -> dict[str, Any]:
        turns = workspace.read_layer(TURN_LAYER) if TURN_LAYER in workspace.layer_names() else None
        nodes, edges = workspace.read_layer(NODE_LAYER), workspace.read_layer(EDGE_LAYER)
        return RoadTravel(roads_from_frames(nodes, edges, turns), vehicle=vehicle).arrays()

    walk_m = road_rules_of(workspace).walk_m
    if not isinstance(workspace, KeepsNetworks) or not state:
        return RoadTravel.from_arrays(build(), walk_m=walk_m)

    def fetched() -> RoadTravel:
        arrays = workspace.built(f"roads-{vehicle}-{code_digest()}", build, state=state)
        return RoadTravel.from_arrays(arrays, walk_m=walk_m)

    known = (workspace.identity, walk_m, *sorted(state.items()))
    return MODELS_IN_USE.of(known, vehicle, fetched)


def _straight_line(workspace: Workspace) -> StraightLine:
    options = {
        name: float(value)
        for name in ("factor", "speed_kmh")
        if (value := workspace.setting(f"travel.{name}"))
    }
    return StraightLine(**options)


def require_roads(workspace: Workspace, *, vehicle: Vehicle = "van") -> RoadTravel:
    """Return the roads for a vehicle; ``InputError`` when none were imported."""
    travel = travel_model(workspace, vehicle=vehicle)
    if not isinstance(travel, RoadTravel):
        raise InputError("roads.not_imported")
    return travel
