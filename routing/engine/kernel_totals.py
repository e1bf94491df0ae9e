# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of a plan's cost: what each stop and each tour adds to them, or takes away again."""

from __future__ import annotations

from typing import Any

from ...core.compiled import compiled
from .kernel_book import MOVED, STRANGER, Array


@compiled
def late_s(task: Any, start_s: int) -> int:
    """Return how late a start is, times the factor of the visit."""
    late: int = max(0, start_s - task.due_s) * task.lateness_factor
    return late


@compiled
def overdue_s(task: Any, start_s: int) -> int:
    """Return how late a start is; 0 for a task that counts with another."""
    return max(0, start_s - task.due_s) if task.lateness_factor > 0 else 0


@compiled
def forget_totals(facts: Array, plan: Array) -> None:
    """Set all terms to those of a plan without stops."""
    whole = plan[0]
    whole.lateness_s = whole.travel_s = whole.overtime_s = 0
    whole.waiting_s = whole.imbalance_s = whole.strangers = whole.moves = whole.largest_s = 0
    whole.unplanned = 0.0
    for number in range(facts[0].visits_from, facts[0].tasks_from):
        if plan[number].rank < 0:
            whole.unplanned += facts[number].value
    for shift in range(1, facts[0].visits_from):
        plan[shift].busy_s = plan[shift].waited_s = plan[shift].counted = 0
    for row in range(facts[0].tasks_to, facts[0].stocks_to):
        plan[row].used = 0


@compiled
def count_task(facts: Array, plan: Array, fits: Array, task: int, sign: int) -> None:
    """Add what a planned task brings to the terms (1), or take it away (-1)."""
    whole, mine, what = plan[0], plan[task], facts[task]
    tour = plan[mine.shift]
    if sign > 0:
        # the call may move before it is taken away
        mine.load_s = facts[mine.shift].loading_s if tour.call == task else 0
    tour.busy_s += sign * (mine.drive_s + what.duration_s + mine.load_s)
    tour.waited_s += sign * mine.idle_s
    whole.lateness_s += sign * late_s(what, mine.start_s)
    whole.travel_s += sign * mine.drive_s
    whole.waiting_s += sign * mine.idle_s
    brings = fits[task, mine.shift]
    whole.strangers += sign * int(brings & STRANGER > 0)
    whole.moves += sign * int(brings & MOVED > 0)
    if sign > 0:
        whole.largest_s = max(whole.largest_s, overdue_s(what, mine.start_s))


@compiled
def count_return(facts: Array, plan: Array, shift: int, sign: int) -> None:
    """Add what the end of a tour brings to the terms (1), or take it away (-1)."""
    whole, mine, day = plan[0], plan[shift], facts[shift]
    if sign > 0:
        mine.excess_s = max(0, mine.work_s - day.fair_s)
    mine.busy_s += sign * mine.drive_s
    whole.travel_s += sign * mine.drive_s
    whole.overtime_s += sign * max(0, mine.returns_s - day.end_s)
    whole.imbalance_s += sign * mine.excess_s
    whole.waiting_s -= sign * mine.saved_s
    mine.counted = int(sign > 0)


@compiled
def find_largest(facts: Array, plan: Array) -> None:
    """Look for the latest start after its due date again."""
    plan[0].largest_s = 0
    for rank in range(plan[0].planned):
        visit = facts[plan[rank].nth]
        for task in range(visit.first_task, visit.last_task):
            plan[0].largest_s = max(plan[0].largest_s, overdue_s(facts[task], plan[task].start_s))


@compiled
def set_cost(weights: Any, whole: Any) -> None:
    """Set the cost of the whole from its terms."""
    whole.cost = (
        whole.unplanned
        + weights.lateness * whole.lateness_s
        + weights.travel * whole.travel_s
        + weights.overtime * whole.overtime_s
        + weights.waiting * whole.waiting_s
        + weights.imbalance * whole.imbalance_s
        + weights.preference * whole.strangers
        + weights.moves * whole.moves
        + weights.largest * whole.largest_s
    )
