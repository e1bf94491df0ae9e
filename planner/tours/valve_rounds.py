# SPDX-License-Identifier: GPL-3.0-or-later
"""The rounds that close the valves of a water cut and open them again, as stops of the tours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from shapely.geometry import Point

from ...core.ids import OrderId
from ...routing.model.links import Link, LinkKind
from ...routing.model.problem import Visit
from ...routing.travel import TravelModel
from ..shut_off_rules import ShutOffRules


@dataclass(frozen=True, slots=True)
class ValveRound:
    """The valves that an order needs closed, in the order of closing, with where they are.

    ``length_m`` is that of the mains cut off; ``valve_min`` the time at one valve, ``skills`` are those of
    operating it.
    """

    order_id: OrderId
    valves: tuple[str, ...]
    places: tuple[Point, ...]
    length_m: float
    valve_min: int
    skills: frozenset[str]

    def reversed(self) -> ValveRound:
        """Return the round that opens the valves again: the other way round."""
        return replace(self, valves=self.valves[::-1], places=self.places[::-1])

    def duration_s(self, rides: Sequence[TravelModel], rules: ShutOffRules) -> int:
        """Return the time at the valves and between them, until back at the vehicle by the first one.

        Of the ``rides`` of those who may come, the slowest counts: whoever comes has the time.
        """
        return max(self._ridden_s(travel, rules) for travel in rides)

    def _ridden_s(self, travel: TravelModel, rules: ShutOffRules) -> int:
        drive_s = travel.matrix(self.places).seconds
        way = [*range(len(self.places)), 0]
        between_s = sum(
            min(_walk_s(self.places[one], self.places[other], rules), *_driven(int(drive_s[one, other])))
            for one, other in pairwise(way)
        )
        return len(self.valves) * self.valve_min * 60 + round(between_s)


@dataclass(frozen=True, slots=True)
class ShutOffUnit:
    """Visits that are made together or not at all: a cut is closed, worked under and opened again.

    ``works`` begins with the order whose cut it is; the others are done under it.
    """

    close: str
    works: tuple[str, ...]
    reopen: str

    @property
    def visits(self) -> tuple[str, ...]:
        """Return all of them, in their order."""
        return (self.close, *self.works, self.reopen)


@dataclass(frozen=True, slots=True)
class StopTask:
    """What a visit is to an order: ``work``, or ``close`` or ``reopen`` for valves in order of operation."""

    order_id: OrderId
    kind: str = "work"
    valves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValveStops:
    """The visits of one round of closing and one of opening, with the places that they are at."""

    visits: tuple[Visit, Visit]
    places: tuple[Point, Point]
    tasks: Mapping[str, StopTask]
    unit: ShutOffUnit


def valve_stops(
    work: Visit,
    works: Sequence[str],
    one_way: ValveRound,
    *,
    first_place: int,
    rides: Sequence[TravelModel],
    rules: ShutOffRules,
) -> ValveStops:
    """Return the stops around the work of an order, whose value is shared among the three.

    They are at ``first_place`` and the place after it. ``works`` are all the visits made under the cut, that
    of the order in front.
    """
    rounds = (one_way, one_way.reversed())
    names = (f"{work.visit_id}/close", f"{work.visit_id}/reopen")
    visits = tuple(
        Visit(
            visit_id=name,
            place=first_place + number,
            duration_s=own.duration_s(rides, rules),
            skills=own.skills,
            earliest_s=work.earliest_s,
            value_min=work.value_min // 3,
        )
        for number, (name, own) in enumerate(zip(names, rounds, strict=True))
    )
    order_id = OrderId(work.visit_id)
    tasks = {
        name: StopTask(order_id, kind, own.valves)
        for name, kind, own in zip(names, ("close", "reopen"), rounds, strict=True)
    }
    unit = ShutOffUnit(names[0], tuple(works), names[1])
    return ValveStops((visits[0], visits[1]), (rounds[0].places[0], rounds[1].places[0]), tasks, unit)


def unit_links(unit: ShutOffUnit, duration_s: Mapping[str, int], rules: ShutOffRules) -> Iterator[Link]:
    """Yield what keeps the visits of a cut in their order, and the water off no longer than it has to be.

    ``duration_s`` holds how long each of the works takes.
    """
    before_s, after_s = rules.closed_before_work_min * 60, rules.closed_after_work_min * 60
    first, *others = unit.works
    yield Link(unit.close, first, LinkKind.AFTER, 0, before_s)
    yield Link(first, unit.reopen, LinkKind.AFTER, 0, None if others else after_s)
    for other in others:
        yield Link(unit.close, other, LinkKind.AFTER)
        yield Link(other, unit.reopen, LinkKind.AFTER)
    if others:
        works_s = sum(duration_s[work] for work in unit.works) + len(others) * rules.between_bundled_min * 60
        yield Link(unit.close, unit.reopen, LinkKind.AFTER, 0, before_s + works_s + after_s)


def within_work(
    work: Visit, one_way: ValveRound, *, rides: Sequence[TravelModel], rules: ShutOffRules
) -> Visit:
    """Return the work with both rounds in it, by someone of its crew who can operate the valves."""
    both_s = one_way.duration_s(rides, rules) + one_way.reversed().duration_s(rides, rules)
    return replace(work, duration_s=work.duration_s + both_s, skills=work.skills | one_way.skills)


def largest(rounds: Iterable[ValveRound], order_id: OrderId) -> ValveRound:
    """Return the round of the largest of some cuts as that of an order."""
    return replace(max(rounds, key=lambda own: own.length_m), order_id=order_id)


def _driven(seconds: int) -> tuple[int, ...]:
    """Return a driving time, nothing where no road leads."""
    return (seconds,) if seconds >= 0 else ()


def _walk_s(origin: Point, target: Point, rules: ShutOffRules) -> float:
    return origin.distance(target) * rules.walk_detour * 3.6 / rules.walk_kmh
