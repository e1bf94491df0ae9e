#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build and trace generated sewers of 10,000, 100,000 and 1,000,000 pipes: ``bench_sewer.py [PIPES…]``.

A network is 100 catchments (one of them a tenth of all pipes, the others alike), each a random tree of pipes
that leads to its outfall, with a manhole on every node, a connection on six pipes in ten and a gully on
three. Seconds are of one run on an idle machine, milliseconds the median and the worst of the traces.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from regard.network.assets.roles import COLUMNS, Role
from regard.network.sewers.build import build_sewer_network
from regard.network.sewers.results import SewerTrace
from regard.network.sewers.sewer_network import SewerNetwork
from regard.network.sewers.trace import trace

CATCHMENTS = 100
SIZES = (10_000, 100_000, 1_000_000)
CRS = "EPSG:2154"


def catchment(
    size: int, origin: tuple[float, float], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return the nodes of one tree on a grid of 40 m, and the node below each: west or south of it."""
    width = int(np.ceil(np.sqrt(size + 1)))
    spot = np.arange(size + 1)
    row, column = spot // width, spot % width
    west = (row == 0) | ((column > 0) & (rng.random(size + 1) < 0.5))
    parent = np.where(west, spot - 1, spot - width)
    shake = rng.uniform(-9, 9, (size + 1, 2))
    return np.column_stack([column, row]) * 40.0 + shake + origin, parent


def generate(pipes: int, seed: int = 1) -> dict[Role, gpd.GeoDataFrame]:
    """Return the role frames of a network."""
    rng = np.random.default_rng(seed)
    largest = pipes // 10
    sizes = [largest, *[(pipes - largest) // (CATCHMENTS - 1)] * (CATCHMENTS - 1)]
    nodes, heads, feet, count = [], [], [], 0
    side = 40.0 * np.ceil(np.sqrt(largest + 1)) + 200.0
    for number, size in enumerate(sizes):
        xy, parent = catchment(size, (side * (number % 10), side * (number // 10)), rng)
        nodes.append(xy)
        heads.append(np.where(parent < 0, -1, parent + count))
        feet.append(count)
        count += len(xy)
    xy, below = np.concatenate(nodes), np.concatenate(heads)
    upper = np.flatnonzero(below >= 0)
    return frames_of(xy, upper, below[upper], np.array(feet), rng)


def frames_of(
    xy: np.ndarray, upper: np.ndarray, lower: np.ndarray, feet: np.ndarray, rng: np.random.Generator
) -> dict[Role, gpd.GeoDataFrame]:
    """Return the frames of the network; one pipe in ten is drawn against the flow."""
    size = len(upper)
    turned = rng.random(size) < 0.1
    first, last = np.where(turned, lower, upper), np.where(turned, upper, lower)
    pipes = shapely.linestrings(np.stack([xy[first], xy[last]], axis=1))
    names = np.array([f"N{number}" for number in range(len(xy))], dtype=object)
    drained, gullied = np.flatnonzero(rng.random(size) < 0.6), np.flatnonzero(rng.random(size) < 0.3)
    joint = shapely.get_coordinates(shapely.line_interpolate_point(pipes[drained], 0.5, normalized=True))
    return {
        Role.SEWER_PIPE: frame(
            Role.SEWER_PIPE,
            pipes,
            "E",
            diameter_mm=rng.choice([200.0, 300.0, 500.0], size),
            material="27",
            flow=np.where(turned, "backward", "forward").astype(object),
            from_node=names[first],
            to_node=names[last],
        ),
        Role.MANHOLE: frame(Role.MANHOLE, shapely.points(xy), "R", node_id=names),
        Role.OUTFALL: frame(Role.OUTFALL, shapely.points(xy[feet]), "X", node_id=names[feet]),
        Role.SEWER_CONNECTION: frame(
            Role.SEWER_CONNECTION,
            shapely.linestrings(np.stack([joint + np.array([3.0, 8.0]), joint], axis=1)),
            "B",
        ),
        Role.GULLY: frame(
            Role.GULLY, shapely.line_interpolate_point(pipes[gullied], 0.3, normalized=True), "A"
        ),
    }


def frame(role: Role, geometry: np.ndarray, letter: str, **columns: object) -> gpd.GeoDataFrame:
    """Return a role frame; what is not given is empty, nothing is out of service."""
    size = len(geometry)
    numbers = {"diameter_mm", "laid_year", "invert_up_m", "invert_down_m", "cover_level_m", "invert_level_m"}
    usual = {name: np.nan if name in numbers else "" for name in COLUMNS[role]}
    usual |= {"in_service": True, "is_forced": False, **columns}
    usual["asset_id"] = [f"{letter}{number}" for number in range(size)]
    table = pd.DataFrame({name: usual[name] for name in COLUMNS[role]}, index=range(size))
    return gpd.GeoDataFrame(table, geometry=geometry, crs=CRS)


def timed(ask: Callable[[], SewerTrace], times: int) -> tuple[SewerTrace, float, float]:
    """Return an answer, and the median and the worst time of asking in milliseconds."""
    spent = []
    for _ in range(times):
        before = time.perf_counter()
        answer = ask()
        spent.append((time.perf_counter() - before) * 1000)
    return answer, float(np.median(spent)), max(spent)


def measure(pipes: int) -> None:
    """Print the rows of one size."""
    frames = generate(pipes)
    before = time.perf_counter()
    network: SewerNetwork = build_sewer_network(frames)
    built = time.perf_counter()
    trace(network, asset="X0")
    first = time.perf_counter()
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{pipes:>9,} pipes: built in {built - before:.1f} s, "
        f"first trace {first - built:.1f} s, {gigabytes:.1f} GB"
    )
    middle = f"R{pipes // 20}"
    questions = (
        ("a place in it, upstream", middle, "upstream", 50),
        ("a place in it, downstream", middle, "downstream", 50),
        ("a catchment, upstream", "X1", "upstream", 20),
        ("the largest catchment", "X0", "upstream", 20),
    )
    for title, asset, direction, times in questions:
        found, median_ms, worst_ms = timed(
            lambda asset=asset, direction=direction: trace(network, asset=asset, direction=direction), times
        )
        counts = (len(found.pipes), found.customer_count, len(found.arrivals))
        answer = "{:>8,} pipes {:>7,} customers {:>6,} arrivals".format(*counts)
        print(f"    {title:<26} {answer} {median_ms:>8.1f} ms {worst_ms:>8.1f} ms")


if __name__ == "__main__":
    for asked in sys.argv[1:] or SIZES:
        measure(int(asked))
