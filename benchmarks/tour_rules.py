# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the benchmarks, read from their own files: what a solution costs and what it breaks.

Nothing here comes from Regard. Routes are lists of the numbers that the solution files use; times and
distances are double precision in the units of the instance, or whole numbers where the set rounds them.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

# a start this little after its window comes from adding decimals, not from a late vehicle
_TINY = 1e-6
# what a vehicle carries when its stock has no limit
_PLENTY = 10**9


@dataclass(slots=True)
class Verdict:
    """The cost of a solution, and the rules that it breaks."""

    cost: float = 0.0
    violations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """One row of an instance; what is visited starts between ``opens`` and ``closes``."""

    x: float
    y: float
    demand: float
    opens: float
    closes: float
    service: float
    prize: float = 0.0


def distance(one: Place, other: Place) -> float:
    """Return the Euclidean distance."""
    return math.hypot(one.x - other.x, one.y - other.y)


def solomon_places(path: Path) -> tuple[list[Place], int, float]:
    """Return the rows of a Solomon file (row 0 is the depot), the vehicles and their capacity."""
    rows = [line.split() for line in path.read_text().splitlines() if re.match(r"^[\d\s.]+$", line)]
    rows = [row for row in rows if row]
    (vehicles, capacity), *customers = rows
    places = [Place(*map(float, row[1:])) for row in customers]
    return places, int(vehicles), float(capacity)


def judge_solomon(path: Path, routes: Sequence[Sequence[int]]) -> Verdict:
    """Judge routes under capacity and hard windows, every customer once; the cost is the distance."""
    places, vehicles, capacity = solomon_places(path)
    verdict = Verdict()
    if sum(map(bool, routes)) > vehicles:
        verdict.violations.append("vehicles")
    _judge_all_once(verdict, routes, range(1, len(places)))
    for route in routes:
        _judge_route(verdict, places, route, places[0], capacity, distance)
    return verdict


def vrplib_sections(path: Path) -> dict[str, Any]:
    """Return the settings of a VRPLIB file, and its sections as lists of rows."""
    data: dict[str, Any] = {}
    rows: list[list[float]] = []
    for line in path.read_text().splitlines():
        if line.strip().endswith("_SECTION"):
            rows = data[line.strip()] = []
        elif ":" in line:
            name, _, value = line.partition(":")
            data[name.strip()] = value.strip()
        elif line.strip() not in ("", "EOF"):
            rows.append([float(cell) for cell in line.split()])
    return data


def judge_vrplib(path: Path, routes: Sequence[Sequence[int]]) -> Verdict:
    """Judge prize-collecting or multi-depot routes (in the order of the vehicles); places count from 0.

    Prize: distances, times and prizes x 10, truncated (DIMACS); the cost is distance plus the prizes left.
    Depots: x 1,000, rounded; vehicles have their own depot, and a largest duration.
    """
    data = vrplib_sections(path)
    collects = "PRIZE_SECTION" in data
    scale = 10 if collects else 1000
    whole = math.floor if collects else round
    places = _vrplib_places(data, scale)
    depots = {int(row[0]) - 1 for row in data["DEPOT_SECTION"] if row[0] > 0}
    clients = [number for number in range(len(places)) if number not in depots]
    homes = [int(row[1]) - 1 for row in data.get("VEHICLES_DEPOT_SECTION", [])] or [0] * int(data["VEHICLES"])
    longest = float(data.get("VEHICLES_MAX_DURATION", math.inf)) * scale

    def way(one: Place, other: Place) -> float:
        return whole(distance(one, other) * scale)

    verdict = Verdict()
    if len([route for route in routes if route]) > len(homes):
        verdict.violations.append("vehicles")
    _judge_all_once(verdict, routes, clients, may_miss=collects)
    for route, home in zip(routes, homes, strict=False):
        _judge_route(verdict, places, route, places[home], float(data["CAPACITY"]), way, longest)
    served = {number for route in routes for number in route}
    verdict.cost += sum(places[number].prize for number in clients if number not in served)
    return verdict


def _vrplib_places(data: dict[str, Any], scale: int) -> list[Place]:
    services = data.get("SERVICE_TIME_SECTION")
    prizes = data.get("PRIZE_SECTION")
    depots = {int(row[0]) for row in data["DEPOT_SECTION"]}
    places = []
    for row, (number, x, y) in enumerate(data["NODE_COORD_SECTION"]):
        service = services[row][1] if services else float(data["SERVICE_TIME"])
        _, opens, closes = data["TIME_WINDOW_SECTION"][row]
        places.append(
            Place(
                x,
                y,
                data["DEMAND_SECTION"][row][1],
                opens * scale,
                closes * scale,
                0.0 if number in depots else service * scale,
                prizes[row][1] * scale if prizes else 0.0,
            )
        )
    return places


def _judge_all_once(
    verdict: Verdict, routes: Sequence[Sequence[int]], wanted: Sequence[int], *, may_miss: bool = False
) -> None:
    times = Counter(number for route in routes for number in route)
    verdict.violations += [f"twice {number}" for number, count in times.items() if count > 1]
    verdict.violations += [f"unknown {number}" for number in times.keys() - set(wanted)]
    if not may_miss:
        verdict.violations += [f"missing {number}" for number in wanted if number not in times]


def _judge_route(
    verdict: Verdict,
    places: Sequence[Place],
    route: Sequence[int],
    home: Place,
    capacity: float,
    way: Any,
    longest: float = math.inf,
) -> None:
    """Add the length of one route, and what it breaks."""
    if not route:
        return
    stops = [places[number] for number in route]
    if sum(stop.demand for stop in stops) > capacity:
        verdict.violations.append(f"capacity {route}")
    legs = [way(one, other) for one, other in zip([home, *stops], [*stops, home], strict=True)]
    verdict.cost += sum(legs)
    duration = least_duration([home, *stops, home], legs)
    if duration is None:
        verdict.violations.append(f"window {route}")
    elif duration > longest + _TINY:
        verdict.violations.append(f"duration {route}")


def least_duration(stops: Sequence[Place], legs: Sequence[float]) -> float | None:
    """Return the least time from leaving the first stop to reaching the last, None when a window is missed.

    Leaving later shortens the waits as long as every start keeps its window.
    """
    now, slack, waited = stops[0].opens + stops[0].service, math.inf, 0.0
    slack = stops[0].closes - stops[0].opens
    for stop, leg in zip(stops[1:], legs, strict=True):
        now += leg
        wait = max(0.0, stop.opens - now)
        now += wait
        if now > stop.closes + _TINY:
            return None
        waited += wait
        slack = min(slack, stop.closes - now + waited)
        now += stop.service
    return now - stops[0].opens - min(slack, waited)


def read_routes(text: str) -> list[list[int]]:
    """Return the routes of a VRPLIB solution, empty ones included, in their order."""
    lines = re.findall(r"^Route #\d+:(.*)$", text, re.MULTILINE)
    return [[int(cell) for cell in line.split()] for line in lines]


def judge_trsp(path: Path, routes: Sequence[tuple[int, Sequence[int]]]) -> Verdict:
    """Judge tours of technicians (technician, stops; stop 0 is the depot); the cost is the duration."""
    rows = trsp_rows(path)
    homes = int(re.search(r"^\s*(\d+)\s+\d+\s+\d+\s+\d+\s*$", path.read_text(), re.MULTILINE)[1])  # type: ignore[index]
    verdict = Verdict()
    tours = [[stop for stop in stops if stop] for _, stops in routes]
    _judge_all_once(verdict, tours, range(homes + 1, len(rows)))
    names = [technician for technician, _ in routes]
    if len(set(names)) < len(names) or not set(names) <= set(range(1, homes + 1)):
        verdict.violations.append("technicians")
    for technician, stops in routes:
        _judge_technician(verdict, rows, technician, stops)
    return verdict


TrspRow = tuple[Place, set[int], set[int], list[int]]


def trsp_rows(path: Path) -> list[TrspRow]:
    """Return place, skills, tools and parts of the rows of a TRSP file."""
    rows: list[TrspRow] = []
    for line in path.read_text().splitlines():
        if "[" not in line:
            continue
        _, x, y, opens, closes, service = map(float, line.partition("[")[0].split())
        skills, tools, parts = (json.loads(found) for found in re.findall(r"\[[^\]]*\]", line))
        rows.append((Place(x, y, 0.0, opens, closes, service), set(skills), set(tools), parts))
    return rows


def _judge_technician(
    verdict: Verdict, rows: Sequence[TrspRow], technician: int, stops: Sequence[int]
) -> None:
    home, skills, tools, parts = rows[technician]
    left, at_hand = list(parts), set(tools)
    for number in stops:
        _, wants, needs, takes = rows[number]
        if number == 0:
            left, at_hand = [_PLENTY] * len(parts), set(range(100))
            continue
        left = [have - take for have, take in zip(left, takes, strict=True)]
        if min(left) < 0:
            verdict.violations.append(f"part {technician} {number}")
        verdict.violations += [f"tool {technician} {number} {tool}" for tool in needs - at_hand]
        verdict.violations += [f"skill {technician} {number} {skill}" for skill in wants - skills]
    if stops:
        places = [home, *(rows[number][0] for number in stops), home]
        duration = least_duration(places, [distance(*pair) for pair in pairwise(places)])
        verdict.cost += duration or 0.0
        if duration is None:
            verdict.violations.append(f"window {technician}")


def judge_hhcrsp(path: Path, solution: dict[str, Any]) -> Verdict:
    """Judge home care tours with the starts that the solution gives.

    The cost is a third of travel plus total plus largest tardiness; each service is tardy by itself.
    """
    data = json.loads(path.read_text())
    patients = {patient["id"]: patient for patient in data["patients"]}
    row = {patient_id: number for number, patient_id in enumerate(patients, 1)}
    able = {carer["id"]: set(carer["abilities"]) for carer in data["caregivers"]}
    usual = {service["id"]: service.get("default_duration") for service in data["services"]}
    verdict, made, travel = Verdict(), {}, 0.0
    for route in solution["routes"]:
        here, free = 0, 0.0
        for stop in route.get("locations", []):
            patient, service, start = patients[stop["patient"]], stop["service"], stop["arrival_time"]
            there = row[patient["id"]]
            way = data["distances"][here][there]
            if start < max(free + way, patient["time_window"][0]) - 1e-3:
                verdict.violations.append(f"too early {patient['id']}")
            if service not in able[route["caregiver_id"]]:
                verdict.violations.append(f"ability {patient['id']} {service}")
            need = next((n for n in patient["required_caregivers"] if n["service"] == service), {})
            made[patient["id"], service] = (start, route["caregiver_id"])
            travel += way
            here, free = there, start + need.get("duration", usual[service])
        travel += data["distances"][here][0]
    tardy = [_judge_patient(verdict, patient, made) for patient in data["patients"]]
    late = [one for pair in tardy for one in pair]
    verdict.cost = (travel + sum(late) + max(late, default=0.0)) / 3
    return verdict


def _judge_patient(verdict: Verdict, patient: dict[str, Any], made: dict[Any, Any]) -> list[float]:
    """Return how tardy each service of a patient is; note what is missing or not in step."""
    services = [need["service"] for need in patient["required_caregivers"]]
    found = [made[patient["id"], service] for service in services if (patient["id"], service) in made]
    if len(found) < len(services):
        verdict.violations.append(f"missing {patient['id']}")
    elif len(found) == 2:
        (first, one), (second, other) = found
        together = patient["synchronization"]["type"] == "simultaneous"
        least, most = (0, 0) if together else patient["synchronization"]["distance"]
        if one == other or not least - 1e-3 <= second - first <= most + 1e-3:
            verdict.violations.append(f"synchronization {patient['id']}")
    return [max(0.0, start - patient["time_window"][1]) for start, _ in found]
