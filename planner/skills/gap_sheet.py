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
    proposals = tuple((proposal(outlook, skill, name_of),) for skill in _wanted(outlook))
    return Page(
        title=Message("skills.sheet", {"day": outlook.day, "until": outlook.until}),
        subtitle="",
        sections=(
            Section(Message("skills.proposals"), _headings("proposal"), proposals),
            _gaps(outlook, name_of),
            _waiting(outlook, name_of),
            _single_points(matrices, name_of),
            Section(
                Message("skills.expiries"),
                _headings("agent", "skill", "valid_until"),
                tuple((one.agent_id, name_of(one.skill), one.valid_until) for one in outlook.expiries),
            ),
        ),
    )


def _headings(*names: str) -> tuple[Message, ...]:
    return tuple(Message(f"label.{name}") for name in names)


def _gaps(outlook: SkillOutlook, name_of: NameOf) -> Section:
    rows = tuple(
        (
            week.first_day.isoformat(),
            name_of(week.skill),
            round(week.demand_h, 1),
            round(week.supply_h, 1),
            ", ".join(f"{day:%d/%m}" for day in week.uncovered_days),
            ", ".join(week.orders),
        )
        for week in outlook.gaps
    )
    names = ("week", "skill", "demand_h", "supply_h", "uncovered_days", "orders")
    return Section(Message("skills.gaps"), _headings(*names), rows)


def _waiting(outlook: SkillOutlook, name_of: NameOf) -> Section:
    rows = tuple(
        (one.order_id, name_of(one.skill), one.day, Message(f"skills.why.{one.why}"))
        for one in outlook.waiting
    )
    return Section(Message("skills.waiting"), _headings("order", "skill", "day", "why"), rows)


def _single_points(matrices: tuple[ZoneMatrix, ...], name_of: NameOf) -> Section:
    rows = tuple(
        (own.matrix.zone, name_of(row.skill), row.coverage)
        for own in matrices
        for row in own.matrix.rows
        if row.is_single_point
    )
    return Section(Message("skills.single_points"), _headings("zone", "skill", "coverage"), rows)


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
