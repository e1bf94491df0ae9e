# SPDX-License-Identifier: GPL-3.0-or-later
"""What the place adds to a type of work: skills, equipment, parts and time, by rules read as data.

The texts behind the rules (asbestos, shoring, confined space, urgent digs, soft digging) stand in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, Rule, read_rules
from .catalogue import JobStandard
from .facts import AssetFacts
from .means import EquipmentKinds, Means, PartCounts, SkillNames, load_means

RESOURCE_RULES = RULES_FOLDER / "resource_rules.yaml"


class Condition(Rule):
    """When a rule applies: every clause given must hold.

    ``laid_before`` holds for pipes of unknown age too; ``narrower_than_depth`` compares the width of the
    trench with that share of its depth; ``in_corridor`` lists network types met inside their uncertainty
    corridor.
    """

    digs: bool = False
    urgent: bool = False
    enters_chamber: bool = False
    materials: tuple[str, ...] = ()
    laid_before: int | None = None
    deeper_than_m: float | None = None
    narrower_than_depth: float | None = None
    in_corridor: tuple[str, ...] = ()

    def holds(self, standard: JobStandard, facts: AssetFacts, *, urgent: bool) -> bool:
        """Tell whether the rule applies to this type of work at this place."""
        return (
            (standard.digs or not self.digs)
            and (urgent or not self.urgent)
            and (standard.enters_chamber or facts.enters_chamber or not self.enters_chamber)
            and (not self.materials or facts.material in self.materials)
            and (self.laid_before is None or facts.laid_year is None or facts.laid_year < self.laid_before)
            and self._trench_holds(standard, facts)
            and self._corridor_holds(facts)
        )

    def _trench_holds(self, standard: JobStandard, facts: AssetFacts) -> bool:
        if self.deeper_than_m is None and self.narrower_than_depth is None:
            return True
        if standard.excavation is None:
            return False
        depth_m = standard.excavation.depth_m if facts.depth_m is None else facts.depth_m
        deep = self.deeper_than_m is None or depth_m > self.deeper_than_m
        share = self.narrower_than_depth
        width_m = standard.excavation.width_m if facts.width_m is None else facts.width_m
        return deep and (share is None or width_m <= share * depth_m)

    def _corridor_holds(self, facts: AssetFacts) -> bool:
        met = {network.network_type for network in facts.networks if network.verdict == "in_corridor"}
        return not self.in_corridor or not met.isdisjoint(self.in_corridor)


class Addition(Rule):
    """What a rule adds; ``crew_min`` is the least crew that it asks for."""

    skills: SkillNames = ()
    crew_skills: SkillNames = ()
    equipment: EquipmentKinds = ()
    parts: PartCounts = Field(default_factory=dict)
    minutes: Annotated[int, Field(ge=0)] = 0
    crew_min: Annotated[int, Field(ge=1)] = 1


class ResourceRule(Rule):
    """One rule that adds means by itself."""

    source: str
    when: Condition
    add: Addition


class ResourceRules(DatedRules):
    """Every rule by the name of the hazard that it answers to."""

    rules: Mapping[str, ResourceRule]


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an order takes once its place is known; ``hazards`` names the rules that applied."""

    duration_min: int
    crew: int
    skills: tuple[str, ...]
    crew_skills: tuple[str, ...]
    equipment: tuple[str, ...]
    parts: dict[str, int]
    hazards: tuple[str, ...]


def require(standard: JobStandard, facts: AssetFacts, *, urgent: bool, rules: ResourceRules) -> Requirements:
    """Return the standard's requirements with those of every rule that applies at the place."""
    applying = {
        name: rule.add
        for name, rule in rules.rules.items()
        if rule.when.holds(standard, facts, urgent=urgent)
    }
    added = tuple(applying.values())
    parts = dict(standard.parts)
    for addition in added:
        for part, quantity in addition.parts.items():
            parts[part] = parts.get(part, 0) + quantity
    return Requirements(
        duration_min=standard.duration_min.p50 + sum(addition.minutes for addition in added),
        crew=max([standard.crew.min, *(addition.crew_min for addition in added)]),
        skills=_united(standard.skills, *(addition.skills for addition in added)),
        crew_skills=_united(standard.crew_skills, *(addition.crew_skills for addition in added)),
        equipment=_united(standard.equipment, *(addition.equipment for addition in added)),
        parts=parts,
        hazards=tuple(applying),
    )


def equipment_in_corridor(network_type: str, verdict: str, *, rules: ResourceRules) -> tuple[str, ...]:
    """Return the equipment that a network adds to a dig by lying in it."""
    if verdict != "in_corridor":
        return ()
    adding = (rule.add.equipment for rule in rules.rules.values() if network_type in rule.when.in_corridor)
    return _united(*adding)


def hazard_messages(hazards: Iterable[str]) -> tuple[Message, ...]:
    """Return what to tell the crew about each rule that applied, in plain words."""
    return tuple(Message(f"hazard.{hazard}") for hazard in hazards)


def _united(*lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return every name once, in the order of first mention."""
    return tuple(dict.fromkeys(name for names in lists for name in names))


def load_resource_rules(path: Path | None = None, *, means: Means | None = None) -> ResourceRules:
    """Return the resource rules of a file (by default those that come with Regard)."""
    return read_rules(path or RESOURCE_RULES, ResourceRules, context=means or load_means())
