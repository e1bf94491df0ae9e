# SPDX-License-Identifier: GPL-3.0-or-later
"""What a year ahead asks of a manager: months too full, floors missed, skills that lack, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...core.messages import Message
from ...steering.programme.year_load import LoadState, MonthLoad, load_state
from .calendar_findings import NameOf, calendar_findings, month_name
from .next_year import NextYear
from .year_work import PoolYear


def findings(found: NextYear, name_of: NameOf) -> tuple[Message, ...]:
    """Return the findings, the gravest first; ``name_of`` names skills, activities and zones."""
    return (
        *_months(found, LoadState.OVER, "programme.over"),
        *_floors(found, name_of),
        *calendar_findings(found, name_of),
        *_skills(found, name_of),
        *_zones(found, name_of),
        *_months(found, LoadState.WATCH, "programme.watch"),
        *_months(found, LoadState.UNDER, "programme.under"),
        *rests_on(found),
    )


def rests_on(found: NextYear) -> Iterator[Message]:
    """Yield what the forecast rests on, and how far it can be trusted."""
    past, forecast = found.past, found.forecast
    if forecast.held_back_years:
        yield Message(
            "programme.tested",
            {
                "years": forecast.held_back_years,
                "way": Message(f"programme.way.{forecast.way}"),
                "miss": f"{forecast.miss_percent[forecast.way]:.0f}",
                "naive": f"{forecast.miss_percent['naive']:.0f}",
                "last_year": f"{forecast.miss_percent['last_year']:.0f}",
            },
        )
    else:
        yield Message("programme.untested", {"first": f"{past.first:%Y-%m}", "last": f"{past.last:%Y-%m}"})
    before = pd.Period(found.as_of, "M") - 1
    if pd.Period(past.last, "M") < before:
        yield Message("programme.old", {"last": f"{past.last:%Y-%m}"})


def _months(found: NextYear, state: LoadState, code: str) -> Iterator[Message]:
    levels = found.rules.load_percent
    own = [one for one in found.after.months if load_state(one.load, one.capacity, levels) is state]
    if state is LoadState.OVER:
        for one in own:
            yield Message(code, _month(found, one))
    elif own:
        names = ", ".join(month_name(found.year, one.month) for one in own)
        limit = levels.watch if state is LoadState.WATCH else levels.under
        yield Message(code, {"months": names, "limit": f"{limit:g}"})


def _month(found: NextYear, one: MonthLoad) -> dict[str, object]:
    percent = "–" if one.percent is None else f"{one.percent:.1f}"
    movable = sum(
        one.preventive.get(rule.activity, 0.0) for rule in found.rules.activities.values() if rule.movable
    )
    held = Message("programme.holds.movable" if movable > 0.5 else "programme.holds.none")
    return {
        "month": month_name(found.year, one.month),
        "percent": percent,
        "short": f"{one.load - one.capacity:.0f}",
        "held": held,
    }


def _floors(found: NextYear, name_of: NameOf) -> Iterator[Message]:
    for one in found.owed:
        if one.quantity < one.objective.floor:
            shown = {"quantity": f"{one.quantity:g}", "floor": f"{one.objective.floor:g}"}
            yield Message("programme.floor", {"activity": name_of(one.name), **shown})


def _skills(found: NextYear, name_of: NameOf) -> Iterator[Message]:
    for one in found.skills:
        short = _short(found, one, one.capacity)
        ended = [name for name in _short(found, one, one.valid) if name not in short]
        if short:
            yield Message("programme.skill_short", {"skill": name_of(one.name), "months": ", ".join(short)})
        if ended:
            yield Message("programme.skill_ends", {"skill": name_of(one.name), "months": ", ".join(ended)})


def _short(found: NextYear, one: PoolYear, there: tuple[float, ...]) -> list[str]:
    return [month_name(found.year, month) for month in _lacking_h(one, there)]


def _lacking_h(one: PoolYear, there: tuple[float, ...]) -> dict[int, float]:
    """Return the hours that lack in each month that is short; hours to spare in others are no help to it."""
    pairs = enumerate(zip(one.load, there, strict=True), start=1)
    return {month: load - hours for month, (load, hours) in pairs if load > hours + 0.5}


def _zones(found: NextYear, name_of: NameOf) -> Iterator[Message]:
    for one in found.zones:
        lacking = _lacking_h(one, one.capacity)
        if one.name and lacking:
            hours = f"{sum(lacking.values()):.0f}"
            shown = {"zone": name_of(one.name), "count": len(lacking), "hours": hours}
            yield Message("programme.zone_short", shown)
