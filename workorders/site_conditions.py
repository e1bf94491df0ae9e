# SPDX-License-Identifier: GPL-3.0-or-later
"""When a rule about the place of an order applies: clauses that are read as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import Field

from ..core.rules import Rule
from .catalogue import JobStandard
from .facts import AssetFacts

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


class Condition(Rule):
    """When a rule applies: every clause given must hold.

    ``laid_before`` holds for pipes of unknown age too; ``narrower_than_depth`` compares the width of the
    trench with that share of its depth; ``in_corridor`` lists network types met inside their uncertainty
    corridor. ``codes`` are types of work, ``roles`` kinds of asset, ``answers`` the answers that fit by
    question; ``deeper_than_usual_m`` is how far the dig goes below the usual one of its type.
    ``diameter_from_mm`` is that of the asset or, where the maps lack it, of the answer to
    ``diameter_question``.
    """

    codes: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    diameter_from_mm: float | None = None
    diameter_question: str = ""
    digs: bool = False
    urgent: bool = False
    enters_chamber: bool = False
    materials: tuple[str, ...] = ()
    laid_before: int | None = None
    deeper_than_m: float | None = None
    deeper_than_usual_m: float | None = None
    narrower_than_depth: float | None = None
    in_corridor: tuple[str, ...] = ()

    def holds(
        self,
        standard: JobStandard,
        facts: AssetFacts,
        *,
        urgent: bool,
        answers: Mapping[str, str] = NO_ANSWERS,
    ) -> bool:
        """Tell whether the rule applies to this type of work at this place."""
        return (
            (standard.code in self.codes or not self.codes)
            and (facts.role in self.roles or not self.roles)
            and all(answers.get(question) in given for question, given in self.answers.items())
            and self._diameter_holds(facts, answers)
            and (standard.digs or not self.digs)
            and (urgent or not self.urgent)
            and (standard.enters_chamber or facts.enters_chamber or not self.enters_chamber)
            and (not self.materials or facts.material in self.materials)
            and (self.laid_before is None or facts.laid_year is None or facts.laid_year < self.laid_before)
            and self._trench_holds(standard, facts)
            and self._corridor_holds(facts)
        )

    def _trench_holds(self, standard: JobStandard, facts: AssetFacts) -> bool:
        if (self.deeper_than_m, self.deeper_than_usual_m, self.narrower_than_depth) == (None, None, None):
            return True
        if standard.excavation is None:
            return False
        depth_m = standard.excavation.depth_m if facts.depth_m is None else facts.depth_m
        deep = self.deeper_than_m is None or depth_m > self.deeper_than_m
        if self.deeper_than_usual_m is not None:
            deep = deep and depth_m - standard.excavation.depth_m >= self.deeper_than_usual_m
        share = self.narrower_than_depth
        width_m = standard.excavation.width_m if facts.width_m is None else facts.width_m
        return deep and (share is None or width_m <= share * depth_m)

    def _corridor_holds(self, facts: AssetFacts) -> bool:
        met = {network.network_type for network in facts.networks if network.verdict == "in_corridor"}
        return not self.in_corridor or not met.isdisjoint(self.in_corridor)

    def _diameter_holds(self, facts: AssetFacts, answers: Mapping[str, str]) -> bool:
        if self.diameter_from_mm is None:
            return True
        diameter_mm = facts.diameter_mm
        if diameter_mm is None:
            # callers write "DN 40" as well as "40"
            said = re.search(r"\d+", answers.get(self.diameter_question, ""))
            diameter_mm = float(said.group()) if said else None
        return diameter_mm is not None and diameter_mm >= self.diameter_from_mm
