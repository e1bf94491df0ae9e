# SPDX-License-Identifier: GPL-3.0-or-later
"""Passes the plan so far from the thread that searches to the window, and the wish to stop back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...routing.engine.watch import SoFar


class SearchWatch:
    """Implements ``routing.engine.Watch``; the window reads ``latest`` as often as it likes."""

    def __init__(self) -> None:
        self.latest: SoFar | None = None
        self._is_enough = False

    def note(self, so_far: SoFar) -> None:
        """Keep the figures of the best plan so far."""
        self.latest = so_far

    def is_enough(self) -> bool:
        """Tell whether somebody wants to stop."""
        return self._is_enough

    def stop(self) -> None:
        """End the search with the best plan so far."""
        self._is_enough = True
