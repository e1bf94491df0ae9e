# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of TRSP and HHCRSP files, read again: what a solution costs and what it breaks.

Nothing here comes from Regard; times are double precision.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from tour_rules import Place, Verdict, distance, judge_all_once, least_duration

# what a technician has of each part, once the depot was passed
_PLENTY = 10**9
# starts are written with three decimals
_TINY = 1e-3


def judge_trsp(path: Path, routes: Sequence[tuple[int, Sequence[int]]]) -> Verdict:
    """Judge tours of technicians (technician, stops; stop 0 is the depot); the cost is the duration."""
    rows = trsp_rows(path)
    homes = int(re.search(r"^\s*(\d+)\s+\d+\s+\d+\s+\d+\s*$", path.read_text(), re.MULTILINE)[1])  # type: ignore[index]
    verdict = Verdict()
    tours = [[stop for stop in stops if stop] for _, stops in routes]
    judge_all_once(verdict, tours, range(homes + 1, len(rows)))
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
            if start < max(free + way, patient["time_window"][0]) - _TINY:
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
        if one == other or not least - _TINY <= second - first <= most + _TINY:
            verdict.violations.append(f"synchronization {patient['id']}")
    return [max(0.0, start - patient["time_window"][1]) for start, _ in found]
