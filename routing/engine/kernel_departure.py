# SPDX-License-Identifier: GPL-3.0-or-later
"""Tours that count from the latest departure at which everybody is still in time.

A later departure is absorbed by the waits: with all waits so far ``waited``, a visit that may start ``room``
later allows a departure ``waited + room`` later, and the tour the least of these (forward time slack:
M. W. P. Savelsbergh, "The Vehicle Routing Problem with Time Windows: Minimizing Route Duration", ORSA Journal
on Computing 4 (2), 1992).
"""

from __future__ import annotations

from typing import Any

from ...core.compiled import compiled
from .kernel_book import Array


@compiled
def room_s(facts: Array, visit: Any, task: Any, start_s: int) -> int:
    """Return how much later a task could start, in its window and not late; 0 where others depend on it."""
    if visit.last_task - visit.first_task > 1 or visit.first_link < visit.last_link:
        return 0
    closes_s = start_s
    for window in range(task.first_window, task.last_window):
        if facts[window].from_s <= start_s:
            closes_s = max(closes_s, facts[window].latest_s)
    later_s: int = max(0, min(closes_s, task.due_s) - start_s)
    return later_s


@compiled
def slack_after(slack_s: int, waited_s: int, idle_s: int, later_s: int, has_rested: bool) -> tuple[int, int]:
    """Return how much later the tour could begin, and how long it has waited, after one more task.

    A break before the task keeps its time.
    """
    if has_rested:
        slack_s = min(slack_s, waited_s)
    waited_s += idle_s
    return min(slack_s, waited_s + later_s), waited_s


@compiled
def saved_s(slack_s: int, waited_s: int) -> int:
    """Return how much shorter the tour gets when it begins as late as it can."""
    return min(slack_s, waited_s)


@compiled
def leaving_s(facts: Array, pending: int, rested: int, free_s: int, start_s: int, drive_s: int) -> int:
    """Return when an agent leaves for a first task: after the breaks ``pending..rested`` if there is time."""
    home_s = free_s
    rest_s = 0
    for row in range(pending, rested):
        home_s = max(home_s, facts[row].from_s) + facts[row].duration_s
        rest_s += facts[row].duration_s
    if home_s + drive_s <= start_s:
        return start_s - drive_s
    return start_s - drive_s - rest_s
