# SPDX-License-Identifier: GPL-3.0-or-later
"""All that splitting an order looks at, read once: the order, what was found for it, what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ...core.errors import InputError
from ...core.supplies import Booking
from ...routing.model.links import LinkKind
from ...workorders.intake.steps import OrderStep
from ...workorders.life.records import OperatorAnswer, Permit
from ...workorders.lifecycle import order_state, states_in_words
from ...workorders.orders import WorkOrder
from ...workorders.rulebook import RuleBook
from ...workorders.teleservice.records import NoticeConsultation, NoticeFile, NoticeOperator
from ..order_chains import PLANNABLE, SHUT_OFF
from ..ports import Workspace
from ..records import Footprint, OrderConflict, OrderLink, OrderNotice, Outage, Trace
from ..resources.subcontracts import given_away
from ..rule_versions import rule_book_of, tour_rules_of
from ..shut_off_rules import ShutOffRules

# what was found for a place, asked for and answered is as true of each part of the work there
SHARED_KINDS: tuple[type[Any], ...] = (
    *(Outage, Trace, Footprint, OrderConflict, OrderNotice),
    *(NoticeConsultation, NoticeOperator, NoticeFile, OperatorAnswer, Permit),
)


@dataclass(frozen=True, slots=True)
class SplitBasis:
    """One order that may be split, as it stands; ``shared`` are the records that each part gets a copy of."""

    order: WorkOrder
    shared: tuple[object, ...]
    links: tuple[OrderLink, ...]
    steps: tuple[OrderStep, ...]
    bookings: tuple[Booking, ...]
    taken: frozenset[str]
    rules: RuleBook
    shut_offs: ShutOffRules

    @property
    def outage(self) -> Outage | None:
        """Return the water cut of the order, None where it takes none."""
        return next((one for one in self.shared if isinstance(one, Outage)), None)

    @property
    def notice(self) -> OrderNotice | None:
        """Return the works notice of the order, None where the law asks for none."""
        own = (one for one in self.shared if isinstance(one, OrderNotice) and one.kind != "none")
        return next(own, None)


def split_basis(workspace: Workspace, order_id: str, *, now: datetime) -> SplitBasis:
    """Return what splitting an order looks at.

    Raises
    ------
    InputError
        The order is unknown, has left or is over, is with a subcontractor, shares a cut with another order
        or is made at the same time as one.
    """
    order = workspace.get(WorkOrder, order_id)
    if order.state not in PLANNABLE:
        raise InputError(
            "intake.split_state",
            order=order_id,
            found=order_state(order.state),
            expected=states_in_words(PLANNABLE),
        )
    if job := given_away(workspace).get(order_id):
        raise InputError(
            "intake.split_given_away", order=order_id, company=job.subcontractor_id, job=job.number
        )
    links = (*workspace.all(OrderLink, first_id=order_id), *workspace.all(OrderLink, second_id=order_id))
    for link in links:
        if link.origin == SHUT_OFF or LinkKind(link.kind) is LinkKind.TOGETHER:
            other = link.second_id if link.first_id == order_id else link.first_id
            raise InputError("intake.split_tied", order=order_id, other=other)
    return SplitBasis(
        order=order,
        shared=tuple(_shared(workspace, order_id)),
        links=links,
        steps=tuple(sorted(workspace.all(OrderStep, order_id=order_id), key=lambda step: step.number)),
        bookings=tuple(workspace.all(Booking, order_id=order_id)),
        taken=frozenset(workspace.keys(WorkOrder)),
        rules=rule_book_of(workspace, now.date()),
        shut_offs=tour_rules_of(workspace, now.date()).shut_offs,
    )


def _shared(workspace: Workspace, order_id: str) -> Iterator[object]:
    for kind in SHARED_KINDS:
        found = workspace.all(kind, order_id=order_id)
        # photos are of what one part of the work found
        yield from (one for one in found if not (isinstance(one, NoticeFile) and one.is_photo))
