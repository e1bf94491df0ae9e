# SPDX-License-Identifier: GPL-3.0-or-later
"""What is overdue is not left out for being late: leaving it out makes it later than any start would."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from ...routing.model.planning_rules import Weights
from ...routing.model.problem import Problem
from ...routing.model.visit import Visit


def late_when_left_out(problem: Problem) -> Problem:
    """Return the problem in which a visit left out is as late as one that starts at the end of the days.

    Without this the lateness of an order that should have been made days ago exceeds its worth, and it would
    be left out for being late, every day anew. What it is worth beside others stays what its priority says.
    """
    if not problem.shifts:
        return problem
    end_s = max(shift.end_s + shift.overtime_s for shift in problem.shifts)
    visits = tuple(_with_lateness(visit, end_s, problem.weights) for visit in problem.visits)
    return replace(problem, visits=visits)


def _with_lateness(visit: Visit, end_s: int, weights: Weights) -> Visit:
    late_s = 0 if visit.due_s is None else max(0, end_s - visit.due_s)
    if not late_s or not visit.lateness_factor or not weights.unplanned:
        return visit
    # the largest lateness is bounded by its own
    price = weights.lateness * visit.lateness_factor + weights.largest_lateness
    return replace(visit, late_if_left_out_min=ceil(late_s / 60 * price / weights.unplanned))
