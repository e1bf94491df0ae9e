# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours that work asks of each skill against the hours of those who validly hold it, week by week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class SkillDemand:
    """What one order asks of a skill on a day, in hours of people."""

    skill: str
    day: date
    hours: float
    order_id: str


@dataclass(frozen=True, slots=True)
class SkillWeek:
    """A skill in a week from Monday ``first_day``: hours asked and there, orders, days that nobody holds it.

    The hours of somebody who holds several skills count for each of them: enough for one is no promise for
    all.
    """

    skill: str
    first_day: date
    demand_h: float
    supply_h: float
    orders: tuple[str, ...]
    uncovered_days: tuple[date, ...]

    @property
    def is_gap(self) -> bool:
        """Tell whether orders need a skill that too few hold, or that nobody holds on some day."""
        return bool(self.orders) and (self.demand_h > self.supply_h or bool(self.uncovered_days))


def skill_weeks(
    demand: Iterable[SkillDemand], supply: Mapping[date, Mapping[str, float]]
) -> tuple[SkillWeek, ...]:
    """Return every skill that orders need in each week of the working days of ``supply``, gaps included.

    ``supply`` gives the hours of each skill on each working day. What is asked for on another day counts
    with the last working day before it, or else the first. O(days x skills + orders).
    """
    days = sorted(supply)
    if not days:
        return ()
    asked: dict[tuple[str, date], list[SkillDemand]] = {}
    for one in demand:
        day = max((own for own in days if own <= one.day), default=days[0])
        asked.setdefault((one.skill, _monday(day)), []).append(one)
    found = []
    for (skill, monday), own in asked.items():
        week = [day for day in days if _monday(day) == monday]
        found.append(
            SkillWeek(
                skill=skill,
                first_day=monday,
                demand_h=sum(one.hours for one in own),
                supply_h=sum(supply[day].get(skill, 0.0) for day in week),
                orders=tuple(sorted({one.order_id for one in own})),
                uncovered_days=tuple(day for day in week if not supply[day].get(skill)),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.first_day, one.skill)))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
