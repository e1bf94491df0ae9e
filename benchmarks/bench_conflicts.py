# SPDX-License-Identifier: GPL-3.0-or-later
"""Conflicts of 10,000 excavations with 1,000,000 third-party segments; the aim is 30 seconds.

Usage: bench_conflicts.py [EXCAVATIONS [SEGMENTS]]
"""

from __future__ import annotations

import sys
import time

import geopandas as gpd
import numpy as np
import shapely
from regard.network.digging.conflicts import find_all_conflicts, load_conflict_rules
from regard.network.digging.third_party import third_party_frame

SEED = 1
# of a dense town: 20 km of streets in a square kilometre, five networks in each, 40 m a segment
SEGMENTS_PER_KM2 = 2_500


def third_party(segments: int, rng: np.random.Generator) -> tuple[gpd.GeoDataFrame, float]:
    """Return segments of 20 to 60 m at random places of a square, and the square's side in metres."""
    side_m = 1000 * (segments / SEGMENTS_PER_KM2) ** 0.5
    starts = rng.uniform(0, side_m, (segments, 2))
    angles, lengths_m = rng.uniform(0, 2 * np.pi, segments), rng.uniform(20, 60, segments)
    ends = starts + lengths_m[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
    columns = {
        "asset_id": np.arange(segments).astype(str),
        "network_type": rng.choice(["GAZ", "ELECHT", "ELECBT", "COM", "ELECECL"], segments),
        "accuracy_class": rng.choice(["A", "B", "C"], segments),
    }
    lines = shapely.linestrings(np.stack([starts, ends], axis=1))
    return gpd.GeoDataFrame(columns, geometry=lines, crs="EPSG:2154"), side_m


def main(excavations: int, segments: int) -> None:
    """Time the steps and print them."""
    rng = np.random.default_rng(SEED)
    rules = load_conflict_rules()
    layer, side_m = third_party(segments, rng)
    west, south = rng.uniform(0, side_m, (2, excavations))
    digs = list(shapely.box(west, south, west + 12, south + 3))
    started, started_cpu = time.perf_counter(), time.process_time()
    frame = third_party_frame(layer, rules=rules)
    completed, completed_cpu = time.perf_counter(), time.process_time()
    found = find_all_conflicts(digs, frame, rules=rules)
    ended, ended_cpu = time.perf_counter(), time.process_time()
    print(f"{excavations:,} excavations, {segments:,} segments, {sum(map(len, found)):,} conflicts")
    print(f"layer to frame {completed - started:.1f} s, conflicts {ended - completed:.1f} s by the clock")
    frame_s, found_s = completed_cpu - started_cpu, ended_cpu - completed_cpu
    print(f"layer to frame {frame_s:.1f} s, conflicts {found_s:.1f} s of the processor")


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    main(*(arguments + [10_000, 1_000_000][len(arguments) :]))
