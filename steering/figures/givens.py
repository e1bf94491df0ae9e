# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that indicators need and no order tells: subscribers, kilometres of network, volumes of a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from ...core.rules import Label, Rule
from .periods import Period


class GivenFigure(Rule):
    """A figure from elsewhere, between two days, both included; ``source`` says from where."""

    first_day: date
    last_day: date
    value: float
    source: str


class Given(Rule):
    """What is given, with its figures.

    A ``stock`` holds for every period that ends within its days; a ``flow`` for the period that its days
    make up.
    """

    label: Label
    kind: Literal["stock", "flow"]
    unit: str
    figures: tuple[GivenFigure, ...] = ()


def given_value(rule: Given, period: Period) -> float | None:
    """Return what is given for a period, None where it is not.

    Of a stock it is the one that holds on the last day, the latest first; of a flow the sum of what makes
    up the period day by day, neither more nor less.
    """
    own = sorted(rule.figures, key=lambda one: one.first_day)
    if rule.kind == "stock":
        holding = [one for one in own if one.first_day <= period.last <= one.last_day]
        return holding[-1].value if holding else None
    inside = [one for one in own if period.first <= one.first_day and one.last_day <= period.last]
    due, total = period.first, 0.0
    for one in inside:
        if one.first_day != due:
            return None
        due, total = one.last_day + timedelta(days=1), total + one.value
    return total if due == period.last + timedelta(days=1) else None
