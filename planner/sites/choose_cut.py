# SPDX-License-Identifier: GPL-3.0-or-later
"""Give an order the water cut that a dispatcher has chosen, with the valves that it does without."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from shapely.geometry import Point

from ...core.errors import InputError
from ...core.messages import Message
from ...network.isolation.results import Isolation
from ...network.topology.attachments import SEARCH_M
from ...network.water.valve_states import ValveState
from ...workorders.lifecycle import order_state
from ...workorders.orders import OrderState, WorkOrder
from ..assets.asset_base import AssetBase
from ..assets.valve_register import valve_note
from ..plan_versions import current_plan
from ..ports import Workspace
from ..records import Outage, PlanStop
from .network_questions import isolate_place
from .order_records import outage_record

_OVER = frozenset(
    {OrderState.DONE, OrderState.NOT_DONE, OrderState.TO_CORRECT, OrderState.CLOSED, OrderState.CANCELLED}
)


@dataclass(frozen=True, slots=True)
class ChosenCut:
    """The cut that an order has now; ``extra`` are the delivery points that its former cut did not take."""

    outage: Outage
    isolation: Isolation
    extra: tuple[str, ...]
    notes: tuple[Message, ...] = ()


def choose_cut(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    asset: str | None = None,
    point: Point | None = None,
    unusable: Collection[str] = (),
    noted: Collection[str] = (),
    search_m: float = SEARCH_M,
    now: datetime,
    who: str,
) -> ChosenCut:
    """Store the cut of a place, past ``unusable`` valves, as that of an order, in one journaled command.

    Those ``noted`` are unusable for everybody from then on, in the valve register. A note says so where the
    plan in force has the order's former valves operated.

    Raises
    ------
    InputError
        The order does not exist or is over; the place or a valve is unknown; no valve is left to isolate it.
    """
    order = workspace.get(WorkOrder, order_id)
    if order.state in _OVER:
        raise InputError("cut.order_over", order=order_id, state=order_state(order.state))
    found = isolate_place(base, asset=asset, point=point, unusable=unusable, search_m=search_m)
    if in_cut := [note for note in found.notes if note.code == "network.source_in_cut"]:
        raise InputError("cut.not_isolated", order=order_id, reason=in_cut[0])
    former = workspace.all(Outage, order_id=order_id)
    outage = outage_record(order.order_id, found, unusable=unusable)
    notes = [valve_note(workspace, base.water, v, ValveState.UNUSABLE, now=now) for v in sorted(noted)]
    with workspace.command("choose cut", who=who) as transaction:
        if former:
            outage = replace(outage, version=former[0].version)
            transaction.save(outage)
        else:
            transaction.add([outage])
        transaction.add(note for note, is_new in notes if is_new)
        for note, is_new in notes:
            if not is_new:
                transaction.save(note)
    before = {point for one in former for point in one.customers}
    extra = tuple(point for point in outage.customers if point not in before)
    return ChosenCut(outage, found, extra, tuple(_notes(workspace, outage)))


def _notes(workspace: Workspace, outage: Outage) -> Iterator[Message]:
    plan = current_plan(workspace)
    stops = workspace.all(PlanStop, plan_id=plan.plan_id, order_id=outage.order_id) if plan else []
    operated = {valve for stop in stops for valve in stop.valves}
    if stops and operated and operated != set(outage.close):
        yield Message("cut.plan_differs", {"order": outage.order_id, "valves": ", ".join(sorted(operated))})
