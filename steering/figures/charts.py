# SPDX-License-Identifier: GPL-3.0-or-later
"""Small charts as SVG that need no other file and take their colours from the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_WIDTH, _HEIGHT, _EDGE = 240.0, 56.0, 6.0


def trend_svg(values: Sequence[float | None], *, target: float | None, title: str) -> str:
    """Return a line of values, the last one marked, with the target dashed; gaps stay where one is not known.

    ``title`` is what a screen reader says; it must be escaped already. Fewer than two values give no chart.
    """
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return ""
    marks = [*known, *([target] if target is not None else [])]
    low, high = min(marks), max(marks)
    span = (high - low) or 1.0

    def x(number: int) -> float:
        return _EDGE + number * (_WIDTH - 2 * _EDGE) / (len(values) - 1)

    def y(value: float) -> float:
        return _HEIGHT - _EDGE - (value - low) / span * (_HEIGHT - 2 * _EDGE)

    parts = [f'<polyline class="trend" points="{points}"/>' for points in _runs(values, x, y)]
    if target is not None:
        at = f"{y(target):.1f}"
        parts.insert(0, f'<line class="aim" x1="0" x2="{_WIDTH:.0f}" y1="{at}" y2="{at}"/>')
    last = max(number for number, value in enumerate(values) if value is not None)
    parts.append(f'<circle class="now" cx="{x(last):.1f}" cy="{y(values[last] or 0.0):.1f}" r="4"/>')
    return (
        f'<svg class="chart" role="img" aria-label="{title}" viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}">'
        f"{''.join(parts)}</svg>"
    )


def _runs(
    values: Sequence[float | None], x: Callable[[int], float], y: Callable[[float], float]
) -> list[str]:
    """Return the points of each stretch of known values."""
    runs: list[list[str]] = [[]]
    for number, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{x(number):.1f},{y(value):.1f}")
    return [" ".join(run) for run in runs if run]
