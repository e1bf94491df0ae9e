# SPDX-License-Identifier: GPL-3.0-or-later
"""Years of closed interventions with their seasons, done by the agents who hold the skills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from ..core.calendars import is_working_day
from ..store.csv_writing import write_csv
from ..workorders.catalogue import Catalogue, JobStandard, load_catalogue
from .asset_places import AssetPlaces
from .chance import stream
from .settings import settings

_COLUMNS = (
    *("order_id", "code", "received_at", "started_at", "ended_at", "agents", "crew", "zone", "asset_role"),
    *("asset_id", "x", "y", "result", "cause", "notes"),
)
_OPENS, _CLOSES = time(7, 45), time(16, 15)
_BETWEEN_MIN = 9
_TURNED_AWAY_MIN = 10
_NAME_LENGTH = 11
_WAIT_DAYS = {"P1": 0, "P2": 0, "P3": 4, "P4": 14}
# the standard normal quantile of eight in ten
_P80 = 0.8416


@dataclass(frozen=True, slots=True)
class _Job:
    """One job of the past before an agent has taken it."""

    standard: JobStandard
    received_at: datetime
    wanted: date
    minutes: int

    @property
    def urgency(self) -> str:
        """Return the priority that the type usually has."""
        return self.standard.priority.least.value


def write_history(places: AssetPlaces, path: Path, *, seed: int) -> int:
    """Write ``history.csv`` and return how many interventions it holds; no agent is in two places at once."""
    return write_csv(path, _COLUMNS, _all_years(places, seed=seed))


def _all_years(places: AssetPlaces, *, seed: int) -> Iterator[dict[str, object]]:
    """Yield the last year, then those before it, each from its own stream of chance."""
    history = settings("history")
    for back in range(history["earlier_years"] + 1):
        rng = stream(seed, f"history-{back}" if back else "history")
        until = history["until"].replace(year=history["until"].year - back)
        share = (1 + history["grown_percent"] / 100) ** -back
        jobs = sorted(
            _jobs(rng, until, share=share),
            key=lambda job: (job.wanted, job.urgency, job.received_at, job.standard.code),
        )
        yield from _rows(jobs, places, rng, until=until, prefix=f"HIST-{back}" if back else "HIST-")


def _jobs(rng: np.random.Generator, until: date, *, share: float) -> Iterator[_Job]:
    """Yield the jobs of a year that ends with a day, a share of those of the last year."""
    history = settings("history")
    catalogue: Catalogue = load_catalogue()
    days = _working_days(until, history["months"])
    month = np.array([day.month for day in days])
    per_month = np.bincount(month, minlength=13)
    for code, (count, season) in history["types"].items():
        standard = catalogue[code]
        weight = np.array([0, *history["seasons"][season]], dtype=float)[month] / per_month[month]
        wanted = rng.choice(len(days), size=rng.poisson(count * share), p=weight / weight.sum())
        minutes = _durations(rng, standard, len(wanted), pace=history["pace"].get(code, 1.0))
        waits = rng.integers(0, _WAIT_DAYS[standard.priority.least.value] + 1, len(wanted))
        for day, taken, wait in zip(wanted.tolist(), minutes.tolist(), waits.tolist(), strict=True):
            called = datetime.combine(days[day] - timedelta(days=wait), time(0)) + timedelta(
                minutes=int(rng.integers(6 * 60, 7 * 60 + 40) if wait == 0 else rng.integers(8 * 60, 18 * 60))
            )
            yield _Job(standard, called, days[day], taken)


def _working_days(until: date, months: int) -> list[date]:
    first = date(until.year - months // 12, until.month % 12 + 1, 1)
    span = (first + timedelta(days=number) for number in range((until - first).days + 1))
    return [day for day in span if is_working_day(day) and day.weekday() < 5]


def _durations(rng: np.random.Generator, standard: JobStandard, count: int, *, pace: float) -> np.ndarray:
    """Return minutes on site: lognormal around the standard's p50 with its p80, at the real pace."""
    p50, p80 = standard.duration_min.p50, standard.duration_min.p80
    spread = np.log(p80 / p50) / _P80
    minutes = p50 * pace * np.exp(rng.normal(0.0, spread, count))
    return np.clip(np.round(minutes), 3, 540).astype(int)


def _rows(
    jobs: Sequence[_Job], places: AssetPlaces, rng: np.random.Generator, *, until: date, prefix: str
) -> Iterator[dict[str, object]]:
    history = settings("history")
    causes, notes = history["causes"], history["not_done_notes"]
    results = rng.choice(list(history["results"]), len(jobs), p=list(history["results"].values())).tolist()
    desk = _Desk(_skills())
    number = 0
    for job, result in zip(jobs, results, strict=True):
        started, agents = desk.assign(job)
        if started.date() > until:
            continue
        number += 1
        role, asset_id, xy, zone = places.draw(job.standard.asset_roles, rng)
        taken = job.minutes if result != "not_done" else min(job.minutes, _TURNED_AWAY_MIN)
        yield {
            "order_id": f"{prefix}{number:0{_NAME_LENGTH - len(prefix)}d}",
            "code": job.standard.code,
            "received_at": job.received_at,
            "started_at": started,
            "ended_at": started + timedelta(minutes=taken),
            "agents": agents,
            "crew": len(agents),
            "zone": zone,
            "asset_role": role,
            "asset_id": asset_id,
            "x": float(xy[0]),
            "y": float(xy[1]),
            "result": result,
            "cause": _cause(job, causes),
            "notes": str(rng.choice(notes)) if result == "not_done" else "",
        }


def _cause(job: _Job, causes: Mapping[str, object]) -> str:
    code, month = job.standard.code, job.wanted.month
    for season in ("winter", "dry"):
        rule: Mapping[str, Sequence[object] | str] = causes[season]
        if code in rule["types"] and month in rule["months"]:  # type: ignore[operator]
            return str(rule["cause"])
    by_type: Mapping[str, str] = causes["by_type"]  # type: ignore[assignment]
    return by_type.get(code, str(causes["default"]))


def _skills() -> dict[str, frozenset[str]]:
    """Return each agent's skills, whatever their dates."""
    return {agent["agent_id"]: frozenset(agent["skills"]) for agent in settings("people")["agents"]}


class _Desk:
    """Gives each job to the capable crew that is free first, job by job."""

    def __init__(self, skills: Mapping[str, frozenset[str]]) -> None:
        self._skills = skills
        self._free = dict.fromkeys(skills, datetime.min)
        self._crews: dict[str, tuple[tuple[str, ...], ...]] = {}

    def assign(self, job: _Job) -> tuple[datetime, tuple[str, ...]]:
        """Return when the job starts and who does it."""
        morning = max(datetime.combine(job.wanted, _OPENS), job.received_at + timedelta(minutes=20))
        crew = min(self._capable(job.standard), key=self._when_free)
        start = _next_opening(max(morning, self._when_free(crew)[0]), timedelta(minutes=job.minutes))
        for agent in crew:
            self._free[agent] = start + timedelta(minutes=job.minutes + _BETWEEN_MIN)
        return start, crew

    def _when_free(self, crew: tuple[str, ...]) -> tuple[datetime, tuple[datetime, ...]]:
        """Return when the whole crew is free; of crews free at once, the one that waits least comes first."""
        times = sorted((self._free[agent] for agent in crew), reverse=True)
        return times[0], tuple(times)

    def _capable(self, standard: JobStandard) -> tuple[tuple[str, ...], ...]:
        """Return the crews of the least size that together hold the skills; all crews when none does."""
        if standard.code not in self._crews:
            every = tuple(combinations(self._skills, standard.crew.min))
            wanted = set(standard.skills)
            able = tuple(crew for crew in every if wanted <= set().union(*(self._skills[a] for a in crew)))
            self._crews[standard.code] = able or every
        return self._crews[standard.code]


def _next_opening(start: datetime, span: timedelta) -> datetime:
    """Return the first moment from ``start`` on at which work of that span is begun."""
    latest = max(datetime.combine(start.date(), _CLOSES) - span, datetime.combine(start.date(), _OPENS))
    while start > latest or not is_working_day(start.date()) or start.weekday() > 4:
        day = start.date() + timedelta(days=1)
        start = datetime.combine(day, _OPENS)
        latest = max(datetime.combine(day, _CLOSES) - span, start)
    return start
