# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a plan leaves an order out: its own obstacles, those of its valves, the order that it waits for."""

from __future__ import annotations

from dataclasses import replace

from ...core.ids import OrderId
from ...routing.explain.reasons import Explainer, Reason
from ...routing.model.links import LinkKind
from ...routing.model.problem import Solution
from .dated_reasons import dated_reason
from .reasons import stored_reason
from .tour_problem import TourProblem

_CAN_COME = frozenset({"fits", "not_worth"})


def left_out_reasons(tours: TourProblem, explainer: Explainer, order_id: OrderId) -> list[dict[str, str]]:
    """Return the reasons of one order as {agent, day, code, detail}; ``explainer`` knows the plan.

    An order that is given away at its price, or waits for another one, has no other reason than that. One
    whose work would fit is left out for the stops at its valves: what keeps people from those is told, and
    that it is about valves.
    """
    solution = explainer.solution
    if price_min := _price_min(tours, order_id):
        return [_reason("subcontracted", price_min)]
    if order_id in tours.short:
        return [_reason("depot_short", tours.short[order_id])]
    if waits_for := _waits_for(tours, solution, order_id):
        return [_reason("predecessor", waits_for)]
    unit = next((unit for unit in tours.units if unit.works[0] == order_id), None)
    if unit is None:
        return _explained(tours, explainer, order_id)
    visits = {unit.close, order_id, unit.reopen}
    alone = replace(
        tours.problem,
        links=tuple(link for link in tours.problem.links if not {link.first, link.second} & visits),
    )
    untied = Explainer(alone, solution)
    reasons = _explained(tours, untied, order_id)
    if not any(reason["code"] in _CAN_COME for reason in reasons):
        return reasons
    valves = [_explained(tours, untied, visit) for visit in (unit.close, unit.reopen)]
    hindered = [own for own in valves if not any(reason["code"] in _CAN_COME for reason in own)]
    return [_reason("valves", ""), *(reason for own in hindered for reason in own)]


def _price_min(tours: TourProblem, order_id: OrderId) -> str:
    """Return the price of an order that is better given away than left out; nothing for any other one."""
    problem = tours.problem
    priced = (v for v in problem.visits if v.visit_id == order_id and problem.is_subcontracted(v))
    return next((str(visit.subcontract_min) for visit in priced), "")


def _waits_for(tours: TourProblem, solution: Solution, order_id: OrderId) -> str:
    """Return the order without which another one cannot be made, if that is not planned; else nothing."""
    if order_id in tours.held:
        return tours.held[order_id]
    left_out = set(tours.left_out(solution))
    for link in tours.problem.links:
        ends = {link.first, link.second}
        # the stops at an order's own valves are no order that it waits for
        if order_id not in ends or ends & tours.tasks.keys():
            continue
        if link.kind is LinkKind.AFTER and link.second == order_id and link.first in left_out:
            return link.first
    return ""


def _explained(tours: TourProblem, explainer: Explainer, visit_id: str) -> list[dict[str, str]]:
    return [_told(tours, visit_id, reason) for reason in explainer.reasons(visit_id)]


def _told(tours: TourProblem, visit_id: str, reason: Reason) -> dict[str, str]:
    return stored_reason(dated_reason(tours, visit_id, reason), tours.horizon.dates)


def _reason(code: str, detail: str) -> dict[str, str]:
    return {"agent": "", "day": "", "code": code, "detail": detail}
