# SPDX-License-Identifier: GPL-3.0-or-later
"""Other optimisers on the same case, each in its own environment under var/, made at the first run.

A case is what all of them can express: travel times, vehicles with a day, breaks, a load and a longest tour,
jobs with windows, a load, the vehicles that may do them, and a value (None: they must be done).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = {"pyvroom": "pyvroom==1.15.2", "pyvrp": "pyvrp==0.14.1", "ortools": "ortools==9.15.6755"}
# of Regard and of VROOM (``peer_pyvroom.py``)
THREADS = 2
# VROOM keeps loads in whole numbers and adds them up
NO_LIMIT = 10**9


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One vehicle; a break is its earliest start, latest start and duration."""

    start: int
    end: int
    opens: int
    closes: int
    breaks: Sequence[tuple[int, int, int]] = ()
    capacity: int = NO_LIMIT
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One job; ``vehicles`` are those that may do it."""

    place: int
    service: int
    windows: Sequence[tuple[int, int]]
    vehicles: Sequence[int]
    demand: int = 0
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A problem in whole units of time, which is also what counts."""

    durations: Sequence[Sequence[int]]
    vehicles: Sequence[Vehicle]
    jobs: Sequence[Job]


@dataclass(frozen=True, slots=True)
class Answer:
    """The jobs of each vehicle in order (-1: a break), and the seconds of the search alone."""

    routes: list[list[int]]
    seconds: float


def ask(peer: str, case: Case, *, seconds: float, seed: int, options: Sequence[str] = ()) -> Answer:
    """Return a peer's answer; one that finds no solution returns empty routes."""
    python = _environment(peer)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.json"
        path.write_text(json.dumps(asdict(case)))
        script = Path(__file__).with_name(f"peer_{peer}.py")
        command = [python, script, path, str(seconds), str(seed), *options]
        solved = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return Answer(**json.loads(solved.splitlines()[-1]))


def _environment(peer: str) -> Path:
    """Return the Python of a peer's own environment."""
    folder = ROOT / "var" / f"{peer}-venv"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", PEERS[peer]], check=True)
    return python
