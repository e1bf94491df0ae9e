# SPDX-License-Identifier: GPL-3.0-or-later
"""A small invented town by the sea, written as an OpenStreetMap file."""

from __future__ import annotations

from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Way

LON, LAT = 3.05, 43.10
STEP_LON, STEP_LAT = 0.00100, 0.00075
COLUMNS, ROWS = 9, 8


class TownWriter:
    """Collects nodes and ways with ids of their own, and writes them in the order that OSM files keep."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._ways: list[Way] = []

    def node(self, column: float, row: float, tags: dict[str, str] | None = None) -> int:
        """Add a node at a place counted in blocks from the south-west corner."""
        place = (LON + column * STEP_LON, LAT + row * STEP_LAT)
        self._nodes.append(Node(id=len(self._nodes) + 1, location=place, tags=tags or {}))
        return len(self._nodes)

    def way(self, nodes: list[int], tags: dict[str, str]) -> None:
        """Add a way."""
        self._ways.append(Way(id=len(self._ways) + 1, nodes=nodes, tags=tags))

    def block(self, column: float, row: float, size: float, tags: dict[str, str]) -> None:
        """Add a square area."""
        corners = [
            self.node(column + dx * size, row + dy * size) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))
        ]
        self.way([*corners, corners[0]], tags)

    def write(self, path: Path) -> Path:
        """Write the file."""
        writer = osmium.SimpleWriter(str(path))
        for node in self._nodes:
            writer.add_node(node)
        for way in self._ways:
            writer.add_way(way)
        writer.close()
        return path


def write_grid_town(path: Path) -> Path:
    """Write a grid of named streets north of a coast, with houses, a hospital, a school and a tunnel."""
    town = TownWriter()
    crossing = {(c, r): town.node(c, r) for c in range(COLUMNS) for r in range(ROWS)}
    for row in range(ROWS):
        kind = "primary" if row == 3 else "residential"
        town.way(
            [crossing[c, row] for c in range(COLUMNS)], {"highway": kind, "name": f"Rue des Vagues {row}"}
        )
    for column in range(COLUMNS):
        kind = "tertiary" if column == 4 else "residential"
        nodes = [crossing[column, r] for r in range(ROWS)]
        town.way(nodes, {"highway": kind, "name": f"Avenue du Phare {column}"})
    # a dead end up the hill, a tunnel under the town, a private drive, a pedestrian lane
    hill = [crossing[0, ROWS - 1], town.node(-0.4, ROWS), town.node(-0.6, ROWS + 1.2)]
    town.way(hill, {"highway": "residential", "name": "Chemin de la Colline"})
    tunnel = [crossing[0, 0], crossing[COLUMNS - 1, ROWS - 1]]
    town.way(tunnel, {"highway": "secondary", "tunnel": "yes", "name": "Tunnel du Port"})
    drive = [crossing[COLUMNS - 1, 1], town.node(COLUMNS + 1, 1)]
    town.way(drive, {"highway": "service", "service": "driveway"})
    lane = [crossing[2, 2], town.node(2.5, 2.5), crossing[3, 3]]
    town.way(lane, {"highway": "pedestrian", "name": "Passage des Filets"})
    _build_houses(town)
    coast = [town.node(c, -1.5) for c in range(-2, COLUMNS + 2)]
    town.way(coast, {"natural": "coastline"})
    town.node(4, 4, {"place": "town", "name": "Port-Regard"})
    return town.write(path)


def _build_houses(town: TownWriter) -> None:
    special = {
        (2, 5): {"amenity": "hospital", "name": "Hôpital du Large"},
        (6, 2): {"amenity": "school", "name": "École des Mouettes"},
    }
    for column in range(COLUMNS - 1):
        for row in range(ROWS - 1):
            tags = {"building": "apartments", "building:levels": "4"} | special.get((column, row), {})
            town.block(column + 0.15, row + 0.15, 0.25, tags)
            town.block(column + 0.6, row + 0.6, 0.2, {"building": "house"})
            if (column + row) % 3 == 0:
                address = {"addr:housenumber": str(2 * row + 1), "addr:street": f"Avenue du Phare {column}"}
                town.node(column + 0.16, row + 0.2, address)
    town.node(1.3, 1.3, {"amenity": "restaurant", "name": "Le Grand Large"})
    town.block(5.2, 5.7, 0.1, {"building": "garage"})
