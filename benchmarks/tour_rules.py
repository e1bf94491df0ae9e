# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of Solomon and VRPLIB files, read again: what a solution costs and what it breaks.

Nothing here comes from Regard. Routes are lists of the numbers that the solution files use; times and
distances are double precision in the units of the instance, or whole numbers where the set rounds them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# a start this little after its window comes from adding decimals, not from a late vehicle
_TINY = 1e-6


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
    judge_all_once(verdict, routes, range(1, len(places)))
    for route in routes:
        _judge_route(verdict, places, route, places[0], capacity, distance)
    return verdict


@dataclass(frozen=True, slots=True)
class Vrplib:
    """Settings and sections of a VRPLIB file; one with prizes counts in tenths, others in thousandths."""

    settings: dict[str, str]
    sections: dict[str, list[list[float]]]

    @property
    def collects(self) -> bool:
        """Tell whether clients may be left out at a price."""
        return "PRIZE_SECTION" in self.sections

    @property
    def scale(self) -> int:
        """Return the parts of a unit."""
        return 10 if self.collects else 1000

    @property
    def depots(self) -> set[int]:
        """Return the depots; all numbers count from 0."""
        return {int(row[0]) - 1 for row in self.sections["DEPOT_SECTION"] if row[0] > 0}

    @property
    def capacity(self) -> int:
        """Return what each vehicle carries."""
        return int(self.settings["CAPACITY"])

    @property
    def longest(self) -> float:
        """Return the longest duration of a tour."""
        return float(self.settings.get("VEHICLES_MAX_DURATION", math.inf)) * self.scale


def vrplib_data(path: Path) -> Vrplib:
    """Return the settings of a VRPLIB file, and its sections as lists of rows."""
    data = Vrplib({}, {})
    rows: list[list[float]] = []
    for line in path.read_text().splitlines():
        if line.strip().endswith("_SECTION"):
            rows = data.sections[line.strip()] = []
        elif ":" in line:
            name, _, value = line.partition(":")
            data.settings[name.strip()] = value.strip()
        elif line.strip() not in ("", "EOF"):
            rows.append([float(cell) for cell in line.split()])
    return data


def vrplib_places(data: Vrplib) -> list[Place]:
    """Return the nodes with whole times and prizes."""
    sections, scale = data.sections, data.scale
    services, prizes = sections.get("SERVICE_TIME_SECTION"), sections.get("PRIZE_SECTION")
    places = []
    for number, (_, x, y) in enumerate(sections["NODE_COORD_SECTION"]):
        service = services[number][1] if services else float(data.settings["SERVICE_TIME"])
        _, opens, closes = sections["TIME_WINDOW_SECTION"][number]
        places.append(
            Place(
                x,
                y,
                sections["DEMAND_SECTION"][number][1],
                opens * scale,
                closes * scale,
                0.0 if number in data.depots else service * scale,
                prizes[number][1] * scale if prizes else 0.0,
            )
        )
    return places


def vrplib_homes(data: Vrplib) -> list[int]:
    """Return the depot of each vehicle."""
    own = data.sections.get("VEHICLES_DEPOT_SECTION")
    return [int(row[1]) - 1 for row in own] if own else [0] * int(data.settings["VEHICLES"])


def vrplib_way(data: Vrplib) -> Callable[[Place, Place], float]:
    """Return the distance between places: x 10, truncated (DIMACS), or x 1,000, rounded."""
    whole = math.floor if data.collects else round
    return lambda one, other: whole(distance(one, other) * data.scale)


def judge_vrplib(path: Path, routes: Sequence[Sequence[int]]) -> Verdict:
    """Judge prize-collecting or multi-depot routes, the latter in the order of the vehicles.

    The cost is the distance, plus the prizes of those left out.
    """
    data = vrplib_data(path)
    places, homes = vrplib_places(data), vrplib_homes(data)
    clients = [number for number in range(len(places)) if number not in data.depots]
    verdict = Verdict()
    if len([route for route in routes if route]) > len(homes):
        verdict.violations.append("vehicles")
    judge_all_once(verdict, routes, clients, may_miss=data.collects)
    for route, home in zip(routes, homes, strict=False):
        _judge_route(verdict, places, route, places[home], data.capacity, vrplib_way(data), data.longest)
    served = {number for route in routes for number in route}
    verdict.cost += sum(places[number].prize for number in clients if number not in served)
    return verdict


def judge_all_once(
    verdict: Verdict, routes: Sequence[Sequence[int]], wanted: Sequence[int], *, may_miss: bool = False
) -> None:
    """Note what is visited twice or not at all."""
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
