# SPDX-License-Identifier: GPL-3.0-or-later
"""Compute valve segments with WNTR and print them with the network as JSON; runs in WNTR's own environment.

``bench_segments.py`` calls it. WNTR (BSD-3) and the networks of epyt (EUPL-1.2) are only read.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import epyt
import pandas as pd
import wntr

WNTR_NETWORKS = Path(wntr.__file__).parent / "library" / "networks"
EPYT_NETWORKS = Path(epyt.__file__).parent / "networks"


def cases() -> Iterator[tuple[str, wntr.network.WaterNetworkModel, pd.DataFrame]]:
    """Yield networks with valve layers: generated ones, and MICROPOLIS with the valves that it has."""
    layer = wntr.network.generate_valve_layer
    for name, random_valves in (("Net6", 1536), ("ky4", 600)):
        model = wntr.network.WaterNetworkModel(str(WNTR_NETWORKS / f"{name}.inp"))
        yield f"{name}, at random", model, layer(model, "random", random_valves, seed=7)
        yield f"{name}, N-1", model, layer(model, "strategic", 1, seed=7)
    model = _without_rules(next(EPYT_NETWORKS.rglob("MICROPOLIS_v1.inp")))
    own = [(name, valve.start_node_name) for name, valve in model.valves()]
    yield "MICROPOLIS, its own", model, pd.DataFrame(own, columns=["link", "node"])
    yield "MICROPOLIS, N-1", model, layer(model, "strategic", 1, seed=7)


def _without_rules(path: Path) -> wntr.network.WaterNetworkModel:
    """Read a network but for its pumping rules, whose times of day WNTR does not understand."""
    text = path.read_text(encoding="latin-1")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_text(re.sub(r"\[RULES\][^\[]*", "", text), encoding="latin-1")
        return wntr.network.WaterNetworkModel(str(copy))


def solve(
    name: str, model: wntr.network.WaterNetworkModel, valves: pd.DataFrame, repeats: int
) -> dict[str, object]:
    """Return one case with WNTR's segments and the median of its seconds."""
    valves = valves.drop_duplicates(ignore_index=True)
    graph = model.to_graph()
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        nodes, links, _ = wntr.metrics.valve_segments(graph, valves)
        seconds.append(time.perf_counter() - start)
    return {
        "name": name,
        "links": [[link, start, end] for start, end, link in graph.edges(keys=True)],
        "valves": valves[["link", "node"]].values.tolist(),
        "node_segment": {str(node): int(segment) for node, segment in nodes.items()},
        "link_segment": {str(link): int(segment) for link, segment in links.items()},
        "seconds": statistics.median(seconds),
    }


def main() -> int:
    """Print every case."""
    warnings.simplefilter("ignore")
    repeats = int(sys.argv[1])
    json.dump([solve(*case, repeats) for case in cases()], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
