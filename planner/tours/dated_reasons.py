# SPDX-License-Identifier: GPL-3.0-or-later
"""Obstacles that name a moment, said by the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ...routing.explain.reason import Reason
from ..resources.day_means import PART
from .reasons import TOGETHER
from .tour_problem import TourProblem

_WINDOWS = frozenset({"window", "window_outside"})


def dated_reason(tours: TourProblem, visit_id: str, reason: Reason) -> Reason:
    """Return a reason of a visit with its start, its legal date or its windows as dates and times of day."""
    if PART in reason.detail:
        return _of_parts(reason)
    visit = tours.problem.visits[tours.problem.index_of(visit_id)]
    moment = tours.horizon.moment
    if reason.code == "earliest_start":
        return replace(reason, detail=f"{moment(visit.earliest_s):%Y-%m-%d %H:%M}")
    if reason.start_s is not None:
        return replace(reason, detail=f"{moment(reason.start_s):%H:%M}")
    if reason.code in _WINDOWS:
        spans = (_span(moment(from_s), moment(to_s)) for from_s, to_s in visit.spans)
        return replace(reason, detail=", ".join(spans))
    return reason


def _of_parts(reason: Reason) -> Reason:
    """Return a reason in which rights to parts stand for skills, as one of parts."""
    names = reason.detail.split(TOGETHER)
    skills = [name for name in names if not name.startswith(PART)]
    if skills:
        return replace(reason, detail=TOGETHER.join(skills))
    parts = TOGETHER.join(name.removeprefix(PART).partition("/")[0] for name in names)
    code = "part_missing" if reason.code == "skill_missing" else "part_to_order"
    return replace(reason, code=code, detail=parts)


def _span(opens: datetime, closes: datetime) -> str:
    if closes == opens:
        return f"{opens:%Y-%m-%d %H:%M}"
    until = f"{closes:%H:%M}" if closes.date() == opens.date() else f"{closes:%Y-%m-%d %H:%M}"
    return f"{opens:%Y-%m-%d %H:%M} - {until}"
