# SPDX-License-Identifier: GPL-3.0-or-later
"""What is overdue is not worth less for it: leaving an order out makes it later than any start would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from ...routing.model.planning_rules import Weights
from ...routing.model.shift import Shift
from ...routing.model.visit import Visit


def worth_with_lateness(visit: Visit, shifts: Sequence[Shift], weights: Weights) -> Visit:
    """Return the visit worth as much more as it would cost to start it at the very end of the days.

    Without this the lateness of an order that should have been made days ago exceeds its worth, and it would
    be left out for being late, every day anew.
    """
    end_s = max((shift.end_s + shift.overtime_s for shift in shifts), default=0)
    if visit.due_s is None or visit.due_s >= end_s or not weights.unplanned:
        return visit
    price = weights.lateness * visit.lateness_factor + weights.largest_lateness
    return replace(
        visit, value_min=visit.value_min + ceil((end_s - visit.due_s) / 60 * price / weights.unplanned)
    )
