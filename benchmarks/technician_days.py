# SPDX-License-Identifier: GPL-3.0-or-later
"""Days of technicians by the rules of the demonstration: its people, its kinds of calls, the catalogue.

Agents are the ten of ``resources/demo/people.yaml`` again and again, each at another home; visits are the
calls of ``calls.yaml`` in their shares, with the time, skills and equipment of the catalogue and the
appointments of the calls. Kept are the kinds of work that one agent does alone, as no peer knows crews.
Places lie anywhere in a square of 20 km; ways are as the crow flies times 1.3, at 30 km/h. All visits are
worth alike.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
from regard.core.ids import AgentId
from regard.demo.chance import stream
from regard.demo.settings import settings
from regard.routing.model.planning_rules import Weights
from regard.routing.model.problem import Break, Problem, Shift, Visit
from regard.routing.travel import StraightLine
from regard.workorders.catalogue import load_catalogue
from shapely.geometry import Point
from tour_peers import Case, Job, Vehicle

_SIDE_M = 20_000.0
_VALUE_MIN = 20_000


def technician_day(visits: int, agents: int, seed: int) -> Problem:
    """Return a day of so many visits and agents."""
    rng = stream(seed, f"technician day {visits} x {agents}")
    places = [Point(x, y) for x, y in rng.uniform(0.0, _SIDE_M, (agents + visits, 2))]
    people = settings("people")["agents"]
    shifts = [_shift(number, people[number % len(people)]) for number in range(agents)]
    kinds = [spec for spec in settings("calls")["calls"] if _can_be_done(spec, shifts)]
    shares = np.array([spec["count"] for spec in kinds], float)
    drawn = rng.choice(len(kinds), visits, p=shares / shares.sum())
    todo = [_visit(number, agents, kinds[kind], rng) for number, kind in enumerate(drawn)]
    weights = Weights.minimum_travel()
    return Problem(tuple(shifts), tuple(todo), StraightLine().matrix(places), weights)


def without_breaks(problem: Problem) -> Problem:
    """Return the same day without lunch."""
    return replace(problem, shifts=tuple(replace(shift, breaks=()) for shift in problem.shifts))


def case_of(problem: Problem) -> Case:
    """Return a day as the peers read it."""
    vehicles = [
        Vehicle(
            shift.start_place,
            shift.end_place,
            shift.start_s,
            shift.end_s,
            [(pause.from_s, pause.latest_start_s, pause.duration_s) for pause in shift.breaks],
        )
        for shift in problem.shifts
    ]
    jobs = [
        Job(
            visit.place,
            visit.duration_s,
            visit.windows,
            _able(visit, problem.shifts),
            value=visit.value_min * 60,
        )
        for visit in problem.visits
    ]
    return Case(problem.travel.seconds.tolist(), vehicles, jobs)


def _able(visit: Visit, shifts: tuple[Shift, ...] | list[Shift]) -> list[int]:
    return [
        number
        for number, shift in enumerate(shifts)
        if visit.skills <= shift.skills and visit.equipment <= shift.equipment
    ]


def _can_be_done(spec: dict[str, Any], shifts: list[Shift]) -> bool:
    """Tell whether one agent does such a call alone."""
    job = load_catalogue().jobs[spec["code"]]
    return job.crew.min == 1 and bool(_able(_work(spec["code"]), shifts))


@cache
def _work(code: str) -> Visit:
    job = load_catalogue().jobs[code]
    return Visit(
        visit_id=code,
        place=0,
        duration_s=job.duration_min.p50 * 60,
        skills=frozenset(job.skills) | frozenset(job.crew_skills),
        equipment=frozenset(job.equipment),
        value_min=_VALUE_MIN,
    )


def _visit(number: int, agents: int, spec: dict[str, Any], rng: np.random.Generator) -> Visit:
    windows = spec.get("window", [None])
    window = windows[rng.integers(len(windows))]
    return replace(
        _work(spec["code"]),
        visit_id=f"V{number}",
        place=agents + number,
        windows=((_seconds(window[0]), _seconds(window[1])),) if window else (),
    )


def _shift(number: int, agent: dict[str, Any]) -> Shift:
    opens_s, closes_s = (_seconds(text) for text in agent["lunch"])
    start_s, end_s = (_seconds(text) for text in agent["day"])
    return Shift(
        agent=AgentId(f"{agent['agent_id']}-{number}"),
        day=0,
        start_place=number,
        end_place=number,
        start_s=start_s,
        end_s=end_s,
        skills=frozenset(agent["skills"]),
        equipment=frozenset(agent["equipment"]),
        breaks=(Break(opens_s, closes_s, agent["lunch_min"] * 60),),
    )


def _seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60
