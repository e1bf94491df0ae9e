# SPDX-License-Identifier: GPL-3.0-or-later
"""The service's people and means as CSV files, with homes on residential streets of the town."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from ..store.csv_writing import write_csv
from ..workorders.means import Means, load_means
from .chance import stream
from .lines import left_of
from .settings import settings
from .streets import Streets
from .zones import Zones

_AGENT_COLUMNS = (
    *("agent_id", "name", "x", "y", "zone", "day_start", "day_end", "lunch_start", "lunch_end"),
    *("lunch_min", "overtime_min", "vehicle", "phone"),
)
_DOORSTEP_M = 6.0
_HOME_STREETS = ("residential", "living_street", "unclassified", "tertiary")


def write_people(streets: Streets, zones: Zones, folder: Path, *, seed: int) -> dict[str, int]:
    """Write the depot, people, equipment, stock and subcontractors; return the rows of each file."""
    people = settings("people")
    agents = people["agents"]
    return {
        "depots.csv": write_csv(
            folder / "depots.csv",
            ("depot_id", "name", "x", "y", "opens", "closes"),
            [_depot(people["depot"], streets, seed=seed)],
        ),
        "agents.csv": write_csv(
            folder / "agents.csv",
            _AGENT_COLUMNS,
            _agents(agents, streets, zones, seed=seed),
        ),
        "skills.csv": write_csv(
            folder / "skills.csv",
            ("grant_id", "agent_id", "skill", "valid_from", "valid_until"),
            _grants(agents, people, load_means()),
        ),
        "absences.csv": write_csv(
            folder / "absences.csv",
            ("absence_id", "agent_id", "first_day", "last_day"),
            (
                {"absence_id": f"ABS-{i:02d}"} | absence
                for i, absence in enumerate(people["absences"], start=1)
            ),
        ),
        "on_call.csv": write_csv(
            folder / "on_call.csv",
            ("duty_id", "agent_id", "starts_at", "ends_at"),
            _duties(people["on_call"]),
        ),
        "equipment.csv": write_csv(
            folder / "equipment.csv", ("equipment_id", "kind", "agent_id"), _equipment(agents, people)
        ),
        "stock.csv": write_csv(
            folder / "stock.csv", ("stock_id", "holder", "part", "quantity"), _stock(agents, people)
        ),
        "subcontractors.csv": write_csv(
            folder / "subcontractors.csv",
            ("subcontractor_id", "name", "skills", "phone", "hourly_rate_eur"),
            people["subcontractors"],
        ),
    }


def _agents(
    agents: list[dict[str, Any]], streets: Streets, zones: Zones, *, seed: int
) -> Iterator[dict[str, object]]:
    rng = stream(seed, "homes")
    quiet = _quiet(streets)
    section = rng.choice(quiet, len(agents), replace=len(quiet) < len(agents))
    along_m = streets.length_m[section] * rng.uniform(0.2, 0.8, len(agents))
    homes = left_of(streets.line[section], along_m, np.full(len(agents), _DOORSTEP_M))
    for agent, home, zone, phone in zip(
        agents, homes, zones.of(homes), _phones(rng, len(agents)), strict=True
    ):
        yield {
            "agent_id": agent["agent_id"],
            "name": agent["name"],
            "x": float(home[0]),
            "y": float(home[1]),
            "zone": zone,
            "day_start": agent["day"][0],
            "day_end": agent["day"][1],
            "lunch_start": agent["lunch"][0],
            "lunch_end": agent["lunch"][1],
            "lunch_min": agent["lunch_min"],
            "overtime_min": agent["overtime_min"],
            "vehicle": agent["vehicle"],
            "phone": phone,
        }


def _quiet(streets: Streets) -> np.ndarray:
    """Return the street sections on which people live."""
    return np.flatnonzero(np.isin(streets.kind, _HOME_STREETS) & (streets.length_m > 40.0))


def _depot(depot: dict[str, Any], streets: Streets, *, seed: int) -> dict[str, object]:
    """Return the depot, on a street like those of the agents."""
    section = stream(seed, "depot").choice(_quiet(streets), 1)
    half_m = streets.length_m[section] / 2
    (place,) = left_of(streets.line[section], half_m, np.full(1, _DOORSTEP_M))
    return {**depot, "x": float(place[0]), "y": float(place[1])}


def _phones(rng: np.random.Generator, count: int) -> list[str]:
    """Return different mobile numbers of the range kept for fiction."""
    ends = rng.choice(10_000, count, replace=False)
    return [f"06 39 98 {end // 100:02d} {end % 100:02d}" for end in ends]


def _grants(
    agents: list[dict[str, Any]], people: dict[str, Any], means: Means
) -> Iterator[dict[str, object]]:
    granted: date = people["granted"]
    for agent in agents:
        for skill, dates in agent["skills"].items():
            years = means.skills[skill].valid_years
            until = granted.replace(year=granted.year + years) if years else people["unlimited_until"]
            valid_from, valid_until = dates or (granted, until)
            yield {
                "grant_id": f"{agent['agent_id']}-{skill}",
                "agent_id": agent["agent_id"],
                "skill": skill,
                "valid_from": valid_from,
                "valid_until": valid_until,
            }


def _duties(on_call: dict[str, Any]) -> Iterator[dict[str, object]]:
    """Yield the weeks on call, each from a Monday to the next."""
    hour = time.fromisoformat(on_call["from_hour"])
    for week in on_call["weeks"]:
        begins = datetime.combine(week["monday"], hour)
        for agent_id in week["agents"]:
            yield {
                "duty_id": f"{agent_id}-{begins:%Y-%m-%d}",
                "agent_id": agent_id,
                "starts_at": begins,
                "ends_at": begins + timedelta(days=7),
            }


def _equipment(agents: list[dict[str, Any]], people: dict[str, Any]) -> Iterator[dict[str, object]]:
    carried = [(kind, agent["agent_id"]) for agent in agents for kind in agent["equipment"]]
    for number, (kind, agent_id) in enumerate(
        [*carried, *((kind, "") for kind in people["depot_equipment"])], 1
    ):
        yield {"equipment_id": f"MAT-{number:03d}", "kind": kind, "agent_id": agent_id}


def _stock(agents: list[dict[str, Any]], people: dict[str, Any]) -> Iterator[dict[str, object]]:
    lines: dict[tuple[str, str], int] = {
        ("depot", part): count for part, count in people["depot_stock"].items()
    }
    for agent in agents:
        for trade in people["stocks"].keys() & agent["skills"].keys():
            for part, count in people["stocks"][trade].items():
                key = (agent["agent_id"], part)
                lines[key] = max(lines.get(key, 0), count)
    for (holder, part), count in sorted(lines.items()):
        yield {"stock_id": f"{holder}-{part}", "holder": holder, "part": part, "quantity": count}
