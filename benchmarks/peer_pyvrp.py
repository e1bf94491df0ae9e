# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve a case with PyVRP; runs in its own environment, called by ``tour_peers.py``.

Usage: peer_pyvrp.py CASE.json SECONDS SEED. PyVRP has no breaks, which the case must not have either; a
vehicle without the skill of a job has a profile in which that job is out of reach.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from pyvrp import Client, Depot, Location, ProblemData, VehicleType, solve
from pyvrp.stop import MaxRuntime

_OUT_OF_REACH = 10_000_000


def main() -> int:
    """Print the routes and the seconds."""
    case = json.loads(Path(sys.argv[1]).read_text())
    data = problem(case)
    start = time.perf_counter()
    best = solve(data, MaxRuntime(float(sys.argv[2])), seed=int(sys.argv[3]), display=False).best
    seconds = time.perf_counter() - start
    routes: list[list[int]] = [[] for _ in case["vehicles"]]
    free = [list(members) for members in kinds_of(case).values()]
    for route in best.routes() if best.is_feasible() else []:
        stops = [stop.idx for stop in route.schedule() if stop.is_client()]
        routes[free[route.vehicle_type()].pop()] = stops
    json.dump({"routes": routes, "seconds": seconds}, sys.stdout)
    return 0


def kinds_of(case: dict[str, Any]) -> dict[str, list[int]]:
    """Return the vehicles by kind: those that are equal in all but their number."""
    kinds: dict[str, list[int]] = {}
    for number, row in enumerate(case["vehicles"]):
        forbidden = [index for index, job in enumerate(case["jobs"]) if number not in job["vehicles"]]
        kinds.setdefault(json.dumps([row, forbidden]), []).append(number)
    return kinds


def problem(case: dict[str, Any]) -> ProblemData:
    """Return the case as PyVRP's data; a profile for each set of jobs that is out of reach."""
    durations = np.array(case["durations"], np.int64)
    kinds = [(*json.loads(kind), len(members)) for kind, members in kinds_of(case).items()]
    depots = sorted({place for row, _, _ in kinds for place in (row["start"], row["end"])})
    profiles = sorted({tuple(forbidden) for _, forbidden, _ in kinds})
    matrices = [_without(durations, [case["jobs"][job]["place"] for job in jobs]) for jobs in profiles]
    vehicles = [
        VehicleType(
            num_available=count,
            capacity=[row["capacity"]],
            start_depot=depots.index(row["start"]),
            end_depot=depots.index(row["end"]),
            tw_early=row["opens"],
            tw_late=row["closes"],
            profile=profiles.index(tuple(forbidden)),
            **({"shift_duration": row["longest"]} if row["longest"] is not None else {}),
        )
        for row, forbidden, count in kinds
    ]
    locations = [Location(0, 0) for _ in durations]
    return ProblemData(
        locations, list(map(_client, case["jobs"])), list(map(Depot, depots)), vehicles, matrices, matrices
    )


def _client(job: dict[str, Any]) -> Client:
    (window,) = job["windows"] or [(0, _OUT_OF_REACH)]
    return Client(
        job["place"],
        delivery=[job["demand"]],
        service_duration=job["service"],
        tw_early=window[0],
        tw_late=window[1],
        prize=job["value"] or 0,
        required=job["value"] is None,
    )


def _without(durations: np.ndarray, places: list[int]) -> np.ndarray:
    """Return travel times with some places out of reach."""
    times = durations.copy()
    times[places, :] = times[:, places] = _OUT_OF_REACH
    np.fill_diagonal(times, 0)
    return times


if __name__ == "__main__":
    sys.exit(main())
