# SPDX-License-Identifier: GPL-3.0-or-later
"""The published sets: where their best values are, who judges a solution, and which peers know their rules.

No peer here knows TRSP (tools and parts fetched on the way) or HHCRSP (two carers in step); VROOM knows
neither prizes nor a longest tour.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crew_rules import judge_hhcrsp, judge_trsp
from tour_cases import solomon_case, vrplib_case
from tour_peers import Case
from tour_rules import Verdict, judge_solomon, judge_vrplib, read_routes

_PYVRP = {"PyVRP": ("pyvrp",)}
_ORTOOLS = {"OR-Tools": ("ortools",)}


def _no_case(path: Path) -> tuple[Case, list[int]]:
    raise NotImplementedError(path)


@dataclass(frozen=True, slots=True)
class BenchSet:
    """One set; ``peers`` gives each peer's script and options, ``best`` the best known values by instance."""

    name: str
    title: str
    pattern: str
    seconds: float
    best: Callable[[Path], Mapping[str, float]]
    judge: Callable[[Path, str], Verdict]
    case: Callable[[Path], tuple[Case, list[int]]] = _no_case
    peers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _best_in_table(folder: Path) -> dict[str, float]:
    """Return the first figure of each row of ``best_known.csv``."""
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {row[0]: float(row[1]) for row in rows}


def _best_in_solutions(folder: Path) -> dict[str, float]:
    """Return what the published solutions cost, judged like all others."""
    return {
        path.stem: judge_vrplib(path.with_suffix(".vrp"), read_routes(path.read_text())).cost
        for path in folder.glob("*.sol")
    }


def _judge_trsp_text(path: Path, text: str) -> Verdict:
    tours = [[int(cell) for cell in line.split()] for line in text.splitlines() if re.match(r"\d", line)]
    return judge_trsp(path, [(technician, stops) for technician, *stops in tours])


SETS = {
    found.name: found
    for found in (
        BenchSet(
            "solomon",
            "Solomon: distance, hard windows, capacity",
            "*.txt",
            10.0,
            _best_in_table,
            lambda path, text: judge_solomon(path, read_routes(text)),
            solomon_case,
            {"VROOM -x5": ("pyvroom", "5"), **_PYVRP, **_ORTOOLS},
        ),
        BenchSet(
            "trsp",
            "TRSP: technicians with skills, tools and parts; total duration",
            "*.txt",
            30.0,
            _best_in_table,
            _judge_trsp_text,
        ),
        BenchSet(
            "hhcrsp",
            "HHCRSP: two carers in step, soft windows; a third of travel, tardiness and largest tardiness",
            "instances/*.json",
            30.0,
            _best_in_table,
            lambda path, text: judge_hhcrsp(path, json.loads(text)),
        ),
        BenchSet(
            "prize",
            "Prize-collecting: distance plus prizes left, in tenths",
            "*.vrp",
            60.0,
            _best_in_solutions,
            lambda path, text: judge_vrplib(path, read_routes(text)),
            vrplib_case,
            {**_PYVRP, **_ORTOOLS},
        ),
        BenchSet(
            "depots",
            "Several depots, a longest tour: distance in thousandths",
            "*.vrp",
            60.0,
            _best_in_solutions,
            lambda path, text: judge_vrplib(path, read_routes(text)),
            vrplib_case,
            {**_PYVRP, **_ORTOOLS},
        ),
    )
}
