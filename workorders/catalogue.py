# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of intervention types: how long, who, with what, how urgent, and whether it digs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..core.errors import InputError
from ..core.messages import Message
from ..core.near_names import near_names
from ..core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, name_entries, read_rules
from .means import EquipmentKinds, Means, PartCounts, SkillNames, ToolKinds, load_means
from .orders import Priority

CATALOGUE = RULES_FOLDER / "catalogue.yaml"
CODE_PATTERN = r"^(AEP|ASS)(-[A-Z]+)+$"


class StandardDuration(Rule):
    """Time on site in minutes: the median, and what eight interventions in ten stay under."""

    p50: Annotated[int, Field(gt=0)]
    p80: Annotated[int, Field(gt=0)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.p80 < self.p50:
            raise misfit(f"{self.p50} - {self.p80}", Message("rules.p80"))
        return self


class Pace(Label):
    """How the time on site grows with the quantity: minutes for each unit, after some for setting up.

    ``en`` and ``fr`` are what is counted (metres, valves…).
    """

    p50: Annotated[float, Field(gt=0)]
    p80: Annotated[float, Field(gt=0)]
    setup_min: Annotated[int, Field(ge=0)] = 0
    source: str

    def minutes(self, quantity: float) -> StandardDuration:
        """Return the time on site for a quantity above 0."""
        p50, p80 = (max(1, round(self.setup_min + quantity * each)) for each in (self.p50, self.p80))
        return StandardDuration(p50=p50, p80=p80)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.p80 < self.p50:
            raise misfit(f"{self.p50:g} - {self.p80:g}", Message("rules.p80"))
        return self


class Crew(Rule):
    """How many agents the work takes at once."""

    min: Annotated[int, Field(ge=1)]
    max: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.max < self.min:
            raise misfit(f"{self.min} - {self.max}", Message("rules.max_min"))
        return self


class Excavation(Rule):
    """The hole that the work usually takes, in metres."""

    length_m: Annotated[float, Field(gt=0)]
    width_m: Annotated[float, Field(gt=0)]
    depth_m: Annotated[float, Field(gt=0)]

    @property
    def area_m2(self) -> float:
        """Return the surface opened."""
        return self.length_m * self.width_m


class PriorityRange(Rule):
    """The priorities that a type of work usually has, from the most severe to the least."""

    most: Priority
    least: Priority

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most.value > self.least.value:
            raise misfit(f"{self.most.value} - {self.least.value}", Message("rules.severe"))
        return self


class Synonyms(Rule):
    """What people say when they mean this type of work."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()


class JobStandard(Rule):
    """One type of intervention.

    ``skills`` are held by one member of the crew each, ``crew_skills`` by every member. ``equipment`` is
    allotted, ``tools`` are carried by every van of the trade. ``excavation`` is there when the work digs;
    when it does not, ``exemption`` names the rule that frees it from a works notice. ``urgency`` is the
    ground on which the law lets an urgent dig start at once; empty when nothing does. ``isolates`` says that
    the main is shut off, ``preventive`` that it is upkeep which nobody waits for, ``by_appointment`` that the
    customer lets the agent in. ``raises`` gives, by
    question and answer, a priority that the default is lifted to; ``pace`` how long a quantity takes, where
    the work is counted; ``questions`` names the set asked beside
    the common one, ``closure`` the forms of what is handed back beside the common one.
    """

    code: str
    label: Label
    network: Literal["water", "sewer"]
    duration_min: StandardDuration
    pace: Pace | None = None
    crew: Crew
    skills: SkillNames = ()
    crew_skills: SkillNames = ()
    equipment: EquipmentKinds = ()
    tools: ToolKinds = ()
    parts: PartCounts = Field(default_factory=dict)
    excavation: Excavation | None = None
    exemption: str = ""
    urgency: str = ""
    isolates: bool = False
    preventive: bool = False
    enters_chamber: bool = False
    by_appointment: bool = False
    priority: PriorityRange
    raises: Mapping[str, Mapping[str, Priority]] = Field(default_factory=dict)
    asset_roles: tuple[str, ...]
    questions: str = ""
    closure: tuple[str, ...] = ()
    synonyms: Synonyms

    def duration_of(self, quantity: float | None) -> StandardDuration:
        """Return the time on site for a quantity; the usual one where none is known or none counts."""
        return self.duration_min if quantity is None or self.pace is None else self.pace.minutes(quantity)

    @property
    def digs(self) -> bool:
        """Tell whether the work breaks ground."""
        return self.excavation is not None

    @property
    def names(self) -> tuple[str, ...]:
        """Return everything that the type of work is called, in both languages."""
        return (self.label.en, self.label.fr, *self.synonyms.en, *self.synonyms.fr)

    def default_priority(self, answers: Mapping[str, str]) -> Priority:
        """Return the least severe priority of the range, lifted by the answers that say so."""
        lifted = [
            by_answer[answers[question]]
            for question, by_answer in self.raises.items()
            if answers.get(question) in by_answer
        ]
        return min([self.priority.least, *lifted], key=lambda priority: priority.value)

    @model_validator(mode="after")
    def _digs_or_is_exempt(self) -> Self:
        if self.digs == bool(self.exemption):
            raise misfit(
                self.exemption or Message("found.nothing"), Message("rules.dig_or_exempt"), "exemption"
            )
        return self


class Catalogue(DatedRules):
    """Every type of intervention by its code."""

    jobs: Mapping[Annotated[str, Field(pattern=CODE_PATTERN)], JobStandard]

    @model_validator(mode="before")
    @classmethod
    def _name_the_jobs(cls, data: object) -> object:
        return name_entries(data, section="jobs", field="code")

    def __getitem__(self, code: str) -> JobStandard:
        """Return a type of work; an unknown code raises ``InputError`` that names near ones."""
        standard = self.jobs.get(code)
        if standard is None:
            raise InputError("catalogue.unknown_code", found=code, near=near_names(code, self.jobs))
        return standard

    def __contains__(self, code: object) -> bool:
        """Tell whether the catalogue has a code."""
        return code in self.jobs

    def __len__(self) -> int:
        """Return how many types there are."""
        return len(self.jobs)

    def standards(self) -> Iterator[JobStandard]:
        """Go through the types in the file's order."""
        return iter(self.jobs.values())


def load_catalogue(path: Path | None = None, *, means: Means | None = None) -> Catalogue:
    """Return the catalogue of a file (by default the one that comes with Regard).

    A duplicate code, a duration of zero or less, a skill or equipment that ``means`` does not list: all
    raise ``InputError`` with the file and the line.
    """
    if path is None and means is None:
        return _shipped()
    return _read(path or CATALOGUE, means or load_means())


@cache
def _shipped() -> Catalogue:
    """Return the catalogue that comes with Regard, which takes a third of a second to read."""
    return _read(CATALOGUE, load_means())


def _read(path: Path, means: Means) -> Catalogue:
    return read_rules(path, Catalogue, context=means)
