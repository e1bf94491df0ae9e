# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps a drawn dig in a worker; touches no widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...core.messages import Message
    from ..board.history import Step


@dataclass(slots=True)
class Drawn:
    """What is drawn (WKB in the CRS of the workspace), and once it is kept what follows from it."""

    order_id: str
    outline: bytes
    depth_m: float | None
    area_m2: float = 0.0
    told: tuple[Message, ...] = ()
    changes: tuple[Message, ...] = ()


def outline_of_file(workspace: Any, path: str, *, crs: str) -> bytes:
    """Return the outline in a file (WKB, CRS of the workspace); ``crs``: that of a file that says none."""
    import shapely

    from ...store.plan_files import read_outline

    return bytes(shapely.to_wkb(read_outline(Path(path), crs=crs, wanted=workspace.crs)))


def drawn(workspace: Any, *, said: Drawn, clock: Callable[[], datetime], who: str) -> Step:
    """Keep a dig and fill in what follows from it; return the commands made."""
    import shapely

    from ...core.messages import Message
    from ...planner.notices.draw_dig import draw_dig
    from ...planner.running.desk_moment import desk_moment

    outline = shapely.from_wkb(said.outline)
    now = desk_moment(workspace, clock().replace(microsecond=0))
    kept = draw_dig(workspace, said.order_id, outline, depth_m=said.depth_m, now=now, who=who)
    said.area_m2, said.changes = kept.dig.area_m2, kept.changes
    undeclared = round(kept.undeclared_m2, 1)
    more = (Message("gate.dig_undeclared", {"area_m2": undeclared}),) if undeclared > 0 else ()
    said.told = (*kept.limits, *kept.changes, *more)
    return tuple(workspace.made)
