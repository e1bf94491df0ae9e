# SPDX-License-Identifier: GPL-3.0-or-later
"""Why an order takes as long as it does: the standard of its type, and what the place adds to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..core.messages import Message
from ..core.rules import Label
from .catalogue import JobStandard
from .orders import WorkOrder
from .rulebook import RuleBook


@dataclass(frozen=True, slots=True)
class DurationPart:
    """Minutes with what they are for, in words or by the label of a rule file, and the source of the rule.

    ``minutes`` are negative where somebody made the work shorter than the rules say.
    """

    minutes: int
    said: Message | Label
    source: str = ""


def duration_parts(order: WorkOrder, book: RuleBook) -> tuple[DurationPart, ...]:
    """Return what the minutes of an order are made of; they add up to its duration.

    ``book`` holds the rules that the order was judged by; what they do not account for was set otherwise.
    """
    parts = [*_standard(order, book), *_added(order, book)]
    rest = order.duration_min - sum(part.minutes for part in parts)
    if rest:
        parts.append(DurationPart(rest, Message("duration.otherwise")))
    return tuple(parts)


def _standard(order: WorkOrder, book: RuleBook) -> Iterator[DurationPart]:
    standard = book.catalogue.jobs.get(order.code)
    if standard is not None:
        yield _of_standard(order, standard, book)


def _of_standard(order: WorkOrder, standard: JobStandard, book: RuleBook) -> DurationPart:
    """Return the usual time of a type of work, or that of the quantity where it is counted."""
    minutes, pace = standard.duration_of(order.quantity), standard.pace
    if pace is None or order.quantity is None:
        return DurationPart(minutes.p50, Message("duration.standard"), book.catalogue.source)
    said = {"quantity": f"{order.quantity:g}", "each": f"{pace.p50:g}", "p80": minutes.p80}
    return DurationPart(minutes.p50, Message("duration.by_quantity", said), pace.source)


def _added(order: WorkOrder, book: RuleBook) -> Iterator[DurationPart]:
    for name in order.hazards:
        rule = book.resources[name]
        if rule is not None and rule.add.minutes:
            yield DurationPart(rule.add.minutes, rule.label or Label(en=name, fr=name), rule.source)
