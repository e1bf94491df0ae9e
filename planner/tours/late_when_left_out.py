# SPDX-License-Identifier: GPL-3.0-or-later
"""What is overdue is not worth less for it: leaving an order out makes it later than any start would."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from ...routing.model.planning_rules import Weights
from ...routing.model.problem import Problem
from ...routing.model.visit import Visit


def worth_with_lateness(problem: Problem) -> Problem:
    """Return the problem with visits worth as much more as it costs to start them at the end of the days.

    Without this the lateness of an order that should have been made days ago exceeds its worth, and it would
    be left out for being late, every day anew.
    """
    if not problem.shifts:
        return problem
    end_s = max(shift.end_s + shift.overtime_s for shift in problem.shifts)
    return replace(problem, visits=tuple(_worth(visit, end_s, problem.weights) for visit in problem.visits))


def _worth(visit: Visit, end_s: int, weights: Weights) -> Visit:
    if visit.due_s is None or visit.due_s >= end_s or not weights.unplanned:
        return visit
    price = weights.lateness * visit.lateness_factor + weights.largest_lateness
    late_min = ceil((end_s - visit.due_s) / 60 * price / weights.unplanned)
    return replace(visit, value_min=visit.value_min + late_min)
