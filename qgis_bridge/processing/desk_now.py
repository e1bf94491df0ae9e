# SPDX-License-Identifier: GPL-3.0-or-later
"""When algorithms act unless a moment is given to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...planner.ports import Workspace


def desk_now(workspace: Workspace) -> datetime:
    """Return the moment that the desk stands still at, as the window and the commands have it, else now."""
    from ...planner.running.desk_moment import desk_moment

    return desk_moment(workspace, datetime.now().replace(microsecond=0))
