# SPDX-License-Identifier: GPL-3.0-or-later
"""Routes of a plan, one for each shift: the stops and breaks of a day in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from .problem import Pause, Stop

Route = Sequence[Stop | Pause]
Steps = tuple[Stop | Pause, ...]


def visits_on(*routes: Route) -> list[int]:
    """Return the visits (indices) that routes make, in their order; a team's once for each agent."""
    return [step.visit for route in routes for step in route if isinstance(step, Stop)]


def without_visits(routes: Iterable[Route], visits: Collection[int]) -> tuple[Steps, ...]:
    """Return routes without the stops at some visits (indices)."""
    return tuple(
        tuple(step for step in route if isinstance(step, Pause) or step.visit not in visits)
        for route in routes
    )
