# SPDX-License-Identifier: GPL-3.0-or-later
"""Who can be where in how long on a day: areas by time, holes, second cover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from ...core.errors import InputError
from ...core.progress import Progress, SilentProgress
from ...core.resources import Zone
from ...routing.coverage.grid import Grid, grid_over
from ...routing.coverage.nearest import Cover, two_nearest
from ...routing.roads.road_travel import RoadTravel
from ...steering.coverage_rules import CoverageRules
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..roads.day_roads import DayRoads, roads_of_days
from ..tours.tour_problem import Team
from .areas import CoverArea, CoverFigures, CoverHole, Hours, Wanted, holes, outside
from .presence import HOURS, Presence, presence_by_hour
from .reached import Reached, Start, reach_all
from .rules import coverage_rules_of
from .served import Served, served_of


@dataclass(frozen=True, slots=True)
class CoverageOptions:
    """What is looked at: minutes of the areas and of holes (else those of the rules), hours, who is wanted.

    ``every_means`` takes every skill and every kind of equipment that somebody has, beside ``wanted``.
    """

    bands_min: tuple[int, ...] = ()
    hole_min: int = 0
    hours: tuple[int, ...] = tuple(HOURS)
    wanted: tuple[Wanted, ...] = (Wanted(),)
    every_means: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a day; areas, holes and figures go by what is wanted, then by the hours."""

    day: date
    bands_min: tuple[int, ...]
    hole_min: int
    figures: tuple[CoverFigures, ...]
    areas: tuple[CoverArea, ...]
    holes: tuple[CoverHole, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What does not change with the team: roads, the grid over them, what is served, the figures."""

    roads: DayRoads
    grid: Grid
    served: Served
    rules: CoverageRules

    @classmethod
    def of(cls, workspace: Workspace, team: Team, day: date) -> Ground:
        """Read it from a workspace; ``InputError`` when there is nothing to cover."""
        rules = coverage_rules_of(workspace, day)
        roads = roads_of_days(workspace, [day], {team.vehicle(agent) for agent in team.agents})
        served = served_of(AssetBase(workspace), piece_m=rules.pipe_piece_m)
        zones = [zone.geometry for zone in workspace.all(Zone) if not zone.geometry.is_empty]
        known = [*zones, *shapely.get_parts(shapely.multipoints(served.points))]
        lines = roads.travel.streets.lines() if isinstance(roads.travel, RoadTravel) else np.array([])
        if not known:
            known = lines.tolist()
        if not known:
            raise InputError("coverage.nothing")
        return cls(roads, _grid(lines, shapely.total_bounds(known).tolist(), rules), served, rules)


def _grid(lines: NDArray[Any], bounds: Sequence[float], rules: CoverageRules) -> Grid:
    figures = rules.grid
    return grid_over(
        lines, bounds, finest_m=figures.finest_m, most=figures.most, off_road_m=figures.off_road_m
    )


def coverage_of(
    workspace: Workspace,
    day: date,
    options: CoverageOptions,
    *,
    team: Team | None = None,
    ground: Ground | None = None,
    progress: Progress | None = None,
) -> Coverage:
    """Return who can be where in how long on a day; ``team`` is the one of the workspace if none is given.

    Agents are where ``presence_by_hour`` says; times are those of the roads of each vehicle without the
    streets that are closed. Hours in which the same agents are at the same places are told together.
    """
    progress = progress or SilentProgress()
    team = team or Team.of(workspace, day)
    ground = ground or Ground.of(workspace, team, day)
    progress.report(0.2)
    present = presence_by_hour(workspace, team, day, moment_min=ground.rules.moment_min)
    reader = _Reader(team, ground, day, options, present)
    found = []
    wanted = reader.all_wanted()
    for number, one in enumerate(wanted):
        progress.check()
        found += list(reader.spans(one))
        progress.report(0.3 + 0.7 * (number + 1) / len(wanted))
    return Coverage(
        day,
        reader.bands_min,
        reader.hole_min,
        tuple(part.figures for part in found),
        tuple(area for part in found for area in part.areas),
        tuple(hole for part in found for hole in part.holes),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    figures: CoverFigures
    areas: tuple[CoverArea, ...]
    holes: tuple[CoverHole, ...]


class _Reader:
    """Cuts one table of times into maps."""

    def __init__(
        self,
        team: Team,
        ground: Ground,
        day: date,
        options: CoverageOptions,
        present: Sequence[Sequence[Presence]],
    ) -> None:
        self.team, self.ground, self.day, self.options, self.present = team, ground, day, options, present
        self.bands_min = tuple(sorted(set(options.bands_min or ground.rules.bands_min)))
        self.hole_min = options.hole_min or ground.rules.hole_min
        self.cells = len(ground.grid.near)
        starts = {self._start(one) for hour in options.hours for one in present[hour]}
        goals = np.concatenate([ground.grid.points, ground.served.points])
        self.reached: Reached = reach_all(ground.roads, starts, goals)

    def _start(self, one: Presence) -> Start:
        return self.team.vehicle(one.agent), one.place.x, one.place.y

    def all_wanted(self) -> list[Wanted]:
        """Return who is asked for, each once."""
        means: set[Wanted] = set()
        if self.options.every_means:
            for agent in self.team.present(self.day):
                means |= {Wanted("skill", key) for key in self.team.skills(agent, self.day)}
                means |= {Wanted("equipment", key) for key in self.team.on_board(agent)}
        return list(dict.fromkeys([*self.options.wanted, *sorted(means)]))

    def spans(self, wanted: Wanted) -> Iterator[_Span]:
        """Yield the maps of some people, hours with the same of them at the same places together."""
        hours = self.options.hours
        starts = {hour: self._starts(wanted, hour) for hour in hours}
        known: dict[tuple[Start, ...], Cover] = {}
        first = 0
        for number, hour in enumerate(hours):
            following = hours[number + 1] if number + 1 < len(hours) else -1
            if following == hour + 1 and starts[following] == starts[hour]:
                continue
            own = starts[hour]
            if own not in known:
                known[own] = two_nearest(self.reached.rows(own))
            yield self._span(wanted, Hours(hours[first], hour + 1), len(own), known[own])
            first = number + 1

    def _starts(self, wanted: Wanted, hour: int) -> tuple[Start, ...]:
        return tuple(sorted(self._start(one) for one in self.present[hour] if self._suits(one, wanted)))

    def _suits(self, one: Presence, wanted: Wanted) -> bool:
        match wanted.kind:
            case "skill":
                return wanted.key in self.team.skills(one.agent, self.day)
            case "equipment":
                return wanted.key in self.team.on_board(one.agent)
        return True

    def _span(self, wanted: Wanted, hours: Hours, agents: int, cover: Cover) -> _Span:
        served, limit_s = self.ground.served, 60.0 * self.hole_min
        late = cover.first_s[self.cells :] >= limit_s
        first, second = outside(late, served), outside(cover.second_s[self.cells :] >= limit_s, served)
        figures = CoverFigures(
            wanted=wanted,
            hours=hours,
            agents=agents,
            customers=served.customers,
            customers_outside=first.customers,
            sensitive_outside=first.sensitive,
            pipe_km=float(served.km.sum()),
            pipe_km_outside=first.pipe_km,
            second_customers_outside=second.customers,
            second_sensitive_outside=second.sensitive,
            second_pipe_km_outside=second.pipe_km,
        )
        found = holes(self.ground.grid, cover.first_s[: self.cells], late, served, limit_s=limit_s)
        return _Span(
            figures,
            tuple(self._areas(wanted, hours, agents, cover)),
            tuple(
                CoverHole(wanted, hours, agents, part.customers, part.sensitive, part.pipe_km, shape)
                for shape, part in found
            ),
        )

    def _areas(self, wanted: Wanted, hours: Hours, agents: int, cover: Cover) -> Iterator[CoverArea]:
        """Yield the areas that are not empty, by the nearest and by the next one."""
        edges = (0, *self.bands_min)
        for rank, seconds in ((1, cover.first_s), (2, cover.second_s)):
            if rank > agents:
                continue
            for low, high in pairwise(edges):
                shape = self.ground.grid.area(seconds[: self.cells], 60.0 * low, 60.0 * high)
                if not shape.is_empty:
                    yield CoverArea(wanted, hours, rank, low, high, agents, shape)
