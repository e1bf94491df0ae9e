# SPDX-License-Identifier: GPL-3.0-or-later
"""What a van has on board once some stops of its tour have left."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..model.problem import Problem, Shift, Stop
from ..model.routes import Route


def has_loaded(steps: Route) -> bool:
    """Tell whether the store was called at on the way to one of some stops."""
    return any(isinstance(step, Stop) and step.by_store for step in steps)


def stock_left(problem: Problem, shift: Shift, steps: Route) -> dict[str, int]:
    """Return how many of each part are left after some stops; what was loaded at the store apart."""
    left = Counter(shift.stock)
    for step in steps:
        if isinstance(step, Stop) and step.role == 0:
            left.subtract(problem.visits[step.visit].parts)
    return {part: max(0, count) for part, count in left.items()}


def with_load_left(problem: Problem, shift: Shift, steps: Route) -> Shift:
    """Return a shift with what its van has left on board after some stops.

    Who has called at the store does not call again and lacks no part. Equipment of the store is on board as
    well, but for what a team may need: it counts only for those who come alone.
    """
    if not has_loaded(steps):
        return replace(shift, stock=stock_left(problem, shift, steps))
    plenty: Counter[str] = Counter()
    for visit in problem.visits:
        plenty.update(visit.parts)
    lent = shift.store.equipment if shift.store else frozenset[str]()
    shared = frozenset[str]().union(*(v.equipment for v in problem.visits if len(v.roles) > 1))
    return replace(shift, stock=dict(plenty), store=None, equipment=shift.equipment | (lent - shared))
