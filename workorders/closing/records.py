# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a closed order: what was handed back, readings of assets, corrections asked and made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.ids import AgentId, AssetId, OrderId


@dataclass(frozen=True, slots=True)
class Closure:
    """What was handed back for an order: one row an order.

    ``fields`` are texts by the names of the forms of ``rules_version``; ``parts`` are the counts used,
    ``valves`` the state in which each was left, ``valve_notes`` why. ``taken`` is what was taken from which
    stock line. ``raw`` is the file as it was handed in, which no correction changes.
    """

    order_id: OrderId
    code: str
    author: str
    received_at: datetime
    fields: dict[str, str]
    parts: dict[str, int]
    valves: dict[str, str]
    valve_notes: dict[str, str]
    photos: tuple[str, ...]
    raw: str
    rules_version: str
    taken: dict[str, int]
    version: int = 0


@dataclass(frozen=True, slots=True)
class AssetReading:
    """What a counter of an asset showed: ``quantity`` is a name of the forms, such as ``index``."""

    reading_id: str
    asset_id: AssetId
    quantity: str
    value: float
    read_at: datetime
    source: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value of a closure that was changed afterwards: who, when, from what to what, and why.

    ``correction_id`` is there when it answers a correction that was asked for; ``photo`` names the proof.
    """

    change_id: str
    order_id: OrderId
    number: int
    field: str
    old_value: str
    new_value: str
    reason: str
    author: str
    changed_at: datetime
    photo: str = ""
    correction_id: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """A correction that an agent is asked for: which field, why, by when; reminders; the answer.

    None: not yet. ``flagged_to`` is the field manager who was told that it is overdue.
    """

    correction_id: str
    order_id: OrderId
    field: str
    reason: str
    agent_id: AgentId
    due_at: datetime
    asked_at: datetime
    asked_by: str
    reminded_at: datetime | None = None
    reminders: int = 0
    flagged_to: str = ""
    answered_at: datetime | None = None
    answer: str = ""
    version: int = 0

    def is_overdue(self, now: datetime) -> bool:
        """Tell whether the answer is still missing after its time."""
        return self.answered_at is None and self.due_at < now
