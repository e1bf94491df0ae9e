# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page for managers shows: figures by zone and type, trends, causes, zones and recurring points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from ...core.resources import Zone
from ...steering.figures.figure import Figure, indicator_value, parts
from ...steering.figures.indicator_rules import IndicatorRule
from ...steering.figures.measures import Slice
from ...steering.figures.periods import Period
from ...steering.figures.small_groups import OTHERS
from ..coverage.recurring import recurring_points
from ..ports import Workspace
from .figures import FigureReader, figure, needs_hot_spots

# how many periods a trend has, the last one included
_TREND: Mapping[str, int] = {"week": 9, "month": 13, "year": 3}
_MOST_POINTS = 300
# a corner every so many thousandths of the map is enough on a page
_CORNERS = 500

Values = Mapping[str, Mapping[str, Mapping[str, float | None]]]


@dataclass(frozen=True, slots=True)
class HotSpotPlace:
    """An asset with recurring interventions (empty: a place), where the last of them was."""

    asset_id: str
    times: int
    place: Point


@dataclass(frozen=True, slots=True)
class ReportData:
    """A page's data.

    ``values`` are by zone, type and indicator (empty names: all of them); ``trends`` by indicator, the oldest
    period first; ``shown`` tells under which name each zone is shown; ``seen_at`` is the moment at which a
    period that is not over is seen.
    """

    period: Period
    trend_periods: tuple[Period, ...]
    figures: tuple[Figure, ...]
    values: Values
    trends: Mapping[str, tuple[float | None, ...]]
    causes: tuple[tuple[str, int], ...]
    zones: tuple[Zone, ...]
    shown: Mapping[str, str]
    hot_spots: tuple[HotSpotPlace, ...]
    seen_at: datetime | None = None


def report_data(workspace: Workspace, period: Period, *, as_of: datetime) -> ReportData:
    """Read what the page of a period shows; a period that is not over is judged as of a moment."""
    reader = FigureReader.of(workspace, period, as_of=as_of)
    rules = reader.indicators(reader.rules.report)
    periods = _trend_periods(period)
    spots = needs_hot_spots(rules, reader.rules)
    slices = {one: reader.slice(one, with_hot_spots=spots) for one in periods}
    own, before = slices[period], period.year_before()
    year = slices.get(before) or reader.slice(before, with_hot_spots=spots)
    figures = tuple(
        replace(
            figure(rule, own),
            previous=indicator_value(rule, slices[period.previous()]),
            year_before=indicator_value(rule, year),
        )
        for rule in rules
    )
    zones = tuple(workspace.all(Zone))
    small = {name for dimension, name in own.facts.small if dimension == "zone"}
    return ReportData(
        period=period,
        trend_periods=periods,
        figures=figures,
        values=_values(rules, own),
        trends={r.code: tuple(indicator_value(r, slices[one]) for one in periods) for r in rules},
        causes=_causes(own),
        zones=zones,
        shown={zone.zone_id: OTHERS if zone.zone_id in small else zone.zone_id for zone in zones},
        hot_spots=tuple(_hot_spots(workspace, min(period.last, as_of.date()))),
        seen_at=own.facts.seen_at,
    )


def _trend_periods(period: Period) -> tuple[Period, ...]:
    periods = [period]
    while len(periods) < _TREND[period.kind]:
        periods.append(periods[-1].previous())
    return tuple(reversed(periods))


def _values(rules: tuple[IndicatorRule, ...], facts: Slice) -> Values:
    """Return the indicators of each zone and type, and of all of them."""
    measures = [name for rule in rules for name in (*rule.parsed.sums, *rule.parsed.spreads)]
    found: dict[str, dict[str, dict[str, float | None]]] = {}
    for zone in ("", *(name for name in facts.groups(measures, "zone") if name)):
        own = facts.narrowed("zone", (zone,)) if zone else facts
        types: dict[str, dict[str, float | None]] = {"": {r.code: indicator_value(r, own) for r in rules}}
        for rule in rules:
            for part in parts(rule, own, "code"):
                types.setdefault(part.group, {})[rule.code] = part.value
        found[zone] = types
    return found


def _causes(facts: Slice) -> tuple[tuple[str, int], ...]:
    rows = facts.rows("missed_orders")
    if rows is None:
        return ()
    lost = rows[rows["value"] > 0].groupby("cause", observed=True)["value"].sum()
    counts = sorted(lost.items(), key=lambda item: (-item[1], str(item[0])))
    return tuple((str(cause), round(count)) for cause, count in counts)


def _hot_spots(workspace: Workspace, until: date) -> Iterator[HotSpotPlace]:
    """Yield the recurring points that coverage maps show too, the worst first."""
    for one in recurring_points(workspace, until, most=_MOST_POINTS):
        if not one.place.is_empty:
            yield HotSpotPlace(one.asset_id, one.times, one.place)


@dataclass(frozen=True, slots=True)
class PageMap:
    """Zones and points in the plane of a page, ``width`` x ``height``, y downwards."""

    width: float
    height: float
    zones: tuple[tuple[str, str, tuple[float, float]], ...]
    points: tuple[tuple[str, int, float, float], ...]


def page_map(data: ReportData, *, width: float = 1000.0) -> PageMap | None:
    """Return the map of a page: (zone, SVG path, where its name goes) and (asset, times, x, y)."""
    shapes = {zone.zone_id: zone.geometry for zone in data.zones if not zone.geometry.is_empty}
    if not shapes:
        return None
    bounds = [shape.bounds for shape in shapes.values()]
    left, bottom = min(b[0] for b in bounds), min(b[1] for b in bounds)
    right, top = max(b[2] for b in bounds), max(b[3] for b in bounds)
    scale = width / max(right - left, top - bottom, 1.0)

    def place(x: float, y: float) -> tuple[float, float]:
        return round((x - left) * scale, 1), round((top - y) * scale, 1)

    corner_m = (right - left) / _CORNERS
    zones = []
    for name, shape in shapes.items():
        label = shape.representative_point()
        zones.append((name, _path(shape.simplify(corner_m), place), place(label.x, label.y)))
    points = tuple((s.asset_id, s.times, *place(s.place.x, s.place.y)) for s in data.hot_spots)
    return PageMap(round((right - left) * scale, 1), round((top - bottom) * scale, 1), tuple(zones), points)


def _path(shape: BaseGeometry, place: Callable[[float, float], tuple[float, float]]) -> str:
    polygons = getattr(shape, "geoms", [shape])
    rings = [ring for one in polygons for ring in (one.exterior, *one.interiors)]
    return " ".join(
        "M" + "L".join("{:g},{:g}".format(*place(x, y)) for x, y, *_ in ring.coords) + "Z" for ring in rings
    )
