# SPDX-License-Identifier: GPL-3.0-or-later
"""How ready an order is some days before its day: what it lacks, and how urgent that is by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from ...core.messages import Message
from ..law import AntiDamageLaw
from ..notices import dates_when_sent
from ..road_occupancy import AskDays
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
class Lack:
    """What a resource lacks; ``ask_from`` and ``ask_until`` tell when to ask for it, where somebody has to.

    Whatever the days left, it is amber from the first of them on, and red from the second, the last on which
    asking makes sense.
    """

    message: Message
    ask_from: date | None = None
    ask_until: date | None = None


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
    lacks: Mapping[Resource, Sequence[Lack]], *, day: date, today: date, rules: ReadinessRules
) -> tuple[ReadinessItem, ...]:
    """Return every resource of an order that is made on ``day`` by what it lacks, looked at on ``today``."""
    return tuple(
        _item(resource, tuple(lacks.get(resource, ())), day=day, today=today, rules=rules)
        for resource in rules.resources
    )


def _item(
    resource: Resource, lacks: tuple[Lack, ...], *, day: date, today: date, rules: ReadinessRules
) -> ReadinessItem:
    def colour(looked_at: date) -> Colour:
        by_days = colour_of(resource, bool(lacks), (day - looked_at).days, rules)
        return worst([by_days, *(colour_to_ask(lack, looked_at) for lack in lacks)])

    return ReadinessItem(
        resource=resource,
        lacks=tuple(lack.message for lack in lacks),
        colour=colour(today),
        ahead={days: colour(day - timedelta(days=days)) for days in rules.checkpoints},
    )


def colour_of(resource: Resource, is_lacking: bool, days_left: int, rules: ReadinessRules) -> Colour:
    """Return the colour of a resource so many days before the day."""
    figures = rules.resources[resource]
    if not is_lacking or days_left > figures.amber_days:
        return Colour.GREEN
    return Colour.RED if days_left <= figures.red_days else Colour.AMBER


def colour_to_ask(lack: Lack, today: date) -> Colour:
    """Return the colour of what is still to be asked for: red on the last day that makes sense, and after."""
    if lack.ask_until is not None and today >= lack.ask_until:
        return Colour.RED
    if lack.ask_from is not None and today >= lack.ask_from:
        return Colour.AMBER
    return Colour.GREEN


def worst(colours: Sequence[Colour]) -> Colour:
    """Return the most severe colour, green of none."""
    return max(colours, key=_SEVERITY.index, default=Colour.GREEN)


def notice_lacks(
    notice: Notice | None,
    operators: Sequence[Operator],
    *,
    day: date,
    today: date,
    law: AntiDamageLaw,
    rules: ReadinessRules,
    count_sundays: bool | None = None,
) -> Iterator[Lack]:
    """Yield what a dig's notice lacks for works on ``day``, looked at on ``today`` (R.554-20 ff.).

    ``count_sundays`` overrides the law file's own reading.
    """
    if notice is None:
        yield Lack(Message("readiness.notice_undecided"))
        return
    if not notice.is_needed:
        return
    if not notice.is_urgent and notice.sent_at is None:
        last = last_sending(notice, day, law, count_sundays=count_sundays)
        first = last - timedelta(days=rules.send_ahead_days) if last else None
        yield Lack(
            Message("readiness.notice_to_send", {"kind": notice.kind, "day": last or "-"}), first, last
        )
        return
    yield from map(Lack, consultation_lacks(notice, operators))
    if notice.is_urgent:
        yield from map(Lack, answer_lacks(notice, operators))
    else:
        yield from map(Lack, _sent_lacks(notice, operators, day=day, today=today))


def _sent_lacks(
    notice: Notice, operators: Sequence[Operator], *, day: date, today: date
) -> Iterator[Message]:
    if notice.earliest_start is not None and notice.earliest_start.date() > day:
        params = {"kind": notice.kind, "day": notice.earliest_start.date()}
        yield Message("readiness.notice_later", params)
    if notice.start_by is not None and notice.start_by < day:
        yield Message("gate.notice_expired", {"kind": notice.kind, "day": notice.start_by})
    if notice.answer_by is not None and today > notice.answer_by:
        yield from answer_lacks(notice, operators)


def last_sending(
    notice: Notice, day: date, law: AntiDamageLaw, *, count_sundays: bool | None = None
) -> date | None:
    """Return the last day on which a declaration can be sent for works on a day. O(days)."""
    kind = next((known for known in law.answer if known == notice.kind), None)
    if kind is None:
        return None
    for ahead in range(1, _LONGEST_AHEAD):
        sent = day - timedelta(days=ahead)
        dates = dates_when_sent(kind, sent, law=law, count_sundays=count_sundays, on_paper=notice.on_paper)
        if dates.earliest_start.date() <= day:
            return sent
    return None


def permit_lacks(permits: Iterable[Permit], *, day: date, ask_days: Mapping[str, AskDays]) -> Iterator[Lack]:
    """Yield the permits that are not granted for a day.

    ``ask_days`` tells by kind of permit how long before the works it is asked for; of a kind that it lacks
    only the days left count.
    """
    for permit in permits:
        if permit.kind == MAYOR_TOLD or permit.allows(day):
            continue
        params = {"permit": permit.label, "authority": permit.granter}
        days = None if permit.is_asked else ask_days.get(permit.kind)
        if days is None:
            yield Lack(Message("gate.permit_missing", params))
        else:
            last = day - timedelta(days=days.least)
            message = Message("readiness.permit_to_ask", {**params, "day": last})
            yield Lack(message, day - timedelta(days=days.usual), last)
