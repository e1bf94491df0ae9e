# SPDX-License-Identifier: GPL-3.0-or-later
"""What activities, events, zones, types and skills of a year ahead are called in the user's language."""

from __future__ import annotations

from ...core.resources import Zone
from ...planner.ports import Workspace
from ...planner.programme.calendar_findings import NameOf, why_not
from ...planner.programme.next_year import NextYear
from ..session import Session
from ..wording import means_name


def names_of_year(session: Session, workspace: Workspace, found: NextYear) -> NameOf:
    """Return what names the keys of a year; a key that nothing names stays as it is."""
    book = session.rule_book()
    zones = {one.zone_id: one.name for one in workspace.all(Zone)}

    windows = {why_not(name): rule.window for name, rule in found.rules.activities.items()}

    def name_of(key: str) -> str:
        if key in windows:
            window = windows[key]
            return session.say("programme.window") if window is None else window.spoken(session.language)
        if key in found.rules.calendar.kinds:
            return found.rules.calendar.kinds[key].label.spoken(session.language)
        if key in found.rules.activities:
            return found.rules.activities[key].label.spoken(session.language)
        if key in book.catalogue.jobs:
            return book.catalogue.jobs[key].label.spoken(session.language)
        return zones.get(key) or means_name(session, book, key)

    return name_of
