# SPDX-License-Identifier: GPL-3.0-or-later
"""How ready an order is some days before its day: what it lacks, and how urgent that is by then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ...core.messages import Message
from ..law import AntiDamageLaw
from ..notices import dates_when_sent
from .gate_facts import Notice, Operator
from .operators_asked import answer_lacks, consultation_lacks
from .records import MAYOR_TOLD, Permit
from .rules import ReadinessRules, Resource

# a declaration is never sent so long before the works
_LONGEST_AHEAD = 92


class Colour(Enum):
    """Nothing to do yet, to be watched, to be solved now."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_SEVERITY = (Colour.GREEN, Colour.AMBER, Colour.RED)


@dataclass(frozen=True, slots=True)
class ReadinessItem:
    """One resource of an order: what it lacks (nothing: it is ready), its colour now and at each checkpoint.

    ``ahead`` gives the colour so many days before, should nothing change.
    """

    resource: Resource
    lacks: tuple[Message, ...]
    colour: Colour
    ahead: Mapping[int, Colour]

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.lacks


def readiness(
    lacks: Mapping[Resource, Sequence[Message]], *, days_left: int, rules: ReadinessRules
) -> tuple[ReadinessItem, ...]:
    """Return every resource of an order by what it lacks, ``days_left`` days before its day."""
    return tuple(
        ReadinessItem(
            resource=resource,
            lacks=tuple(lacks.get(resource, ())),
            colour=colour_of(resource, bool(lacks.get(resource)), days_left, rules),
            ahead={
                days: colour_of(resource, bool(lacks.get(resource)), days, rules)
                for days in rules.checkpoints
            },
        )
        for resource in rules.resources
    )


def colour_of(resource: Resource, is_lacking: bool, days_left: int, rules: ReadinessRules) -> Colour:
    """Return the colour of a resource so many days before the day."""
    figures = rules.resources[resource]
    if not is_lacking or days_left > figures.amber_days:
        return Colour.GREEN
    return Colour.RED if days_left <= figures.red_days else Colour.AMBER


def worst(colours: Sequence[Colour]) -> Colour:
    """Return the most severe colour, green of none."""
    return max(colours, key=_SEVERITY.index, default=Colour.GREEN)


def notice_lacks(
    notice: Notice | None, operators: Sequence[Operator], *, day: date, today: date, law: AntiDamageLaw
) -> Iterator[Message]:
    """Yield what a dig's notice lacks for works on ``day``, looked at on ``today`` (R.554-20 ff.)."""
    if notice is None:
        yield Message("readiness.notice_undecided")
        return
    if not notice.is_needed:
        return
    yield from consultation_lacks(notice, operators)
    if notice.is_urgent:
        yield from answer_lacks(notice, operators)
    elif notice.sent_at is None:
        last = last_sending(notice, day, law)
        yield Message("readiness.notice_to_send", {"kind": notice.kind, "day": last or "-"})
    else:
        if notice.earliest_start is not None and notice.earliest_start.date() > day:
            params = {"kind": notice.kind, "day": notice.earliest_start.date()}
            yield Message("readiness.notice_later", params)
        if notice.start_by is not None and notice.start_by < day:
            yield Message("gate.notice_expired", {"kind": notice.kind, "day": notice.start_by})
        if notice.answer_by is not None and today > notice.answer_by:
            yield from answer_lacks(notice, operators)


def last_sending(notice: Notice, day: date, law: AntiDamageLaw) -> date | None:
    """Return the last day on which a declaration can be sent for works on a day. O(days)."""
    kind = next((known for known in law.answer if known == notice.kind), None)
    if kind is None:
        return None
    for ahead in range(1, _LONGEST_AHEAD):
        sent = day - timedelta(days=ahead)
        if dates_when_sent(kind, sent, law=law, on_paper=notice.on_paper).earliest_start.date() <= day:
            return sent
    return None


def permit_lacks(permits: Sequence[Permit], *, day: date) -> Iterator[Message]:
    """Yield the permits that are not granted for a day."""
    for permit in permits:
        if permit.kind != MAYOR_TOLD and not permit.allows(day):
            yield Message("gate.permit_missing", {"permit": permit.label, "authority": permit.granter})
