# SPDX-License-Identifier: GPL-3.0-or-later
"""Why orders are left out, for people to read: reasons gathered over agents and days, and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...core.messages import Message
from ...core.resources import SkillGrant
from ...routing.explain.reason import Reason

# reasons whose detail is a number of minutes, and a time of day where one is known
# they are told once, with the fewest
COUNTED_IN_MINUTES = frozenset({"fits", "not_worth", "no_time", "too_far", "too_long", "subcontracted"})
_NAMED = frozenset(
    {"skill_missing", "equipment_missing", "skill_nobody", "equipment_nobody", "pin_skill", "skills_nobody"}
    | {"part_missing", "part_nobody", "part_to_order", "depot_short"}
)
TOGETHER = " + "


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
    until = ""
    if code == "skill_expired":
        detail, _, until = detail.rpartition(" ")
    if code in _NAMED or until:
        detail = TOGETHER.join(name_of(key) for key in detail.split(TOGETHER))
    minutes, at = detail, ""
    if code in COUNTED_IN_MINUTES:
        minutes, _, at = detail.partition(" ")
    return Message(f"reason.{code}", {"detail": detail, "minutes": minutes, "at": at, "until": until})


def stored_reason(reason: Reason, dates: Sequence[date]) -> dict[str, str]:
    """Return a reason as a plan keeps it; ``dates`` are the days of the plan."""
    counted = f"{reason.minutes} {reason.detail}".strip()
    detail = counted if reason.code in COUNTED_IN_MINUTES else reason.detail
    day = "" if reason.day is None else dates[reason.day].isoformat()
    return {"agent": reason.agent, "day": day, "code": reason.code, "detail": detail}


def with_expiry(reasons: Iterable[dict[str, str]], grants: Iterable[SkillGrant]) -> list[dict[str, str]]:
    """Return stored reasons where a skill that was held until before the day has expired, with its date."""
    until: dict[tuple[str, str], list[SkillGrant]] = {}
    for grant in grants:
        until.setdefault((grant.agent_id, grant.skill), []).append(grant)
    told = []
    for reason in reasons:
        held = until.get((reason["agent"], reason["detail"]), [])
        if reason["code"] == "skill_missing" and reason["day"]:
            day = date.fromisoformat(reason["day"])
            last = max((grant.valid_until for grant in held if grant.valid_until < day), default=None)
            if last is not None:
                detail = f"{reason['detail']} {last.isoformat()}"
                reason = {**reason, "code": "skill_expired", "detail": detail}
        told.append(reason)
    return told


def absences(agents: Iterable[str], known: Iterable[str], dates: Sequence[date]) -> Iterator[dict[str, str]]:
    """Yield the stored reasons of those agents who work on none of the days of a plan."""
    for agent in sorted(set(agents) - set(known)):
        for day in dates:
            yield {"agent": agent, "day": day.isoformat(), "code": "absent", "detail": ""}


def _fewest(minutes: Sequence[str]) -> str:
    return min(minutes, key=_minutes)


def _minutes(detail: str) -> int:
    first = detail.partition(" ")[0]
    return int(first) if first.isdigit() else 0
