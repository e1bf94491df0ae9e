# SPDX-License-Identifier: GPL-3.0-or-later
"""The proof that a plan leaves nothing out that fits for less than it is worth, and what fits for more."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.problem import Problem, Solution
from .reason import Reason
from .reasons import Explainer


@dataclass(frozen=True, slots=True)
class Proof:
    """What keeps out each visit that a plan leaves out, by visit.

    Those of ``fitting`` should be planned: they fit for less than they are worth. Those of ``not_worth`` fit,
    and cost more than leaving them out. Those ``nowhere`` fit at no cost.
    """

    fitting: tuple[tuple[str, Reason], ...] = ()
    not_worth: tuple[tuple[str, Reason], ...] = ()
    nowhere: tuple[str, ...] = ()


def proof(problem: Problem, solution: Solution) -> Proof:
    """Return what every position of every tour leaves to the visits that a plan leaves out.

    The plan's order stays; the breaks are moved where they have to.
    """
    explainer = Explainer(problem, solution)
    places = [(visit_id, explainer.place(visit_id)) for visit_id in solution.unplanned]
    found = [(visit_id, place) for visit_id, place in places if place is not None]
    return Proof(
        fitting=tuple(one for one in found if one[1].code == "fits"),
        not_worth=tuple(one for one in found if one[1].code == "not_worth"),
        nowhere=tuple(visit_id for visit_id, place in places if place is None),
    )


def unfit(problem: Problem, solution: Solution) -> tuple[tuple[str, Reason], ...]:
    """Return the visits that a plan leaves out though they fit for less than they are worth, and where.

    Every position of every tour is tried, in the plan's order, with the breaks moved where they have to.
    Empty for a plan of ``solve``.
    """
    return proof(problem, solution).fitting
