# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve a case with VROOM; runs in its own environment, called by ``tour_peers.py``.

Usage: peer_pyvroom.py CASE.json SECONDS SEED LEVEL. VROOM stops by itself, and has no seed.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import vroom

_BREAK = -1


def main() -> int:
    """Print the routes and the seconds."""
    case = json.loads(Path(sys.argv[1]).read_text())
    able = sorted({tuple(job["vehicles"]) for job in case["jobs"]})
    problem = vroom.Input()
    problem.set_durations_matrix("car", np.array(case["durations"], np.uint32))
    problem.add_vehicle([vehicle(number, row, able) for number, row in enumerate(case["vehicles"])])
    problem.add_job([job(number, row, able) for number, row in enumerate(case["jobs"])])
    start = time.perf_counter()
    solution = problem.solve(exploration_level=int(sys.argv[4]), nb_threads=2)
    seconds = time.perf_counter() - start
    routes: list[list[int]] = [[] for _ in case["vehicles"]]
    for step in solution.routes.to_dict("records"):
        if step["type"] in ("job", "break"):
            routes[int(step["vehicle_id"])].append(_BREAK if step["type"] == "break" else int(step["id"]))
    json.dump({"routes": routes, "seconds": seconds}, sys.stdout)
    return 0


def vehicle(number: int, row: dict[str, object], able: list[tuple[int, ...]]) -> vroom.Vehicle:
    """Return a vehicle; a skill is a set of vehicles that some job asks for."""
    breaks = [
        vroom.Break(id=index, time_windows=[vroom.TimeWindow(opens, latest)], service=service)
        for index, (opens, latest, service) in enumerate(row["breaks"])
    ]
    return vroom.Vehicle(
        id=number,
        start=row["start"],
        end=row["end"],
        capacity=[row["capacity"]],
        skills={skill for skill, vehicles in enumerate(able) if number in vehicles},
        time_window=vroom.TimeWindow(row["opens"], row["closes"]),
        breaks=breaks,
    )


def job(number: int, row: dict[str, object], able: list[tuple[int, ...]]) -> vroom.Job:
    """Return a job."""
    return vroom.Job(
        id=number,
        location=row["place"],
        default_service=row["service"],
        delivery=vroom.Amount([row["demand"]]),
        skills={able.index(tuple(row["vehicles"]))},
        time_windows=[vroom.TimeWindow(*window) for window in row["windows"]],
    )


if __name__ == "__main__":
    sys.exit(main())
