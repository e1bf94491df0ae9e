# SPDX-License-Identifier: GPL-3.0-or-later
"""The requests of one day, as the call centre exports them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from ..store.csv_writing import write_csv
from .bursts import ALL_FINDERS
from .settings import settings
from .sites import Search, Site

_COLUMNS = (
    *("request_id", "received_at", "caller", "phone", "customer_ref", "address", "x", "y", "code"),
    *("description", "danger", "contract_id", "window_start", "window_end"),
)
# when calls of each kind come in: days before the day planned for, and the hours between
_HOURS = {
    "office": (1, time(14, 0), time(18, 30)),
    "evening": (1, time(18, 0), time(23, 30)),
    "night": (0, time(0, 30), time(5, 30)),
    "dawn": (0, time(6, 30), time(7, 40)),
}


@dataclass(frozen=True, slots=True)
class _Call:
    """One call before it has a number."""

    received_at: datetime
    site: Site
    spec: Mapping[str, Any]
    words: str
    window: tuple[datetime, datetime] | None


def write_calls(search: Search, path: Path) -> int:
    """Write ``requests.csv`` and return how many requests there are; the kinds are in ``calls.yaml``."""
    # the worst places are looked for first, so that no ordinary call takes them
    calls = [call for spec in settings("calls")["calls"] for call in _calls(spec, search)]
    calls.sort(key=lambda call: call.received_at)
    return write_csv(path, _COLUMNS, _rows(calls, search.rng))


def _calls(spec: Mapping[str, Any], search: Search) -> Iterator[_Call]:
    day: date = settings("calls")["day"]
    windows = spec.get("window", [None])
    for number in range(spec["count"]):
        site = ALL_FINDERS[spec["place"]](search)
        words = spec["says"][number % len(spec["says"])]
        yield _Call(
            received_at=_moment(day, spec["when"], search.rng),
            site=site,
            spec=spec,
            words=_say(words, site),
            window=_window(day, windows[number % len(windows)]),
        )


def _moment(day: date, when: str, rng: np.random.Generator) -> datetime:
    days_before, first, last = _HOURS[when]
    start = datetime.combine(day - timedelta(days=days_before), first)
    minutes = (datetime.combine(day, last) - datetime.combine(day, first)) // timedelta(minutes=1)
    return start + timedelta(minutes=int(rng.integers(minutes)))


def _window(day: date, hours: list[str] | None) -> tuple[datetime, datetime] | None:
    if hours is None:
        return None
    start, end = (datetime.combine(day, time.fromisoformat(hour)) for hour in hours)
    return start, end


def _say(words: str, site: Site) -> str:
    kind, _, name = site.street.partition(" ")
    if not name:
        street = f"à hauteur de {kind}" if kind else "dans notre rue"
    else:
        street = f"{kind.lower()} {name}"
    near = f", juste devant « {site.landmark} »" if site.landmark else ""
    return words.format(street=street + near, asset=site.asset)


def _rows(calls: list[_Call], rng: np.random.Generator) -> Iterator[dict[str, object]]:
    contract = settings("calls")["contract"]
    for number, call in enumerate(calls, start=1):
        caller, phone = _caller(call, rng)
        yield {
            "request_id": f"DI-2026-{4200 + number:05d}",
            "received_at": call.received_at,
            "caller": caller,
            "phone": phone,
            "customer_ref": call.site.customer_ref,
            "address": call.site.address,
            "x": float(call.site.xy[0]),
            "y": float(call.site.xy[1]),
            "code": call.spec["code"] if call.spec.get("coded", True) else "",
            "description": call.words,
            "danger": bool(call.spec.get("danger", False)),
            "contract_id": contract,
            "window_start": call.window[0] if call.window else None,
            "window_end": call.window[1] if call.window else None,
        }


def _caller(call: _Call, rng: np.random.Generator) -> tuple[str, str]:
    """Return who calls, and a number of the ranges kept for fiction."""
    end = int(rng.integers(10_000))
    digits = f"{end // 100:02d} {end % 100:02d}"
    kind = call.spec["caller"]
    if kind != "customer":
        return str(rng.choice(settings("calls")["callers"][kind])), f"01 99 00 {digits}"
    people = settings("people")
    return f"{rng.choice(people['first_names'])} {rng.choice(people['last_names'])}", f"06 39 98 {digits}"
