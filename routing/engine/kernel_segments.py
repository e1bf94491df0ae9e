# SPDX-License-Identifier: GPL-3.0-or-later
"""The least duration of a tour with one more visit, from parts of it that are known already.

A part of a tour is told by three figures: how long it takes at least, the earliest and the latest start at
which it takes that long. Two parts put together give the same figures of the whole in constant time
(T. Vidal et al., "A hybrid genetic algorithm with adaptive diversity management for a large class of vehicle
routing problems with time-windows", Computers & Operations Research 40 (1), 2013). This holds for tours
without breaks, meetings and links whose visits have one window each; for others it is a lower bound.
"""

from __future__ import annotations

from ...core.compiled import compiled
from .kernel_book import NEVER_S, Array
from .kernel_loads import way_s


@compiled
def joined(first: tuple[int, int, int], way: int, second: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return the figures (least duration, earliest, latest start) of two parts with a way between them.

    A latest start before the earliest one says that the second part comes too late.
    """
    lasts_s, early_s, late_s = first
    ahead_s = lasts_s + way
    wait_s = max(0, second[1] - ahead_s - late_s)
    if early_s + ahead_s > second[2]:
        return 0, NEVER_S, -NEVER_S
    return (
        ahead_s + wait_s + second[0],
        max(second[1] - ahead_s, early_s) - wait_s,
        min(second[2] - ahead_s, late_s),
    )


@compiled
def alone(facts: Array, task: int) -> tuple[int, int, int]:
    """Return the figures of one task: from its first to its last window."""
    what = facts[task]
    if what.first_window == what.last_window:
        return what.duration_s, NEVER_S, -NEVER_S
    return what.duration_s, facts[what.first_window].from_s, facts[what.last_window - 1].latest_s


@compiled
def note_segments(facts: Array, plan: Array, travel: Array, shift: int) -> None:
    """Note at each task of a tour the figures of what comes before, itself included, and from it on."""
    day, tour = facts[shift], plan[shift]
    part = (0, day.start_s, NEVER_S)
    place, task = day.start_place, tour.first
    while task > 0:
        mine, calls = plan[task], int(tour.call == task)
        way = way_s(facts, travel, shift, place, facts[task].place, calls) + calls * day.loading_s
        part = joined(part, way, alone(facts, task))
        mine.fore_lasts_s, mine.fore_early_s, mine.fore_late_s = part
        place, task = facts[task].place, mine.after
    part = (0, 0, day.latest_s)
    place, task, calls = day.end_place, tour.last, 0
    while task > 0:
        mine = plan[task]
        way = way_s(facts, travel, shift, facts[task].place, place, calls) + calls * day.loading_s
        part = joined(alone(facts, task), way, part)
        mine.back_lasts_s, mine.back_early_s, mine.back_late_s = part
        calls = int(tour.call == task)
        place, task = facts[task].place, mine.before


@compiled
def note_latest(facts: Array, plan: Array, travel: Array, shift: int) -> None:
    """Note at each task of a tour the latest start at which the rest can be in time, breaks apart."""
    day, tour = facts[shift], plan[shift]
    late_s, place, task, calls = day.latest_s, day.end_place, tour.last, 0
    while task > 0:
        what = facts[task]
        way = way_s(facts, travel, shift, what.place, place, calls) + calls * day.loading_s
        late_s = min(what.latest_s, late_s - way - what.duration_s)
        plan[task].back_late_s = late_s
        calls = int(tour.call == task)
        place, task = what.place, plan[task].before


@compiled
def least_s(
    facts: Array, plan: Array, travel: Array, task: int, shift: int, before: int, by_store: int
) -> int:
    """Return the least duration of a tour with one more task after another (0: first), -1 when too late."""
    day, tour = facts[shift], plan[shift]
    place, following = day.start_place, tour.first
    part = (0, day.start_s, NEVER_S)
    if before > 0:
        place, following = facts[before].place, plan[before].after
        part = (plan[before].fore_lasts_s, plan[before].fore_early_s, plan[before].fore_late_s)
    way = way_s(facts, travel, shift, place, facts[task].place, by_store) + by_store * day.loading_s
    part = joined(part, way, alone(facts, task))
    there, rest, calls = day.end_place, (0, 0, day.latest_s), 0
    if following > 0:
        there = facts[following].place
        rest = (plan[following].back_lasts_s, plan[following].back_early_s, plan[following].back_late_s)
        calls = int(tour.call == following and not by_store)
    way = way_s(facts, travel, shift, facts[task].place, there, calls) + calls * day.loading_s
    part = joined(part, way, rest)
    lasts_s: int = part[0]
    return lasts_s if part[1] <= part[2] else -1
