# SPDX-License-Identifier: GPL-3.0-or-later
"""How long people wait in a workspace of 300,000 orders and 2 million journal lines.

    python benchmarks/bench_workspace.py [--orders 300000] [--lines 2000000] [--url postgresql://…?schema=new]

Without ``--url`` a GeoPackage is made in a temporary folder; ``--made`` asks a workspace that is there. Each
row gives the median and the longest of several runs in one process, and the processor's median; opening is
part of each, as it is when a dock or a command asks.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from large_workspace import DAY, fill, order
from regard.planner.orders_at_hand import orders_at_hand, orders_of_day, orders_to_plan
from regard.planner.plan_versions import current_plan
from regard.store.workspace import SqlWorkspace
from regard.store.workspaces import create_workspace, open_workspace
from regard.workorders.orders import WorkOrder

_RUNS = 5
_SEARCHES = {
    "an order's id": "va-2026-aep-29",
    "a rare word": "besancon 996",
    "a word that is everywhere": "fuite",
    "an address": "177 eglise",
    "a customer": "ab-123456",
    "a telephone number": "98 12 34",
    "a number that nobody has": "06 39 77 12 34",
    "the ids of the first year": "va-2020",
    "two letters": "zo",
    "what is nowhere": "introuvable",
    "two letters that are nowhere": "qx",
}


def timed(url: str, ask: Callable[[SqlWorkspace], object]) -> tuple[float, float, float]:
    """Return the median, the longest and the processor's median time of opening and asking, in seconds.

    The processor's time is that of this process: a server's own is not in it.
    """
    taken, worked = [], []
    for _ in range(_RUNS):
        started, begun = perf_counter(), process_time()
        workspace = open_workspace(url)
        ask(workspace)
        workspace.close()
        taken.append(perf_counter() - started)
        worked.append(process_time() - begun)
    return median(taken), max(taken), median(worked)


def change_one(workspace: SqlWorkspace, orders: int) -> None:
    """Change one order."""
    one = workspace.get(WorkOrder, order(orders - 1, orders).order_id)
    with workspace.command("change", who="F") as transaction:
        transaction.save(replace(one, zone=f"Z{one.version % 7}"))


def main() -> None:
    """Print one row for each question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=300_000)
    parser.add_argument("--lines", type=int, default=2_000_000)
    parser.add_argument("--url", default="")
    parser.add_argument("--made", action="store_true", help="the workspace is there already")
    options = parser.parse_args()
    if options.made:
        ask_all(options.url, options.orders)
        return
    with tempfile.TemporaryDirectory(prefix="regard-bench-") as folder:
        url = options.url or str(Path(folder) / "large.gpkg")
        started = perf_counter()
        workspace = create_workspace(url)
        fill(
            workspace,
            orders=options.orders,
            lines=options.lines,
            told=lambda part: print(f"{perf_counter() - started:7.1f} s  {part}", flush=True),
        )
        workspace.close()
        if not options.url:
            print(f"{Path(url).stat().st_size / 1e6:,.0f} MB")
        ask_all(url, options.orders)


def ask_all(url: str, orders: int) -> None:
    """Ask each question and print its times."""
    questions: dict[str, Callable[[SqlWorkspace], object]] = {
        "open": lambda _: None,
        "open, the orders dock": lambda w: orders_at_hand(w, current_plan(w)),
        "open, orders list --day": lambda w: orders_of_day(w, DAY),
        "open, the orders to plan": orders_to_plan,
        "open, change one order": lambda w: change_one(w, orders),
        "open, history of one order": lambda w: w.journal(key=order(orders - 1, orders).order_id),
        "open, the last 20 lines of the journal": lambda w: w.journal(last=20),
        "open, undo the last command": lambda w: w.undo(who="F"),
    }
    for text, words in _SEARCHES.items():
        questions[f"open, search: {text}"] = lambda w, words=words: w.search(words)
    for name, ask in questions.items():
        cells = "".join(f"{seconds * 1000:8.0f} ms" for seconds in timed(url, ask))
        print(f"{name:45}{cells}", flush=True)


if __name__ == "__main__":
    main()
