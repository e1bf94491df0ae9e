# SPDX-License-Identifier: GPL-3.0-or-later
"""When a visit can start at all: bounds from its windows and dates and from the shifts, nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from ..model.problem import Problem, Visit

Span = tuple[int, int]


def starts(problem: Problem, visit: Visit) -> list[Span]:
    """Return the spans, of one window in one shift each, outside of which a visit cannot start."""
    spans = []
    for shift in problem.shifts:
        if visit.pin is not None and visit.pin.day not in (None, shift.day):
            continue
        for from_s, to_s in visit.opens or ((0, shift.end_s + shift.overtime_s),):
            opens_s = max(from_s, visit.earliest_s, shift.start_s)
            closes_s = min(to_s, shift.end_s + shift.overtime_s)
            if opens_s <= closes_s:
                spans.append((opens_s, closes_s))
    return spans


def earliest_end_s(visit: Visit, spans: Sequence[Span]) -> int:
    """Return a moment before which a visit cannot end."""
    return min(from_s for from_s, _ in spans) + max(
        role.lag_s[0] + visit.duration_of(number) for number, role in enumerate(visit.roles)
    )


def latest_end_s(visit: Visit, spans: Sequence[Span]) -> int:
    """Return a moment after which a visit cannot end."""
    return max(to_s for _, to_s in spans) + max(
        role.lag_s[1] + visit.duration_of(number) for number, role in enumerate(visit.roles)
    )
