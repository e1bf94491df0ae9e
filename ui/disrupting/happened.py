# SPDX-License-Identifier: GPL-3.0-or-later
"""What has happened during the day, as it was said in the window. Free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["leaves", "overrun", "closed"]
KINDS: tuple[Kind, ...] = ("leaves", "overrun", "closed")


@dataclass(frozen=True, slots=True)
class Happened:
    """An agent who leaves now, an order that takes longer, or a road that is closed for some days.

    ``last_day`` is that of a closure, or of an agent away; ``road`` is what was drawn, as WKB in the
    workspace's metres: a point for the nearest street, or a line.
    """

    kind: Kind
    day: date
    agent_id: str = ""
    order_id: str = ""
    minutes: int = 0
    road: bytes = b""
    first_day: date | None = None
    last_day: date | None = None
    reason: str = ""
