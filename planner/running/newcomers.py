# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that came in after a plan was made: which can be put into it by hand, and what others lack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...workorders.orders import OrderState, WorkOrder
from ..life.planned_gate import planned_findings, refused
from ..plans.plan_basis import PlanBasis
from ..ports import Workspace
from ..tours.tour_problem import TourProblem


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Orders that can come into a plan, by id, and why the others cannot."""

    orders: frozenset[str] = frozenset()
    refused: Mapping[str, Message] = field(default_factory=dict)

    @classmethod
    def judged(cls, workspace: Workspace, asked: Iterable[WorkOrder]) -> Newcomers:
        """Return orders that may be planned by their gate; one more is never a reason to refuse the plan."""
        known = {str(order.order_id): order for order in asked}
        lacks = planned_findings(workspace, known.values())
        why = {str(name): refused(name, OrderState.PLANNED, found).message for name, found in lacks.items()}
        return cls(frozenset(known.keys() - why.keys()), why)

    def within(self, basis: PlanBasis, tours: TourProblem) -> Newcomers:
        """Return those that are part of a problem; others have values that cannot be meant, or wait."""
        made = {visit.visit_id for visit in tours.problem.visits}
        left = self.orders - made
        why = {name: _why(name, basis, tours) for name in sorted(left)}
        return Newcomers(self.orders & made, {**self.refused, **why})

    def require(self, order_id: str) -> None:
        """Refuse an order that cannot come into the plan; ``InputError`` says what it lacks."""
        if message := self.refused.get(order_id):
            raise InputError(message.code, **message.params)


NOBODY_CAME = Newcomers()


def asked_of(
    orders: Mapping[str, WorkOrder], names: Iterable[str], taken: Collection[str]
) -> list[WorkOrder]:
    """Return the orders of some names that are known and not part of a plan yet."""
    return [orders[name] for name in dict.fromkeys(names) if name in orders and name not in taken]


def _why(name: str, basis: PlanBasis, tours: TourProblem) -> Message:
    if waits_for := tours.held.get(OrderId(name)):
        return Message("day.waits", {"order": name, "other": waits_for})
    note = next((note for note in basis.notes if note.params.get("order") == name), None)
    return note or Message("day.not_planned", {"order": name, "plan": str(basis.horizon.first_day)})
