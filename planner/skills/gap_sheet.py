# SPDX-License-Identifier: GPL-3.0-or-later
"""The gap sheet for a manager: which skills lack when, who may lose one, and which orders waited for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...core.messages import Message
from ..informing.page import Page, Section
from ..resources.matrix import ZoneMatrix
from .skill_outlook import SkillOutlook

NameOf = Callable[[str], str]


def gap_sheet(outlook: SkillOutlook, matrices: tuple[ZoneMatrix, ...], name_of: NameOf) -> Page:
    """Return the sheet; skills and authorisations only, nothing on how anybody works."""

    def headings(*names: str) -> tuple[Message, ...]:
        return tuple(Message(f"label.{name}") for name in names)

    return Page(
        title=Message("skills.sheet", {"day": outlook.day, "until": outlook.until}),
        subtitle="",
        sections=(
            Section(
                Message("skills.proposals"),
                headings("proposal"),
                tuple((proposal(outlook, skill, name_of),) for skill in _wanted(outlook)),
            ),
            Section(
                Message("skills.gaps"),
                headings("week", "skill", "demand_h", "supply_h", "uncovered_days", "orders"),
                tuple(
                    (
                        week.first_day.isoformat(),
                        name_of(week.skill),
                        round(week.demand_h, 1),
                        round(week.supply_h, 1),
                        ", ".join(f"{day:%d/%m}" for day in week.uncovered_days),
                        ", ".join(week.orders),
                    )
                    for week in outlook.gaps
                ),
            ),
            Section(
                Message("skills.waiting"),
                headings("order", "skill", "day", "why"),
                tuple(
                    (one.order_id, name_of(one.skill), one.day, Message(f"skills.why.{one.why}"))
                    for one in outlook.waiting
                ),
            ),
            Section(
                Message("skills.single_points"),
                headings("zone", "skill", "coverage"),
                tuple(
                    (own.matrix.zone, name_of(row.skill), row.coverage)
                    for own in matrices
                    for row in own.matrix.rows
                    if row.is_single_point
                ),
            ),
            Section(
                Message("skills.expiries"),
                headings("agent", "skill", "valid_until"),
                tuple((one.agent_id, name_of(one.skill), one.valid_until) for one in outlook.expiries),
            ),
        ),
    )


def proposal(outlook: SkillOutlook, skill: str, name_of: NameOf) -> Message:
    """Return what a gap in a skill asks for, with the orders that waited for it."""
    weeks = [week for week in outlook.gaps if week.skill == skill]
    return Message(
        "skills.proposal",
        {
            "waited": len(outlook.waited(skill)),
            "skill": name_of(skill),
            "ahead": len({order for week in weeks for order in week.orders}),
        },
    )


def _wanted(outlook: SkillOutlook) -> tuple[str, ...]:
    waited = (one.skill for one in outlook.waiting)
    return tuple(dict.fromkeys([*waited, *(week.skill for week in outlook.gaps)]))


def gap_rows(outlook: SkillOutlook) -> Iterator[Mapping[str, object]]:
    """Yield the weeks of the sheet as rows of a table."""
    for week in outlook.weeks:
        yield {
            "week": week.first_day,
            "skill": week.skill,
            "demand_h": round(week.demand_h, 2),
            "supply_h": round(week.supply_h, 2),
            "gap": "yes" if week.is_gap else "no",
            "uncovered_days": [day.isoformat() for day in week.uncovered_days],
            "orders": list(week.orders),
            "waited": list(outlook.waited(week.skill)),
        }
