# SPDX-License-Identifier: GPL-3.0-or-later
"""What agents say back about the standards and the map, and the answers that they get.

The figures count remarks, never agents: who says most, or least, is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from statistics import median

from ...core.errors import InputError
from ...core.ids import AgentId, OrderId


class RemarkKind(Enum):
    """What a remark is about: the job's standard, the map, or the way of working."""

    STANDARD = "standard"
    MAP = "map"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class FieldRemark:
    """One remark of an agent: a ticket until it has its answer.

    ``subject`` is what it is about: the catalogue's code for a standard, the asset for the map. ``accepted``
    says whether something is changed for it.
    """

    remark_id: str
    order_id: OrderId
    agent_id: AgentId
    kind: RemarkKind
    subject: str
    zone: str
    text: str
    received_at: datetime
    noted_by: str
    accepted: bool = False
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemarkFigures:
    """Remarks received in a period, how many of them have an answer, and the median days to it."""

    received: int
    answered: int
    median_days: float | None


def answered(remark: FieldRemark, answer: str, *, accepted: bool, at: datetime, by: str) -> FieldRemark:
    """Return a remark with its answer; ``InputError`` when it has one, says nothing, or comes too early."""
    if remark.answered_at is not None:
        raise InputError("remark.answered", remark=remark.remark_id, by=remark.answered_by)
    if not answer.strip():
        raise InputError("remark.no_answer", remark=remark.remark_id)
    if at < remark.received_at:
        raise InputError("remark.too_early", remark=remark.remark_id, received=remark.received_at)
    return replace(remark, accepted=accepted, answer=answer.strip(), answered_at=at, answered_by=by)


def remark_figures(remarks: Iterable[FieldRemark], *, first: date, last: date) -> RemarkFigures:
    """Return the figures of the remarks received from ``first`` to ``last``, both included.

    A remark is answered within as many days as lie between the two dates.
    """
    counted = [remark for remark in remarks if first <= remark.received_at.date() <= last]
    days = [
        (remark.answered_at.date() - remark.received_at.date()).days
        for remark in counted
        if remark.answered_at is not None
    ]
    return RemarkFigures(len(counted), len(days), float(median(days)) if days else None)
