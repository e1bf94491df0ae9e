# SPDX-License-Identifier: GPL-3.0-or-later
"""Why no appointment of the next days can be promised, day by day, and the cheapest way to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.resources import SkillGrant
from ...routing.day.slots import common_windows
from ...routing.explain.reason import Reason, headline
from ...routing.explain.reasons import Explainer
from ...routing.explain.relaxations import relaxations
from ..plans.event_days import kept_away
from ..plans.explain_order import Way
from ..ports import Workspace
from ..tours.dated_reasons import dated_reason
from ..tours.reasons import GatheredReason, gather_reasons, stored_reason, with_expiry
from ..tours.tour_problem import TourProblem
from .slots import OpenDays, open_days

# ways that are no appointment of these days
_ELSEWHERE = frozenset({"other_day", "wait", "due"})


@dataclass(frozen=True, slots=True)
class DayReasons:
    """What keeps people from an order on a day, the most frequent first."""

    day: date
    reasons: tuple[GatheredReason, ...]


@dataclass(frozen=True, slots=True)
class NoSlot:
    """Why an order fits into no window, by day.

    ``way`` is the cheapest rule to bend on the days on which least is missing.
    """

    days: tuple[DayReasons, ...]
    way: Way | None = None


@dataclass(frozen=True, slots=True)
class _Judged:
    """Some days with the windows of appointments as those of the order, and what is in its way on each."""

    days: OpenDays
    tours: TourProblem
    reasons: tuple[Reason, ...]


def why_no_slot(
    workspace: Workspace,
    order_id: str,
    *,
    now: datetime,
    days: int | None = None,
    authorisations: Collection[str] = (),
) -> NoSlot:
    """Return why ``find_slots`` finds nothing; its parameters and errors.

    Every agent of every day is asked, as of ``explain``. ``authorisations`` are the skills that nobody ever
    works without.
    """
    grants = workspace.all(SkillGrant)
    judged = [_judged(part, order_id) for part in open_days(workspace, order_id, now=now, days=days)]
    told = tuple(
        DayReasons(day, gather_reasons(with_expiry(_stored(one, order_id, number), grants)))
        for one in judged
        for number, day in enumerate(one.tours.horizon.dates)
        if day in one.days.dates
    )
    return NoSlot(told, _way([one for one in judged if one.reasons], order_id, authorisations))


def _judged(days: OpenDays, order_id: str) -> _Judged:
    problem = days.tours.problem
    number = problem.index_of(order_id)
    parts = common_windows(problem.visits[number], days.windows)
    # an order that may start in none of them keeps its own: they are what is in the way
    own = _joined(part for found in parts.values() for part in found) or problem.visits[number].windows
    visits = (
        *problem.visits[:number],
        replace(problem.visits[number], windows=own),
        *problem.visits[number + 1 :],
    )
    tours = replace(days.tours, problem=replace(problem, visits=visits))
    if not problem.shifts or kept_away(days.events, order_id, days.dates):
        return _Judged(days, tours, ())
    return _Judged(days, tours, Explainer(tours.problem, days.solution).reasons(order_id))


def _joined(windows: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return windows with those that touch as one."""
    joined: list[tuple[int, int]] = []
    for from_s, to_s in sorted(windows):
        if joined and from_s <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(to_s, joined[-1][1]))
        else:
            joined.append((from_s, to_s))
    return tuple(joined)


def _stored(judged: _Judged, order_id: str, number: int) -> list[dict[str, str]]:
    """Return the reasons of one day as a plan keeps them."""
    dates = judged.tours.horizon.dates
    if event := kept_away(judged.days.events, order_id, [dates[number]]):
        return [stored_reason(event, ())]
    return [
        stored_reason(dated_reason(judged.tours, order_id, reason), dates)
        for reason in judged.reasons
        if reason.day in (None, number)
    ]


def _way(judged: Sequence[_Judged], order_id: str, authorisations: Collection[str]) -> Way | None:
    """Return the cheapest rule to bend on the days on which least is missing; None where none is enough."""
    if not judged:
        return None
    nearest = [headline(one.reasons) for one in judged]
    part = judged[nearest.index(headline(nearest))]
    horizon = part.tours.horizon
    found = relaxations(
        part.tours.problem,
        part.days.solution,
        order_id,
        authorisations=authorisations,
        rules=part.tours.rules.relaxations,
        is_working_day=lambda _: False,
    )
    for one in found:
        if not _ELSEWHERE.intersection(bend.way for bend in one.bends):
            return Way(one, horizon.dates[one.day], horizon.moment(one.start_s))
    return None
