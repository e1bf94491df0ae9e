# SPDX-License-Identifier: GPL-3.0-or-later
"""Valves that do not stand as they should: left closed, stuck, not found, not operated for years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ...core.ids import AssetId
from ...network.assets.roles import Role
from ...network.water.valve_states import ValveState
from ...workorders.asset_changes.records import AssetChange
from ...workorders.orders import OrderState, WorkOrder
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..records import Outage, ValveNote

_SHUT = frozenset({ValveState.CLOSED.value, ValveState.STUCK_CLOSED.value})
_BAD = {
    ValveState.STUCK_OPEN.value: "stuck",
    ValveState.STUCK_CLOSED.value: "stuck",
    ValveState.UNUSABLE.value: "unusable",
    ValveState.MISSING.value: "missing",
}
_A_YEAR = timedelta(days=365.25)


@dataclass(frozen=True, slots=True)
class AbnormalValve:
    """A valve to see to: ``problem`` is left_closed, stuck, unusable, missing or unoperated.

    ``since`` is when it was found so, or last operated; None when nothing is known. ``order_id`` is the work
    that it was closed for.
    """

    valve_id: AssetId
    problem: str
    since: datetime | None
    hours: float | None
    order_id: str = ""
    note: str = ""


def abnormal_valves(
    workspace: Workspace, base: AssetBase, *, unoperated_years: int, now: datetime
) -> list[AbnormalValve]:
    """Return the valves in a state that is not their normal one, left closed ones first.

    A valve that an order still at work keeps closed is not left closed. One that the layers have closed and
    nobody noted is normally closed.
    """
    frame = base.frame(Role.VALVE)
    known = [] if frame is None else [str(name) for name in frame["asset_id"]]
    notes = {str(note.valve_id): note for note in workspace.all(ValveNote)}
    closed_for, at_work = _orders_of_valves(workspace)
    found: list[AbnormalValve] = []
    for valve, note in notes.items():
        hours = (now - note.noted_at).total_seconds() / 3600
        if note.state in _SHUT and valve not in at_work:
            order = closed_for.get(valve, "")
            found.append(AbnormalValve(AssetId(valve), "left_closed", note.noted_at, hours, order, note.note))
        if note.state in _BAD:
            found.append(AbnormalValve(AssetId(valve), _BAD[note.state], note.noted_at, hours, "", note.note))
    found += _stuck_in_layers(base, notes)
    found += _unoperated(workspace, known, notes, now - unoperated_years * _A_YEAR, now)
    return sorted(found, key=lambda one: (_ORDER.index(one.problem), one.valve_id))


def _stuck_in_layers(base: AssetBase, notes: dict[str, ValveNote]) -> list[AbnormalValve]:
    frame = base.frame(Role.VALVE)
    if frame is None:
        return []
    stuck = frame.loc[frame["is_stuck"].fillna(value=False).astype(bool), "asset_id"]
    return [
        AbnormalValve(AssetId(name), "stuck", None, None) for name in map(str, stuck) if name not in notes
    ]


def _unoperated(
    workspace: Workspace, known: list[str], notes: dict[str, ValveNote], before: datetime, now: datetime
) -> list[AbnormalValve]:
    last = {valve: note.noted_at for valve, note in notes.items()}
    for change in workspace.all(AssetChange, role=Role.VALVE.value):
        if "state" in change.after:
            last[change.asset_id] = max(change.worked_at, last.get(change.asset_id, change.worked_at))
    found = []
    for valve in known:
        at = last.get(valve)
        if at is None or at < before:
            hours = None if at is None else (now - at).total_seconds() / 3600
            found.append(AbnormalValve(AssetId(valve), "unoperated", at, hours))
    return found


def _orders_of_valves(workspace: Workspace) -> tuple[dict[str, str], set[str]]:
    """Return the last order that closes each valve, and the valves that an order not over closes."""
    orders = {order.order_id: order for order in workspace.all(WorkOrder)}
    last: dict[str, str] = {}
    at_work: set[str] = set()
    for outage in workspace.all(Outage):
        order = orders.get(outage.order_id)
        for valve in outage.close:
            last[valve] = outage.order_id
            if order is not None and order.state is OrderState.IN_PROGRESS:
                at_work.add(valve)
    return last, at_work


_ORDER = ("left_closed", "stuck", "missing", "unusable", "unoperated")
