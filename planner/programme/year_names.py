# SPDX-License-Identifier: GPL-3.0-or-later
"""What activities, events, zones, types and skills of a year ahead are called in the user's language."""

from __future__ import annotations

from collections.abc import Callable

from ...core.messages import Message
from ...core.resources import Zone
from ...workorders.rulebook import RuleBook
from ..ports import Workspace
from .calendar_findings import NameOf, why_not
from .next_year import NextYear


def year_names(
    workspace: Workspace,
    found: NextYear,
    *,
    book: RuleBook,
    language: str,
    say: Callable[[Message], str],
    means: Callable[[str], str],
) -> NameOf:
    """Return what names the keys of a year; ``means`` names skills and equipment, and keeps what it cannot.

    ``say`` speaks a message in the ``language`` of the labels.
    """
    activities, kinds = found.rules.activities, found.rules.calendar.kinds
    zones = {one.zone_id: one.name for one in workspace.all(Zone)}
    windows = {why_not(name): rule.window for name, rule in activities.items()}

    def name_of(key: str) -> str:
        if key in windows:
            window = windows[key]
            return say(Message("programme.window")) if window is None else window.spoken(language)
        for labelled in (kinds, activities, book.catalogue.jobs):
            if key in labelled:
                return labelled[key].label.spoken(language)
        return zones.get(key) or means(key)

    return name_of
