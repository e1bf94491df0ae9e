# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fire service is told: whether each hydrant can be used, since when, what it gave, its history."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from ...core.ids import AssetId
from ...network.assets.roles import Role
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ...workorders.life.records import HydrantNote
from ..assets.asset_base import AssetBase
from ..ports import JournaledWorkspace

_TABLE = "hydrant_note"


@dataclass(frozen=True, slots=True)
class HydrantEvent:
    """From when on a hydrant could be used, or no longer; ``source`` is the order or who noted it."""

    at: datetime
    available: bool
    source: str


@dataclass(frozen=True, slots=True)
class HydrantLine:
    """A hydrant as it is now, with its last test and every change of its availability, the oldest first."""

    hydrant_id: AssetId
    label: str
    available: bool
    since: datetime | None
    flow_m3_h: str
    static_pressure_bar: str
    dynamic_pressure_bar: str
    tested_at: datetime | None
    events: tuple[HydrantEvent, ...] = field(default=())

    def unavailable_hours(self, start: datetime, end: datetime) -> float:
        """Return for how long it could not be used in a period, as far as its history tells."""
        total, down = 0.0, None
        for event in self.events:
            if not event.available and down is None:
                down = event.at
            elif event.available and down is not None:
                total += _overlap_h(down, event.at, start, end)
                down = None
        return total + (_overlap_h(down, end, start, end) if down is not None else 0.0)


def hydrant_report(workspace: JournaledWorkspace, base: AssetBase) -> list[HydrantLine]:
    """Return the hydrants, those that cannot be used first, each with its history from the journal."""
    frame = base.frame(Role.HYDRANT)
    if frame is None:
        return []
    events = _events(workspace)
    tests = _tests(workspace)
    found = []
    for row in frame.itertuples():
        key = str(row.asset_id)
        own = tuple(sorted(events.get(key, []), key=lambda event: event.at))
        is_in_service = row.in_service is None or row.in_service != row.in_service or bool(row.in_service)
        available = own[-1].available if own else is_in_service
        test = tests.get(key)
        values = test.after if test else {}
        found.append(
            HydrantLine(
                AssetId(key),
                str(row.label or ""),
                available,
                _since(own),
                values.get("flow_m3_h", ""),
                values.get("static_pressure_bar", ""),
                values.get("dynamic_pressure_bar", ""),
                test.worked_at if test else None,
                own,
            )
        )
    return sorted(found, key=lambda line: (line.available, line.hydrant_id))


def _since(events: tuple[HydrantEvent, ...]) -> datetime | None:
    """Return the first of the last events that say the same."""
    since = None
    for event in reversed(events):
        if event.available != events[-1].available:
            break
        since = event.at
    return since


def _events(workspace: JournaledWorkspace) -> dict[str, list[HydrantEvent]]:
    found: dict[str, list[HydrantEvent]] = {}
    for note in workspace.all(HydrantNote):
        for line in workspace.journal(key=note.hydrant_id):
            if line.change.table == _TABLE and line.change.after:
                said = json.loads(line.change.after)
                at = datetime.fromisoformat(said["noted_at"])
                found.setdefault(note.hydrant_id, []).append(HydrantEvent(at, said["available"], line.who))
    for change in workspace.all(AssetChange, role=Role.HYDRANT.value):
        available = change.after.get("in_service")
        if available and change.state is not ChangeState.REJECTED:
            event = HydrantEvent(change.worked_at, available == "true", change.order_id)
            found.setdefault(change.asset_id, []).append(event)
    return found


def _tests(workspace: JournaledWorkspace) -> dict[str, AssetChange]:
    found: dict[str, AssetChange] = {}
    for change in workspace.all(AssetChange, role=Role.HYDRANT.value):
        if "flow_m3_h" in change.after and change.state is not ChangeState.REJECTED:
            before = found.get(change.asset_id)
            if before is None or before.worked_at < change.worked_at:
                found[change.asset_id] = change
    return found


def _overlap_h(down: datetime, up: datetime, start: datetime, end: datetime) -> float:
    return max(0.0, (min(up, end) - max(down, start)).total_seconds() / 3600)
