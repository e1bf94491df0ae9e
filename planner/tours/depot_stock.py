# SPDX-License-Identifier: GPL-3.0-or-later
"""What all tours take from a depot together: no more of a part than it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...routing.model.problem import Problem, Shift, Solution, Stop
from .tour_problem import TourProblem

# a problem of several, and a visit of it
Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Call:
    """What one tour takes from its depot: by part, and the visits that are made with each."""

    number: int
    depot: str
    takes: Mapping[str, int]
    visits: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def beyond_depots(solved: Sequence[tuple[TourProblem, Solution]]) -> dict[Place, str]:
    """Return the visits to leave out so that no depot gives more than it holds, each with the part it lacks.

    The problems are those of one plan; their tours share the depots. A tour that calls at its depot takes
    there what its van lacks for all its visits. Of the visits that need a part too many, those worth least
    are left out, of equal ones those due last. O(visits log visits).
    """
    calls = [call for number, (tours, found) in enumerate(solved) for call in _calls(number, tours, found)]
    held = {name: parts for tours, _ in solved for name, parts in tours.stores.values()}
    out: dict[Place, str] = {}
    for depot, part in sorted({(call.depot, part) for call in calls for part in call.takes}):
        own = [call for call in calls if call.depot == depot and part in call.takes]
        excess = sum(call.takes[part] for call in own) - held[depot].get(part, 0)
        for place, count in _least_worth(solved, own, part, set(out)):
            if excess <= 0:
                break
            out[place] = part
            excess -= count
    return out


def _calls(number: int, tours: TourProblem, found: Solution) -> Iterator[_Call]:
    problem = tours.problem
    for shift, route in zip(problem.shifts, found.routes, strict=True):
        stops = [step for step in route if isinstance(step, Stop)]
        if shift.store is None or not any(stop.by_store for stop in stops):
            continue
        if shift.store.place in tours.stores:
            depot, _ = tours.stores[shift.store.place]
            takes, visits = _taken(problem, shift, stops)
            yield _Call(number, depot, takes, visits)


def _taken(
    problem: Problem, shift: Shift, stops: Sequence[Stop]
) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    needed: Counter[str] = Counter()
    visits: dict[str, tuple[int, ...]] = {}
    for stop in stops:
        # the first of a team brings the parts
        if stop.role == 0:
            for part, count in problem.visits[stop.visit].parts.items():
                needed[part] += count
                visits[part] = (*visits.get(part, ()), stop.visit)
    takes = {part: count - shift.stock.get(part, 0) for part, count in needed.items()}
    return {part: count for part, count in takes.items() if count > 0}, visits


def _least_worth(
    solved: Sequence[tuple[TourProblem, Solution]], calls: Sequence[_Call], part: str, gone: set[Place]
) -> Iterator[tuple[Place, int]]:
    """Yield the visits that need a part, the least worth first, with what its depot keeps without each."""
    left = [call.takes[part] for call in calls]
    found = [
        (visit.value_min, -(visit.due_s or 0), visit.visit_id, index)
        for index, call in enumerate(calls)
        for visit in (solved[call.number][0].problem.visits[number] for number in call.visits[part])
    ]
    for _, _, name, index in sorted(found):
        problem = solved[calls[index].number][0].problem
        count = min(problem.visits[problem.numbers[name]].parts[part], left[index])
        left[index] -= count
        place = (calls[index].number, name)
        if place not in gone and count:
            yield place, count
