# SPDX-License-Identifier: GPL-3.0-or-later
"""The road network of a workspace: imported once, read back as the travel model of the planner."""

from __future__ import annotations

from pathlib import Path

from ..core.progress import Progress, SilentProgress, Span
from ..routing.osm import read_roads
from ..routing.road_travel import RoadTravel
from ..routing.roads import project_roads, roads_from_frames, roads_to_frames
from ..routing.travel import StraightLine, TravelModel
from .ports import Workspace

NODE_LAYER = "road_node"
EDGE_LAYER = "road_edge"
OSM_ATTRIBUTION = "© OpenStreetMap contributors, ODbL"


def import_roads(workspace: Workspace, path: Path, *, progress: Progress | None = None) -> int:
    """Read the drivable roads of an OpenStreetMap file into the workspace; return how many edges there are.

    A file that cannot be read, or holds no road, raises ``InputError`` and leaves the workspace as it was.
    """
    progress = progress or SilentProgress()
    graph = project_roads(read_roads(path, progress=Span(progress, 0.0, 0.7)), workspace.crs)
    nodes, edges = roads_to_frames(graph)
    settings = {
        "roads.source": path.name,
        "roads.osm_date": str(graph.graph.get("osm_date", "")),
        "attribution": OSM_ATTRIBUTION,
    }
    workspace.write_layers({NODE_LAYER: nodes, EDGE_LAYER: edges}, settings=settings)
    progress.report(1.0)
    return len(edges)


def travel_model(workspace: Workspace) -> TravelModel:
    """Return how agents travel: on the imported roads, or in straight lines where there are none.

    The straight lines take the factor and the speed of the settings ``travel.factor`` and
    ``travel.speed_kmh``, or the model's own.
    """
    if EDGE_LAYER in workspace.layer_names():
        nodes, edges = workspace.read_layer(NODE_LAYER), workspace.read_layer(EDGE_LAYER)
        return RoadTravel(roads_from_frames(nodes, edges))
    options = {
        name: float(value)
        for name in ("factor", "speed_kmh")
        if (value := workspace.setting(f"travel.{name}"))
    }
    return StraightLine(**options)
