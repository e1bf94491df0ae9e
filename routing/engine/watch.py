# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking on while a plan is searched for, and ending the search with the best one so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SoFar:
    """The best plan that a search has found up to now; times in minutes, ``total`` is its weighted cost."""

    total: float
    travel_min: float
    lateness_min: float
    overtime_min: float
    planned: int
    unplanned: int


class Watch(Protocol):
    """Whoever looks on; called from the thread that searches, about ten times a second."""

    def note(self, so_far: SoFar) -> None:
        """Take the figures of the best plan so far."""

    def is_enough(self) -> bool:
        """Tell whether the search may end now."""
