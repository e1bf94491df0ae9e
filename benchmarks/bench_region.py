# SPDX-License-Identifier: GPL-3.0-or-later
"""How long, and in how much memory, a town or a region is generated from an OpenStreetMap extract.

Usage: python benchmarks/bench_region.py [EXTRACT.osm.pbf ...]

Without an extract, the demonstration's own is measured (``make demo`` fetches it). The target for a region of
63,000 junctions on two cores: at least 250,000 pipes and 150,000 customers in under 5 minutes and 6 GB.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

DEMO_EXTRACT = Path(__file__).resolve().parents[1] / "var" / "osm" / "monaco.osm.pbf"


@dataclass(frozen=True, slots=True)
class Measure:
    """One run: what came out, wall-clock and processor seconds, peak memory and size on disk."""

    extract: str
    mains: int
    pipes: int
    customers: int
    seconds: float
    cpu_seconds: float
    peak_gb: float
    disk_mb: float


def measure(extract: Path) -> Measure:
    """Generate the sources of one extract in a temporary folder; meant for a process of its own."""
    from regard.demo.town import generate_town

    with tempfile.TemporaryDirectory() as folder:
        start, cpu = time.perf_counter(), time.process_time()
        town = generate_town(extract, folder)
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measure(
        extract=extract.name,
        mains=town.counts["aep_canalisation"],
        pipes=town.pipes,
        customers=town.customers,
        seconds=seconds,
        cpu_seconds=cpu_seconds,
        peak_gb=peak_kb / 1e6,
        disk_mb=size / 1e6,
    )


def main() -> int:
    """Print one row for each extract."""
    extracts = [Path(name) for name in sys.argv[1:]] or [DEMO_EXTRACT]
    print("| extract | mains | pipes | customers | seconds | CPU seconds | peak GB | disk MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for extract in extracts:
        if not extract.is_file():
            print(f"error: {extract}: no such file", file=sys.stderr)
            return 2
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            m = pool.submit(measure, extract).result()
        counts = f"{m.mains:,} | {m.pipes:,} | {m.customers:,}"
        effort = f"{m.seconds:.1f} | {m.cpu_seconds:.1f} | {m.peak_gb:.2f} | {m.disk_mb:.0f}"
        print(f"| {m.extract} | {counts} | {effort} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
