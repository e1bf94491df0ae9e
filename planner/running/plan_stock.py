# SPDX-License-Identifier: GPL-3.0-or-later
"""What the vans held when a plan was made, whatever has been used since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ...core.resources import StockLine
from ...routing.model.problem import Problem, Shift, Visit
from ...workorders.closing.records import Closure
from ..conditions import Where
from ..ports import Workspace
from ..records import PlanStop
from ..resources.day_means import PART
from ..tours.pick_ups import PICK_UP
from ..tours.tour_problem import TourProblem

# parts by agent and day
Stocks = dict[tuple[str, date], Counter[str]]


def handed_back(workspace: Workspace, stops: Sequence[PlanStop]) -> Stocks:
    """Return what closed orders of a plan have taken from the vans since it was made, by agent and day."""
    at = {(stop.order_id, str(stop.agent_id)): stop.day for stop in stops if stop.task == "work"}
    orders = sorted({stop.order_id for stop in stops})
    closures = [one for one in workspace.all(Closure, where=[Where("order_id", among=orders)]) if one.taken]
    lines = sorted({line for closure in closures for line in closure.taken})
    known = {line.stock_id: line for line in workspace.all(StockLine, where=[Where("stock_id", among=lines)])}
    taken: Stocks = {}
    for closure in closures:
        for stock_id, count in closure.taken.items():
            line = known.get(stock_id)
            day = at.get((closure.order_id, line.holder)) if line else None
            if line is not None and day is not None:
                taken.setdefault((line.holder, day), Counter())[line.part] += count
    return taken


def as_stocked(tours: TourProblem, stops: Sequence[PlanStop], taken: Stocks) -> Problem:
    """Return the problem in which each van holds what it held when the plan was made.

    What closed orders have taken since counts as on board, for their stops use it up again; what left the
    stock in another way is still what the plan counted on.
    """
    parts = {visit.visit_id: visit.parts for visit in tours.problem.visits}
    needed: dict[tuple[str, date], Counter[str]] = {}
    loads = {(stop.agent_id, stop.day) for stop in stops if stop.task == PICK_UP}
    for stop in stops:
        if stop.task == "work" and stop.role == 0:
            own = needed.setdefault((stop.agent_id, stop.day), Counter())
            own.update(parts.get(visit_of(stop), {}))

    def stocked(shift: Shift) -> Shift:
        key = (shift.agent, tours.horizon.dates[shift.day])
        shift = replace(shift, stock=Counter(shift.stock) + taken.get(key, Counter()))
        if key in loads or key not in needed:
            return shift
        stock = {part: max(count, shift.stock.get(part, 0)) for part, count in needed[key].items()}
        return replace(shift, stock={**shift.stock, **stock})

    planned = {visit_of(stop) for stop in stops}

    def given(visit: Visit) -> Visit:
        """Return a visit without what says who could have its parts: they were given with the plan."""
        if visit.visit_id not in planned:
            return visit
        roles = (
            replace(role, skills=frozenset(name for name in role.skills if not name.startswith(PART)))
            for role in visit.roles
        )
        return replace(visit, roles=tuple(roles))

    return replace(
        tours.problem,
        shifts=tuple(map(stocked, tours.problem.shifts)),
        visits=tuple(map(given, tours.problem.visits)),
    )


def visit_of(stop: PlanStop) -> str:
    """Return the visit that a stop is of."""
    return stop.order_id if stop.task == "work" else f"{stop.order_id}/{stop.task}"
