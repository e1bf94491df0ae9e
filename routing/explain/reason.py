# SPDX-License-Identifier: GPL-3.0-or-later
"""One obstacle to a visit, and which of several is the nearest to be overcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.messages import Message
from ..model.clock import clock

# from what is nearest to a plan to what is farthest; ``headline`` takes the first
_NEAREST_FIRST = (
    *("fits", "not_worth", "no_time", "load", "no_room", "link_late", "link_after", "link_before"),
    *("link_apart", "link_agent", "link_day", "link_together", "link_several", "crew_together", "window"),
    *("link_partner", "link_missing", "earliest_start", "equipment_missing", "part_missing", "skill_missing"),
    *("crew", "pinned", "forbidden", "too_far", "too_long", "unreachable", "absent"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One obstacle for one agent on one day (first day: 0), or for the team when ``agent`` is empty.

    ``detail`` names the skill or equipment, the moment, the other visit of a link, or ``k/n`` agents;
    ``minutes`` is what is missing (``no_time``, ``too_far``, ``too_long``) or what inserting costs (``fits``,
    ``not_worth``), the visit then starting at ``start_s``.
    """

    code: str
    agent: str = ""
    day: int | None = None
    detail: str = ""
    minutes: int = 0
    start_s: int | None = None

    @property
    def message(self) -> Message:
        """Return the sentence of the obstacle, without agent and day."""
        at = "" if self.start_s is None else clock(self.start_s)
        return Message(f"reason.{self.code}", {"detail": self.detail, "minutes": self.minutes, "at": at})


def headline(reasons: Sequence[Reason]) -> Reason:
    """Return the obstacle that is nearest to be overcome."""
    return min(reasons, key=lambda reason: (_NEAREST_FIRST.index(reason.code), reason.minutes))
