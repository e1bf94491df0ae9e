# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows that can be promised for an order, and booking one. Runs in workers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ...planner.agent_names import agent_names
from ...planner.rule_versions import newest_rules, rule_book_of
from ...planner.running.appointments import Booked, book_appointment
from ...planner.running.desk_moment import desk_moment
from ...planner.running.no_slot import NoSlot, why_no_slot
from ...planner.running.slots import Appointment, find_slots
from ...qgis_bridge.labels import learn_names
from ...store.workspaces import open_workspace
from ...workorders.orders import WorkOrder


@dataclass(frozen=True, slots=True)
class FoundSlots:
    """The best windows for an order as it stands at a moment, with the agents' names by id; ``why`` none."""

    order: WorkOrder
    slots: tuple[Appointment, ...]
    names: Mapping[str, str]
    moment: datetime
    why: NoSlot | None = None


@dataclass(frozen=True, slots=True)
class BookedSlot:
    """What was booked, by which command."""

    booked: Booked
    command_id: int


def read_slots(url: str, order_id: str, now: datetime) -> FoundSlots:
    """Return the windows that can be promised; see ``find_slots`` for what is refused."""
    workspace = open_workspace(url)
    try:
        learn_names(workspace)
        moment = desk_moment(workspace, now)
        found, why = find_slots(workspace, order_id, now=moment), None
        if not found:
            kept = newest_rules(workspace).means.authorisations
            why = why_no_slot(workspace, order_id, now=moment, authorisations=kept)
        return FoundSlots(
            order=workspace.get(WorkOrder, order_id),
            slots=found,
            why=why,
            names=agent_names(workspace),
            moment=moment,
        )
    finally:
        workspace.close()


def book_slot(url: str, found: FoundSlots, slot: Appointment, *, who: str) -> BookedSlot:
    """Book a window and queue its confirmation."""
    workspace = open_workspace(url)
    try:
        booked = book_appointment(
            workspace,
            found.order.order_id,
            opens=slot.opens,
            closes=slot.closes,
            rules=rule_book_of(workspace, found.moment.date()).communication,
            now=found.moment,
            who=who,
        )
        entries = workspace.journal(key=booked.message.message_id)
        return BookedSlot(booked, max(entry.command_id for entry in entries))
    finally:
        workspace.close()
