# SPDX-License-Identifier: GPL-3.0-or-later
"""Skills that nobody at work holds on days on which jobs need them, seen ahead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CoverageGap:
    """Working days in a row without a skill, the jobs of these days that need it, the days until then."""

    skill: str
    first_day: date
    last_day: date
    jobs: tuple[str, ...]
    lead_days: int


def coverage_gaps(
    today: date,
    held: Mapping[date, frozenset[str]],
    jobs: Iterable[tuple[str, date, frozenset[str]]],
) -> tuple[CoverageGap, ...]:
    """Return the gaps that hit a job, the soonest first.

    ``held`` gives the skills of everybody at work on each working day to come, ``jobs`` each job with its day
    and skills; a job on a day that is none of these needs nobody. O(skills x days + jobs).
    """
    needed: dict[str, dict[date, list[str]]] = {}
    for name, day, skills in jobs:
        for skill in skills:
            needed.setdefault(skill, {}).setdefault(day, []).append(name)
    days = sorted(held)
    found = []
    for skill, by_day in needed.items():
        for run in _runs([skill in held[day] for day in days]):
            own = [days[number] for number in run]
            hit = tuple(name for day in own for name in by_day.get(day, ()))
            if hit:
                found.append(CoverageGap(skill, own[0], own[-1], hit, (own[0] - today).days))
    return tuple(sorted(found, key=lambda gap: (gap.first_day, gap.skill)))


def _runs(covered: Sequence[bool]) -> list[list[int]]:
    """Return the stretches of numbers that are not covered."""
    runs: list[list[int]] = []
    for number, is_covered in enumerate(covered):
        if is_covered:
            continue
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
