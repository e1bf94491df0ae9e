# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the vans of a plan carry what its visits need, in plain Python.

Nothing here comes from the engine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..model.problem import Problem, Stop
from ..model.routes import Route
from .timeline import Violation


def wrong_loads(problem: Problem, routes: Sequence[Route]) -> Iterator[Violation]:
    """Yield the parts and equipment that are missing on site, and calls at a store that cannot be made."""
    on_site: dict[int, set[str]] = {}
    for number, (shift, route) in enumerate(zip(problem.shifts, routes, strict=True)):
        on_board, left = set(shift.equipment), Counter(shift.stock)
        is_loaded, calls = False, 0
        for step in route:
            if not isinstance(step, Stop):
                continue
            if step.by_store:
                is_loaded, calls = True, calls + 1
            visit = problem.visits[step.visit]
            is_alone = len(visit.roles) == 1
            in_store = shift.store.equipment if shift.store and is_loaded and is_alone else frozenset()
            on_site.setdefault(step.visit, set()).update(on_board | in_store)
            if step.role == 0 and not is_loaded:
                left.subtract(visit.parts)
                for part in sorted(part for part, count in visit.parts.items() if count and left[part] < 0):
                    yield Violation("part_missing", number, visit.visit_id, part)
        if calls > (1 if shift.store else 0):
            yield Violation("store", number, detail=str(calls))
    for index, there in on_site.items():
        visit = problem.visits[index]
        for kind in sorted(visit.equipment - there):
            yield Violation("equipment_missing", visit_id=visit.visit_id, detail=kind)
