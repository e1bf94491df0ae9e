# SPDX-License-Identifier: GPL-3.0-or-later
"""How long all figures of a year take in a workspace of 300,000 orders that were planned, done and closed.

    python bench_figures.py [--orders 300000] [--days 2000] [--made] [--url postgresql://…?schema=new]

Each period is asked for twice, and two of them again after a command changed the causes of 140 interventions.
Processor time is that of this process: a server's own is not in it, which the wall clock has.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import perf_counter, process_time

from past_work import add_past
from regard.planner.conditions import Where
from regard.planner.figures.figures import figures_of, orders_behind
from regard.steering.figures.periods import parse_period
from regard.store.workspaces import create_workspace, open_workspace
from regard.workorders.history import ClosedIntervention

PERIODS = ("2025", "2026", "2026-05", "2026-W22")


def ask(url: str, name: str) -> tuple[float, float, int]:
    """Return wall-clock and processor seconds of all figures of a period, and how many are known."""
    started, begun = perf_counter(), process_time()
    workspace = open_workspace(url)
    found = figures_of(workspace, parse_period(name), as_of=datetime(2026, 6, 3))
    workspace.close()
    return perf_counter() - started, process_time() - begun, sum(one.value is not None for one in found)


def change(url: str, month: str) -> None:
    """Change the causes of a day's interventions by one command."""
    period = parse_period(month)
    workspace = open_workspace(url)
    within = [Where("ended_at", at_least=period.begins, below=period.ends)]
    some = workspace.all(ClosedIntervention, where=within)[:140]
    with workspace.command("benchmark", who="benchmark") as transaction:
        transaction.save_all([replace(one, cause="gel" if one.cause != "gel" else "usure") for one in some])
    workspace.close()


def drill(url: str) -> tuple[float, float, int]:
    """Return the same of the orders behind the hours spent on site in a month."""
    started, begun = perf_counter(), process_time()
    workspace = open_workspace(url)
    found = orders_behind(workspace, parse_period("2026-05"), "intervention_hours")
    workspace.close()
    return perf_counter() - started, process_time() - begun, len(found)


def main() -> None:
    """Print one row for each period."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=300_000)
    parser.add_argument("--days", type=int, default=2_000)
    parser.add_argument("--url", default="")
    parser.add_argument("--made", action="store_true", help="the workspace is there already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="regard-bench-") as folder:
        os.environ["REGARD_CACHE_DIR"] = folder
        url = options.url or str(Path(folder) / "past.gpkg")
        if not options.made:
            workspace = create_workspace(url, crs="EPSG:2154")
            add_past(workspace, orders=options.orders, days=options.days)
            workspace.close()
        asked = [("", name) for name in PERIODS * 2]
        for month, name in [*asked, ("2025-11", "2025"), ("2026-05", "2026")]:
            if month:
                change(url, month)
            wall, processor, known = ask(url, name)
            print(
                f"{name:10} {wall:6.2f} s, {processor:6.2f} s of processor, {known} figures known", flush=True
            )
        wall, processor, count = drill(url)
        print(f"{count} orders behind {wall:6.2f} s, {processor:6.2f} s of processor")


if __name__ == "__main__":
    main()
