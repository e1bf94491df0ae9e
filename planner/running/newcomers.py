# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders that came in after a plan was made: which can be put into it by hand, and what others lack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ...core.errors import InputError
from ...core.ids import OrderId
from ...core.messages import Message
from ...workorders.orders import WorkOrder
from ..life.planned_gate import joined
from ..plans.plan_basis import PlanBasis
from ..tours.tour_problem import TourProblem


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Orders that can come into a plan, by id, and why the others cannot."""

    orders: frozenset[str] = frozenset()
    refused: Mapping[str, Message] = field(default_factory=dict)

    @classmethod
    def within(
        cls, asked: Iterable[str], basis: PlanBasis, tours: TourProblem, *, left_out: Iterable[str] = ()
    ) -> Newcomers:
        """Return those that are part of a problem, and why others are not, those ``left_out`` included."""
        made, known = {visit.visit_id for visit in tours.problem.visits}, frozenset(asked)
        others = sorted(known.union(left_out) - made)
        return cls(known & made, {name: _why(name, basis, tours) for name in others})

    def require(self, order_id: str) -> None:
        """Refuse an order that cannot come into the plan; ``InputError`` says what it lacks."""
        if message := self.refused.get(order_id):
            raise InputError(message.code, **message.params)


NOBODY_CAME = Newcomers()


def asked_of(orders: Mapping[str, WorkOrder], names: Iterable[str], taken: Collection[str]) -> list[str]:
    """Return the names of orders that are known and not part of a plan yet."""
    return [name for name in dict.fromkeys(names) if name in orders and name not in taken]


def _why(name: str, basis: PlanBasis, tours: TourProblem) -> Message:
    if waits_for := tours.held.get(OrderId(name)):
        return Message("day.waits", {"order": name, "other": waits_for})
    notes = [note for note in basis.notes if note.params.get("order") == name]
    if not notes:
        return Message("day.not_planned", {"order": name, "plan": str(basis.horizon.first_day)})
    problems = [found for note in notes if isinstance(found := note.params.get("problem"), Message)]
    return Message("sound.order", {"order": name, "problem": joined(problems)}) if problems else notes[0]
