# SPDX-License-Identifier: GPL-3.0-or-later
"""What would make an order fit that the plan leaves out: the rules to bend, the cheapest first.

Every way is proven: the visit is inserted, exactly, into the problem with the bent rule. Amounts are the
least ones in whole minutes. Neither a start before a legal date nor the lack of an authorisation is offered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from ...core.messages import Message
from ..model.problem import Problem, Solution
from .alone import lacks
from .bends import Change, both, unchanged
from .reason import Reason
from .reasons import Explainer
from .relaxation import Bend, Relaxation
from .relaxation_rules import RelaxationRules, relaxation_rules
from .relaxed_day import take_out, wait
from .relaxed_means import Means, means_ways
from .relaxed_time import due_way, time_ways
from .seats import Insertion
from .trials import Found, Trials


def relaxations(
    problem: Problem,
    solution: Solution,
    visit_id: str,
    *,
    authorisations: Collection[str] = (),
    rules: RelaxationRules | None = None,
    is_working_day: Callable[[int], bool] = lambda _: True,
) -> tuple[Relaxation, ...]:
    """Return the ways to make a visit fit that the plan leaves out, the cheapest first.

    One rule is bent, the means (who, with what) or the time; only where that is never enough, one of each.
    A visit that fits as the plan stands, for more than it is worth, can be taken all the same, or waits for a
    day on which it is worth its cost.
    ``authorisations`` are the skills that are never dropped; ``is_working_day`` tells of a day after those of
    the problem whether an order may wait for it.
    """
    rules = rules or relaxation_rules()
    trials = Trials(problem, solution, problem.index_of(visit_id))
    explainer = Explainer(problem, solution)
    if place := explainer.cheapest(trials.number):
        if explainer.worth(trials.number, place[0]).code == "fits":
            return tuple(_as_it_stands(trials, rules, explainer, place[0], "insert"))
        found = [*_as_it_stands(trials, rules, explainer, place[0], "take_anyway")]
        found += due_way(trials, rules)
        found += wait(trials, rules, is_working_day, is_worth=True)
        return tuple(sorted(found, key=lambda way: way.cost_min))
    search = _Search(trials, rules, frozenset(authorisations))
    found = [*search.single(), *take_out(trials, rules), *wait(trials, rules, is_working_day)]
    found = found or [*search.pairs()]
    return tuple(sorted(found, key=lambda way: way.cost_min))


def kept_rules(reasons: Sequence[Reason], authorisations: Collection[str]) -> tuple[Message, ...]:
    """Return which rules among the obstacles to a visit are never bent, to be said instead."""
    missing = {reason.detail for reason in reasons if reason.code in ("skill_missing", "skill_nobody")}
    said = [
        Message("relaxation.kept_authorisation", {"detail": skill})
        for skill in sorted(missing & set(authorisations))
    ]
    if any(reason.code == "earliest_start" for reason in reasons):
        said.append(Message("relaxation.kept_date"))
    return tuple(said)


def _as_it_stands(
    trials: Trials, rules: RelaxationRules, explainer: Explainer, place: Insertion, way: str
) -> Iterator[Relaxation]:
    """Yield the visit inserted where it costs least: that bends no rule, but what it may cost."""
    problem, price = trials.problem, rules.ways.get(way)
    # those that come together are seated together, with the breaks where they are
    inserted = place if trials.is_single else explainer.seats.find(trials.number)
    if price is None or inserted is None:
        return
    minutes = max(0, round(inserted.cost_min))
    shifts = [problem.shifts[shift] for shift in inserted.shifts]
    yield Relaxation(
        bends=(Bend(way, minutes=minutes),),
        cost_min=price.minutes(minutes=minutes),
        agents=tuple(shift.agent for shift in shifts),
        day=shifts[0].day,
        start_s=inserted.start_s,
        problem=problem,
        solution=trials.solution,
    )


class _Search:
    """The ways that change the problem and nothing else."""

    def __init__(self, trials: Trials, rules: RelaxationRules, kept: frozenset[str]) -> None:
        self._trials, self._rules = trials, rules
        self._able = Means((), 0.0, lambda _: unchanged, tuple(self._places_without_lacks()))
        self._means = tuple(means_ways(trials, rules, kept))

    def single(self) -> Iterator[Relaxation]:
        """Yield the ways that bend one rule."""
        trials = self._trials
        for bends, price_min, change, found in time_ways(trials, self._rules, self._able):
            yield self._relaxation(bends, price_min, change, found)
        for means in self._means:
            best = trials.first(means.places, means.change)
            if best:
                bends = means.bends_at(best)
                yield self._relaxation(bends, means.price_min, means.change(best.place), best)

    def pairs(self) -> Iterator[Relaxation]:
        """Yield the ways that bend one rule of the means and one of the time."""
        for means in self._means:
            for bends, price_min, change, found in time_ways(self._trials, self._rules, means):
                whole = both(means.change(found.place), change)
                yield self._relaxation(
                    (*means.bends_at(found), *bends), means.price_min + price_min, whole, found
                )

    def _places_without_lacks(self) -> Iterator[tuple[int, ...]]:
        for place in self._trials.places:
            if not self._trials.is_single or not [
                *lacks(self._trials.problem, self._trials.number, place[0])
            ]:
                yield place

    def _relaxation(
        self, bends: tuple[Bend, ...], cost_min: float, change: Change, found: Found
    ) -> Relaxation:
        problem = self._trials.problem
        shifts = [problem.shifts[shift] for shift in found.inserted.shifts]
        return Relaxation(
            bends=bends,
            cost_min=cost_min,
            agents=tuple(shift.agent for shift in shifts),
            day=shifts[0].day,
            start_s=found.inserted.start_s,
            problem=change(problem),
            solution=self._trials.solution,
        )
