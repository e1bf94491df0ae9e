# SPDX-License-Identifier: GPL-3.0-or-later
"""The appointments for an order, or why there is none, as JSON and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.console import RenderableType

from ...planner.agent_names import Names
from ...planner.running.no_slot import NoSlot
from ...planner.running.slots import Appointment
from ...workorders.rulebook import RuleBook
from ..session import Session
from ..tables import rows
from ..wording import duration, number, reason
from .explain_view import way_data, ways_shown


def slots_data(
    order: str, found: Sequence[Appointment], earliest: datetime | None, why: NoSlot | None
) -> dict[str, object]:
    """Return the appointments for an order as JSON; ``why`` there is none."""
    return {
        "order": order,
        "earliest_start": earliest,
        "slots": [
            {
                "from": slot.opens,
                "to": slot.closes,
                "cost_min": round(slot.cost_min, 3),
                "extra_min": round(slot.extra_min, 3),
                "late_min": slot.late_min,
                "agents": slot.agents,
                "start": slot.start,
            }
            for slot in found
        ],
        "reasons": [
            {"day": one.day, "code": reason.code, "detail": reason.detail, "times": reason.times}
            for one in (why.days if why else ())
            for reason in one.reasons
        ],
        "relaxation": way_data(why.way) if why and why.way else None,
    }


def slots_shown(
    session: Session,
    order: str,
    found: Sequence[Appointment],
    names: Names,
    rules: RuleBook,
    *,
    earliest: datetime | None,
    why: NoSlot | None,
) -> Iterator[RenderableType]:
    """Show the appointments for an order; ``earliest``: when it may start, where that is to come.

    Where there is none, show ``why``, day by day, and the cheapest rule to bend.
    """
    if not found and earliest:
        yield session.say("cli.no_slot_before", order=order, earliest=f"{earliest:%Y-%m-%d %H:%M}")
    elif not found:
        yield session.say("cli.no_slot", order=order)
    if not found:
        yield from _no_slot(session, why, names, rules)
        return
    headings = ("day", "window", "extra", "late", "agents", "start")
    yield rows(
        [session.say(f"label.{heading}") for heading in headings],
        (
            (
                slot.opens.date(),
                f"{slot.opens:%H:%M}-{slot.closes:%H:%M}",
                f"{number(session, slot.extra_min)} min",
                duration(slot.late_min * 60) if slot.late_min else "",
                ", ".join(names.get(agent, agent) for agent in slot.agents),
                f"{slot.start:%H:%M}",
            )
            for slot in found
        ),
        right=[2, 3],
    )


def _no_slot(session: Session, why: NoSlot | None, names: Names, rules: RuleBook) -> Iterator[RenderableType]:
    if why is None:
        return
    lines = [
        (
            day.day,
            "; ".join(reason(session, rules, one) for one in day.reasons) or session.say("cli.nobody_works"),
        )
        for day in why.days
    ]
    yield rows([session.say("label.day"), session.say("label.reason")], lines)
    if why.way:
        yield ways_shown(session, [why.way], names, rules)
