# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from closure data: stock that was used, valves and counters as they were left, the history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ...core.ids import AgentId, AssetId
from ...core.messages import Message
from ...core.resources import StockLine
from ...workorders.closing.forms import JobForm
from ...workorders.closing.known import Finding, Known
from ...workorders.closing.presence import AGENTS
from ...workorders.closing.records import AssetReading, Closure
from ...workorders.closing.used_parts import Used, used_parts
from ...workorders.closing.values import items_of, moment_of, number_of, text_of
from ...workorders.history import ClosedIntervention
from ...workorders.orders import WorkOrder
from ..conditions import Where
from ..ports import Workspace
from ..records import ValveNote

Kept = TypeVar("Kept", Closure, ValveNote, AssetReading, ClosedIntervention)


@dataclass(slots=True)
class Writes:
    """The records that one command adds and those that it changes."""

    new: list[object]
    changed: list[object]

    def keep(self, record: Kept, stored: Kept | None) -> None:
        """Add a record, or save it in place of the stored one if it says something else."""
        if stored is None:
            self.new.append(record)
        elif (record := replace(record, version=stored.version)) != stored:
            self.changed.append(record)

    def write(self, workspace: Workspace, *, name: str, who: str) -> None:
        """Write everything in one command; an empty one is not journaled."""
        if not (self.new or self.changed):
            return
        with workspace.command(name, who=who) as transaction:
            for record in self.changed:
                transaction.save(record)
            transaction.add(self.new)


def parts_of(workspace: Workspace, closure: Closure, *, is_sound: bool) -> Used:
    """Return the stock after the parts of a sound closure left the vans of its agents."""
    vans = items_of(text_of(closure.fields, AGENTS))
    if not (closure.parts or closure.taken):
        return Used((), {}, {})
    lines = workspace.all(StockLine, where=[Where("holder", among=sorted(set(vans)))])
    known = {line.stock_id for line in lines}
    others = sorted(set(closure.taken) - known)
    if others:
        lines += workspace.all(StockLine, where=[Where("stock_id", among=others)])
    parts = closure.parts if is_sound else {}
    return used_parts(lines, parts, vans=vans, before=closure.taken)


def not_on_board(used: Used) -> Iterator[Finding]:
    for part, count in used.missing.items():
        message = Message("closure.not_on_board", {"part": part, "count": count})
        yield Finding("parts", "warning", str(count), "0", message)


def valve_notes(
    workspace: Workspace, closure: Closure, known: Known
) -> list[tuple[ValveNote | None, ValveNote]]:
    """Return what was and is noted of the valves operated; what was noted later on site stays."""
    stored = workspace.all(ValveNote, where=[Where("valve_id", among=sorted(closure.valves))])
    before = {note.valve_id: note for note in stored}
    at = moment_of(text_of(closure.fields, "ended_at")) or closure.received_at
    notes: list[tuple[ValveNote | None, ValveNote]] = []
    for valve, state in closure.valves.items():
        if state not in known.valve_states or valve not in known.valves:
            continue
        old = before.get(AssetId(valve))
        if old is None or old.noted_at <= at:
            note = closure.valve_notes.get(valve, "")
            notes.append((old, ValveNote(AssetId(valve), state, at, note)))
    return notes


def readings(
    workspace: Workspace, order: WorkOrder, closure: Closure, form: JobForm, known: Known
) -> Iterator[tuple[AssetReading | None, AssetReading]]:
    """Yield the stored and the new readings; of two fields with one quantity the later counts."""
    at = moment_of(text_of(closure.fields, "ended_at"))
    values = {
        field.reading: value
        for name, field in form.fields.items()
        if field.reading and (value := number_of(text_of(closure.fields, name))) is not None
    }
    if at is None or not known.asset_id:
        return
    stored = {one.reading_id: one for one in workspace.all(AssetReading, asset_id=known.asset_id)}
    for quantity, value in values.items():
        key = f"{order.order_id}/{quantity}"
        reading = AssetReading(key, AssetId(known.asset_id), quantity, value, at, order.order_id)
        yield stored.get(key), reading


def closed(order: WorkOrder, closure: Closure) -> Iterator[ClosedIntervention]:
    """Yield what the history keeps of a closed order; nothing without its actual times."""
    if order.started_at is None or order.ended_at is None:
        return
    agents = items_of(text_of(closure.fields, AGENTS))
    yield ClosedIntervention(
        order_id=order.order_id,
        code=order.code,
        received_at=order.received_at,
        started_at=order.started_at,
        ended_at=order.ended_at,
        agents=tuple(map(AgentId, agents)),
        crew=max(1, len(agents)),
        zone=order.zone,
        asset_role=order.asset_role,
        asset_id=AssetId(text_of(closure.fields, "asset") or order.asset_id),
        place=order.place,
        result=text_of(closure.fields, "result"),
        cause=text_of(closure.fields, "cause"),
        hazards=order.hazards,
        quantity=order.quantity,
        part_of=order.part_of,
    )
