# SPDX-License-Identifier: GPL-3.0-or-later
"""What another day for an order touches: customers, notices, permits, cuts, orders that wait for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ...core.messages import Message
from ..orders import WorkOrder
from .gate_facts import Cut, Notice
from .records import MAYOR_TOLD, Permit


@dataclass(frozen=True, slots=True)
class Impact:
    """One thing to do or to look at because of the new day; ``refs`` are the customers, permits or orders."""

    kind: str
    message: Message
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """An order that gets another day, which starts at ``starts_at``, and what hangs on the old one.

    ``now`` is when it gets it: times before are told as such. ``notice_hours`` is how long before a cut its
    customers are told, ``sensitive`` are those of them who come first; ``clashes`` the orders of the new day
    whose cuts together with this one take water from more customers; ``followers`` the orders that wait for
    it.
    """

    order: WorkOrder
    starts_at: datetime
    now: datetime
    cut: Cut | None = None
    sensitive: tuple[str, ...] = ()
    notice_hours: float = 0.0
    notice: Notice | None = None
    permits: tuple[Permit, ...] = ()
    clashes: tuple[str, ...] = ()
    followers: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """Return the new day."""
        return self.starts_at.date()


def impacts(facts: MoveFacts) -> tuple[Impact, ...]:
    """Return what the new day of an order touches, what is most urgent first."""
    return tuple(found for rule in _RULES for found in rule(facts))


def _deadline(facts: MoveFacts) -> Iterator[Impact]:
    due = facts.order.due_at
    if facts.starts_at > due:
        code = "impact.deadline" if due > facts.now else "impact.deadline_passed"
        params = {"due": f"{due:%Y-%m-%d %H:%M}", "day": facts.day}
        yield Impact("deadline", Message(code, params))


def _customers(facts: MoveFacts) -> Iterator[Impact]:
    """Ask to tell the customers of the cut the new day in time, the sensitive ones first."""
    if facts.cut is None or not facts.cut.customers:
        return
    by = facts.starts_at - timedelta(hours=facts.notice_hours)
    others = tuple(one for one in facts.cut.customers if one not in facts.sensitive)
    params = {"count": len(facts.cut.customers), "sensitive": len(facts.sensitive) or ""}
    code = "impact.customers" if by > facts.now else "impact.customers_at_once"
    hours = f"{facts.notice_hours:g}"
    message = Message(code, {**params, "by": f"{by:%Y-%m-%d %H:%M}", "hours": hours, "day": facts.day})
    yield Impact("customers", message, (*facts.sensitive, *others))


def _hydrants(facts: MoveFacts) -> Iterator[Impact]:
    if facts.cut is not None and facts.cut.hydrants:
        message = Message("impact.hydrants", {"hydrants": ", ".join(facts.cut.hydrants), "day": facts.day})
        yield Impact("hydrants", message, facts.cut.hydrants)


def _notice(facts: MoveFacts) -> Iterator[Impact]:
    """Tell a notice that expires before the new day, or whose answers are not due by then."""
    notice = facts.notice
    if notice is None or not notice.is_needed:
        return
    if notice.start_by is not None and notice.start_by < facts.day:
        params = {"kind": notice.kind, "day": notice.start_by}
        yield Impact("notice", Message("gate.notice_expired", params), (notice.number,))
    if notice.earliest_start is not None and notice.earliest_start.date() > facts.day:
        params = {"kind": notice.kind, "day": notice.earliest_start.date()}
        yield Impact("notice", Message("readiness.notice_later", params), (notice.number,))


def _permits(facts: MoveFacts) -> Iterator[Impact]:
    """Tell the permits that were granted for other days."""
    for permit in facts.permits:
        if permit.kind != MAYOR_TOLD and permit.granted_on is not None and not permit.allows(facts.day):
            params = {
                "permit": permit.label,
                "authority": permit.granter,
                "day": facts.day,
            }
            yield Impact("permit", Message("impact.permit", params), (permit.permit_id,))


def _clashes(facts: MoveFacts) -> Iterator[Impact]:
    for other in facts.clashes:
        yield Impact("clash", Message("impact.clash", {"other": other, "day": facts.day}), (other,))


def _appointment(facts: MoveFacts) -> Iterator[Impact]:
    order = facts.order
    if order.window_start is not None and order.window_end is not None:
        code = "impact.appointment" if order.window_end > facts.now else "impact.appointment_passed"
        opens = f"{order.window_start:%Y-%m-%d %H:%M}"
        yield Impact("appointment", Message(code, {"window": opens}))


def _followers(facts: MoveFacts) -> Iterator[Impact]:
    if facts.followers:
        message = Message("impact.followers", {"orders": ", ".join(facts.followers)})
        yield Impact("followers", message, facts.followers)


_RULES: tuple[Callable[[MoveFacts], Iterator[Impact]], ...] = (
    _deadline,
    _clashes,
    _customers,
    _hydrants,
    _notice,
    _permits,
    _appointment,
    _followers,
)
