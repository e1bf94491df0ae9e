# SPDX-License-Identifier: GPL-3.0-or-later
"""Home health care routing and scheduling (Mankowska, Meisel, Bierwirth 2014, and JSON files of that layout).

Carers start and end at one office. A patient needs one carer, or two different ones: at the same moment, or
the second some time after the first. Starting after the window is tardy. The cost is a third of travel plus
total plus largest tardiness; each service counts its own tardiness. Times have three decimals at most, so
that thousandths are exact.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ...core.ids import AgentId
from ..check.checker import Checked
from ..check.timeline import StopTimes
from ..model.planning_rules import Weights
from ..model.problem import Problem, Role, Shift, Solution, Visit
from .hhcrsp_file import HhcrspFile, Patient, read_hhcrsp_file
from .instance import MANDATORY_MIN, rounded_up, travel_of

_SCALE = 1000


@dataclass(frozen=True, slots=True)
class HhcrspInstance:
    """An HHCRSP file and its tour problem."""

    name: str
    problem: Problem
    file: HhcrspFile

    def cost(self, solution: Solution, checked: Checked) -> float:  # noqa: ARG002
        """Return a third of travel plus total plus largest tardiness."""
        ends = {patient.id: round(patient.time_window[1] * _SCALE) for patient in self.file.patients}
        tardy_s = [
            max(0, stop.start_s - ends[stop.visit_id]) for tour in checked.tours for stop in tour.stops
        ]
        travel_s = sum(tour.travel_s for tour in checked.tours)
        return (travel_s + sum(tardy_s) + max(tardy_s, default=0)) / 3 / _SCALE

    def text(self, solution: Solution, checked: Checked) -> str:  # noqa: ARG002
        """Return the order of the patients and each carer's stops, as JSON."""
        starts = sorted((stop.start_s, stop.visit_id) for tour in checked.tours for stop in tour.stops)
        routes = [
            {"caregiver_id": shift.agent, "locations": [self._location(stop) for stop in tour.stops]}
            for shift, tour in zip(self.problem.shifts, checked.tours, strict=True)
        ]
        order = list(dict.fromkeys(visit_id for _, visit_id in starts))
        return json.dumps({"global_ordering": order, "routes": routes}, indent=2) + "\n"

    def _location(self, stop: StopTimes) -> dict[str, Any]:
        patient = next(patient for patient in self.file.patients if patient.id == stop.visit_id)
        return {
            "arrival_time": stop.start_s / _SCALE,
            "departure_time": stop.end_s / _SCALE,
            "patient": patient.id,
            "service": patient.required_caregivers[stop.role].service,
        }


def read_hhcrsp(path: Path) -> HhcrspInstance:
    """Return the instance of a file; ``InputError`` names what is wrong in it."""
    file = read_hhcrsp_file(path)
    away = np.array(file.distances)
    shifts = tuple(
        Shift(AgentId(carer.id), 0, 0, 0, 0, file.horizon(_SCALE), skills=frozenset(carer.abilities))
        for carer in file.caregivers
    )
    visits = tuple(_visit(file, place, patient) for place, patient in enumerate(file.patients, 1))
    travel = travel_of(away * _SCALE, rounded_up)
    weights = replace(Weights.minimum_travel(), overtime=0.0, largest_lateness=1.0)
    return HhcrspInstance(file.name or path.stem, Problem(shifts, visits, travel, weights), file)


def _visit(file: HhcrspFile, place: int, patient: Patient) -> Visit:
    opens, closes = (round(moment * _SCALE) for moment in patient.time_window)
    needs = patient.required_caregivers
    least, most = (round(lag * _SCALE) for lag in patient.lag)
    durations = [round(file.duration(need) * _SCALE) for need in needs]
    roles = [
        Role(frozenset({need.service}), lag, None if duration_s == durations[0] else duration_s)
        for need, lag, duration_s in zip(needs, [(0, 0), (least, most)], durations, strict=False)
    ]
    return Visit(
        visit_id=patient.id,
        place=place,
        duration_s=durations[0],
        roles=tuple(roles),
        earliest_s=opens,
        due_s=closes,
        lateness_factor=len(roles) if patient.is_together else 1,
        value_min=MANDATORY_MIN,
    )
