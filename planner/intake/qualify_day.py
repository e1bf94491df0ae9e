# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn the new requests of a workspace into work orders, with all that the maps and the law say of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from ...core.ids import OrderId
from ...core.progress import Progress, SilentProgress
from ...workorders.intake.merging import together
from ...workorders.intake.registration import DANGER, Asked, form, never_asked
from ...workorders.lifecycle import move_request
from ...workorders.orders import WorkOrder
from ...workorders.requests import PROGRAMME, RequestState, ServiceRequest
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..taken_numbers import with_next_number
from .desk import Desk, desk_of
from .order_tree import chain_records


@dataclass(frozen=True, slots=True)
class CallBack:
    """A request that became an order though mandatory questions were never asked, danger first."""

    request: ServiceRequest
    questions: tuple[Asked, ...]

    @property
    def danger_is_open(self) -> bool:
        """Tell whether nobody asked if anyone is in danger."""
        return any(one.key == DANGER for one in self.questions)


@dataclass(frozen=True, slots=True)
class QualifiedDay:
    """The orders that were made, and the requests whose words fit no type of the catalogue.

    ``call_back`` are the requests that were judged on less than the catalogue asks for.
    """

    orders: tuple[WorkOrder, ...]
    unclear: tuple[ServiceRequest, ...]
    call_back: tuple[CallBack, ...] = ()


def qualify_requests(
    workspace: Workspace,
    base: AssetBase,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
    chains: bool = False,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
) -> QualifiedDay:
    """Qualify every new request (those named in ``only`` if given) into an order, in one command.

    What is unclear stays new.

    ``now`` is when the notices can be sent at the earliest and how late each deadline is counted. With
    ``chains`` each order gets the steps of its type of work, and the orders of their own that these ask for.
    Where somebody else takes a number meanwhile, the next one is taken.
    """
    progress = progress or SilentProgress()
    qualify_all = partial(_qualify, workspace, base, rules=rules, now=now, who=who, language=language)
    return with_next_number(
        lambda _: qualify_all(chains=chains, only=only, progress=progress), table="work_order"
    )


def _qualify(
    workspace: Workspace,
    base: AssetBase,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str,
    chains: bool,
    only: Collection[str] | None,
    progress: Progress,
) -> QualifiedDay:
    desk = desk_of(workspace, base, rules=rules, now=now, language=language)
    requests = workspace.all(ServiceRequest, state=RequestState.NEW)
    if only is not None:
        requests = [request for request in requests if request.request_id in only]
    merged = workspace.all(ServiceRequest, state=RequestState.MERGED)
    taken = {OrderId(key) for key in workspace.keys(WorkOrder)}
    made: list[_Made] = []
    unclear: list[ServiceRequest] = []
    for done, request in enumerate(requests):
        progress.check()
        progress.report(done / len(requests), request.request_id)
        too = [other for other in merged if other.merged_into == request.request_id]
        one = _qualified(desk, request, too, taken, chains=chains)
        if one is None:
            unclear.append(request)
        else:
            made.append(one)
    with workspace.command("qualify requests", who=who) as transaction:
        transaction.add([record for one in made for record in one.records])
        for one in made:
            for request in one.requests:
                transaction.save(request)
    progress.report(1.0)
    return QualifiedDay(
        orders=tuple(order for one in made for order in one.orders),
        unclear=tuple(unclear),
        call_back=tuple(_call_backs([one.requests[0] for one in made], desk)),
    )


def _call_backs(requests: Sequence[ServiceRequest], desk: Desk) -> Iterator[CallBack]:
    for request in requests:
        if request.channel == PROGRAMME:
            continue
        if left := never_asked(request, form(desk.rules.questions, desk.standard_of(request))):
            yield CallBack(request, left)


@dataclass(frozen=True, slots=True)
class _Made:
    """What a request became: its orders, the main one first, the requests to save and the new records."""

    requests: tuple[ServiceRequest, ...]
    orders: tuple[WorkOrder, ...]
    records: tuple[object, ...]


def _qualified(
    desk: Desk,
    request: ServiceRequest,
    too: Sequence[ServiceRequest],
    taken: set[OrderId],
    *,
    chains: bool,
) -> _Made | None:
    """Return what a request becomes, with what was said in those merged into it; None for an unclear one."""
    standard = desk.standard_of(request)
    if standard is None:
        return None
    order_id = desk.next_id(taken, code=standard.code)
    said = together(too, request, desk.rules.criticality)
    order, found = desk.handle(said, standard=standard, order_id=order_id)
    followers, more = chain_records(desk, request, order, taken) if chains else ((), ())
    qualified = move_request(request, RequestState.QUALIFIED)
    converted = replace(move_request(qualified, RequestState.CONVERTED), order_id=order_id)
    answered = tuple(replace(other, order_id=order_id) for other in too)
    return _Made((converted, *answered), (order, *followers), (order, *found, *more))
