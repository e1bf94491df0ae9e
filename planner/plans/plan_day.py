# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan the tours of some days: solve, have the checker confirm, explain what is left out, store it all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ...core.messages import Message
from ...core.progress import Progress, SilentProgress, Span
from ...routing.engine.watch import Watch
from ...routing.model.problem import Solution
from ..ports import Workspace
from ..records import Plan
from ..tours.plan_options import PlanOptions
from ..tours.solve_tours import Search, solve_tours
from ..tours.sound_input import hopeless_orders
from ..tours.tour_problem import TourProblem
from .given_away import prices_min, with_prices
from .plan_basis import PlanBasis
from .store_plan import PlannedPart, store_plan


@dataclass(frozen=True, slots=True)
class PlannedDays:
    """The stored plan, and what planners should know when they read it."""

    plan: Plan
    notes: tuple[Message, ...] = ()


def plan_days(
    workspace: Workspace,
    options: PlanOptions,
    *,
    now: datetime,
    who: str,
    progress: Progress | None = None,
    tell: Callable[[Sequence[Message]], None] | None = None,
) -> PlannedDays:
    """Plan the orders that wait and store the plan, the one in force from then on; its orders become planned.

    Nothing starts before ``now`` when that lies within the days planned; days that are all past are planned
    whole, and a note says so. The search sets off from the plan in
    force if that is of the same days, so planning again never makes it worse. Streets that are closed on one
    of the days are not driven on any of them (see ``roads_of_days``). ``tell`` hears the notes before the
    search.

    Raises
    ------
    InputError
        No agent works on these days, nothing is left to plan on them, or the objective is not a preset.
    Failure
        The checker found a violation: nothing is stored.
    """
    progress = progress or SilentProgress()
    basis = PlanBasis.of(workspace, options, now=now)
    prices = asked_prices(workspace, basis, options)
    tours = basis.problem(options.objective)
    notes = (*basis.notes, *hopeless_orders(tours))
    if tell is not None:
        tell(notes)
    part = search(basis, options, prices=prices, tours=tours, progress=Span(progress, 0.0, 0.9))
    progress.report(0.92, "plan.storing")
    plan = store_plan(workspace, options, [part], basis, now=now, who=who)
    return PlannedDays(plan, notes)


def asked_prices(workspace: Workspace, basis: PlanBasis, options: PlanOptions) -> dict[str, int]:
    """Return the prices in minutes at which orders may be given away, if that is asked for."""
    if not options.subcontract:
        return {}
    return prices_min(workspace, basis.orders, settings=basis.team.supplies.settings)


def search(
    basis: PlanBasis,
    options: PlanOptions,
    *,
    progress: Progress,
    prices: Mapping[str, int] | None = None,
    tours: TourProblem | None = None,
    watch: Watch | None = None,
    start: Solution | None = None,
) -> PlannedPart:
    """Return the best plan found, confirmed by the checker; ``Failure`` when it breaks a rule.

    Orders with ``prices`` (in minutes) may be given away. ``tours`` is the problem, that of everybody and
    every order unless given. The search sets off from ``start``, or from the plan in force.
    """
    tours = tours or basis.problem(options.objective)
    tours = with_prices(tours, prices or {})
    how = Search(options.seconds, options.seed, options.iterations, options.searches, watch)
    if start is None and basis.in_force:
        start = basis.in_force.start(tours)
    tours, solution = solve_tours(tours, how, start=start, progress=progress)
    return PlannedPart.confirmed(tours, solution)
