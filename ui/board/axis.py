# SPDX-License-Identifier: GPL-3.0-or-later
"""The board's axis of hours: from moments to pixels and back, and the marks along it. Free of Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

# between two marks with a text there is room for the text
_LABEL_PX = 56
_STEPS_MIN = (15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080)

NARROWEST_H = 4.0
WIDEST_H = 14 * 24.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the board; ``is_day`` marks midnight, ``has_text`` those with their time written."""

    x: float
    moment: datetime
    is_day: bool
    has_text: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A span of ``hours`` from ``start`` over ``width_px`` pixels."""

    start: datetime
    hours: float
    width_px: float

    @property
    def px_per_s(self) -> float:
        """Return how many pixels a second takes."""
        return self.width_px / (self.hours * 3600)

    @property
    def end(self) -> datetime:
        """Return the moment at the right edge."""
        return self.start + timedelta(hours=self.hours)

    def x_of(self, moment: datetime) -> float:
        """Return where a moment is, in pixels from the left edge."""
        return (moment - self.start).total_seconds() * self.px_per_s

    def moment_at(self, x: float) -> datetime:
        """Return the moment at a pixel, to the second."""
        return self.start + timedelta(seconds=round(x / self.px_per_s))

    def zoomed(self, factor: float, *, at_x: float) -> Axis:
        """Return the axis with ``factor`` times the hours, the moment at ``at_x`` where it was."""
        hours = min(max(self.hours * factor, NARROWEST_H), WIDEST_H)
        kept = self.moment_at(at_x)
        start = kept - timedelta(hours=hours * at_x / self.width_px)
        return replace(self, start=start, hours=hours)

    def moved(self, px: float) -> Axis:
        """Return the axis that shows what lies ``px`` pixels to the right."""
        return replace(self, start=self.moment_at(px))

    def within(self, first: datetime, last: datetime) -> Axis:
        """Return the axis moved so that it stays between two moments, as far as it is not wider."""
        latest = max(first, last - timedelta(hours=self.hours))
        return replace(self, start=min(max(self.start, first), latest))

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks from left to right: the finest steps whose texts do not touch."""
        return _marks(self)

    def _marks(self) -> Iterator[Mark]:
        step_min = next((s for s in _STEPS_MIN if s * 60 * self.px_per_s >= _LABEL_PX / 2), _STEPS_MIN[-1])
        text_min = next((s for s in _STEPS_MIN if s * 60 * self.px_per_s >= _LABEL_PX), _STEPS_MIN[-1])
        step = timedelta(minutes=step_min)
        # counted from a Monday long ago, so that days keep their marks while the board is moved along
        moment = datetime.min + step * ((self.start - datetime.min) // step)
        while moment <= self.end:
            if moment >= self.start:
                minutes = (moment - datetime.min) // timedelta(minutes=1)
                yield Mark(
                    self.x_of(moment),
                    moment,
                    is_day=minutes % 1440 == 0,
                    has_text=minutes % text_min == 0,
                )
            moment += step


@lru_cache(maxsize=8)
def _marks(axis: Axis) -> tuple[Mark, ...]:
    # every row of a frame asks for the same ones
    return tuple(axis._marks())
