# SPDX-License-Identifier: GPL-3.0-or-later
"""A stop that takes longer than planned: the times of the running day after it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ..model.problem import Problem, Visit
from .rest_of_day import RestOfDay, rest_of_day
from .whole_day import put_back

_FOREVER_S = 2**40


def with_overrun(
    rest: RestOfDay,
    visit: int,
    extra_s: int,
    *,
    now_s: int,
    begun: Collection[int] = (),
    away: Collection[int] = (),
) -> RestOfDay:
    """Return the rest of the day where a visit (index in the whole day) takes ``extra_s`` longer.

    All after it moves back as far as it must, whatever rules that breaks: stops that have not left can be
    given to others, the others stay as they are.
    """
    whole = put_back(rest, rest.routes, rest.order)
    began_s = rest.frozen[visit].start_s if visit in rest.frozen else _FOREVER_S
    visits = list(whole.problem.visits)
    visits[visit] = _longer(visits[visit], extra_s)
    for number, frozen in rest.frozen.items():
        if frozen.start_s > began_s:
            visits[number] = replace(visits[number], windows=((frozen.start_s, _FOREVER_S),))
    for number in range(whole.visits, len(visits)):
        ((from_s, _),) = visits[number].windows
        visits[number] = replace(visits[number], windows=((from_s, _FOREVER_S),))
    later = replace(whole, problem=replace(whole.problem, visits=tuple(visits)))
    return rest_of_day(
        _with_longer(rest.whole, visit, extra_s),
        rest.before,
        later.checked().tours,
        now_s=now_s,
        order=whole.order,
        begun=begun,
        away=away,
    )


def _longer(visit: Visit, extra_s: int) -> Visit:
    return replace(visit, duration_s=visit.duration_s + extra_s)


def _with_longer(problem: Problem, number: int, extra_s: int) -> Problem:
    visits = list(problem.visits)
    visits[number] = _longer(visits[number], extra_s)
    return replace(problem, visits=tuple(visits))
