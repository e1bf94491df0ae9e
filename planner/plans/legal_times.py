# SPDX-License-Identifier: GPL-3.0-or-later
"""When the law lets digs be made, as rules of the tour problem: from the answers to the end of the notice.

Code de l'environnement R.554-20 to R.554-26; figures: ``law.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import cast

from ...routing.model.visit import Visit
from ...workorders.law import Declaration
from ...workorders.life.notice_clock import Reading
from ...workorders.notices import dates_when_sent
from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..life.paperwork import reading_of
from ..order_chains import PLANNABLE
from ..ports import Workspace
from ..records import OrderNotice, PlanStop
from ..tours.tour_problem import Horizon, TourProblem


@dataclass(frozen=True, slots=True)
class LegalTimes:
    """The first legal start of a dig, and the last day on which it may start; None: nothing is known.

    ``notice`` names the one that they come from, by its kind and its number if it has one.
    """

    earliest: datetime | None = None
    last_day: date | None = None
    notice: str = ""


def legal_times(
    workspace: Workspace, orders: Iterable[WorkOrder], *, horizon: Horizon, now: datetime | None
) -> dict[str, LegalTimes]:
    """Return the legal times of digs that wait for a declaration, by order.

    One that is not sent, or has run out, can be sent at ``now`` at the earliest, whatever was reckoned when
    the order came in; without ``now`` the start that was reckoned stays. Days that are past are planned as of
    their first one. O(orders).
    """
    digs = [str(order.order_id) for order in orders if order.digs and order.state in PLANNABLE]
    if not digs:
        return {}
    is_past = now is not None and now.date() > horizon.dates[-1]
    as_of = horizon.first_day if is_past else None if now is None else now.date()
    reading = reading_of(workspace, horizon.first_day)
    notices = workspace.all(OrderNotice, where=[Where("order_id", among=sorted(digs))])
    return {
        str(notice.order_id): _times(notice, reading, first_day=horizon.first_day, as_of=as_of)
        for notice in notices
        if notice.kind in reading.law.answer
    }


def first_start(workspace: Workspace, order_id: str, *, now: datetime) -> datetime | None:
    """Return before when an order may not start, by its own date and by its notices; None: at any time.

    ``InputError``: there is no such order.
    """
    order = workspace.get(WorkOrder, order_id)
    found = legal_times(workspace, [order], horizon=Horizon(now.date(), 1), now=now)
    dates = (order.earliest_start, found.get(order_id, LegalTimes()).earliest)
    return max((moment for moment in dates if moment and moment > now), default=None)


def kept_by_plan(times: Mapping[str, LegalTimes], stops: Iterable[PlanStop]) -> dict[str, LegalTimes]:
    """Return the legal times without those that a plan breaks: one would forbid every other change of it."""
    broken = {str(stop.order_id) for stop in stops if stop.task == "work" and _breaks(stop, times)}
    return {order_id: found for order_id, found in times.items() if order_id not in broken}


def legally_timed(tours: TourProblem, times: Mapping[str, LegalTimes]) -> TourProblem:
    """Return the problem in which nobody digs before the answers are due or after the notice has expired."""
    if not times:
        return tours
    visits = tuple(
        _timed(visit, found, tours.horizon) if (found := times.get(visit.visit_id)) else visit
        for visit in tours.problem.visits
    )
    return replace(tours, problem=replace(tours.problem, visits=visits))


def _times(notice: OrderNotice, reading: Reading, *, first_day: date, as_of: date | None) -> LegalTimes:
    name = f"{notice.kind} {notice.number}".strip()
    serves = notice.sent_at is not None and (notice.start_by is None or notice.start_by >= first_day)
    if serves or as_of is None:
        return LegalTimes(last_day=notice.start_by if notice.sent_at else None, notice=name)
    kind = cast("Declaration", notice.kind)
    dates = dates_when_sent(
        kind, as_of, law=reading.law, count_sundays=reading.count_sundays, on_paper=notice.on_paper
    )
    return LegalTimes(earliest=dates.earliest_start, notice=name)


def _breaks(stop: PlanStop, times: Mapping[str, LegalTimes]) -> bool:
    found = times.get(str(stop.order_id), LegalTimes())
    is_early = found.earliest is not None and stop.start < found.earliest
    return is_early or (found.last_day is not None and stop.start.date() > found.last_day)


def _timed(visit: Visit, times: LegalTimes, horizon: Horizon) -> Visit:
    if times.earliest is not None:
        visit = replace(visit, earliest_s=max(visit.earliest_s, horizon.seconds(times.earliest)))
    if times.last_day is None or times.last_day >= horizon.dates[-1]:
        return visit
    midnight = datetime.combine(times.last_day + timedelta(days=1), time())
    last_s = horizon.seconds(midnight) - 1
    return replace(visit, windows=tuple(_until(visit, last_s)))


def _until(visit: Visit, last_s: int) -> Iterator[tuple[int, int]]:
    """Yield the windows of a visit as far as they open by a moment; they close then at the latest."""
    spans = visit.windows or ((min(0, last_s), last_s),)
    kept = [(from_s, min(to_s, last_s)) for from_s, to_s in spans if from_s <= last_s]
    yield from kept or [(last_s, last_s)]
