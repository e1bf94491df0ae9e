# SPDX-License-Identifier: GPL-3.0-or-later
"""Solve a case with OR-Tools' routing library; runs in its own environment, called by ``tour_peers.py``.

Usage: peer_ortools.py CASE.json SECONDS SEED. Guided local search from parallel cheapest insertion, as its
guide for time windows advises; it has no seed, and runs on one thread.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from ortools.constraint_solver import pywrapcp, routing_enums_pb2

_BREAK = -1
_HORIZON = 10_000_000


class Model:
    """The case as nodes: two for each vehicle (start, end), then the jobs."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.vehicles, self.jobs = case["vehicles"], case["jobs"]
        count = len(self.vehicles)
        places = [row["start"] for row in self.vehicles] + [row["end"] for row in self.vehicles]
        places += [job["place"] for job in self.jobs]
        self.first_job = 2 * count
        self.service = [0] * self.first_job + [job["service"] for job in self.jobs]
        self.manager = pywrapcp.RoutingIndexManager(
            len(places), count, list(range(count)), list(range(count, 2 * count))
        )
        self.routing = pywrapcp.RoutingModel(self.manager)
        ways = [[case["durations"][here][there] for there in places] for here in places]
        self.routing.SetArcCostEvaluatorOfAllVehicles(self.routing.RegisterTransitMatrix(ways))
        times = [[way + service for way in row] for row, service in zip(ways, self.service, strict=True)]
        self.routing.AddDimension(
            self.routing.RegisterTransitMatrix(times), _HORIZON, _HORIZON, False, "time"
        )
        self.time = self.routing.GetDimensionOrDie("time")
        self._add_loads()
        self._add_jobs()
        self._add_vehicles()

    def _add_loads(self) -> None:
        loads = self.routing.RegisterUnaryTransitVector(
            [0] * self.first_job + [job["demand"] for job in self.jobs]
        )
        capacities = [row["capacity"] for row in self.vehicles]
        self.routing.AddDimensionWithVehicleCapacity(loads, 0, capacities, True, "load")

    def _add_jobs(self) -> None:
        for number, job in enumerate(self.jobs):
            node = self.manager.NodeToIndex(self.first_job + number)
            for window in job["windows"]:
                self.time.CumulVar(node).SetRange(*window)
            if len(job["vehicles"]) < len(self.vehicles):
                # SetAllowedVehiclesForIndex takes no list in this version; -1 is nobody
                self.routing.VehicleVar(node).SetValues([-1, *job["vehicles"]])
            if job["value"] is not None:
                self.routing.AddDisjunction([node], job["value"])

    def _add_vehicles(self) -> None:
        solver = self.routing.solver()
        for number, row in enumerate(self.vehicles):
            for node in (self.routing.Start(number), self.routing.End(number)):
                self.time.CumulVar(node).SetRange(row["opens"], row["closes"])
            if row["longest"] is not None:
                self.time.SetSpanUpperBoundForVehicle(row["longest"], number)
            breaks = [
                solver.FixedDurationIntervalVar(opens, latest, duration, False, f"break {number} {index}")
                for index, (opens, latest, duration) in enumerate(row["breaks"])
            ]
            if breaks:
                self.time.SetBreakIntervalsOfVehicle(breaks, number, self.service)

    def solve(self, seconds: float) -> Any:
        """Return the best assignment within the time, None when there is none."""
        parameters = pywrapcp.DefaultRoutingSearchParameters()
        parameters.first_solution_strategy = (
            routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
        )
        parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
        parameters.time_limit.FromMilliseconds(int(seconds * 1000))
        return self.routing.SolveWithParameters(parameters)

    def routes(self, found: Any) -> list[list[int]]:
        """Return the jobs of each vehicle, with its breaks before the jobs that they precede."""
        breaks: dict[int, list[int]] = {number: [] for number in range(len(self.vehicles))}
        intervals = found.IntervalVarContainer()
        for element in map(intervals.Element, range(intervals.Size())):
            breaks[int(element.Var().Name().split()[1])].append(element.StartValue())
        return [self._route(found, number, sorted(starts)) for number, starts in breaks.items()]

    def _route(self, found: Any, vehicle: int, waiting: list[int]) -> list[int]:
        route: list[int] = []
        index = found.Value(self.routing.NextVar(self.routing.Start(vehicle)))
        while not self.routing.IsEnd(index):
            while waiting and waiting[0] < found.Min(self.time.CumulVar(index)):
                route.append(_BREAK)
                waiting.pop(0)
            route.append(self.manager.IndexToNode(index) - self.first_job)
            index = found.Value(self.routing.NextVar(index))
        return route


def main() -> int:
    """Print the routes and the seconds."""
    case = json.loads(Path(sys.argv[1]).read_text())
    start = time.perf_counter()
    model = Model(case)
    found = model.solve(float(sys.argv[2]))
    seconds = time.perf_counter() - start
    routes = model.routes(found) if found else [[] for _ in case["vehicles"]]
    json.dump({"routes": routes, "seconds": seconds}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
