# SPDX-License-Identifier: GPL-3.0-or-later
"""Seats where a visit costs its detour exactly, and no tour is more than a way in time with its load."""

from __future__ import annotations

from ...core.compiled import compiled
from .kernel_book import Array
from .kernel_random import uniform
from .kernel_segments import least_s


@compiled
def try_plain(
    facts: Array, plan: Array, desk: Array, travel: Array, task: int, shift: int, before: int, rng: Array
) -> bool:
    """Make a position on a tour the best seat if it is cheaper and in time; False when it is too late there.

    Only where ``is_plain`` of the whole holds; what the van carries is looked at elsewhere.
    """
    what, day, mine, whole = facts[task], facts[shift], plan[shift], desk[0]
    here, free_s, following = day.start_place, day.start_s, mine.first
    if before > 0:
        here, following = facts[before].place, plan[before].after
        free_s = plan[before].start_s + facts[before].duration_s
    reaches_s = free_s + travel[day.matrix + here, what.place]
    if reaches_s > what.latest_s:
        return False
    there, must_s, drive_s = day.end_place, day.latest_s, mine.drive_s if mine.stops > 0 else 0
    if following > 0:
        there, must_s, drive_s = facts[following].place, plan[following].back_late_s, plan[following].drive_s
    on_s = travel[day.matrix + what.place, there]
    cost = facts[0].travel * (reaches_s - free_s + on_s - drive_s)
    start_s = max(reaches_s, what.from_s)
    if cost >= whole.limit or start_s + what.duration_s + on_s > must_s or uniform(rng) < whole.blink:
        return True
    if day.leaves_late and not 0 <= least_s(facts, plan, travel, task, shift, before, 0) <= day.longest_s:
        return True
    seat = desk[task]
    whole.limit, seat.best_by_store = cost, 0
    seat.best_shift, seat.best_before, seat.best_start_s = shift, before, start_s
    return True
