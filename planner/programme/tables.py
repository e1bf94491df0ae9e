# SPDX-License-Identifier: GPL-3.0-or-later
"""A year ahead as rows of a table, one a month and what it is about, and the work that comes by type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...steering.programme.year_load import MONTHS, load_state
from .asset_schedule import ScheduledAsset
from .calendar_findings import NameOf, month_name
from .next_year import NextYear
from .weeks import BarWeek, zone_weeks


def load_rows(found: NextYear, name_of: NameOf) -> Iterator[Mapping[str, object]]:
    """Yield load and capacity in hours of people: of everybody, then of each zone and skill."""
    for n, (was, now) in enumerate(zip(found.before.months, found.after.months, strict=True)):
        needed = found.agents_needed(n + 1)
        yield {
            "about": "all",
            "name": "",
            "month": month_name(found.year, n + 1),
            "working_days": found.people.days[n],
            "curative_h": _h(now.curative),
            "curative_low_h": _h(found.low[n]),
            "curative_high_h": _h(found.high[n]),
            "programmed_h": _h(now.load - now.curative),
            "moved_h": _h(now.load - was.load),
            "load_h": _h(now.load),
            "capacity_h": _h(now.capacity),
            "before_percent": _percent(was.percent),
            "percent": _percent(now.percent),
            "state": load_state(now.load, now.capacity, found.rules.load_percent).value,
            "people": found.people.agents,
            "people_needed": None if needed is None else round(needed, 1),
        }
    for about, pools in (("zone", found.zones), ("skill", found.skills)):
        for pool in pools:
            for n in range(MONTHS):
                yield {
                    "about": about,
                    "name": name_of(pool.name),
                    "month": month_name(found.year, n + 1),
                    "curative_h": _h(pool.curative[n]),
                    "programmed_h": _h(pool.after[n]),
                    "moved_h": _h(pool.after[n] - pool.before[n]),
                    "load_h": _h(pool.load[n]),
                    "capacity_h": _h(pool.capacity[n]),
                    "valid_h": _h(pool.valid[n]),
                    "percent": _percent(100 * pool.load[n] / pool.capacity[n] if pool.capacity[n] else None),
                    "state": load_state(pool.load[n], pool.capacity[n], found.rules.load_percent).value,
                }


def forecast_rows(found: NextYear, name_of: NameOf) -> Iterator[Mapping[str, object]]:
    """Yield the interventions that are expected by type, zone and month, with their spread and hours."""
    in_ten = found.rules.forecast.in_ten
    for number, (code, zone) in enumerate(zip(found.past.codes, found.past.zones, strict=True)):
        for n in range(MONTHS):
            mean = float(found.forecast.mean[number, n])
            low, high = found.forecast.count_between(mean, in_ten=in_ten)
            yield {
                "code": code,
                "type": name_of(code),
                "zone": zone,
                "month": month_name(found.year, n + 1),
                "expected": round(mean, 2),
                "low": low,
                "high": high,
                "hours": _h(mean * float(found.hours_each[number])),
            }


def asset_rows(scheduled: tuple[ScheduledAsset, ...], name_of: NameOf) -> Iterator[Mapping[str, object]]:
    """Yield the assets of the programme by week."""
    for one in scheduled:
        yield {
            "activity": name_of(one.activity),
            "zone": one.zone,
            "week": one.week.isoformat(),
            "due_by": one.due.isoformat(),
            "month": one.month,
            "commune": one.commune,
            "street": one.street,
            "asset_role": one.asset_role,
            "asset_id": one.asset_id,
            "amount": round(one.amount, 4),
            "last_done": "" if one.last_done is None else one.last_done.isoformat(),
            "against": ", ".join(one.against),
        }


def week_rows(
    found: NextYear, made: Iterable[BarWeek], name_of: NameOf, *, zone: str = ""
) -> Iterator[Mapping[str, object]]:
    """Yield the load plan of each zone by week: hours by activity, what comes, capacity and percent.

    ``zone`` is the id of the only one that is wanted.
    """
    for one in zone_weeks(found, made):
        if zone and one.zone != zone:
            continue
        percent = _percent(one.percent)
        yield {
            "week": one.week.isoformat(),
            "zone": name_of(one.zone) if one.zone else "",
            "curative_h": _h(one.curative),
            **{owed.name: _h(one.programmed.get(owed.name, 0.0)) for owed in found.owed},
            "load_h": _h(one.load),
            "capacity_h": _h(one.capacity),
            "percent": percent,
            "state": one.state(found).value,
        }


def _h(hours: float) -> float:
    return round(hours, 1) + 0.0


def _percent(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
