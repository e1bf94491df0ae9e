# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions agreed with a team: what, by whom, until when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from ...core.errors import InputError


@dataclass(frozen=True, slots=True)
class TeamAction:
    """One action of a zone's team; ``order_id`` is empty where it is about no order."""

    action_id: str
    zone: str
    text: str
    owner: str
    due_on: date
    agreed_at: datetime
    agreed_by: str
    order_id: str = ""
    done_at: datetime | None = None
    version: int = 0


def action_done(action: TeamAction, *, at: datetime) -> TeamAction:
    """Return an action as done; ``InputError`` when it is already."""
    if action.done_at is not None:
        raise InputError("action.done", action=action.action_id)
    return replace(action, done_at=at)
