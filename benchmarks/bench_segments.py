# SPDX-License-Identifier: GPL-3.0-or-later
"""The same segments as WNTR, and how much sooner.

Usage: python benchmarks/bench_segments.py [REPEATS]

Reads Net6 and ky4 (from WNTR) and MICROPOLIS (from epyt), and compares the partition into segments link by
link and node by node with ``wntr.metrics.valve_segments``. WNTR needs numpy 2, so it runs in an environment
of its own under var/, made at the first run. The aim on Net6 with 1,536 valves: 500 times faster.

The nodes are drawn on a large circle, where no line passes another's end: what is compared is topology.
"Segments" starts from what WNTR starts from, links between nodes and a list of valves, and is what is
compared with its time; "whole build" starts from layers with geometry and includes all that answers need.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

ROOT = Path(__file__).resolve().parents[1]
WNTR_VENV = ROOT / "var" / "wntr-venv"
_SPACING_M = 1000.0
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Case:
    """A network with its valves, and the segments that WNTR found with the seconds that it took."""

    name: str
    links: list[list[str]]
    valves: list[list[str]]
    node_segment: dict[str, int]
    link_segment: dict[str, int]
    seconds: float


def wntr_cases(repeats: int) -> list[Case]:
    """Return WNTR's cases, from its own environment."""
    python = WNTR_VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", WNTR_VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "wntr", "epyt", "six"], check=True)
    command = [python, Path(__file__).with_name("wntr_segments.py"), str(repeats)]
    solved = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return [Case(**case) for case in json.loads(solved)]


def frames_of(case: Case) -> dict[Any, gpd.GeoDataFrame]:
    """Return the case as role frames: each valve a quarter of its link away from its node."""
    from regard.network.assets.roles import Role

    nodes = list(case.node_segment)
    angle = np.arange(len(nodes)) * 2 * np.pi / len(nodes)
    radius_m = len(nodes) * _SPACING_M / (2 * np.pi)
    at = dict(zip(nodes, np.column_stack([np.cos(angle), np.sin(angle)]) * radius_m, strict=True))
    links = pd.DataFrame(case.links, columns=["asset_id", "from_node", "to_node"])
    start, end = (np.array([at[node] for node in links[column]]) for column in ("from_node", "to_node"))
    twin = links.assign(pair=[frozenset(ends) for ends in links[["from_node", "to_node"]].to_numpy()])
    bend_m = twin.groupby("pair").cumcount().to_numpy()[:, None] * 10.0
    along = end - start
    left = np.column_stack([-along[:, 1], along[:, 0]]) / np.hypot(*along.T)[:, None]
    lines = shapely.linestrings(np.stack([start, (start + end) / 2 + left * bend_m, end], axis=1))
    pipes = gpd.GeoDataFrame(links, geometry=lines).assign(material="", diameter_mm=100.0, laid_year=2000)
    row = {link: number for number, link in enumerate(links["asset_id"])}
    on = np.array([row[link] for link, _ in case.valves])
    starts = np.array([case.links[row[link]][1] == node for link, node in case.valves])
    points = shapely.line_interpolate_point(lines[on], np.where(starts, 0.25, 0.75), normalized=True)
    valves = gpd.GeoDataFrame({"asset_id": [f"V{number}" for number in range(len(on))]}, geometry=points)
    return {
        Role.WATER_PIPE: pipes.assign(in_service=True),
        Role.VALVE: valves.assign(is_open=True, is_stuck=False, diameter_mm=100.0, in_service=True),
    }


def is_same(network: Any, case: Case) -> bool:
    """Tell whether links and nodes fall into the same sets; a link belongs where its middle does."""
    mains = network.mains
    link = dict(zip(mains.pipes.ids, range(len(mains.pipes)), strict=True))
    rows = np.array([link[name] for name in case.link_segment])
    piece = mains.pieces.at(rows, mains.lines.length_m[rows] / 2)
    node = dict(zip(mains.joints.ids, mains.segments.of_node, strict=True))
    if len(node) != len(case.node_segment):
        return False
    ours = np.concatenate([mains.segments.of_piece[piece], [node[name] for name in case.node_segment]])
    theirs = np.array([*case.link_segment.values(), *case.node_segment.values()])
    pairs = len(np.unique(np.column_stack([ours, theirs]), axis=0))
    return pairs == len(np.unique(ours)) == len(np.unique(theirs)) == mains.segments.count


def segmentation(network: Any, case: Case) -> Callable[[], object]:
    """Return the step from links between nodes and a list of valves to segments."""
    from regard.network.topology.pieces import Stops, cut, end_stops
    from regard.network.water.segments import build_segments

    mains = network.mains
    row = {link: number for number, link in enumerate(mains.pipes.ids)}
    line = np.array([row[link] for link, _ in case.valves])
    at_start = np.array([case.links[row[link]][1] == node for link, node in case.valves])
    zero, device = np.zeros(len(line), dtype=np.int64), np.arange(len(line))

    def run() -> object:
        position_m = np.where(at_start, 0.25, 0.75) * mains.lines.length_m[line]
        gates = Stops(line, position_m, zero, len(mains.joints) + device)
        pieces = cut(Stops.join(end_stops(mains.joints, mains.lines.length_m), gates))
        return build_segments(pieces, nodes=len(mains.joints), gate_device=device)

    return run


def median_s(run: Callable[[], object], repeats: int) -> float:
    """Return the median seconds of some runs."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def main() -> int:
    """Print one row for each network and valve layer; the exit code tells whether all were equal."""
    from regard.network.water.water_network import build_water_network

    repeats = int((sys.argv[1:] or ["3"])[0])
    columns = "links | valves | segments | equal | WNTR s | Regard: segments s | ratio | whole build s"
    print(f"| network, valves | {columns} |")
    print("|---|---:|---:|---:|---|---:|---:|---:|---:|")
    equal = True
    for case in wntr_cases(repeats):
        frames = frames_of(case)
        network = build_water_network(frames)
        same = is_same(network, case)
        equal &= same
        build_s = median_s(lambda frames=frames: build_water_network(frames), repeats)
        ours_s = median_s(segmentation(network, case), 20 * repeats)
        size = f"{len(case.links):,} | {len(case.valves):,} | {network.mains.segments.count:,}"
        times = f"{case.seconds:.3f} | {ours_s:.5f} | {case.seconds / ours_s:,.0f} | {build_s:.3f}"
        print(f"| {case.name} | {size} | {'yes' if same else 'NO'} | {times} |", flush=True)
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
