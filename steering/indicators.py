# SPDX-License-Identifier: GPL-3.0-or-later
"""Indicators of a planned period: capacity, load, planning rates, distance per intervention.

No national text defines these rates; the formulas follow usual practice in French water services and each
indicator carries its own, so that a screen or report can show it. Missing data give ``None``, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure with its unit and the formula that gave it; ``value`` is None when it cannot be known."""

    code: str
    value: float | None
    unit: str
    formula: str


@dataclass(frozen=True, slots=True)
class PlannedPeriod:
    """What a plan of some days adds up to; times in hours, distances in kilometres."""

    contract_h: float
    absent_h: float
    work_h: float
    travel_h: float
    overtime_h: float
    distance_km: float
    orders_to_plan: int
    orders_planned: int


def ratio_percent(part: float, whole: float) -> float | None:
    """Return 100 part / whole, or None when there is no whole to compare with."""
    return 100.0 * part / whole if whole > 0 else None


def plan_indicators(period: PlannedPeriod) -> tuple[Indicator, ...]:
    """Return the indicators of a planned period, in the order in which they are read."""
    capacity_h = period.contract_h - period.absent_h
    load_h = period.work_h + period.travel_h
    per_order_km = period.distance_km / period.orders_planned if period.orders_planned else None
    return (
        Indicator("capacity", capacity_h, "h", "contract hours - absences"),
        Indicator("load", load_h, "h", "time on site x crew + travel"),
        Indicator("planning_rate_hours", ratio_percent(load_h, capacity_h), "%", "load / capacity"),
        Indicator(
            "planning_rate_orders",
            ratio_percent(period.orders_planned, period.orders_to_plan),
            "%",
            "orders planned / orders to plan",
        ),
        Indicator("overtime", period.overtime_h, "h", "time worked after the end of the shift"),
        Indicator("distance", period.distance_km, "km", "sum of the tours"),
        Indicator("distance_per_order", per_order_km, "km", "distance / orders planned"),
    )
