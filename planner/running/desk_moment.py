# SPDX-License-Identifier: GPL-3.0-or-later
"""The moment at which a workspace is worked: now, except in a demonstration, whose morning stands still."""

from __future__ import annotations

from datetime import datetime

from ..ports import Workspace

DESK_MOMENT = "desk.moment"


def standing_moment(workspace: Workspace) -> datetime | None:
    """Return the moment that a demonstration stands still at, None for a workspace that works now."""
    stands_at = workspace.setting(DESK_MOMENT)
    return datetime.fromisoformat(stands_at) if stands_at else None


def desk_moment(workspace: Workspace, now: datetime) -> datetime:
    """Return the moment that the desk works at: the one a demonstration stands still at, else ``now``."""
    return standing_moment(workspace) or now
