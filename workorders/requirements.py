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
from ..core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules
from .catalogue import JobStandard
from .facts import AssetFacts
from .means import EquipmentKinds, Means, PartCounts, SkillNames, load_means
from .site_conditions import NO_ANSWERS, Condition

RESOURCE_RULES = RULES_FOLDER / "resource_rules.yaml"
# before the name of a modifier among the rules that an order keeps: it takes time and is no danger
_MODIFIER = "time:"


class Addition(Rule):
    """What a rule adds; ``crew_min`` is the least crew that it asks for."""

    skills: SkillNames = ()
    crew_skills: SkillNames = ()
    equipment: EquipmentKinds = ()
    parts: PartCounts = Field(default_factory=dict)
    minutes: Annotated[int, Field(ge=0)] = 0
    crew_min: Annotated[int, Field(ge=1)] = 1


class ResourceRule(Rule):
    """One rule that adds means by itself; ``label`` names what takes its minutes."""

    label: Label | None = None
    source: str
    when: Condition
    add: Addition


class DurationModifier(Rule):
    """What makes a type of work take longer than its standard: the minutes, and the least crew for it."""

    label: Label
    source: str
    when: Condition
    minutes: Annotated[int, Field(gt=0)]
    crew_min: Annotated[int, Field(ge=1)] = 1

    @property
    def add(self) -> Addition:
        """Return what the modifier adds."""
        return Addition(minutes=self.minutes, crew_min=self.crew_min)


class ResourceRules(DatedRules):
    """Every rule by the name of the hazard that it answers to, and what only takes longer by its name."""

    rules: Mapping[str, ResourceRule]
    modifiers: Mapping[str, DurationModifier] = Field(default_factory=dict)

    def __getitem__(self, name: str) -> ResourceRule | DurationModifier | None:
        """Return the rule or modifier of a name as orders keep it; None for one that is gone."""
        return self.every.get(name)

    def lengthening(self, standard: JobStandard) -> tuple[ResourceRule | DurationModifier, ...]:
        """Return what can make a type of work take longer, wherever it is."""
        return tuple(
            rule
            for rule in self.every.values()
            if rule.add.minutes
            and (not rule.when.codes or standard.code in rule.when.codes)
            and (standard.digs or not rule.when.digs)
        )

    @property
    def every(self) -> dict[str, ResourceRule | DurationModifier]:
        """Return rules and modifiers by the names that orders keep."""
        return {**self.rules, **{f"{_MODIFIER}{name}": one for name, one in self.modifiers.items()}}


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an order takes once its place is known; ``hazards`` names the rules and modifiers that applied."""

    duration_min: int
    crew: int
    skills: tuple[str, ...]
    crew_skills: tuple[str, ...]
    equipment: tuple[str, ...]
    parts: dict[str, int]
    hazards: tuple[str, ...]


def require(
    standard: JobStandard,
    facts: AssetFacts,
    *,
    urgent: bool,
    rules: ResourceRules,
    answers: Mapping[str, str] = NO_ANSWERS,
    quantity: float | None = None,
) -> Requirements:
    """Return the standard's requirements with those of every rule that applies at the place.

    ``quantity`` is how much there is to do, in the unit of the standard's pace.
    """
    applying = {
        name: rule.add
        for name, rule in rules.every.items()
        if rule.when.holds(standard, facts, urgent=urgent, answers=answers)
    }
    added = tuple(applying.values())
    parts = dict(standard.parts)
    for addition in added:
        for part, quantity in addition.parts.items():
            parts[part] = parts.get(part, 0) + quantity
    return Requirements(
        duration_min=standard.duration_of(quantity).p50 + sum(addition.minutes for addition in added),
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
    """Return what to tell the crew about each rule that applied, in plain words; modifiers are no dangers."""
    return tuple(Message(f"hazard.{hazard}") for hazard in dangers(hazards))


def dangers(hazards: Iterable[str]) -> tuple[str, ...]:
    """Return the rules that an order keeps without those that only take time."""
    return tuple(name for name in hazards if not name.startswith(_MODIFIER))


def added_min(hazards: Iterable[str], rules: ResourceRules) -> int:
    """Return the minutes that rules and modifiers add to a standard; those that are gone add none."""
    return sum(rule.add.minutes for name in hazards if (rule := rules[name]) is not None)


def _united(*lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return every name once, in the order of first mention."""
    return tuple(dict.fromkeys(name for names in lists for name in names))


def load_resource_rules(path: Path | None = None, *, means: Means | None = None) -> ResourceRules:
    """Return the resource rules of a file (by default those that come with Regard)."""
    return read_rules(path or RESOURCE_RULES, ResourceRules, context=means or load_means())
