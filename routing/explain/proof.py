# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof that a plan leaves nothing out that fits."""

from __future__ import annotations

from ..model.problem import Problem, Solution
from .reason import Reason
from .reasons import Explainer


def unfit(problem: Problem, solution: Solution) -> tuple[tuple[str, Reason], ...]:
    """Return the visits that a plan leaves out though they fit for less than they are worth, and where.

    Every position of every tour is tried, in the plan's order, with the breaks moved where they have to.
    Empty for a plan of ``solve``.
    """
    explainer = Explainer(problem, solution)
    found = ((visit_id, explainer.opening(visit_id)) for visit_id in solution.unplanned)
    return tuple((visit_id, reason) for visit_id, reason in found if reason)
