# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet of paper in millimetres on which shapes of the ground are drawn to scale as SVG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

import shapely
from shapely.geometry import LineString, Point, Polygon, box

# drawn solid, dashed or dotted as the position is known within class A, B or C
CLASS_DASH = MappingProxyType({"A": "", "B": "3 1", "C": "0.8 1"})
_INK = "#1b1b1b"
_LETTERS_EVERY_MM, _SIGN_MM, _ROW_MM = 25.0, 1.7, 5.0
_LEGEND_COLUMNS = 3
# a sign and its text keep so far from the frame
_INSET_MM = 14.0
_BESIDE_MM = 5.0


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn; sizes and dashes in millimetres, ``casing`` a darker edge on both sides."""

    colour: str
    width_mm: float
    dash: str = ""
    opacity: float = 1.0
    casing: str = ""


class PlanSheet:
    """A map of so many millimetres with a place (metres) in its middle; every text is escaped."""

    def __init__(self, x: float, y: float, *, scale: int, width_mm: float, height_mm: float) -> None:
        self._per_mm = scale / 1000
        half_x, half_y = width_mm / 2 * self._per_mm, height_mm / 2 * self._per_mm
        self.window = box(x - half_x, y - half_y, x + half_x, y + half_y)
        self._west, self._north = x - half_x, y + half_y
        self._width, self._height, self._scale = width_mm, height_mm, scale
        self._parts: list[str] = []

    def area(
        self, shape: shapely.Geometry, *, fill: str, edge: str, opacity: float = 1.0, edge_mm: float = 0.15
    ) -> None:
        """Draw the polygons of a shape."""
        for part in self._within(shape):
            if isinstance(part, Polygon):
                path = " ".join(f"{self._path(ring)} Z" for ring in (part.exterior, *part.interiors))
                self._parts.append(
                    f'<path d="{path}" fill="{fill}" fill-opacity="{opacity}" fill-rule="evenodd" '
                    f'stroke="{edge}" stroke-width="{edge_mm}"/>'
                )

    def line(self, shape: shapely.Geometry, line: Line) -> None:
        """Draw the lines of a shape."""
        for part in self._within(shape):
            if isinstance(part, LineString):
                self._parts += _strokes(self._path(part), line)

    def letters(self, shape: shapely.Geometry, letter: str) -> None:
        """Put a letter in a disc along the lines of a shape."""
        every_m = _LETTERS_EVERY_MM * self._per_mm
        for part in self._within(shape):
            if isinstance(part, LineString) and part.length > every_m / 4:
                count = max(1, round(part.length / every_m))
                for place in range(count):
                    self.sign(
                        part.interpolate((place + 0.5) / count, normalized=True), letter, fill="#ffffff"
                    )

    def sign(self, shape: shapely.Geometry, text: str, *, fill: str, beside: str | None = None) -> None:
        """Draw a disc with a text in it at the points of a shape, and another text beside it."""
        for part in self._within(shape):
            if isinstance(part, Point):
                x, y = self._at(part.x, part.y)
                self._parts.append(
                    f'<circle cx="{x}" cy="{y}" r="{_SIGN_MM}" fill="{fill}" stroke="{_INK}" '
                    'stroke-width="0.25"/>'
                )
                self._text(x, y + 0.8, text, size_mm=2.3, anchor="middle")
                if beside:
                    self._text(x + 2.2, y - 1.2, beside, size_mm=2.6)

    def at_the_edge(self, place: Point) -> Point:
        """Return a place, or where the way to it leaves the sheet, a little within its frame."""
        reach = self.window.buffer(-_INSET_MM * self._per_mm)
        way = shapely.intersection(LineString([self.window.centroid, place]), reach)
        return Point(way.coords[-1])

    def measure(self, line: LineString, text: str, *, away_from: Point) -> None:
        """Draw a dimension: a thin line with its length beside its middle, away from a place."""
        for part in self._within(line):
            if isinstance(part, LineString):
                self._parts += _strokes(self._path(part), Line(_INK, 0.3, dash="1 0.6"))
                middle = part.interpolate(0.5, normalized=True)
                far = max(middle.distance(away_from), 1e-6)
                x, y = self._at(
                    middle.x + (middle.x - away_from.x) / far * _BESIDE_MM * self._per_mm,
                    middle.y + (middle.y - away_from.y) / far * _BESIDE_MM * self._per_mm,
                )
                self._text(x, y + 1, text, size_mm=2.8, anchor="middle")

    def frame(self, *, scale_bar_m: int) -> None:
        """Draw the north arrow and a scale bar of so many metres."""
        long_mm = scale_bar_m / self._per_mm
        y = self._height - 4
        self._parts.append(
            f'<path d="M4,{y} h{long_mm:g} m0,-1.2 v2.4 M4,{y - 1.2} v2.4" stroke="{_INK}" '
            'stroke-width="0.4" fill="none"/>'
        )
        self._text(5, y - 1.5, f"{scale_bar_m} m · 1/{self._scale}", size_mm=3)
        self._text(self._width - 9, 7, "N ↑", size_mm=4.5)

    def svg(self, legend: Sequence[tuple[Line, str, str]], *, title: str) -> str:
        """Return the sheet with its legend under the map: line, letter and what they mean."""
        rows = -(-len(legend) // _LEGEND_COLUMNS)
        height = self._height + 3 + rows * _ROW_MM
        clip = f"map{self._scale}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}" '
            f'width="{self._width:g}mm" height="{height:g}mm" viewBox="0 0 {self._width:g} {height:g}" '
            f'font-family="DejaVu Sans, sans-serif"><clipPath id="{clip}"><rect width="{self._width:g}" '
            f'height="{self._height:g}"/></clipPath><g clip-path="url(#{clip})">{"".join(self._parts)}</g>'
            f'<rect width="{self._width:g}" height="{self._height:g}" fill="none" stroke="{_INK}" '
            f'stroke-width="0.3"/>{"".join(self._legend(legend))}</svg>'
        )

    def _legend(self, entries: Iterable[tuple[Line, str, str]]) -> Iterator[str]:
        wide = self._width / _LEGEND_COLUMNS
        for place, (line, letter, text) in enumerate(entries):
            x, y = place % _LEGEND_COLUMNS * wide, self._height + 5 + place // _LEGEND_COLUMNS * _ROW_MM
            yield from _strokes(f"M{x:g},{y:g} h12", line)
            if letter:
                yield f'<circle cx="{x + 6:g}" cy="{y:g}" r="{_SIGN_MM}" fill="#ffffff" stroke="{_INK}" '
                yield 'stroke-width="0.25"/>'
                yield _text(x + 6, y + 0.8, letter, size_mm=2.3, anchor="middle")
            yield _text(x + 14, y + 1, text, size_mm=2.8)

    def _within(self, shape: shapely.Geometry) -> list[shapely.Geometry]:
        inside = shapely.intersection(shapely.force_2d(shape), self.window)
        return [part for part in shapely.get_parts(inside) if not part.is_empty]

    def _path(self, line: shapely.Geometry) -> str:
        points = (self._at(x, y) for x, y in shapely.get_coordinates(line))
        return "M" + " L".join(f"{x},{y}" for x, y in points)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self._west) / self._per_mm, 2), round((self._north - y) / self._per_mm, 2)

    def _text(self, x: float, y: float, text: str, *, size_mm: float, anchor: str = "start") -> None:
        self._parts.append(_text(x, y, text, size_mm=size_mm, anchor=anchor))


def _strokes(path: str, line: Line) -> list[str]:
    common = f'd="{path}" fill="none" stroke-opacity="{line.opacity}"'
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    drawn = [f'<path {common} stroke="{line.colour}" stroke-width="{line.width_mm}"{dash}/>']
    if line.casing:
        wider = f"{line.width_mm + 0.35:g}"
        drawn.insert(0, f'<path {common} stroke="{line.casing}" stroke-width="{wider}"{dash}/>')
    return drawn


def _text(x: float, y: float, text: str, *, size_mm: float, anchor: str = "start") -> str:
    # the white edge keeps a text readable over lines
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size_mm}" text-anchor="{anchor}" paint-order="stroke" '
        f'stroke="#ffffff" stroke-width="0.5" fill="{_INK}">{escape(text)}</text>'
    )
