# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour problem as the arrays that the kernels read, and plans of arrays as routes."""

from __future__ import annotations

from collections.abc import Sequence
from graphlib import TopologicalSorter
from itertools import pairwise

import numpy as np

from .kernel_schedule import (
    BREAK,
    SHIFT,
    SHIFT_PLAN,
    TASK,
    TASK_PLAN,
    TOTALS,
    VISIT,
    VISIT_PLAN,
    WEIGHTS,
    Array,
    schedule,
)
from .kernel_seats import close_ranks
from .problem import Pause, Problem, Role, Shift, Stop, Visit

_FOREVER_S = 2**40
_MINUTE_S = 60.0
Arrays = tuple[Array, ...]


def given_arrays(problem: Problem) -> Arrays:
    """Return shifts, breaks, visits, windows, tasks, travel, can, offers, strange, weights.

    ``can`` says which shift may take a task (task x shift), ``offers`` which of the visit's needs a shift
    brings (bits, visit x shift), ``strange`` which shift is not among the preferred agents.
    """
    shifts, breaks = _shifts(problem)
    visits, windows, tasks = _visits(problem)
    can, offers, strange = _fits(problem, tasks)
    # a visit that no shift and no window allows keeps its row, and no task of it fits anywhere
    can[visits["first_window"][tasks["visit"]] == visits["last_window"][tasks["visit"]]] = False
    weights = np.zeros(1, WEIGHTS)
    for term in WEIGHTS.names or ():
        per_minute = getattr(problem.weights, term)
        weights[term] = per_minute * _MINUTE_S if term == "preference" else per_minute
    travel = np.ascontiguousarray(problem.travel.seconds, np.int64)
    return shifts, breaks, visits, windows, tasks, travel, can, offers, strange, weights


def empty_plan(given: Arrays) -> Arrays:
    """Return a plan without visits: visit times, task links, tours, global order, totals."""
    shifts, visits, tasks = given[0], given[2], given[4]
    plan = (
        np.zeros(len(visits), VISIT_PLAN),
        np.zeros(len(tasks), TASK_PLAN),
        np.zeros(len(shifts), SHIFT_PLAN),
        np.zeros(len(visits), np.int64),
        np.zeros(1, TOTALS),
    )
    plan[0]["rank"] = -1
    plan[1]["shift"] = -1
    plan[2]["first"] = plan[2]["last"] = -1
    return plan


def plan_of(given: Arrays, routes: Sequence[Sequence[Stop | Pause]]) -> Arrays:
    """Return the plan of routes that keep all rules; the inverse of ``routes_of``."""
    plan = empty_plan(given)
    tasks = [[_task(given, stop) for stop in route if isinstance(stop, Stop)] for route in routes]
    for shift, tour in enumerate(tasks):
        mine = plan[2][shift]
        mine["stops"] = len(tour)
        mine["work_s"] = given[2]["duration_s"][given[4]["visit"][tour]].sum()
        if tour:
            mine["first"], mine["last"] = tour[0], tour[-1]
            plan[1]["shift"][tour] = shift
            plan[1]["before"][tour] = [-1, *tour[:-1]]
            plan[1]["after"][tour] = [*tour[1:], -1]
            plan[1]["rested"][tour] = _rests(routes[shift])
    order = _global_order(given, tasks)
    plan[3][: len(order)] = order
    plan[4]["planned"] = len(order)
    plan[0]["rank"][order] = range(len(order))
    schedule(given, plan)
    close_ranks(plan)
    return plan


def _task(given: Arrays, stop: Stop) -> int:
    return int(given[2]["first_task"][stop.visit]) + stop.role


def _rests(route: Sequence[Stop | Pause]) -> list[int]:
    """Return how many breaks come right before each stop."""
    rests, count = [], 0
    for step in route:
        if isinstance(step, Stop):
            rests.append(count)
            count = 0
        else:
            count += 1
    return rests


def _global_order(given: Arrays, tours: Sequence[Sequence[int]]) -> list[int]:
    """Return an order of the visits that every tour follows."""
    graph = TopologicalSorter[int]()
    for tour in tours:
        visits = [int(number) for number in given[4]["visit"][list(tour)]]
        for number in visits:
            graph.add(number)
        for earlier, later in pairwise(visits):
            graph.add(later, earlier)
    return list(graph.static_order())


def routes_of(given: Arrays, plan: Arrays) -> tuple[tuple[Stop | Pause, ...], ...]:
    """Return the routes of a scheduled plan, with the breaks where they were taken."""
    return tuple(_route(given, plan, shift) for shift in range(len(given[0])))


def neighbours(given: Arrays) -> Array:
    """Return for each visit all visits, itself first, by travel time there and back."""
    places = given[2]["place"]
    there = given[5][np.ix_(places, places)]
    away = there + there.T
    np.fill_diagonal(away, -1)
    return np.argsort(away, axis=1, kind="stable")


def insertion_orders(given: Arrays) -> Array:
    """Return the weights of the orders of insertion (row 0) and the keys of each visit (further rows)."""
    shifts, visits, windows, tasks, travel, can = (given[i] for i in (0, 2, 3, 4, 5, 6))
    room_s = [
        np.diff(windows[first:last], axis=1).sum()
        for first, last in zip(visits["first_window"], visits["last_window"], strict=True)
    ]
    starts = np.unique(shifts["start_place"])
    away = travel[np.ix_(starts, visits["place"])].min(axis=0) if len(starts) else np.zeros(len(visits))
    options = np.minimum.reduceat(can.sum(axis=1), visits["first_task"]) if len(tasks) else np.zeros(0)
    keys = np.column_stack(
        (
            np.zeros(len(visits)),
            -visits["duration_s"] * visits["roles"],
            options,
            room_s,
            -visits["value"],
            -away,
            away,
        )
    ).astype(np.float64)
    return np.vstack(([4.0, 4.0, 2.0, 2.0, 2.0, 2.0, 1.0], keys))


def _shifts(problem: Problem) -> tuple[Array, Array]:
    agents = {agent: number for number, agent in enumerate(sorted({s.agent for s in problem.shifts}))}
    work_s = sum(visit.duration_s * len(visit.roles) for visit in problem.visits)
    all_s = sum(shift.capacity_s for shift in problem.shifts)
    rows: list[tuple[int, ...]] = []
    breaks: list[tuple[int, int, int]] = []
    for shift in problem.shifts:
        first = len(breaks)
        breaks += [(pause.from_s, pause.latest_start_s, pause.duration_s) for pause in shift.breaks]
        fair_s = work_s * shift.capacity_s // all_s if all_s > 0 else 0
        places = (shift.start_place, shift.end_place)
        times = (shift.start_s, shift.end_s, shift.end_s + shift.overtime_s)
        rows.append((agents[shift.agent], shift.day, *places, *times, fair_s, first, len(breaks)))
    return np.array(rows, SHIFT), np.array(breaks, BREAK)


def _visits(problem: Problem) -> tuple[Array, Array, Array]:
    rows: list[tuple[float, ...]] = []
    windows: list[tuple[int, int]] = []
    tasks: list[tuple[int, bool]] = []
    for number, visit in enumerate(problem.visits):
        first_window, first_task = len(windows), len(tasks)
        windows += _open_windows(visit)
        tasks += [
            (number, place > 0 and role == visit.roles[place - 1]) for place, role in enumerate(visit.roles)
        ]
        latest_s = max((to_s for _, to_s in windows[first_window:]), default=-1)
        due_s = _FOREVER_S if visit.due_s is None else visit.due_s
        whole_needs = (1 << len(_needs(visit))) - 1
        value = visit.value_min * _MINUTE_S * problem.weights.unplanned
        rows.append(
            (
                *(visit.place, visit.duration_s, first_window, len(windows), latest_s, due_s),
                *(visit.lateness_factor, first_task, len(visit.roles), whole_needs, value),
            )
        )
    return (
        np.array(rows, VISIT),
        np.array(windows, np.int64).reshape(-1, 2),
        np.array(tasks, TASK),
    )


def _open_windows(visit: Visit) -> list[tuple[int, int]]:
    """Return the windows in order, cut at the earliest start."""
    windows = sorted(visit.windows) or [(visit.earliest_s, _FOREVER_S)]
    return [(max(from_s, visit.earliest_s), to_s) for from_s, to_s in windows if to_s >= visit.earliest_s]


def _needs(visit: Visit) -> tuple[tuple[str, str], ...]:
    """Return what a team must bring between its members."""
    return tuple(
        [("skill", name) for name in sorted(visit.skills)]
        + [("equipment", name) for name in sorted(visit.equipment)]
    )


def _fits(problem: Problem, tasks: Array) -> tuple[Array, Array, Array]:
    unreachable = frozenset(problem.travel.unreachable)
    can = np.zeros((len(tasks), len(problem.shifts)), np.bool_)
    offers = np.zeros((len(problem.visits), len(problem.shifts)), np.int64)
    strange = np.zeros((len(problem.visits), len(problem.shifts)), np.int64)
    task = 0
    for number, visit in enumerate(problem.visits):
        needs = _needs(visit)
        for column, shift in enumerate(problem.shifts):
            brings = {("skill", name) for name in shift.skills} | {("equipment", k) for k in shift.equipment}
            offers[number, column] = sum(1 << bit for bit, need in enumerate(needs) if need in brings)
            strange[number, column] = bool(visit.preferred) and shift.agent not in visit.preferred
            if unreachable & {visit.place, shift.start_place, shift.end_place}:
                continue
            if not _may_visit(shift, visit) or (len(visit.roles) == 1 and not brings.issuperset(needs)):
                continue
            for place, role in enumerate(visit.roles):
                can[task + place, column] = _may_take(shift, visit, role)
        task += len(visit.roles)
    return can, offers, strange


def _may_visit(shift: Shift, visit: Visit) -> bool:
    if shift.agent in visit.forbidden:
        return False
    if visit.pin is None:
        return True
    return (not visit.pin.agents or shift.agent in visit.pin.agents) and visit.pin.day in (None, shift.day)


def _may_take(shift: Shift, visit: Visit, role: Role) -> bool:
    return shift.skills >= role.skills | visit.team_skills


def _route(given: Arrays, plan: Arrays, shift: int) -> tuple[Stop | Pause, ...]:
    visits, tasks = given[2], given[4]
    mine, numbers = plan[2][shift], given[0][shift]
    steps: list[Stop | Pause] = []
    pending = first_break = int(numbers["first_break"])
    task = int(mine["first"])
    while task >= 0:
        now = int(plan[1][task]["pending"])
        steps += [Pause(number - first_break) for number in range(pending, now)]
        visit = int(tasks[task]["visit"])
        steps.append(Stop(visit, task - int(visits[visit]["first_task"])))
        pending, task = now, int(plan[1][task]["after"])
    if steps:
        taken = int(mine["pending"])
        steps += [Pause(number - first_break) for number in range(pending, taken)]
    return tuple(steps)
