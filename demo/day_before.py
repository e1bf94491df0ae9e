# SPDX-License-Identifier: GPL-3.0-or-later
"""The day before: orders that agents had in hand, and what they handed in for them on the evening."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ..store.csv_writing import write_csv
from ..workorders.catalogue import JobStandard, load_catalogue
from .asset_ids import main_ids, sewer_ids
from .lines import left_of
from .settings import settings
from .sites import FINDERS, Search, named_mains
from .zones import Zones

FOLDER = "day_before"
ORDERS, RESULTS, REMARKS = "orders.csv", "results.csv", "remarks.csv"
_PHOTOS = Path(__file__).resolve().parents[1] / "resources" / "demo" / "photos"
_ORDER_COLUMNS = (
    *("order_id", "code", "label", "state", "priority", "received_at", "due_at", "x", "y", "address", "zone"),
    *("asset_role", "asset_id", "duration_min", "crew"),
)
_REMARK_COLUMNS = ("order_id", "agent_id", "received_at", "text")
# where along a pipe work was, and where it is another pipe
_HERE, _AHEAD = 0.35, 0.6
_SERVICE_M = 6.0
_MOVED_M = np.array([1.1, 0.7])
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Asset:
    """What an order was about; ``words`` are what may stand between braces in its answers."""

    role: str
    asset_id: str
    xy: np.ndarray
    street: str
    words: Mapping[str, str]


def write_day_before(search: Search, zones: Zones, folder: Path) -> int:
    """Write orders, results, remarks and photos into a folder; return how many orders there are."""
    folder.mkdir()
    told = settings(FOLDER)
    day: date = told["day"]
    listed = [
        (f"ANC-2026-{number:04d}", spec, _FINDERS[spec["at"]](search))
        for number, spec in enumerate(told["orders"], start=1)
    ]
    for name in sorted({spec["photo"] for _, spec, _ in listed}):
        shutil.copyfile(_PHOTOS / name, folder / name)
    answers = [_answers(order, spec, asset, day, told["common"]) for order, spec, asset in listed]
    write_csv(folder / RESULTS, list(dict.fromkeys(name for row in answers for name in row)), answers)
    write_csv(folder / REMARKS, _REMARK_COLUMNS, _remarks(listed, day))
    return write_csv(folder / ORDERS, _ORDER_COLUMNS, _orders(listed, day, zones))


def taken_in_at() -> datetime:
    """Return when the results of the day before were taken in."""
    told = settings(FOLDER)
    return datetime.combine(told["day"], time.fromisoformat(told["taken_in_at"]))


_Listed = Sequence[tuple[str, Mapping[str, Any], _Asset]]


def _orders(listed: _Listed, day: date, zones: Zones) -> Iterator[dict[str, object]]:
    catalogue = load_catalogue()
    for order_id, spec, asset in listed:
        job: JobStandard = catalogue[spec["code"]]
        received = _at(day, spec["received"])
        yield {
            "order_id": order_id,
            "code": job.code,
            "label": job.label.fr,
            "state": "dispatched",
            "priority": job.priority.least.value,
            "received_at": received,
            "due_at": received + _WEEK,
            "x": float(asset.xy[0]),
            "y": float(asset.xy[1]),
            "address": asset.street,
            "zone": zones.of(asset.xy[None, :])[0],
            "asset_role": asset.role,
            "asset_id": asset.asset_id,
            "duration_min": job.duration_min.p50,
            "crew": len(spec["agents"]),
        }


def _answers(
    order_id: str, spec: Mapping[str, Any], asset: _Asset, day: date, common: Mapping[str, str]
) -> dict[str, object]:
    return {
        "order_id": order_id,
        "author": spec["agents"][0],
        "started_at": _at(day, spec["from"]),
        "ended_at": _at(day, spec["to"]),
        "agents": spec["agents"],
        "photos": spec["photo"],
        **common,
        **{name: text.format_map(asset.words) for name, text in spec["fields"].items()},
    }


def _remarks(listed: _Listed, day: date) -> Iterator[dict[str, object]]:
    for order_id, spec, _ in listed:
        if "remark" in spec:
            said = {"agent_id": spec["agents"][0], "text": spec["remark"]}
            yield {"order_id": order_id, "received_at": _at(day, spec["to"]), **said}


def _at(day: date, hour: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour))


def _main(search: Search) -> _Asset:
    """Return an ordinary main with customers on it, so that work there has something to say."""
    water = search.networks.water
    busy = named_mains(search) & (water.makeup.bore_mm <= 150)
    busy &= np.bincount(water.connections.main, minlength=len(water.mains)) > 2
    chosen = search.pick("main", np.flatnonzero(busy if busy.any() else named_mains(search)))
    return _pipe(
        "water_pipe", main_ids(water.mains)[0][chosen], water.mains.line[chosen], water.mains.name[chosen]
    )


def _connection(search: Search) -> _Asset:
    water = search.networks.water
    chosen = search.pick("connection", np.flatnonzero(shapely.length(water.connections.line) > 1.0))
    line, address = water.connections.line[chosen], water.connections.address[chosen]
    return _pipe("service_connection", water.connections.ids[chosen], line, address)


def _sewer(search: Search) -> _Asset:
    sewers, streets = search.networks.foul.sewers, search.networks.streets
    ids = sewer_ids(sewers)
    usable = ids.is_manhole[sewers.start] & ids.is_manhole[sewers.end] & ~sewers.levels.is_pressure
    usable &= streets.name[sewers.section] != ""
    chosen = search.pick("foul", np.flatnonzero(usable if usable.any() else ids.is_manhole[sewers.start]))
    ends = {"from": ids.nodes[sewers.start[chosen]], "to": ids.nodes[sewers.end[chosen]]}
    street = streets.name[sewers.section[chosen]]
    return _pipe("sewer_pipe", ids.pipes[chosen], sewers.line[chosen], street, **ends)


def _pipe(role: str, asset_id: str, line: shapely.LineString, street: str, **words: str) -> _Asset:
    lines = np.array([line])
    here, ahead = (_along(line, share) for share in (_HERE, _AHEAD))
    house = left_of(lines, np.array([line.length * _HERE]), np.array([_SERVICE_M]))[0]
    survey = f"{_text(here)};{_text(house)}"
    known = {"ahead": _text(ahead), "survey": survey, "length": f"{line.length:.1f}", **words}
    return _asset(role, asset_id, here, street, **known)


def _device(kind: str, role: str) -> Callable[[Search], _Asset]:
    def find(search: Search) -> _Asset:
        site = FINDERS[kind](search)
        return _asset(role, site.asset, site.xy, site.street)

    return find


def _asset(role: str, asset_id: str, xy: np.ndarray, street: str, **words: str) -> _Asset:
    places = {"here": _text(xy), "moved": _text(xy + _MOVED_M), "asset": asset_id}
    return _Asset(role, asset_id, xy, street, {**places, **words})


def _along(line: shapely.LineString, share: float) -> np.ndarray:
    return np.asarray(shapely.get_coordinates(line.interpolate(share, normalized=True))[0])


def _text(xy: np.ndarray) -> str:
    return f"{xy[0]:.2f},{xy[1]:.2f}"


_FINDERS: Mapping[str, Callable[[Search], _Asset]] = {
    "main": _main,
    "connection": _connection,
    "valve": _device("valve", "valve"),
    "hydrant": _device("hydrant", "hydrant"),
    "sewer": _sewer,
}
