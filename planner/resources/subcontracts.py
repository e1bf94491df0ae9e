# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders given to subcontractors: sent under a purchase order number, answered, done; who is to be chased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...core.errors import InputError
from ...core.resources import Subcontractor
from ...core.supplies import JobState, SubcontractJob, UnitPrice
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import WorkOrder
from ...workorders.resources.subcontracting import answer_due, move_job, next_number, unanswered
from ..order_chains import PLANNABLE
from ..ports import Workspace
from ..rule_versions import rule_book_of

HOURS = "h"


@dataclass(frozen=True, slots=True)
class SubcontractList:
    """The subcontracted jobs, and those whose answer is overdue."""

    jobs: tuple[SubcontractJob, ...]
    unanswered: tuple[SubcontractJob, ...]


def subcontracts(workspace: Workspace, *, today: date) -> SubcontractList:
    """Return every job by its number, with those to chase."""
    jobs = workspace.all(SubcontractJob)
    return SubcontractList(tuple(jobs), unanswered(jobs, today))


def send_job(
    workspace: Workspace,
    order_id: str,
    subcontractor_id: str,
    *,
    on: date,
    who: str,
    quantity: float | None = None,
    number: str = "",
) -> SubcontractJob:
    """Send an order to a subcontractor at its unit price, or by the hour for the standard time.

    ``number`` is the purchase order number, by default the next of the year.

    Raises
    ------
    InputError
        The order or the subcontractor is unknown, a skill is missing, the order is with a subcontractor
        already, or cannot be planned any more; the number is taken.
    """
    order, company = workspace.get(WorkOrder, order_id), workspace.get(Subcontractor, subcontractor_id)
    if missing := missing_skills(order, company):
        raise InputError("subcontract.skills", company=company.name, missing=", ".join(missing))
    if order.state not in PLANNABLE:
        expected = states_in_words(PLANNABLE)
        raise InputError("day.state", order=order_id, found=order_state(order.state), expected=expected)
    known = workspace.all(SubcontractJob)
    for job in known:
        if job.order_id == order_id and job.state is not JobState.REFUSED:
            raise InputError(
                "subcontract.twice", order=order_id, job=job.number, company=job.subcontractor_id
            )
    count, unit, price_eur = price_of(workspace, order, company, quantity)
    settings = rule_book_of(workspace, on).settings
    job = SubcontractJob(
        number=number or next_number((job.number for job in known), on.year),
        subcontractor_id=company.subcontractor_id,
        order_id=order.order_id,
        state=JobState.SENT,
        quantity=count,
        unit=unit,
        price_eur=price_eur,
        sent_on=on,
        due_on=answer_due(on, settings.subcontracting.answer_working_days),
    )
    with workspace.command("send to subcontractor", who=who) as transaction:
        transaction.add([job])
    return job


def advance_job(workspace: Workspace, number: str, target: JobState, *, on: date, who: str) -> SubcontractJob:
    """Note that a job is accepted, refused or done; a step that its life does not have is ``InputError``."""
    job = move_job(workspace.get(SubcontractJob, number), target, on=on)
    with workspace.command(f"subcontract {target.value}", who=who) as transaction:
        transaction.save(job)
    return workspace.get(SubcontractJob, number)


def missing_skills(order: WorkOrder, company: Subcontractor) -> tuple[str, ...]:
    """Return the skills of an order that a subcontractor does not hold."""
    return tuple(sorted({*order.skills, *order.crew_skills} - {*company.skills}))


@dataclass(frozen=True, slots=True)
class CompanyOffer:
    """What an order would cost with a subcontractor; ``missing`` are the skills that it does not hold."""

    company: Subcontractor
    missing: tuple[str, ...]
    quantity: float
    unit: str
    price_eur: float


def company_offers(workspace: Workspace, order: WorkOrder) -> tuple[CompanyOffer, ...]:
    """Return every subcontractor with its price for an order: those who can make it first, cheapest first."""
    offers = (
        CompanyOffer(company, missing_skills(order, company), *price_of(workspace, order, company))
        for company in workspace.all(Subcontractor)
    )
    return tuple(sorted(offers, key=lambda one: (len(one.missing), one.price_eur, one.company.name)))


def price_of(
    workspace: Workspace, order: WorkOrder, company: Subcontractor, quantity: float | None = None
) -> tuple[float, str, float]:
    """Return the quantity, its unit and the price of an order with a subcontractor.

    By the unit price of the type of work; else, or without a quantity, by the hour for the standard time.
    """
    prices = workspace.all(UnitPrice, subcontractor_id=company.subcontractor_id)
    own = next((price for price in prices if price.code == order.code), None)
    if own is not None and quantity is not None:
        return quantity, own.unit, round(quantity * own.price_eur, 2)
    hours = order.duration_min / 60 if quantity is None else quantity
    return round(hours, 2), HOURS, round(hours * company.hourly_rate_eur, 2)


def given_away(workspace: Workspace) -> dict[str, SubcontractJob]:
    """Return the orders that are with a subcontractor, with the job of each."""
    jobs = (job for job in workspace.all(SubcontractJob) if job.state is not JobState.REFUSED)
    return {str(job.order_id): job for job in jobs}
