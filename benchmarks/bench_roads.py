# SPDX-License-Identifier: GPL-3.0-or-later
"""Roads: from an extract to travel times, against networkx, scipy and pandana on the same graph.

Usage: python benchmarks/bench_roads.py [EXTRACT] [PLACES]

EXTRACT is an .osm.pbf (../shared/data/roads/porto_portugal.osm.pbf beside the checkout, else var/osm). PLACES
(300) lie at random within 141 m of streets. pandana runs in an environment of its own under var/, made at the
first run. Everything is compiled beforehand. The others are asked, in the same run, for times only, between
the nodes next to the places; ours are also compared with theirs there.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

ROOT = Path(__file__).resolve().parents[1]
PANDANA_VENV = ROOT / "var" / "pandana-venv"
EXTRACTS = (
    ROOT.parent / "shared" / "data" / "roads" / "porto_portugal.osm.pbf",
    ROOT / "var" / "osm" / "monaco.osm.pbf",
)
CRS = {"porto_portugal": "EPSG:3763"}
LINES = 150
Times = npt.NDArray[np.float64]


def timed(name: str, work: Callable[[], Any], aim: str = "") -> Any:
    """Print how long some work took, and return its result."""
    start = time.perf_counter()
    result = work()
    print_row(name, time.perf_counter() - start, aim)
    return result


def print_row(name: str, seconds: float, aim: str = "") -> None:
    """Print a line of the table."""
    print(f"| {name} | {aim} | {seconds:,.3f} |", flush=True)


def median_s(work: Callable[[], object], repeats: int = 5) -> float:
    """Return the median seconds of some runs."""
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return float(np.median(seconds))


def places_near(travel: Any, count: int) -> list[shapely.Point]:
    """Return random places near the streets that can be driven to."""
    rng = np.random.default_rng(1)
    streets = rng.choice(np.flatnonzero(travel._map.is_joined), count)
    middles = shapely.line_interpolate_point(travel._map.lines[streets], rng.random(count), normalized=True)
    moved = rng.uniform(-100, 100, (count, 2))
    return [shapely.Point(point.x + dx, point.y + dy) for point, (dx, dy) in zip(middles, moved, strict=True)]


def warm_up() -> None:
    """Compile, or load what was compiled before, on a tiny town."""
    from regard.routing.roads.road_travel import RoadTravel

    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph(crs="EPSG:2154")
    for node in range(3):
        graph.add_node(node, x=node * 100.0, y=0.0)
    for node in range(2):
        common = {"osmid": node, "length": 100.0, "travel_time": 9.0}
        graph.add_edge(node, node + 1, **common, reversed=False)
        graph.add_edge(node + 1, node, **common, reversed=True)
    travel = RoadTravel(graph)
    ends = [shapely.Point(10, 1), shapely.Point(190, 1)]
    travel.matrix(ends)
    travel.path(*ends)


def anew(travel: Any) -> Any:
    """Return the model without the ways that it found last."""
    travel._told = type(travel._told)()
    return travel


def ours(extract: Path, crs: str, count: int) -> tuple[Any, list[shapely.Point], float]:
    """Print our own rows; return the travel model, the places, and the seconds of a matrix."""
    from regard.routing.roads.osm import read_roads
    from regard.routing.roads.road_table import project_roads
    from regard.routing.roads.road_travel import RoadTravel
    from regard.routing.roads.undisturbed import undisturbed

    start = time.perf_counter()
    with undisturbed():
        roads = timed("read the extract", lambda: read_roads(extract))
        roads = timed("project", partial(project_roads, roads, crs))
        travel = timed("streets, turns, hierarchy", partial(RoadTravel, roads))
        places = places_near(travel, count)
        matrix = timed("first matrix, with the index of streets", lambda: travel.matrix(places))
        print_row("from the extract to the first matrix", time.perf_counter() - start, "12")
    # what is measured next must not pay for clearing this away
    del roads
    gc.collect()
    matrix_s = median_s(lambda: anew(travel).matrix(places))
    print_row(f"{count} x {count} once loaded", matrix_s)
    # places that were never looked up before
    added = iter(places_near(travel, count + 5)[-5:])
    added_s = median_s(lambda: travel.matrix([*places[:-1], next(added)]))
    print_row(f"one place added to {count - 1}", added_s, "0.05")
    reached = [place for row, place in enumerate(places) if row not in matrix.unreachable]
    pairs = list(zip(reached[:LINES], reached[-LINES:][::-1], strict=True))
    timed(f"{len(pairs)} route lines", lambda: [travel.path(*pair) for pair in pairs], "0.3")
    return travel, places, matrix_s


def reopened(extract: Path, crs: str, places: list[shapely.Point]) -> None:
    """Print how long a workspace with these roads takes to answer when it is opened again."""
    from regard.planner.roads.roads import bring_roads, travel_model
    from regard.store.workspaces import create_workspace, open_workspace

    with tempfile.TemporaryDirectory() as folder:
        os.environ["REGARD_CACHE_DIR"] = folder
        url = Path(folder) / "town.gpkg"
        workspace = create_workspace(url, crs=crs)
        timed("import into a workspace", lambda: bring_roads(workspace, extract))
        timed("travel model from its layers", lambda: travel_model(workspace))
        workspace.close()
        # whoever opens it again is another process, with nothing to clear away
        gc.collect()
        again = open_workspace(url)
        timed("opened again from the cache, with a matrix", lambda: travel_model(again).matrix(places), "1")
        again.close()


def peers(travel: Any, places: list[shapely.Point], matrix_s: float) -> bool:
    """Print what others take between the nodes next to the places; tell whether all find the same times."""
    from regard.routing.roads.hierarchy import Accesses
    from regard.routing.roads.kernel_hierarchy import ACCESS
    from regard.routing.roads.turns import plain_graph

    arcs, streets = travel.arcs, travel.streets
    nodes = streets.tail[travel._positions(places).street]
    given = np.zeros(len(nodes), ACCESS)
    given["node"] = nodes
    every = Accesses(np.arange(len(nodes) + 1), given)
    nodes_s = median_s(lambda: travel._hierarchy.table(every, every))
    print_row("the same between nodes", nodes_s)
    found = travel._hierarchy.table(every, every)[0]
    plain = plain_graph(streets, arcs)
    same, seconds = True, {}
    for name, work in (
        ("networkx", lambda: networkx_times(plain, nodes)),
        ("scipy", lambda: scipy_times(travel, nodes)),
        ("pandana", lambda: pandana_times(travel, nodes)),
    ):
        start = time.perf_counter()
        times = work()
        seconds[name] = time.perf_counter() - start
        if isinstance(times, tuple):
            times, seconds[name] = times
        reached = np.isfinite(found)
        # pandana counts in thousandths
        worst = np.abs(times[reached] - found[reached]).max()
        same &= bool(worst < (0.5 if name == "pandana" else 1e-6))
        ratio = f"{seconds[name] / nodes_s:,.0f} x between nodes, {seconds[name] / matrix_s:,.0f} x"
        print_row(f"{name}: {ratio} between places; off by {worst:.1e} s", seconds[name])
    return same


def networkx_times(plain: Any, nodes: npt.NDArray[np.int64]) -> Times:
    """Return the seconds between nodes by one search from each."""
    rows = []
    for node in nodes.tolist():
        found = nx.single_source_dijkstra_path_length(plain, node, weight="travel_time")
        rows.append([found.get(goal, np.inf) for goal in nodes.tolist()])
    return np.array(rows)


def scipy_times(travel: Any, nodes: npt.NDArray[np.int64]) -> Times:
    """Return the seconds between nodes by scipy's compiled Dijkstra."""
    arcs = travel.arcs
    size = len(arcs.junction)
    seconds = travel.streets.side_seconds[arcs.side]
    # of parallel arcs the fastest: scipy would add them up
    order = np.lexsort((seconds, arcs.head, arcs.tail))
    _, first = np.unique(arcs.tail[order] * size + arcs.head[order], return_index=True)
    kept = order[first]
    matrix = csr_matrix((seconds[kept], (arcs.tail[kept], arcs.head[kept])), (size, size))
    found: Times = dijkstra(matrix, indices=nodes)[:, nodes]
    return found


def pandana_times(travel: Any, nodes: npt.NDArray[np.int64]) -> tuple[Times, float]:
    """Return the seconds between nodes by pandana, and how long it took to ask, without building."""
    python = PANDANA_VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", PANDANA_VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "pandana"], check=True)
    arcs, streets = travel.arcs, travel.streets
    at = np.zeros((len(arcs.junction), 2))
    at[streets.tail], at[streets.head] = streets.xy[streets.offsets[:-1]], streets.xy[streets.offsets[1:] - 1]
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder) / "graph.npz", Path(folder) / "times.npz"
        seconds = streets.side_seconds[arcs.side]
        x, y = at[arcs.junction].T
        np.savez(given, x=x, y=y, tail=arcs.tail, head=arcs.head, seconds=seconds, places=nodes)
        command = [python, Path(__file__).with_name("pandana_roads.py"), given, result]
        run = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        told = json.loads(run.stdout.decode().rpartition("\n")[2])
        print_row(f"pandana {told['version']}: building its hierarchy", told["built_s"])
        return np.load(result)["seconds"], float(told["asked_s"])


def main() -> int:
    """Print the table; the exit code tells whether all found the same times."""
    arguments = sys.argv[1:]
    extract = Path(arguments[0]) if arguments else next(path for path in EXTRACTS if path.exists())
    count = int(arguments[1]) if len(arguments) > 1 else 300
    crs = CRS.get(extract.name.partition(".")[0], "EPSG:2154")
    warm_up()
    print(f"| {extract.name} | aim (s) | seconds |\n|---|---:|---:|")
    travel, places, matrix_s = ours(extract, crs, count)
    reopened(extract, crs, places)
    return 0 if peers(travel, places, matrix_s) else 1


if __name__ == "__main__":
    sys.exit(main())
