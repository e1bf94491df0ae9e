# SPDX-License-Identifier: GPL-3.0-or-later
"""A tour problem as the arrays that the kernels read, and their plans as routes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from graphlib import TopologicalSorter
from itertools import pairwise

import numpy as np

from ..model.problem import Pause, Problem, Stop
from ..model.routes import Route, Steps
from .encoding import facts_of, fits_of, groups_of, note_alike, stops_of
from .kernel_book import DESK, FOLLOWS, PLAN, Array
from .kernel_schedule import schedule
from .kernel_seats import close_ranks, insert
from .openings import opening_routes
from .plain import note_plain

# seats that wait to be priced; more are priced at once
_SEATS_ON_OFFER = 4096


@dataclass(frozen=True)
class Book:
    """A problem as the kernels read it (see ``kernel_book``)."""

    facts: Array
    travel: Array
    fits: Array
    stops: tuple[Stop, ...]
    opening: tuple[tuple[Stop, ...], ...]

    @classmethod
    def of(cls, problem: Problem) -> Book:
        """Return the arrays of a problem; ``InputError`` when the given beginnings of tours break a rule."""
        groups = groups_of(problem)
        facts = facts_of(problem, groups)
        matrices = (problem.travel, *problem.travel_by.values())
        travel = np.ascontiguousarray(np.vstack([ways.seconds for ways in matrices]), np.int32)
        stops, opening = tuple(stops_of(problem, groups)), opening_routes(problem)
        book = cls(facts, travel, fits_of(problem, facts, groups), stops, opening)
        book._fix_openings()
        note_alike(facts, book.fits)
        note_plain(facts, book.fits)
        return book

    def _fix_openings(self) -> None:
        """Note what must stay at the beginning of its tour."""
        for shift, route in zip(self.shifts, self.opening, strict=True):
            tasks = [self.task_of[stop.visit, stop.role] for stop in route]
            self.facts["fixed"][self.facts["visit"][tasks]] = 1
            self.facts["fixed"][shift] = tasks[-1] if tasks else 0

    @cached_property
    def task_of(self) -> dict[tuple[int, int], int]:
        """Return the row of each task by visit (index in the problem) and role."""
        tasks_from = int(self.facts["tasks_from"][0])
        return {(stop.visit, stop.role): row for row, stop in enumerate(self.stops, tasks_from)}

    def row_of(self, visit: int) -> int:
        """Return the row of a visit (index in the problem)."""
        return int(self.facts["visit"][self.task_of[visit, 0]])

    @property
    def has_meetings(self) -> bool:
        """Tell whether tours depend on each other, by teams or links."""
        return bool(self.facts["has_meetings"][0])

    @property
    def shifts(self) -> range:
        """Return the rows of the shifts."""
        return range(1, int(self.facts["visits_from"][0]))

    @property
    def visits(self) -> range:
        """Return the rows of the visits."""
        return range(int(self.facts["visits_from"][0]), int(self.facts["tasks_from"][0]))

    def new_desk(self) -> Array:
        """Return the working space of evaluations."""
        return np.zeros(int(self.facts["stocks_to"][0]) + _SEATS_ON_OFFER, DESK)

    def empty_plan(self) -> Array:
        """Return a plan that leaves every visit out; its times and cost are not computed."""
        plan = np.zeros(int(self.facts["stocks_to"][0]), PLAN)
        plan["rank"] = -1
        return plan

    def plan_of(self, routes: Sequence[Route], order: Sequence[int] = ()) -> Array:
        """Return the scheduled plan of routes that keep all rules; breaks come no later than in them.

        ``order`` is that in which the visits (indices) were timed, as far as it is known.
        """
        plan = self.empty_plan()
        stops = [[step for step in route if isinstance(step, Stop)] for route in routes]
        tours = [[self.task_of[stop.visit, stop.role] for stop in own] for own in stops]
        for shift, route, tour in zip(self.shifts, routes, tours, strict=True):
            plan["stops"][shift] = len(tour)
            plan["work_s"][shift] = self.facts["duration_s"][tour].sum()
            plan["first"][shift], plan["last"][shift] = (tour[0], tour[-1]) if tour else (0, 0)
            plan["shift"][tour] = shift
            if tour:
                plan["before"][tour], plan["after"][tour] = [0, *tour[:-1]], [*tour[1:], 0]
                plan["rested"][tour] = _rests(route)
        for shift, own, tour in zip(self.shifts, stops, tours, strict=True):
            plan["call"][shift] = next(
                (task for stop, task in zip(own, tour, strict=True) if stop.by_store), 0
            )
        rows = self._global_order(tours, [self.row_of(visit) for visit in order])
        plan["nth"][: len(rows)] = rows
        plan["rank"][rows] = range(len(rows))
        plan["planned"][0] = len(rows)
        schedule(self.facts, plan, self.travel, self.fits)
        close_ranks(self.facts, plan)
        return plan

    def seat(self, plan: Array, desk: Array, row: int) -> None:
        """Put a visit (its row) into a scheduled plan at the best seats noted on the desk."""
        insert(self.facts, plan, desk, row)
        schedule(self.facts, plan, self.travel, self.fits)
        close_ranks(self.facts, plan)

    def seats_of(self, desk: Array, row: int) -> tuple[tuple[int, ...], int]:
        """Return the shifts (indices) of the best seats noted for a visit (its row), and its start there."""
        seats = desk[self.facts["first_task"][row] : self.facts["last_task"][row]]
        shifts = tuple(int(shift) - self.shifts.start for shift in seats["best_shift"])
        return shifts, int(seats["best_start_s"][0])

    def order_of(self, plan: Array) -> tuple[int, ...]:
        """Return the visits (indices) of a plan in its global order."""
        rows = plan["nth"][: plan["planned"][0]]
        first, tasks_from = self.facts["first_task"][rows], int(self.facts["tasks_from"][0])
        return tuple(self.stops[task - tasks_from].visit for task in first)

    def routes_of(self, plan: Array) -> tuple[Steps, ...]:
        """Return the routes of a scheduled plan, with the breaks where they are taken."""
        return tuple(self._route(plan, shift) for shift in self.shifts)

    def _route(self, plan: Array, shift: int) -> tuple[Stop | Pause, ...]:
        first_break = pending = int(self.facts["first_break"][shift])
        steps: list[Stop | Pause] = []
        row = shift
        task = int(plan["first"][shift])
        while task:
            now = int(plan["pending"][task])
            steps += [Pause(number - first_break) for number in range(pending, now)]
            stop = self.stops[task - int(self.facts["tasks_from"][0])]
            steps.append(replace(stop, by_store=True) if plan["call"][shift] == task else stop)
            pending, row, task = now, task, int(plan["after"][task])
        if row != shift:
            steps += [Pause(n - first_break) for n in range(pending, int(plan["pending"][shift]))]
        return tuple(steps)

    def _global_order(self, tours: Sequence[Sequence[int]], known: Sequence[int]) -> list[int]:
        """Return an order of the rows of visits that every tour and link follows, the known one if any."""
        planned = {row for tour in tours for row in self.facts["visit"][list(tour)].tolist()}
        if planned == set(known):
            return list(known)
        graph = TopologicalSorter[int](dict.fromkeys(planned, ()))
        for tour in tours:
            for earlier, later in pairwise(self.facts["visit"][list(tour)].tolist()):
                graph.add(later, earlier)
        for row in planned:
            for link in self.facts[self.facts["first_link"][row] : self.facts["last_link"][row]]:
                if link["kind"] == FOLLOWS:
                    graph.add(row, int(link["other"]))
        return list(graph.static_order())


def _rests(route: Route) -> list[int]:
    """Return how many breaks come right before each stop."""
    rests, count = [], 0
    for step in route:
        if isinstance(step, Stop):
            rests.append(count)
            count = 0
        else:
            count += 1
    return rests
