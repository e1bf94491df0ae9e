# SPDX-License-Identifier: GPL-3.0-or-later
"""How tours begin whose first visits are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from ...core.errors import InputError
from ..check.checker import check_routes
from ..check.loads import wrong_loads
from ..model.problem import Problem, Stop


def opening_routes(problem: Problem) -> tuple[tuple[Stop, ...], ...]:
    """Return the first stops of every shift as its ``opening`` asks, the store called at where it must be.

    Raises
    ------
    InputError
        The openings break a rule: it is named.
    """
    if not any(shift.opening for shift in problem.shifts):
        return ((),) * len(problem.shifts)
    number = problem.numbers
    routes = [[Stop(number[visit_id]) for visit_id in shift.opening] for shift in problem.shifts]
    for visit in {stop.visit for route in routes for stop in route}:
        _deal_roles(problem, routes, visit)
    loaded = tuple(tuple(_with_call(problem, routes, shift)) for shift in range(len(routes)))
    for violation in check_routes(problem, loaded).violations:
        agent = "" if violation.shift is None else problem.shifts[violation.shift].agent
        named = {"agent": agent, "visit": violation.visit_id, "rule": violation.code}
        raise InputError("tour.opening_breaks", detail=violation.detail, **named)
    return loaded


def _deal_roles(problem: Problem, routes: list[list[Stop]], visit: int) -> None:
    """Give each agent of a visit a role that suits."""
    roles = problem.visits[visit].roles
    team = [number for number, route in enumerate(routes) if Stop(visit) in route]
    suits = (
        deal
        for deal in permutations(range(len(roles)))
        if all(
            problem.shifts[number].skills >= roles[role].skills
            for number, role in zip(team, deal, strict=False)
        )
    )
    for number, role in zip(team, next(suits, range(len(roles))), strict=False):
        routes[number][routes[number].index(Stop(visit))] = Stop(visit, role)


def _with_call(problem: Problem, routes: Sequence[Sequence[Stop]], shift: int) -> Sequence[Stop]:
    """Return the stops of a shift, with a call at its store when they need one, as late as it can be."""
    own = routes[shift]
    for place in (None, *reversed(range(len(own)))):
        trial = [replace(stop, by_store=number == place) for number, stop in enumerate(own)]
        alone = [trial if number == shift else () for number in range(len(routes))]
        if not any(violation.shift == shift for violation in wrong_loads(problem, alone)):
            return trial
    return own
