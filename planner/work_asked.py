# SPDX-License-Identifier: GPL-3.0-or-later
"""Of which days a workspace is asked to sum the work, and by which plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class WorkAsked:
    """The days from ``first`` until before ``end``; deadlines are judged up to ``until``.

    ``in_force`` is the plan of each day that has one, ``published`` when the first plan of that day was made;
    another call for an asset within ``return_days`` is a return. Work on assets is told from
    ``recurring_since`` on, to find where it comes again and again.
    """

    first: datetime
    end: datetime
    until: datetime
    return_days: int
    recurring_since: datetime
    in_force: Mapping[date, str]
    published: Mapping[date, datetime]
