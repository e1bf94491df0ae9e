# SPDX-License-Identifier: GPL-3.0-or-later
"""Trying to insert a visit after a change of the problem, in the least part of the plan that it touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..model.problem import Problem, Solution
from .bends import Change
from .excerpt import Excerpt, Excerpts
from .link_reasons import group_of
from .seats import Insertion, Seats


@dataclass(frozen=True, slots=True)
class Found:
    """The least amount for which a visit fits, where, and how."""

    amount: int
    place: tuple[int, ...]
    inserted: Insertion


@dataclass(frozen=True)
class Trials:
    """The places of a plan where one visit that it leaves out could go.

    A place is one shift for a visit of one agent, and all shifts of a day for a visit of several, or one
    that starts together with others.
    """

    problem: Problem
    solution: Solution
    number: int

    @cached_property
    def is_single(self) -> bool:
        """Tell whether one agent makes the visit, and nothing has to start together with it."""
        visit = self.problem.visits[self.number]
        return len(visit.roles) == 1 == len(group_of(self.problem, self.number))

    @cached_property
    def places(self) -> tuple[tuple[int, ...], ...]:
        """Return every place."""
        return tuple((shift,) for shift in range(len(self.problem.shifts))) if self.is_single else self.days

    @cached_property
    def days(self) -> tuple[tuple[int, ...], ...]:
        """Return the shifts of each day."""
        days = sorted({shift.day for shift in self.problem.shifts})
        return tuple(
            tuple(number for number, shift in enumerate(self.problem.shifts) if shift.day == day)
            for day in days
        )

    @cached_property
    def _excerpts(self) -> Excerpts:
        return Excerpts(self.problem, self.solution)

    @cached_property
    def _parts(self) -> dict[tuple[int, ...], Excerpt]:
        return {}

    def part(self, place: tuple[int, ...]) -> Excerpt:
        """Return what inserting the visit at a place touches."""
        if place not in self._parts:
            self._parts[place] = self._excerpts.of(self.number, place)
        return self._parts[place]

    def insert(self, place: tuple[int, ...], change: Change) -> Insertion | None:
        """Return the cheapest insertion at a place after a change, None when the visit does not fit."""
        part = self.part(place)
        return self.insert_into(part, Seats(change(part.problem), part.routes, part.order), place)

    def insert_into(self, part: Excerpt, seats: Seats, place: tuple[int, ...]) -> Insertion | None:
        """Do the same with a plan of an excerpt; the shifts of the insertion are those of the whole."""
        shift = part.shifts.index(place[0]) if len(place) == 1 and self.is_single else None
        inserted = seats.find(part.number, shift)
        return inserted and replace(inserted, shifts=tuple(part.shifts[own] for own in inserted.shifts))

    def least(
        self,
        places: Iterable[tuple[int, ...]],
        change: Callable[[tuple[int, ...], int], Change],
        most: Callable[[tuple[int, ...]], int],
    ) -> Found | None:
        """Return the least amount (from 1 on, at most ``most``) of a change for which the visit fits.

        More must not be worse. A place that needs as much as another one is not looked into further, so
        that few places take more than one insertion.
        """
        best: Found | None = None
        for place in places:
            high = most(place) if best is None else min(most(place), best.amount - 1)
            inserted = self.insert(place, change(place, high)) if high > 0 else None
            if inserted is None:
                continue
            low = 0
            while high - low > 1:
                middle = (low + high) // 2
                tried = self.insert(place, change(place, middle))
                if tried is None:
                    low = middle
                else:
                    high, inserted = middle, tried
            best = Found(high, place, inserted)
        return best

    def first(
        self, places: Sequence[tuple[int, ...]], change: Callable[[tuple[int, ...]], Change]
    ) -> Found | None:
        """Return the place where the visit costs least after a change."""
        found = [
            Found(0, place, inserted) for place in places if (inserted := self.insert(place, change(place)))
        ]
        return min(found, key=lambda one: one.inserted.cost_min, default=None)
