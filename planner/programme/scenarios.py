# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios of a year side by side: load and capacity, months too full, what only some of them ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ...core.errors import InputError
from ...core.messages import Message
from ...steering.programme.year_load import LoadState, load_state
from ..ports import Workspace
from .calendar_findings import NameOf
from .findings import findings
from .next_year import NextYear, Scenario, next_year

# what a scenario may be written with, as on the command line
_LISTS = ("without", "add-like")


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


def scenario_of(text: str) -> tuple[str, Scenario]:
    """Return a scenario and its name from a text such as ``temps: add-like=AG08 quantity=jetting=20``.

    ``InputError`` tells what cannot be read in it.
    """
    name, colon, rest = text.partition(":")
    if not (colon and name.strip()):
        raise InputError("programme.scenario", found=text, part=text)
    without: list[str] = []
    like: list[str] = []
    quantities: dict[str, float] = {}
    months: dict[str, tuple[int, ...]] = {}
    more = 0.0
    for part in rest.split():
        key, _, value = part.partition("=")
        activity, _, figure = value.partition("=")
        try:
            if key in _LISTS and value:
                (without if key == "without" else like).append(value)
            elif key == "quantity":
                quantities[activity] = _above_0(figure)
            elif key == "in":
                months[activity] = tuple(_month(one) for one in figure.split(","))
            elif key == "more":
                more = _percent(value)
            else:
                raise ValueError(part)
        except ValueError as error:
            raise InputError("programme.scenario", found=text, part=part) from error
    return name.strip(), Scenario(tuple(without), tuple(like), quantities, months, more)


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


def _above_0(text: str) -> float:
    value = float(text.replace(",", "."))
    if not 0 < value < float("inf"):
        raise ValueError(text)
    return value


def _percent(text: str) -> float:
    value = float(text.replace(",", "."))
    if not -99 <= value <= 400:
        raise ValueError(text)
    return value


def _month(text: str) -> int:
    month = int(text)
    if not 1 <= month <= 12:
        raise ValueError(text)
    return month
