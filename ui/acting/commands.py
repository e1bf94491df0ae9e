# SPDX-License-Identifier: GPL-3.0-or-later
"""Does in a worker what a button asks for, by the clock of the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from .rows import Act, Pressed


def done(workspace: Any, *, act: Act, text: str, clock: Callable[[], datetime], who: str) -> tuple[int, ...]:
    """Run an act on an open workspace; return the commands that it made, by which it is undone."""
    from ...planner.running.desk_moment import desk_moment

    now = desk_moment(workspace, clock().replace(microsecond=0))
    act.run(workspace, Pressed(now, who, text))
    return tuple(workspace.made) if act.undoable else ()
