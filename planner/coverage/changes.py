# SPDX-License-Identifier: GPL-3.0-or-later
"""Before and after: which holes a change of the team opens and closes, hour by hour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

import shapely
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from ...core.progress import Progress, SilentProgress, Span
from ..ports import Workspace
from ..tours.tour_problem import Team
from .areas import CoverHole, Hours, Wanted
from .study import Coverage, CoverageOptions, Ground, coverage_of
from .what_if import TeamChange, changed_team


@dataclass(frozen=True, slots=True)
class CoverChange:
    """Where nobody would come in time any more (``opened``), or somebody would (``closed``).

    ``agents`` are those who could come after the change.
    """

    wanted: Wanted
    hours: Hours
    agents: int
    effect: Literal["opened", "closed"]
    geometry: MultiPolygon


@dataclass(frozen=True, slots=True)
class ComparedCoverage:
    """The coverage as things are, as they would be, and the holes in which they differ."""

    before: Coverage
    after: Coverage
    changes: tuple[CoverChange, ...]


def compared_coverage(
    workspace: Workspace,
    day: date,
    options: CoverageOptions,
    change: TeamChange,
    *,
    progress: Progress | None = None,
) -> ComparedCoverage:
    """Return the coverage of a day before and after a change of the team; nothing is stored."""
    progress = progress or SilentProgress()
    team = Team.of(workspace, day)
    other = changed_team(team, change, day)
    ground = Ground.of(workspace, team, day)
    before = coverage_of(workspace, day, options, team=team, ground=ground, progress=Span(progress, 0.0, 0.5))
    after = coverage_of(workspace, day, options, team=other, ground=ground, progress=Span(progress, 0.5, 1.0))
    return ComparedCoverage(before, after, tuple(_changes(before, after, options)))


def _changes(before: Coverage, after: Coverage, options: CoverageOptions) -> Iterator[CoverChange]:
    for wanted in dict.fromkeys(one.wanted for one in (*before.figures, *after.figures)):
        last: tuple[BaseGeometry, BaseGeometry, int] | None = None
        first = 0
        pieces: list[tuple[Hours, tuple[BaseGeometry, BaseGeometry, int]]] = []
        for hour in options.hours:
            now = (_hole(before, wanted, hour), _hole(after, wanted, hour), _agents(after, wanted, hour))
            if now == last and pieces and pieces[-1][0].end == hour:
                pieces[-1] = (Hours(first, hour + 1), now)
            else:
                first, last = hour, now
                pieces.append((Hours(hour, hour + 1), now))
        for hours, (was, will_be, agents) in pieces:
            yield from _differences(wanted, hours, agents, was, will_be)


def _differences(
    wanted: Wanted, hours: Hours, agents: int, was: BaseGeometry, will_be: BaseGeometry
) -> Iterator[CoverChange]:
    opened, closed = will_be.difference(was), was.difference(will_be)
    effects: tuple[tuple[Literal["opened", "closed"], BaseGeometry], ...] = (
        ("opened", opened),
        ("closed", closed),
    )
    for effect, shape in effects:
        parts = [part for part in shapely.get_parts(shape).tolist() if part.area > 0]
        if parts:
            yield CoverChange(wanted, hours, agents, effect, MultiPolygon(parts))


def _hole(found: Coverage, wanted: Wanted, hour: int) -> BaseGeometry:
    own = [one.geometry for one in found.holes if _holds(one, wanted, hour)]
    return shapely.union_all(own) if own else MultiPolygon()


def _holds(one: CoverHole, wanted: Wanted, hour: int) -> bool:
    return one.wanted == wanted and one.hours.first <= hour < one.hours.end


def _agents(found: Coverage, wanted: Wanted, hour: int) -> int:
    own = (one for one in found.figures if one.wanted == wanted)
    return next((one.agents for one in own if one.hours.first <= hour < one.hours.end), 0)
