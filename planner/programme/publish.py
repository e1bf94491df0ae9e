# SPDX-License-Identifier: GPL-3.0-or-later
"""Publish the programme of a year: its assets become requests ahead of time, each due from its week on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from shapely.geometry import Point

from ...core.ids import RequestId
from ...workorders.requests import PROGRAMME, ServiceRequest
from ...workorders.rulebook import RuleBook
from ..ports import Workspace
from .asset_schedule import ScheduledAsset
from .next_year import NextYear
from .owed import Owed

_M_IN_KM = 1_000.0


@dataclass(frozen=True, slots=True)
class Published:
    """The requests that were made; how many were there already; how many have no open day any more."""

    requests: tuple[ServiceRequest, ...]
    known: int
    over: int


def publish_programme(
    workspace: Workspace,
    found: NextYear,
    scheduled: Iterable[ScheduledAsset],
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
) -> Published:
    """Make a request for each asset of a schedule that has none yet, in one journaled command.

    A request counts as received when its week opens: only from then on is it planned, into the gaps of the
    days, and the delay of its contract runs; it is due before the next month that is not allowed and the next
    event of the calendar, where its contract leaves more. What is published again is left alone, whatever its
    week now.
    """
    known = {one.source_ref for one in workspace.all(ServiceRequest, channel=PROGRAMME)}
    fresh, there, over = [], 0, 0
    for one, ref in _named(scheduled, found.year):
        if ref in known:
            there += 1
        elif (found.year, one.month) < (now.year, now.month) or one.due < now.date():
            over += 1
        else:
            fresh.append((one, ref))
    taken = {*workspace.keys(ServiceRequest)}
    requests = tuple(_requests(fresh, found, taken, rules, now, language))
    if requests:
        with workspace.command("publish programme", who=who) as transaction:
            transaction.add(requests)
    return Published(requests, there, over)


def _named(scheduled: Iterable[ScheduledAsset], year: int) -> Iterator[tuple[ScheduledAsset, str]]:
    """Yield each asset with what its request is called in the programme, its turn of the year included."""
    turns: Counter[tuple[str, str]] = Counter()
    for one in scheduled:
        turns[one.activity, one.asset_id] += 1
        yield one, f"{year}/{one.activity}/{one.asset_id}/{turns[one.activity, one.asset_id]}"


def _requests(
    fresh: list[tuple[ScheduledAsset, str]],
    found: NextYear,
    taken: set[str],
    rules: RuleBook,
    now: datetime,
    language: str,
) -> Iterator[ServiceRequest]:
    owed = {one.name: one for one in found.owed}
    places = {one.name: _places(one) for one in found.owed}
    ids: dict[int, Iterator[RequestId]] = {}
    contract_id = rules.intake.contract_id
    hours = rules.contracts[contract_id].working_hours
    for one, ref in fresh:
        # a week may begin in the month before
        day = max(one.week, one.opens, date(found.year, one.month, 1), now.date())
        at = datetime.combine(day, hours.opens)
        numbers = ids.setdefault(day.year, rules.numbering.free_request_ids(taken, day=day))
        request_id = next(numbers)
        # a mask without the year counts on from one year to the next
        taken.add(request_id)
        rule = owed[one.activity].rule
        yield ServiceRequest(
            request_id=request_id,
            received_at=at,
            caller="",
            phone="",
            customer_ref="",
            address=", ".join(filter(None, (one.street, one.commune))),
            place=places[one.activity][one.asset_id],
            code=rule.job,
            description=f"{rule.label.spoken(language)} {found.year}: {one.asset_id}",
            danger=False,
            contract_id=contract_id,
            channel=PROGRAMME,
            source_ref=ref,
            asset_id=one.asset_id,
            acknowledged_at=at,
            quantity=_quantity(one, owed[one.activity]),
            due_at=datetime.combine(one.due, hours.closes),
        )


def _places(owed: Owed) -> dict[str, Point]:
    names = owed.assets["asset_id"].tolist()
    xy = zip(owed.assets["x"].tolist(), owed.assets["y"].tolist(), strict=True)
    return {name: Point(x, y) for name, (x, y) in zip(names, xy, strict=True)}


def _quantity(one: ScheduledAsset, owed: Owed) -> float:
    """Return how much there is to do: metres, or one asset."""
    return round(one.amount * _M_IN_KM) if owed.rule.unit == "km" else 1.0
