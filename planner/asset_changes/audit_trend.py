# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit of the base kept at dates: defects by kind and zone, what was repaired and appeared since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import shapely

from ...core.resources import Zone
from ...network.assets.results import Defect
from ...workorders.asset_changes.records import AuditCount
from ..ports import Workspace

# assets kept with a count: enough to tell what was repaired, in a base that is not all wrong
_MOST_ASSETS = 5000


@dataclass(frozen=True, slots=True)
class Trend:
    """The counts of one audit, and of each date before it how many defects there were."""

    counts: tuple[AuditCount, ...]
    totals: tuple[tuple[date, int], ...]

    @property
    def repaired(self) -> int:
        """Return how many defects of the audit before are gone."""
        return sum(count.repaired for count in self.counts)

    @property
    def appeared(self) -> int:
        """Return how many defects the audit before did not have."""
        return sum(count.appeared for count in self.counts)


def store_audit(workspace: Workspace, defects: Iterable[Defect], *, on: date, who: str) -> Trend:
    """Keep the counts of an audit under its day, in one journaled command; the same day again replaces them.

    A defect is repaired when its asset no longer has one of that kind; those of an asset without id, or
    beyond 5,000 of a kind in a zone, are told by their number only.
    """
    stored = workspace.all(AuditCount)
    earlier = [count for count in stored if count.audited_on < on]
    last_day = max((count.audited_on for count in earlier), default=None)
    before = {(c.zone, c.code, c.role): c for c in earlier if c.audited_on == last_day}
    counts = _counts(workspace, defects, on, before)
    with workspace.command("audit", who=who) as transaction:
        for old in (count for count in stored if count.audited_on == on):
            transaction.remove(old)
        transaction.add(counts)
    return trend(workspace, on)


def trend(workspace: Workspace, on: date | None = None) -> Trend:
    """Return the counts of a day (by default the last one that was kept), with the totals of all days."""
    stored = workspace.all(AuditCount)
    day = on or max((count.audited_on for count in stored), default=None)
    totals: dict[date, int] = {}
    for count in stored:
        totals[count.audited_on] = totals.get(count.audited_on, 0) + count.defects
    return Trend(tuple(c for c in stored if c.audited_on == day), tuple(sorted(totals.items())))


def _counts(
    workspace: Workspace,
    defects: Iterable[Defect],
    on: date,
    before: dict[tuple[str, str, str], AuditCount],
) -> list[AuditCount]:
    zones = workspace.all(Zone)
    found: dict[tuple[str, str, str], list[Defect]] = {}
    for defect in defects:
        zone = next(
            (
                z.zone_id
                for z in zones
                if defect.place is not None and shapely.covers(z.geometry, defect.place)
            ),
            "",
        )
        found.setdefault((zone, defect.message.code, defect.role), []).append(defect)
    counts = []
    for key in sorted({*found, *before}):
        own, last = found.get(key, []), before.get(key)
        if not own and (last is None or not last.defects):
            continue
        now = {str(defect.asset_id) for defect in own}
        then = set(last.assets) if last else set()
        whole = last is None or len(last.assets) < _MOST_ASSETS
        zone, code, role = key
        counts.append(
            AuditCount(
                count_id=f"{on:%Y-%m-%d}/{zone}/{code}/{role}",
                audited_on=on,
                zone=zone,
                code=code,
                severity=own[0].severity if own else (last.severity if last else ""),
                role=role,
                defects=len(own),
                repaired=len(then - now) if whole else max(0, (last.defects if last else 0) - len(own)),
                appeared=len(now - then) if last is not None and whole else 0,
                assets=tuple(sorted(now))[:_MOST_ASSETS],
            )
        )
    return counts
