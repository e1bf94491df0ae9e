# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a visit is not planned: exact, agent by agent and day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..model.problem import Problem, Solution
from .alone import alone, empty_day_reason, lacks
from .excerpt import Excerpt, Excerpts
from .link_reasons import group_of, link_reasons, links_of, without_links, worth_min
from .reason import Reason, headline
from .seats import Insertion, Seats, missing_min

__all__ = ["Explainer", "Reason", "explain", "headline"]

_ABLE = ("fits", "not_worth")


def explain(problem: Problem, solution: Solution, visit_id: str) -> tuple[Reason, ...]:
    """Return every obstacle to a visit that the plan leaves out.

    For each agent and day: what the agent lacks; else what the day forbids, were it empty; else what the
    plan of that day leaves (every position is tried, the breaks moved where they have to); else the ties to
    other visits. For a visit of several agents, the same for each one alone, and then what keeps them from
    coming together. ``fits`` says that there is no obstacle: it can be inserted as the plan stands, in the
    plan's order.
    """
    return Explainer(problem, solution).reasons(visit_id)


@dataclass(frozen=True)
class Explainer:
    """Explains the visits that one plan leaves out."""

    problem: Problem
    solution: Solution

    @cached_property
    def seats(self) -> Seats:
        """Return the plan as it stands."""
        return Seats(self.problem, self.solution.routes, self.solution.order)

    @cached_property
    def excerpts(self) -> Excerpts:
        """Return the parts of the plan."""
        return Excerpts(self.problem, self.solution)

    def reasons(self, visit_id: str) -> tuple[Reason, ...]:
        """Return every obstacle to one visit (see ``explain``)."""
        number = self.problem.index_of(visit_id)
        is_alone = len(self.problem.visits[number].roles) == 1
        found = [
            reason
            for agent, day, shift in _calendar(self.problem)
            for reason in self._agent_reasons(number, agent, day, shift, is_alone=is_alone)
        ]
        return tuple(found if is_alone else self._crew_reasons(number, found))

    def opening(self, visit_id: str) -> Reason | None:
        """Return where a visit fits for less than it is worth, None when it does nowhere."""
        place = self.place(visit_id)
        return place if place and place.code == "fits" else None

    def place(self, visit_id: str) -> Reason | None:
        """Return where a visit costs least, ``fits`` or ``not_worth``; None when it fits nowhere."""
        number = self.problem.index_of(visit_id)
        found = self.cheapest(number)
        if found is None:
            return None
        inserted, shift = found
        told = self.worth(number, inserted)
        if shift is None:
            return told
        own = self.problem.shifts[shift]
        return replace(told, agent=own.agent, day=own.day)

    def cheapest(self, number: int) -> tuple[Insertion, int | None] | None:
        """Return the cheapest insertion into the plan as it stands, and the shift of its only agent."""
        if len(self.problem.visits[number].roles) > 1:
            inserted = self.seats.find(number)
            return (inserted, None) if inserted else None
        found = ((self.seats.find(number, shift), shift) for shift in range(len(self.problem.shifts)))
        fitting = ((inserted, shift) for inserted, shift in found if inserted)
        return min(fitting, key=lambda one: one[0].cost_min, default=None)

    def worth(self, number: int, found: Insertion) -> Reason:
        """Return whether an insertion costs less than the visit is worth, with those that come with it."""
        code = "fits" if found.cost_min < worth_min(self.problem, number) else "not_worth"
        return Reason(code, minutes=round(found.cost_min), start_s=found.start_s)

    def _agent_reasons(
        self, number: int, agent: str, day: int, shift: int | None, *, is_alone: bool
    ) -> list[Reason]:
        if shift is None:
            return [Reason("absent", agent, day)]
        found = list(lacks(self.problem, number, shift))
        if not found:
            barred = empty_day_reason(self.excerpts.of(number, [shift], is_empty=True))
            found = [barred] if barred else self._plan_reasons(number, shift, is_alone=is_alone)
        return [replace(reason, agent=agent, day=day) for reason in found]

    def _plan_reasons(self, number: int, shift: int, *, is_alone: bool) -> list[Reason]:
        """Return what the plan of a day leaves to an agent who could come on an empty one."""
        if is_alone:
            inserted = self.seats.find(number, shift)
            if inserted:
                return [self.worth(number, inserted)]
        part = self.excerpts.of(number, [shift])
        place = part.shifts.index(shift)
        problem = alone(without_links(part.problem, part.number), part.number, place)
        free = Seats(problem, part.routes, part.order).find(part.number, place)
        visit = self.problem.visits[number]
        if free and is_alone and (visit.parts or visit.equipment):
            loaded = without_links(part.problem, part.number)
            if Seats(loaded, part.routes, part.order).find(part.number, place) is None:
                return [Reason("load", detail=", ".join(sorted(visit.equipment | visit.parts.keys())))]
        if free and (is_alone and links_of(self.problem, number)):
            return link_reasons(self._linked_part(number, [shift]), number_of_shift=shift)
        if free:
            return [self.worth(number, free)]
        minutes = missing_min(problem, part.routes, part.number, place, part.order)
        return [Reason("no_room") if minutes is None else Reason("no_time", minutes=minutes)]

    def _linked_part(self, number: int, shifts: Sequence[int]) -> Excerpt:
        """Return what a visit touches with those that come with it, who may be sent from anywhere."""
        comes_alone = len(group_of(self.problem, number)) == 1
        return self.excerpts.of(number, shifts if comes_alone else range(len(self.problem.shifts)))

    def _crew_reasons(self, number: int, alone_: Sequence[Reason]) -> list[Reason]:
        """Return the obstacles of each agent and those of the team; who could come alone is no obstacle."""
        inserted = self.seats.find(number)
        if inserted:
            return [self.worth(number, inserted)]
        whole = self.excerpts.of(number, range(len(self.problem.shifts)))
        if links_of(self.problem, number):
            untied = without_links(whole.problem, whole.number)
            if Seats(untied, whole.routes, whole.order).find(whole.number):
                return link_reasons(whole)
        obstacles = [reason for reason in alone_ if reason.code not in _ABLE]
        for day in sorted({shift.day for shift in self.problem.shifts}):
            free = sum(reason.day == day and reason.code in _ABLE for reason in alone_)
            obstacles += self._team_reasons(number, day, free)
        return obstacles

    def _team_reasons(self, number: int, day: int, free: int) -> Iterator[Reason]:
        """Yield what is missing to all who could come on a day, or that they never come together."""
        problem, visit = self.problem, self.problem.visits[number]
        able = [
            shift
            for place, shift in enumerate(problem.shifts)
            if shift.day == day and not [*lacks(problem, number, place)]
        ]
        for code, names, held in (
            ("skill_missing", visit.skills, [shift.skills for shift in able]),
            ("equipment_missing", visit.equipment, [shift.equipment for shift in able]),
        ):
            yield from (Reason(code, day=day, detail=name) for name in sorted(names.difference(*held)))
        code = "crew" if free < len(visit.roles) else "crew_together"
        yield Reason(code, day=day, detail=f"{free}/{len(visit.roles)}")


def _calendar(problem: Problem) -> Iterator[tuple[str, int, int | None]]:
    """Yield every agent and day with the index of the shift, None where the agent does not work."""
    shifts = {(shift.agent, shift.day): number for number, shift in enumerate(problem.shifts)}
    days = sorted({day for _, day in shifts})
    for agent in dict.fromkeys(shift.agent for shift in problem.shifts):
        for day in days:
            yield agent, day, shifts.get((agent, day))
