# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a tour problem into the rows of ``kernel_book``."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .kernel_book import FACT, STRANGER, Array
from .problem import Problem, Shift, Visit

_FOREVER_S = 2**40
_MINUTE_S = 60.0


def facts_of(problem: Problem) -> Array:
    """Return the row of the whole, then those of shifts, visits, tasks, breaks and windows."""
    tasks = [
        (number, role) for number, visit in enumerate(problem.visits) for role in range(len(visit.roles))
    ]
    breaks = [pause for shift in problem.shifts for pause in shift.breaks]
    windows = [window for visit in problem.visits for window in _open_windows(visit)]
    visits_from = 1 + len(problem.shifts)
    tasks_from = visits_from + len(problem.visits)
    tasks_to = tasks_from + len(tasks)
    facts = np.zeros(tasks_to + len(breaks) + len(windows), FACT)
    _fill_whole(facts[0], problem)
    facts[0]["visits_from"], facts[0]["tasks_from"], facts[0]["tasks_to"] = visits_from, tasks_from, tasks_to
    facts[0]["has_breaks"] = len(breaks) > 0
    _fill_shifts(facts[1:visits_from], problem, first_break=tasks_to)
    _fill_visits(facts[visits_from:tasks_from], problem, tasks_from, first_window=tasks_to + len(breaks))
    for row, (number, role) in zip(facts[tasks_from:tasks_to], tasks, strict=True):
        roles = problem.visits[number].roles
        row["visit"] = visits_from + number
        row["like_previous"] = role > 0 and roles[role] == roles[role - 1]
    for row, pause in zip(facts[tasks_to:], breaks, strict=False):
        row["from_s"], row["latest_s"], row["duration_s"] = (
            pause.from_s,
            pause.latest_start_s,
            pause.duration_s,
        )
    for row, (from_s, to_s) in zip(facts[tasks_to + len(breaks) :], windows, strict=True):
        row["from_s"], row["latest_s"] = from_s, to_s
    return facts


def fits_of(problem: Problem, facts: Array) -> Array:
    """Return what each shift brings to each task (see ``kernel_book``), task row x shift row."""
    unreachable = frozenset(problem.travel.unreachable)
    fits = np.full((int(facts[0]["tasks_to"]), 1 + len(problem.shifts)), -1, np.int64)
    task = int(facts[0]["tasks_from"])
    for visit in problem.visits:
        for column, shift in enumerate(problem.shifts, 1):
            if unreachable & {visit.place, shift.start_place, shift.end_place} or not _may_visit(
                shift, visit
            ):
                continue
            brings = _brings(shift, visit)
            if len(visit.roles) == 1 and brings != _all_needs(visit):
                continue
            if visit.preferred and shift.agent not in visit.preferred:
                brings |= STRANGER
            for place, role in enumerate(visit.roles):
                if shift.skills >= role.skills | visit.team_skills:
                    fits[task + place, column] = brings
        task += len(visit.roles)
    return fits


def neighbours(facts: Array, travel: Array) -> Array:
    """Return for each visit all visits, itself first, by travel time there and back (visits from 0)."""
    places = _visits(facts)["place"]
    there = travel[np.ix_(places, places)]
    away = there + there.T
    np.fill_diagonal(away, -1)
    return np.argsort(away, axis=1, kind="stable")


def insertion_orders(facts: Array, travel: Array, fits: Array) -> Array:
    """Return the weights of the orders of insertion (row 0) and the keys of each visit (further rows).

    The orders: random, longest work, fewest agents, least room, highest value, farthest, nearest.
    """
    visits, shifts = _visits(facts), facts[1 : facts[0]["visits_from"]]
    starts = np.unique(shifts["start_place"])
    away = travel[np.ix_(starts, visits["place"])].min(axis=0) if len(starts) else np.zeros(len(visits))
    keys = np.column_stack(
        (
            np.zeros(len(visits)),
            visits["duration_s"] * (visits["first_task"] - visits["last_task"]),
            [(fits[visit["first_task"] : visit["last_task"]] >= 0).sum(axis=1).min() for visit in visits],
            [(rows["latest_s"] - rows["from_s"]).sum() for rows in _windows(facts, visits)],
            -visits["value"],
            -away,
            away,
        )
    )
    return np.vstack(([4.0, 4.0, 2.0, 2.0, 2.0, 2.0, 1.0], keys.astype(np.float64)))


def _visits(facts: Array) -> Array:
    visits: Array = facts[facts[0]["visits_from"] : facts[0]["tasks_from"]]
    return visits


def _windows(facts: Array, visits: Array) -> Iterator[Array]:
    for visit in visits:
        yield facts[visit["first_window"] : visit["last_window"]]


def _fill_whole(row: Array, problem: Problem) -> None:
    for term in ("lateness", "travel", "overtime", "waiting", "imbalance"):
        row[term] = getattr(problem.weights, term)
    row["preference"] = problem.weights.preference * _MINUTE_S


def _fill_shifts(rows: Array, problem: Problem, *, first_break: int) -> None:
    agents = {agent: number for number, agent in enumerate(sorted({s.agent for s in problem.shifts}))}
    work_s = sum(visit.duration_s * len(visit.roles) for visit in problem.visits)
    all_s = sum(shift.capacity_s for shift in problem.shifts)
    for row, shift in zip(rows, problem.shifts, strict=True):
        row["agent"], row["day"] = agents[shift.agent], shift.day
        row["start_place"], row["end_place"] = shift.start_place, shift.end_place
        row["start_s"], row["end_s"] = shift.start_s, shift.end_s
        row["latest_s"] = shift.end_s + shift.overtime_s
        row["fair_s"] = work_s * shift.capacity_s // all_s if all_s > 0 else 0
        row["first_break"], row["last_break"] = first_break, first_break + len(shift.breaks)
        first_break += len(shift.breaks)


def _fill_visits(rows: Array, problem: Problem, first_task: int, *, first_window: int) -> None:
    for row, visit in zip(rows, problem.visits, strict=True):
        windows = _open_windows(visit)
        row["place"], row["duration_s"] = visit.place, visit.duration_s
        row["latest_s"] = max((to_s for _, to_s in windows), default=-1)
        row["due_s"] = _FOREVER_S if visit.due_s is None else visit.due_s
        row["lateness_factor"], row["needs"] = visit.lateness_factor, _all_needs(visit)
        row["value"] = visit.value_min * _MINUTE_S * problem.weights.unplanned
        row["first_task"], row["last_task"] = first_task, first_task + len(visit.roles)
        row["first_window"], row["last_window"] = first_window, first_window + len(windows)
        first_task += len(visit.roles)
        first_window += len(windows)


def _open_windows(visit: Visit) -> list[tuple[int, int]]:
    """Return the windows in order, cut at the earliest start."""
    windows = sorted(visit.windows) or [(visit.earliest_s, _FOREVER_S)]
    return [(max(from_s, visit.earliest_s), to_s) for from_s, to_s in windows if to_s >= visit.earliest_s]


def _may_visit(shift: Shift, visit: Visit) -> bool:
    if shift.agent in visit.forbidden:
        return False
    if visit.pin is None:
        return True
    return (not visit.pin.agents or shift.agent in visit.pin.agents) and visit.pin.day in (None, shift.day)


def _brings(shift: Shift, visit: Visit) -> int:
    """Return the needs of a visit that an agent meets: one bit for each skill, then for each equipment."""
    met = [name in shift.skills for name in sorted(visit.skills)]
    met += [name in shift.equipment for name in sorted(visit.equipment)]
    return sum(1 << bit for bit, is_met in enumerate(met) if is_met)


def _all_needs(visit: Visit) -> int:
    return (1 << (len(visit.skills) + len(visit.equipment))) - 1
