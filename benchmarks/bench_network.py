# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a generated network takes to build, to open again and to answer, at several sizes.

Usage: python benchmarks/bench_network.py [PIPES ...]

Without sizes, 10,000 and 100,000 pipes; 1,000,000 takes some minutes and a few gigabytes. Each size runs in
a process of its own, so that its peak of memory is its own. The aims at a million pipes and 600,000 customers
on two cores: built in 45 s and 5 GB, open again in 3 s, an isolation with its customers in 20 ms (median) and
100 ms (worst of 1,000), a valve changed in 50 ms, the criticality map in 60 s.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import numpy as np

ASKED = 1_000
CHANGED = 50
# a network that is built sooner is not worth keeping
PAUSE_S = 0.6
_GENERATOR = Path(__file__).with_name("generated_network.py")


def timed(run: Callable[[], object]) -> float:
    """Return the seconds of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def peak_gb() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def in_a_workspace(source: Path, target: Path) -> None:
    """Import a network; meant for a process of its own."""
    from regard.planner.assets.import_network import import_network
    from regard.store.layer_files import open_layers
    from regard.store.workspaces import create_workspace

    with closing(create_workspace(str(target), crs="EPSG:2154")) as workspace:
        import_network(workspace, open_layers(source))


def build(target: Path) -> dict[str, float]:
    """Build the network of a workspace for the first time; it is kept in the cache at the end."""
    from regard.network.water.water_network import build_water_network
    from regard.planner.assets.asset_base import AssetBase
    from regard.store.workspaces import open_workspace

    with closing(open_workspace(str(target))) as workspace:
        base = AssetBase(workspace)
        frames_s = timed(lambda: base.frames)
        start = time.perf_counter()
        network = build_water_network(base.frames)
        graph_s = time.perf_counter() - start
        figures = {"layers to frames s": frames_s, "frames to graph s": graph_s, "peak GB": peak_gb()}
        figures |= {
            "customers": float(len(network.customers)),
            "segments": float(network.mains.segments.count),
        }
        figures["criticality s"] = criticality_s(network)
        figures["kept in s"] = timed(lambda: workspace.built("water", Slowly(network))) - PAUSE_S
    return figures


class Slowly:
    """Hands out a network that was built already, no sooner than what is worth keeping."""

    def __init__(self, network: object) -> None:
        self._network = network

    def __call__(self) -> object:
        time.sleep(PAUSE_S)
        return self._network


def criticality_s(network: object) -> float:
    """Return the seconds of the criticality map."""
    from regard.network.isolation.criticality import criticality_map

    return timed(lambda: criticality_map(network))


def ask(target: Path) -> dict[str, float]:
    """Open the kept network and ask it."""
    from regard.core.ids import AssetId
    from regard.network.isolation.isolate import isolate
    from regard.network.water.valve_states import ValveState
    from regard.planner.assets.asset_base import AssetBase
    from regard.store.workspaces import open_workspace

    rng = np.random.default_rng(3)
    with closing(open_workspace(str(target))) as workspace:
        start = time.perf_counter()
        network = AssetBase(workspace).water
        figures = {"open again s": time.perf_counter() - start}
    figures["first answer s"] = timed(lambda: isolate(network, asset=network.mains.pipes.ids[0]))
    pipes = rng.choice(len(network.mains.pipes), ASKED, replace=len(network.mains.pipes) < ASKED)
    seconds = [timed(lambda row=row: isolate(network, asset=network.mains.pipes.ids[row])) for row in pipes]
    figures |= {"isolate pipe ms": statistics.median(seconds) * 1e3, "worst ms": max(seconds) * 1e3}
    points = [network.mains.pipes.geometry[row].interpolate(0.4, normalized=True) for row in pipes]
    figures["first point s"] = timed(lambda: isolate(network, point=points[0]))
    seconds = [timed(lambda point=point: isolate(network, point=point)) for point in points]
    figures |= {"isolate point ms": statistics.median(seconds) * 1e3, "worst point ms": max(seconds) * 1e3}
    valves = rng.choice(network.mains.devices.valves, CHANGED)
    seconds = []
    for row in valves:
        state = {AssetId(network.mains.devices.ids[row]): ValveState.CLOSED}
        changed = [network]
        seconds.append(timed(lambda state=state, changed=changed: changed.append(network.with_valves(state))))
        seconds[-1] += timed(lambda changed=changed: changed[-1].tree)
    figures |= {"valve change ms": statistics.median(seconds) * 1e3, "worst change ms": max(seconds) * 1e3}
    return figures | {"peak GB asking": peak_gb()}


def alone(function: Callable[..., object], *args: object) -> object:
    """Run a function in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *args).result()


def main() -> int:
    """Print one table: a row for each metric, a column for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 100_000]
    columns: list[dict[str, float]] = []
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="regard-bench-") as folder:
            os.environ["REGARD_CACHE_DIR"] = folder
            source, target = Path(folder) / "source.gpkg", Path(folder) / "town.gpkg"
            subprocess.run([sys.executable, _GENERATOR, source, str(size)], check=True)
            alone(in_a_workspace, source, target)
            source.unlink()
            columns.append({**alone(build, target), **alone(ask, target)})  # type: ignore[dict-item]
    growth = len(sizes) > 1
    print("| pipes | " + " | ".join(f"{size:,}" for size in sizes) + (" | growth |" if growth else " |"))
    print("|---|" + "---:|" * (len(sizes) + growth))
    for metric in columns[-1]:
        values = [column[metric] for column in columns]
        cells = [f"{value:,.0f}" if value >= 1000 else f"{value:.3g}" for value in values]
        if growth:
            cells.append(f"x{values[-1] / values[0]:.3g}")
        print(f"| {metric} | " + " | ".join(cells) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
