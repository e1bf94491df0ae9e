# SPDX-License-Identifier: GPL-3.0-or-later
"""Plan the zones of a service one by one, as jobs that run side by side, and store them as one plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from ...core.messages import Message
from ...core.progress import Progress, SilentProgress, Span
from ...core.resources import Zone
from ..ports import Workspace
from ..records import Plan
from ..tours.plan_options import PlanOptions
from ..tours.solve_tours import Search
from ..tours.sound_input import hopeless_orders
from ..tours.tour_problem import Horizon, TourProblem
from ..zones.local_processes import LocalProcesses
from ..zones.zone_jobs import JobRunner, ZoneJob, within_depots
from ..zones.zone_parts import NO_ZONE, ZonePart, chosen_zones, kept_to_zones, zone_parts
from .given_away import with_prices
from .plan_basis import PlanBasis
from .plan_day import asked_prices
from .store_plan import PlannedPart, store_plan


@dataclass(frozen=True, slots=True)
class PlannedZone:
    """What came out for one zone; ``is_kept``: its tours are those of the plan that was in force."""

    zone: str
    agents: int
    orders: int
    unplanned: int
    cost: float
    seconds: float
    is_kept: bool


@dataclass(frozen=True, slots=True)
class PlannedZones:
    """The stored plan, how it came out in each zone, and what planners should know when they read it."""

    plan: Plan
    zones: tuple[PlannedZone, ...]
    notes: tuple[Message, ...]


def plan_zones(
    workspace: Workspace,
    options: PlanOptions,
    zones: str,
    *,
    now: datetime,
    who: str,
    run: JobRunner | None = None,
    progress: Progress | None = None,
    tell: Callable[[Sequence[Message]], None] | None = None,
) -> PlannedZones:
    """Plan ``all`` zones, or those of a list such as ``Z1,Z2``; store one plan, in force from then on.

    Agents stay in their zone: each is a problem of its own, searched by one thread unless ``options`` say
    otherwise; ``run`` (by default processes of this machine) has no influence on the result. Agents without
    a zone and orders outside all zones make one more; zones whose orders are tied are planned together.
    Zones that are not in the list keep the tours that the plan in force gives them on these days, with the
    times that people were told; what has become impossible of them is left out. ``tell`` hears before the
    search what was set aside, and what nobody of its zone can make.

    Raises
    ------
    InputError
        As ``plan_days``; a zone that neither people nor orders have.
    Failure
        The checker found a violation, or a job could not be done: nothing is stored.
    """
    progress, run = progress or SilentProgress(), run or LocalProcesses()
    basis = PlanBasis.of(workspace, options, now=now)
    parts = _parts_of(workspace, basis)
    chosen = chosen_zones(zones, parts)
    prices = asked_prices(workspace, basis, options)
    searched = [part for part in parts if chosen.intersection(part.zones)]
    fresh = [(part, with_prices(_tours(basis, part, options), prices)) for part in searched]
    known = (*basis.notes, *_hopeless(tours for _, tours in fresh))
    if tell is not None:
        tell(known)
    jobs = [_job(basis, part, tours, options) for part, tours in fresh]
    found = run(jobs, Span(progress, 0.1, 0.9))
    left = [part for part in parts if not chosen.intersection(part.zones)]
    kept = list(_kept(basis, left, options))
    found = within_depots(jobs, found, [(part.tours, part.solution) for part in kept], run=run)
    planned = [
        PlannedPart.confirmed(_as_solved(tours, solved), solution, part.name)
        for (part, tours), (solved, solution) in zip(fresh, found, strict=True)
    ]
    progress.report(0.92, "plan.storing")
    plan = store_plan(workspace, options, [*planned, *kept], basis, now=now, who=who)
    outcomes = (*map(_outcome, planned), *map(partial(_outcome, is_kept=True), kept))
    return PlannedZones(plan, outcomes, (*known, *_notes(basis, parts, left, kept)))


def _parts_of(workspace: Workspace, basis: PlanBasis) -> tuple[ZonePart, ...]:
    tied = [(link.first_id, link.second_id) for link in basis.ties.links]
    return zone_parts(basis.team, basis.orders, workspace.all(Zone), tied=[*tied, *basis.ties.apart])


def _hopeless(problems: Iterable[TourProblem]) -> Iterator[Message]:
    """Yield what nobody of a zone can make; of a zone without people one other note tells all."""
    for tours in problems:
        yield from hopeless_orders(tours) if tours.agents else ()


def _as_solved(tours: TourProblem, solved: TourProblem) -> TourProblem:
    """Return a problem with its orders and people as the job that had none of them has left it."""
    return replace(tours, problem=solved.problem, units=solved.units, short=solved.short)


def _tours(basis: PlanBasis, part: ZonePart, options: PlanOptions) -> TourProblem:
    """Return the problem of a part, in which nobody leaves their zone."""
    return kept_to_zones(basis.problem(options.objective, team=part.team, orders=part.orders), part.zone_of)


def _job(basis: PlanBasis, part: ZonePart, tours: TourProblem, options: PlanOptions) -> ZoneJob:
    search = Search(options.seconds, options.seed, options.iterations, options.threads or 1)
    start = basis.in_force.start(tours) if basis.in_force else None
    return ZoneJob.of(part.name, tours, search, start)


def _kept(basis: PlanBasis, parts: Sequence[ZonePart], options: PlanOptions) -> Iterator[PlannedPart]:
    """Yield the zones that keep their tours; without a plan in force there is nothing to keep."""
    if basis.in_force is None:
        return
    whole = replace(basis, horizon=Horizon(options.day, options.days))
    for part in parts:
        tours, solution = basis.in_force.kept(_tours(whole, part, options))
        yield PlannedPart.confirmed(tours, solution, part.name)


def _outcome(part: PlannedPart, *, is_kept: bool = False) -> PlannedZone:
    return PlannedZone(
        zone=part.zone or NO_ZONE,
        agents=len(part.tours.agents),
        orders=len(part.tours.orders),
        unplanned=len(part.left_out),
        cost=part.checked.total,
        seconds=part.solution.seconds,
        is_kept=is_kept,
    )


def _notes(
    basis: PlanBasis, parts: Sequence[ZonePart], left: Sequence[ZonePart], kept: Sequence[PlannedPart]
) -> Iterator[Message]:
    for part in parts:
        counts = {"zone": part.name, "agents": len(part.team.agents), "orders": part.todo}
        if len(part.zones) > 1:
            yield Message("zones.tied", counts)
        if part.name == NO_ZONE:
            yield Message("zones.none", counts)
        elif not any(part.team.present(day) for day in basis.horizon.dates) and part.todo:
            yield Message("zones.nobody", counts)
    if left and not kept:
        count = sum(part.todo for part in left)
        yield Message("zones.not_planned", {"zones": _names(part.name for part in left), "orders": count})
    for zone in kept:
        before = {stop.order_id for stop in basis.in_force.stops} if basis.in_force else set()
        if lost := sorted(before & set(zone.left_out)):
            yield Message("zones.kept_without", {"zone": zone.zone or "-", "orders": ", ".join(lost)})


def _names(zones: Iterator[str]) -> str:
    return ", ".join(zone or "-" for zone in zones)
