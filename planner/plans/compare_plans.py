# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans by different objectives side by side, with what each costs and saves; nothing is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from statistics import fmean, pstdev

from ...core.messages import Message
from ...core.progress import Progress, SilentProgress, Span
from ...routing.check.timeline import TourTimes
from ...routing.day.as_they_come import as_they_come_m
from ...routing.model.planning_rules import BALANCED, MINIMUM_TRAVEL
from ...routing.model.problem import Problem, Solution
from ..ports import Workspace
from ..tours.plan_options import PlanOptions
from ..tours.sound_input import hopeless_orders
from .cross_start import from_each_other
from .given_away import with_prices
from .plan_basis import PlanBasis
from .plan_day import asked_prices, search
from .store_plan import PlannedPart

OBJECTIVES = (MINIMUM_TRAVEL, BALANCED)
# of the progress, what the searches take that know nothing of each other
_FIRST_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Spread:
    """How evenly work is shared among the shifts, in minutes: figures only, nobody is named or ranked."""

    least: float
    mean: float
    most: float
    deviation: float

    @property
    def range(self) -> float:
        """Return the difference between the fullest and the emptiest shift."""
        return self.most - self.least


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """What a plan by one objective comes to; ``cost`` gives every term in minutes, unweighted."""

    objective: str
    cost: dict[str, float]
    total: float
    distance_m: int
    tours: int
    load: Spread
    planned: int
    unplanned: int
    late: int

    def difference(self, base: ComparedPlan) -> dict[str, float]:
        """Return how much more than ``base`` this plan costs in each term, and in the figures beside."""
        terms = {term: minutes - base.cost[term] for term, minutes in self.cost.items()}
        return terms | {
            "distance_m": self.distance_m - base.distance_m,
            "load_range": self.load.range - base.load.range,
            "load_deviation": self.load.deviation - base.load.deviation,
            "unplanned_orders": self.unplanned - base.unplanned,
            "late_orders": self.late - base.late,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plans in the order asked for, the first one being what the others are held against.

    ``as_they_come_m`` is what the orders of the first plan would take when each goes to the first who may.
    """

    plans: tuple[ComparedPlan, ...]
    notes: tuple[Message, ...]
    as_they_come_m: int

    @property
    def saved_share(self) -> float | None:
        """Return the share of that distance which the first plan saves; None where nothing is driven."""
        if not self.as_they_come_m:
            return None
        return 1 - self.plans[0].distance_m / self.as_they_come_m


def compare_plans(
    workspace: Workspace,
    options: PlanOptions,
    *,
    now: datetime,
    objectives: Sequence[str] = OBJECTIVES,
    progress: Progress | None = None,
    tell: Callable[[Sequence[Message]], None] | None = None,
) -> Comparison:
    """Plan the days by each objective, with the same seed and effort, and return what each plan comes to.

    No plan is worse by its own objective than another one: where it was, the search goes on from that one,
    and a note says so. Errors are those of ``plan_days``; planning by an objective with the same options
    stores that plan; where there is a note, after planning by the other one. ``tell`` hears before the
    search what cannot be planned.
    """
    progress = progress or SilentProgress()
    basis = PlanBasis.of(workspace, options, now=now)
    prices = asked_prices(workspace, basis, options)
    tours = [with_prices(basis.problem(objective), prices) for objective in objectives]
    known = (*basis.notes, *hopeless_orders(tours[0]))
    if tell is not None:
        tell(known)
    parts = []
    for number, objective in enumerate(objectives):
        span = Span(
            progress, _FIRST_SHARE * number / len(objectives), _FIRST_SHARE * (number + 1) / len(objectives)
        )
        by = replace(options, objective=objective)
        parts.append(search(basis, by, tours=tours[number], progress=span))

    def again(number: int, start: Solution) -> PlannedPart:
        by = replace(options, objective=objectives[number])
        own = Span(progress, _FIRST_SHARE, 1.0)
        return search(basis, by, tours=tours[number], start=start, progress=own)

    best, from_of = from_each_other(parts, tours, again)
    notes = [
        Message(
            "plan.compare_from", {"objective": _named(objectives[own]), "other": _named(objectives[other])}
        )
        for own, other in from_of.items()
    ]
    return Comparison(tuple(map(compared, objectives, best)), (*known, *notes), _as_they_come_m(best[0]))


def _named(objective: str) -> Message:
    """Return the name of a preset in words."""
    return Message(f"objective.{objective}")


def _as_they_come_m(part: PlannedPart) -> int:
    out = {*part.solution.unplanned, *part.solution.subcontracted}
    made = {visit.visit_id for visit in part.tours.problem.visits} - out
    return as_they_come_m(part.tours.problem, made)


def compared(objective: str, part: PlannedPart) -> ComparedPlan:
    """Return the figures of a plan."""
    problem, checked = part.tours.problem, part.checked
    return ComparedPlan(
        objective=objective,
        cost=checked.cost.minutes(),
        total=checked.total,
        distance_m=sum(tour.distance_m for tour in checked.tours),
        tours=sum(bool(tour.stops) for tour in checked.tours),
        load=_load(checked.tours),
        planned=len(part.tours.orders) - len(part.left_out),
        unplanned=len(part.left_out),
        late=_late(problem, checked.tours),
    )


def _load(tours: Sequence[TourTimes]) -> Spread:
    """Return the spread of work over all shifts, those without a stop included."""
    work_min = [tour.work_s / 60 for tour in tours] or [0.0]
    return Spread(min(work_min), fmean(work_min), max(work_min), pstdev(work_min))


def _late(problem: Problem, tours: Sequence[TourTimes]) -> int:
    due = {visit.visit_id: visit.due_s for visit in problem.visits if visit.due_s is not None}
    stops = (stop for tour in tours for stop in tour.stops if stop.visit_id in due)
    return len({stop.visit_id for stop in stops if stop.start_s > due[stop.visit_id]})
