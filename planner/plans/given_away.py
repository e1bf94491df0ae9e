# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that others make: those that a subcontractor has, and the price at which one could be given away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ...core.errors import InputError
from ...core.resources import Subcontractor
from ...core.supplies import SubcontractJob
from ...routing.explain.reason import Reason
from ...workorders.orders import WorkOrder
from ...workorders.resources.settings import ResourceSettings
from ..ports import Workspace
from ..resources.subcontracts import given_away, missing_skills, price_of
from ..tours.reasons import stored_reason
from ..tours.sound_input import SoundInput, order_note
from ..tours.tour_problem import TourProblem


def given_apart(sound: SoundInput, workspace: Workspace, *, placed: Collection[str] = ()) -> SoundInput:
    """Return what is left to plan without the orders that a subcontractor has, each told with its job.

    Orders ``placed`` stay where they are.
    """
    waiting = [str(order.order_id) for order in sound.orders if order.order_id not in placed]
    jobs = given_away(workspace) if waiting else {}
    theirs = [name for name in waiting if name in jobs]
    if not theirs:
        return sound
    reasons = {name: _reason(jobs[name]) for name in theirs}
    return replace(
        sound,
        orders=tuple(order for order in sound.orders if order.order_id not in reasons),
        set_aside=sound.set_aside | {name: [stored_reason(one, ())] for name, one in reasons.items()},
        notes=(*sound.notes, *(order_note(name, one) for name, one in reasons.items())),
    )


def require_not_given_away(workspace: Workspace, orders: Iterable[WorkOrder]) -> None:
    """Refuse orders that a subcontractor has; ``InputError`` names the first of them with its job."""
    names = [str(order.order_id) for order in orders]
    jobs = given_away(workspace) if names else {}
    for name in names:
        if job := jobs.get(name):
            note = order_note(name, _reason(job))
            raise InputError(note.code, **note.params)


def _reason(job: SubcontractJob) -> Reason:
    return Reason("given_away", detail=f"{job.subcontractor_id}, {job.number}")


def prices_min(
    workspace: Workspace, orders: Iterable[WorkOrder], *, settings: ResourceSettings
) -> dict[str, int]:
    """Return what giving each order away costs, in minutes; those that no company can make have none."""
    companies = workspace.all(Subcontractor)
    prices: dict[str, int] = {}
    for order in orders:
        able = [company for company in companies if not missing_skills(order, company)]
        own = [settings.minutes(price_of(workspace, order, company)[-1]) for company in able]
        if own:
            prices[str(order.order_id)] = round(settings.subcontracting.fixed_min) + min(own)
    return prices


def with_prices(tours: TourProblem, prices: Mapping[str, int]) -> TourProblem:
    """Return the problem in which orders may be given away at their prices, but for those with valves."""
    if not prices:
        return tours
    own = {visit for unit in tours.units for visit in unit.visits}
    visits = tuple(
        replace(visit, subcontract_min=prices.get(visit.visit_id)) if visit.visit_id not in own else visit
        for visit in tours.problem.visits
    )
    return replace(tours, problem=replace(tours.problem, visits=visits))
