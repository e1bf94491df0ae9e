# SPDX-License-Identifier: GPL-3.0-or-later
"""Coverage maps of a region: 30 agents with other places in every hour, 24 hours, four areas, second cover.

Usage: python benchmarks/bench_coverage.py [EXTRACT] [AGENTS]

EXTRACT is an .osm.pbf (../shared/data/roads/porto_portugal.osm.pbf beside the checkout, else var/osm).
Half of the agents hold each of six skills. Processor time and clock, from loaded roads to shapes.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely

ROOT = Path(__file__).resolve().parents[1]
EXTRACTS = (
    ROOT.parent / "shared" / "data" / "roads" / "porto_portugal.osm.pbf",
    ROOT / "var" / "osm" / "monaco.osm.pbf",
)
CRS = {"porto_portugal": "EPSG:3763"}
EDGES_S = (0, 900, 1_800, 2_700, 3_600)
SKILLS = 6
CUSTOMERS = 20_000


class Clock:
    """Prints processor and clock seconds of each part."""

    def __init__(self) -> None:
        self._now = time.process_time(), time.perf_counter()
        self.processor_s = self.clock_s = 0.0

    def row(self, name: str) -> None:
        """Print what has passed since the last row."""
        now = time.process_time(), time.perf_counter()
        processor_s, clock_s = (after - before for after, before in zip(now, self._now, strict=True))
        self.processor_s, self.clock_s = self.processor_s + processor_s, self.clock_s + clock_s
        print(f"| {name} | {processor_s:,.2f} | {clock_s:,.2f} |", flush=True)
        self._now = time.process_time(), time.perf_counter()


def main() -> int:
    """Print the table; the exit code tells whether all maps were made in 20 s of processor time."""
    from regard.routing.coverage.grid import grid_over
    from regard.routing.coverage.nearest import two_nearest
    from regard.routing.roads.osm import read_roads
    from regard.routing.roads.road_table import project_roads
    from regard.routing.roads.road_travel import RoadTravel

    arguments = sys.argv[1:]
    extract = Path(arguments[0]) if arguments else next(path for path in EXTRACTS if path.exists())
    agents = int(arguments[1]) if len(arguments) > 1 else 30
    crs = CRS.get(extract.name.partition(".")[0], "EPSG:2154")
    travel = RoadTravel(project_roads(read_roads(extract), crs))
    lines, rng = travel.streets.lines(), np.random.default_rng(1)
    travel.reach([shapely.Point(lines[0].coords[0])], shapely.points([lines[1].coords[0]]))
    spots = shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True))
    print(f"| {extract.name}, {agents} agents | processor (s) | clock (s) |\n|---|---:|---:|")
    clock = Clock()
    grid = grid_over(lines, shapely.total_bounds(lines), finest_m=25, most=60_000, off_road_m=150)
    clock.row(f"grid of {len(grid.near):,} points, {grid.cell_m:.0f} m apart")
    # home before and after, ten stops in between: every hour of the day is another map
    places = shapely.points(spots[rng.choice(len(spots), (agents, 12))])
    goals = np.concatenate([grid.points, shapely.points(spots[rng.choice(len(spots), CUSTOMERS)])])
    seconds = travel.reach(list(places.ravel()), goals).reshape(agents, 12, -1)
    clock.row(f"times from {places.size} places to {len(goals):,}")
    held = rng.random((1 + SKILLS, agents)) < 0.5
    held[0] = True
    corners = 0
    for who in held:
        for hour in range(24):
            cover = two_nearest(seconds[who, hour % 12])
            for times in (cover.first_s, cover.second_s):
                for low, high in pairwise(EDGES_S):
                    corners += shapely.get_num_coordinates(grid.area(times[: len(grid.near)], low, high))
    clock.row(f"{len(held)} x 24 x 2 x 4 areas, {corners:,} corners")
    print(f"| all maps (aim 20) | {clock.processor_s:,.2f} | {clock.clock_s:,.2f} |")
    return 0 if clock.processor_s < 20 else 1


if __name__ == "__main__":
    sys.exit(main())
