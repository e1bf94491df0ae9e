# SPDX-License-Identifier: GPL-3.0-or-later
"""Why orders are left out, for people to read: reasons gathered over agents and days, and their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..core.messages import Message

# reasons whose detail is a number of minutes: told once, with the fewest
COUNTED_IN_MINUTES = frozenset({"fits", "not_worth", "no_time"})
_NAMED = frozenset({"skill_missing", "equipment_missing"})


class GatheredReason(NamedTuple):
    """One reason, and how many agent-days it rules out."""

    code: str
    detail: str
    times: int


def gather_reasons(reasons: Sequence[dict[str, str]]) -> tuple[GatheredReason, ...]:
    """Return the stored reasons of one order without repetition, the most frequent first."""
    details: dict[tuple[str, str], list[str]] = {}
    for reason in reasons:
        shared = "" if reason["code"] in COUNTED_IN_MINUTES else reason["detail"]
        details.setdefault((reason["code"], shared), []).append(reason["detail"])
    gathered = [
        GatheredReason(code, shared or _fewest(found), len(found))
        for (code, shared), found in details.items()
    ]
    return tuple(sorted(gathered, key=lambda reason: -reason.times))


def reason_message(code: str, detail: str, *, name_of: Callable[[str], str]) -> Message:
    """Return a reason as a message; ``name_of`` gives the name of a skill or a kind of equipment."""
    if code in _NAMED:
        detail = name_of(detail)
    return Message(f"reason.{code}", {"detail": detail, "minutes": detail})


def _fewest(minutes: Sequence[str]) -> str:
    return min(minutes, key=lambda text: int(text) if text.isdigit() else 0)
