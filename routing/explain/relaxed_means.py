# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to make a visit fit that bend who makes it and with what: equipment, skills, partners, pins."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model.links import LinkKind
from ..model.problem import Shift, Visit, clock
from .alone import lacks
from .bends import (
    Change,
    accompanied,
    allowed,
    freed,
    lent,
    smaller_crew,
    unequipped,
    unpinned,
    unskilled,
    untimed,
)
from .link_reasons import links_of
from .relaxation import Bend
from .relaxation_rules import RelaxationRules
from .trials import Found, Trials

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Means:
    """A bent rule of the means: its price, the places that it opens, and what it changes at each.

    ``bends`` are those of the way itself; ``name_at`` gives them their agent and detail where they depend on
    the place.
    """

    bends: tuple[Bend, ...]
    price_min: float
    change: Callable[[Place], Change]
    places: tuple[Place, ...]
    name_at: Callable[[Found], tuple[Bend, ...]] | None = None

    def bends_at(self, found: Found) -> tuple[Bend, ...]:
        """Return the bends of an insertion."""
        return self.name_at(found) if self.name_at else self.bends


def means_ways(trials: Trials, rules: RelaxationRules, kept: frozenset[str]) -> Iterator[Means]:
    """Yield every way to change who makes the visit; skills that are ``kept`` are never done without."""
    if trials.is_single:
        yield from _by_agent(trials, rules, kept)
    else:
        yield from _freed(trials, rules)
        yield from _lent_to_crew(trials, rules)
    yield from _untimed(trials, rules)
    yield from _partner(trials, rules)
    yield from _smaller_crew(trials, rules, kept)


def _by_agent(trials: Trials, rules: RelaxationRules, kept: frozenset[str]) -> Iterator[Means]:
    """Yield the ways that open the days of agents who lack things of one kind only."""
    visit = trials.problem.visits[trials.number]
    lacking: dict[tuple[str, frozenset[str]], list[Place]] = {}
    for place in trials.places:
        found = [*lacks(trials.problem, trials.number, place[0])]
        codes = {reason.code for reason in found}
        if len(codes) == 1:
            what = frozenset(reason.detail for reason in found)
            lacking.setdefault((codes.pop(), what), []).append(place)
    for (code, what), places in lacking.items():
        way = {"equipment_missing": "equipment", "skill_missing": "skill", "pinned": "pin"}.get(code, code)
        price = rules.ways.get(way)
        if price is not None and not (way == "skill" and what & kept):
            count = len(what) if way in ("equipment", "skill") else 1
            yield _opened(trials, way, what, tuple(places), price.minutes() * count, visit)


def _opened(
    trials: Trials, way: str, what: frozenset[str], places: tuple[Place, ...], price_min: float, visit: Visit
) -> Means:
    def shift_at(place: Place) -> Shift:
        return trials.problem.shifts[place[0]]

    def change(place: Place) -> Change:
        shift = shift_at(place)
        if way == "equipment":
            return lent(shift.agent, shift.day, what)
        if way == "skill":
            return unskilled(visit.visit_id, what)
        if way == "pin":
            return unpinned(visit.visit_id, shift.agent, shift.day)
        return allowed(visit.visit_id, shift.agent)

    def named(found: Found) -> tuple[Bend, ...]:
        agent = shift_at(found.place).agent
        if way in ("equipment", "skill"):
            return tuple(Bend(way, agent, detail=name) for name in sorted(what))
        return (Bend(way, agent),)

    return Means((), price_min, change, places, named)


def _untimed(trials: Trials, rules: RelaxationRules) -> Iterator[Means]:
    """Yield the way to start at another time than a visit is kept for."""
    price, visit = rules.ways.get("pin_time"), trials.problem.visits[trials.number]
    if price is not None and visit.pin is not None and visit.pin.start_s is not None:
        bends = (Bend("pin_time", detail=clock(visit.pin.start_s)),)
        yield Means(bends, price.minutes(), lambda _: untimed(visit.visit_id), trials.places)


def _freed(trials: Trials, rules: RelaxationRules) -> Iterator[Means]:
    """Yield the way to send other crews than those that a visit is kept for, or on another day."""
    price, visit = rules.ways.get("pin"), trials.problem.visits[trials.number]
    if price is not None and (visit.pin or visit.forbidden):

        def named(found: Found) -> tuple[Bend, ...]:
            agents = {trials.problem.shifts[shift].agent for shift in found.inserted.shifts}
            return (Bend("pin", ", ".join(sorted(agents))),)

        yield Means((), price.minutes(), lambda _: freed(visit.visit_id), trials.days, named)


def _lent_to_crew(trials: Trials, rules: RelaxationRules) -> Iterator[Means]:
    """Yield the way to put equipment that no vehicle of a day carries on board one of a crew."""
    price, problem = rules.ways.get("equipment"), trials.problem
    visit = problem.visits[trials.number]
    if price is None or len(visit.roles) == 1:
        return
    for day in trials.days:
        missing = visit.equipment.difference(*(problem.shifts[shift].equipment for shift in day))
        crew = trials.insert(day, unequipped(visit.visit_id, missing)) if missing else None
        if crew is None:
            continue
        shift = problem.shifts[crew.shifts[0]]
        change = lent(shift.agent, shift.day, missing)
        bends = tuple(Bend("equipment", shift.agent, detail=kind) for kind in sorted(missing))
        yield Means(bends, price.minutes() * len(bends), lambda _, change=change: change, (day,))  # type: ignore[misc]


def _partner(trials: Trials, rules: RelaxationRules) -> Iterator[Means]:
    """Yield the way to send one agent more, where the skills or the equipment of those who go are too few."""
    price, problem = rules.ways.get("partner"), trials.problem
    visit = problem.visits[trials.number]
    ties = (link.kind for link in links_of(problem, trials.number))
    if price is None or len(visit.roles) > 1 or LinkKind.SAME_AGENT in ties:
        return
    if all(shift.skills >= visit.skills and shift.equipment >= visit.equipment for shift in problem.shifts):
        return

    def named(found: Found) -> tuple[Bend, ...]:
        agents = [problem.shifts[shift].agent for shift in found.inserted.shifts]
        return (Bend("partner", ", ".join(sorted(agents))),)

    price_min = price.minutes(minutes=visit.duration_s // 60)
    yield Means((), price_min, lambda _: accompanied(visit.visit_id), trials.days, named)


def _smaller_crew(trials: Trials, rules: RelaxationRules, kept: frozenset[str]) -> Iterator[Means]:
    price, visit = rules.ways.get("smaller_crew"), trials.problem.visits[trials.number]
    wanted = visit.skills | visit.team_skills | {skill for role in visit.roles for skill in role.skills}
    if price is None or len(visit.roles) == 1 or wanted & kept:
        return
    bends = (Bend("smaller_crew", detail=str(len(visit.roles) - 1)),)
    yield Means(bends, price.minutes(), lambda _: smaller_crew(visit.visit_id), trials.days)
