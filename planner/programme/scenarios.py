# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of a year side by side: load and capacity, months too full, what only some of them ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ...core.messages import Message
from ...steering.programme.year_load import LoadState, load_state
from ..ports import Workspace
from .calendar_findings import NameOf
from .findings import findings
from .next_year import NextYear, Scenario, next_year


@dataclass(frozen=True, slots=True)
class Summary:
    """A year under a scenario: hours in all, months by state, hours above what is there, hours moved."""

    load_h: float
    capacity_h: float
    percent: float | None
    over: tuple[int, ...]
    watch: tuple[int, ...]
    under: tuple[int, ...]
    short_h: float
    moved_h: float


def compared_years(
    workspace: Workspace, year: int, scenarios: Mapping[str, Scenario], *, now: datetime
) -> dict[str, NextYear]:
    """Return a year under each scenario; ``InputError`` names what one of them asks for and is not known."""
    return {name: next_year(workspace, year, now=now, scenario=one) for name, one in scenarios.items()}


def summary(found: NextYear) -> Summary:
    """Return what a year comes to."""
    months, levels = found.after.months, found.rules.load_percent
    states = {one.month: load_state(one.load, one.capacity, levels) for one in months}

    def in_state(state: LoadState) -> tuple[int, ...]:
        return tuple(month for month, own in states.items() if own is state)

    return Summary(
        load_h=found.after.load,
        capacity_h=found.after.capacity,
        percent=found.after.percent,
        over=in_state(LoadState.OVER),
        watch=in_state(LoadState.WATCH),
        under=in_state(LoadState.UNDER),
        short_h=sum(max(0.0, one.load - one.capacity) for one in months),
        moved_h=found.levelled.moved,
    )


def own_findings(years: Mapping[str, NextYear], name_of: NameOf) -> dict[str, tuple[Message, ...]]:
    """Return for each scenario what it asks for and not all of them do."""
    said = {name: findings(found, name_of) for name, found in years.items()}
    texts = {name: {one.english() for one in own} for name, own in said.items()}
    common = set.intersection(*texts.values()) if texts else set()
    return {name: tuple(one for one in own if one.english() not in common) for name, own in said.items()}
