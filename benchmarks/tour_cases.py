# SPDX-License-Identifier: GPL-3.0-or-later
"""Published instances as the peers read them, in the whole units that are usual for each set."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from tour_peers import Case, Job, Vehicle
from tour_rules import Place, distance, solomon_places, vrplib_data, vrplib_homes, vrplib_places, vrplib_way

_THOUSANDTHS = 1000


def solomon_case(path: Path) -> tuple[Case, list[int]]:
    """Return a Solomon file in thousandths, rounded up, and the number of each job."""
    places, vehicles, capacity = solomon_places(path)
    depot, *customers = places
    day = (_scaled(depot.opens), _scaled(depot.closes))
    fleet = [Vehicle(0, 0, *day, capacity=int(capacity))] * vehicles
    everybody = list(range(vehicles))
    jobs = [
        Job(
            number,
            _scaled(place.service),
            [(_scaled(place.opens), _scaled(place.closes))],
            everybody,
            int(place.demand),
        )
        for number, place in enumerate(customers, 1)
    ]

    def way(one: Place, other: Place) -> float:
        return math.ceil(distance(one, other) * _THOUSANDTHS - 1e-6)

    return Case(_matrix(places, way), fleet, jobs), list(range(1, len(places)))


def vrplib_case(path: Path) -> tuple[Case, list[int]]:
    """Return a prize-collecting or multi-depot file, rounded as the set wants, and the number of each job."""
    data = vrplib_data(path)
    places, homes = vrplib_places(data), vrplib_homes(data)
    longest = data.longest if math.isfinite(data.longest) else None
    fleet = [
        Vehicle(
            home,
            home,
            int(places[home].opens),
            int(places[home].closes),
            capacity=data.capacity,
            longest=None if longest is None else int(longest),
        )
        for home in homes
    ]
    clients = [number for number in range(len(places)) if number not in data.depots]
    everybody = list(range(len(fleet)))
    jobs = [_client(number, places[number], everybody, data.collects) for number in clients]
    return Case(_matrix(places, vrplib_way(data)), fleet, jobs), clients


def _client(number: int, place: Place, everybody: list[int], collects: bool) -> Job:
    return Job(
        number,
        int(place.service),
        [(int(place.opens), int(place.closes))],
        everybody,
        int(place.demand),
        int(place.prize) if collects else None,
    )


def _matrix(places: Sequence[Place], way: Callable[[Place, Place], float]) -> list[list[int]]:
    return [[int(way(one, other)) for other in places] for one in places]


def _scaled(value: float) -> int:
    return round(value * _THOUSANDTHS)
