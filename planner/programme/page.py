# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead as a page: findings, months, objectives, what is moved, zones, skills, expected work."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...core.messages import Message, said_number
from ...steering.programme.year_load import MONTHS, LoadState, load_state
from ..informing.page import Cell, Marked, Page, Section
from .calendar_findings import NameOf, month_name
from .findings import findings
from .next_year import NextYear
from .year_work import PoolYear

_MONTHS = tuple(Message(f"programme.month.{n}") for n in range(1, MONTHS + 1))
# fewer hours than this are not shown as moved
_MOVED_H = 0.5
# nor are fewer than these given a bar
_SHOWN_H = 0.05


def year_page(found: NextYear, name_of: NameOf, *, language: str, as_it_is: NextYear | None = None) -> Page:
    """Return the page; ``as_it_is`` is the year without the scenario that ``found`` is of."""
    percent = found.after.percent
    shown = "–" if percent is None else f"{percent:.1f}"
    return Page(
        title=Message("programme.title", {"year": found.year, "percent": shown}),
        subtitle="",
        sections=(
            Section(Message("programme.findings"), (), tuple((one,) for one in findings(found, name_of))),
            months_shown(found, as_it_is=as_it_is),
            objectives_shown(found, name_of, language),
            _gantt(found, name_of),
            _moves(found, name_of),
            _pools(found, found.zones, "programme.zones", name_of),
            _pools(found, found.skills, "programme.skills", name_of),
            _colours(),
            _types(found, name_of),
        ),
    )


def months_shown(found: NextYear, *, as_it_is: NextYear | None = None) -> Section:
    """Return load against capacity month by month, in hours of people."""
    names = ["month", "curative_h", "between", "programmed_h", "load_h", "capacity_h", "before_percent"]
    names += ["percent", *(["as_it_is"] if as_it_is else []), "people_needed", "state"]
    rows = tuple(tuple(_month(found, n, as_it_is)) for n in range(MONTHS))
    return Section(Message("programme.months"), tuple(Message(f"label.{name}") for name in names), rows)


def _month(found: NextYear, n: int, as_it_is: NextYear | None) -> Iterator[Cell]:
    was, now = found.before.months[n], found.after.months[n]
    needed = found.agents_needed(n + 1)
    yield Message(f"programme.month.{n + 1}")
    yield f"{now.curative:.0f}"
    yield f"{found.low[n]:.0f}–{found.high[n]:.0f}"
    yield f"{now.load - now.curative:.0f}"
    yield f"{now.load:.0f}"
    yield f"{now.capacity:.0f}"
    yield _percent(was.percent)
    yield _percent(now.percent)
    if as_it_is is not None:
        yield _percent(as_it_is.after.months[n].percent)
    yield "–" if needed is None else said_number(needed)
    state = load_state(now.load, now.capacity, found.rules.load_percent)
    yield Message(f"programme.state.{state.value}")


def objectives_shown(found: NextYear, name_of: NameOf, language: str) -> Section:
    """Return what is owed, with what it takes."""
    names = (
        "activity",
        "quantity",
        "unit",
        "there",
        "floor",
        "due",
        "months",
        "crew_days",
        "hours",
        "source",
    )
    rows = tuple(
        (
            name_of(one.name),
            said_number(one.quantity),
            "km" if one.rule.unit == "km" else Message(f"role.{one.role}"),
            said_number(one.there),
            _amount(one.objective.floor) if one.objective.floor else "",
            month_name(found.year, one.objective.due),
            ", ".join(map(str, one.months)),
            said_number(one.crew_days),
            f"{one.hours:.0f}",
            one.objective.source.spoken(language),
        )
        for one in found.owed
    )
    return Section(Message("programme.owed"), tuple(Message(f"label.{name}") for name in names), rows)


def _moves(found: NextYear, name_of: NameOf) -> Section:
    """Return what levelling takes from a month and gives to another."""
    rows = tuple(
        (name_of(activity), Message(f"programme.month.{n + 1}"), said_number(hours, sign="+"))
        for activity, moved in found.moves.items()
        for n, hours in enumerate(moved)
        if abs(hours) >= _MOVED_H
    )
    names = ("activity", "month", "people_h")
    return Section(Message("programme.moves"), tuple(Message(f"label.{name}") for name in names), rows)


def _gantt(found: NextYear, name_of: NameOf) -> Section:
    """Return when each activity is done in each zone: a bar over its months, with the hours of people."""
    rows = tuple(
        (
            name_of(activity),
            name_of(zone) if zone else Message("programme.no_zone"),
            *(_bar(hours) for hours in months),
        )
        for (activity, zone), months in sorted(found.pieces.items())
    )
    headings = (Message("label.activity"), Message("label.zone"), *_MONTHS)
    return Section(Message("programme.gantt"), headings, rows)


def _bar(hours: float) -> Cell:
    if hours < _SHOWN_H:
        return ""
    return Marked(said_number(hours, 0 if hours >= 1 else 1), "bar")


def _pools(found: NextYear, pools: tuple[PoolYear, ...], title: str, name_of: NameOf) -> Section:
    """Return the percent of capacity of zones or skills by month, coloured; starred where some expire."""
    rows = tuple(
        (
            name_of(pool.name) if pool.name else Message("programme.no_zone"),
            *(_share(found, pool, n) for n in range(MONTHS)),
        )
        for pool in pools
        if sum(pool.load) > 0
    )
    return Section(Message(title), (Message("label.name"), *_MONTHS), rows)


def _share(found: NextYear, pool: PoolYear, n: int) -> Cell:
    load, capacity = pool.load[n], pool.capacity[n]
    if not load:
        return ""
    state = load_state(load, capacity, found.rules.load_percent)
    percent = _percent(100 * load / capacity if capacity else None)
    expires = load > pool.valid[n] and pool.valid[n] < capacity
    said = Message("programme.starred", {"percent": percent}) if expires else percent
    return Marked(said, state.value)


def _colours() -> Section:
    """Return what the colours of the tables above mean."""
    row = tuple(Marked(Message(f"programme.state.{one.value}"), one.value) for one in LoadState)
    return Section(Message("programme.colours"), (), (row,))


def _types(found: NextYear, name_of: NameOf) -> Section:
    """Return the interventions expected of each type in the year, with their spread and hours."""
    codes = list(dict.fromkeys(found.past.codes))
    rows = []
    for code in codes:
        own = np.array([one == code for one in found.past.codes])
        mean = float(found.forecast.mean[own].sum())
        low, high = found.forecast.count_between(mean, in_ten=found.rules.forecast.in_ten)
        hours = float((found.forecast.mean[own] * found.hours_each[own][:, None]).sum())
        rows.append((name_of(code), f"{mean:.0f}", f"{low:.0f}–{high:.0f}", f"{hours:.0f}"))
    names = ("code", "expected", "between", "people_h")
    headings = tuple(Message(f"label.{name}") for name in names)
    return Section(Message("programme.types"), headings, tuple(rows))


def _percent(value: float | None) -> Message | str:
    return "–" if value is None else said_number(value)


def _amount(value: float) -> Message | str:
    """Return a number with the decimals that it has."""
    return said_number(value, len(f"{value:g}".partition(".")[2]))
