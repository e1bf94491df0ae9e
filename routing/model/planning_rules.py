# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights of the cost of a plan, from ``resources/rules/planning.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, ClassVar, TypeAlias, TypeVar

from pydantic import ConfigDict, Field, field_validator

from ...core.errors import InputError
from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Rule, misfit, one_of, read_rules

_PLANNING = RULES_FOLDER / "planning.yaml"

MINIMUM_TRAVEL, BALANCED = "minimum_travel", "balanced"
# what follows the name of a preset in an objective, such as "balanced travel=2 overtime=0.5"
_FACTOR = re.compile(r"(\w+)=(\d+(?:\.\d+)?)")
PRIORITIES = ("P1", "P2", "P3", "P4")

Price: TypeAlias = Annotated[float, Field(ge=0, allow_inf_nan=False, strict=True)]
Minutes: TypeAlias = Annotated[int, Field(ge=0, strict=True)]

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Weights:
    """Price of one minute of each term of the cost; none is negative."""

    # a file that names a term which there is not is refused
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    unplanned: Price
    lateness: Price
    travel: Price
    overtime: Price
    waiting: Price
    imbalance: Price
    preference: Price
    moves: Price = 0.0
    subcontracting: Price = 1.0
    largest_lateness: Price = 0.0

    @classmethod
    def minimum_travel(cls) -> Weights:
        """Return the preset that drives least."""
        return planning_rules().presets[MINIMUM_TRAVEL]

    @classmethod
    def balanced(cls) -> Weights:
        """Return the preset that also shares the work evenly."""
        return planning_rules().presets[BALANCED]


class FillerRules(Rule):
    """Worth, in minutes, of visits that fill the gaps, and how far their deadline must be."""

    value_min: Minutes
    value_per_worked_hour_min: Minutes
    due_after_days: Annotated[int, Field(ge=0, strict=True)]


class PlanningRules(DatedRules):
    """Presets by name; value of a visit and price of its lateness by priority (``P1`` ... ``P4``)."""

    presets: Mapping[str, Weights]
    value_min: Mapping[str, Minutes]
    lateness_factor: Mapping[str, Minutes]
    fillers: FillerRules

    @field_validator("presets")
    @classmethod
    def _has_those_of_the_code(cls, presets: Mapping[str, Weights]) -> Mapping[str, Weights]:
        return _with_all(presets, (MINIMUM_TRAVEL, BALANCED))

    @field_validator("value_min", "lateness_factor")
    @classmethod
    def _has_every_priority(cls, figures: Mapping[str, int]) -> Mapping[str, int]:
        for name in figures:
            if name not in PRIORITIES:
                raise misfit(name, one_of(name, PRIORITIES), name)
        return _with_all(figures, PRIORITIES)


def weights_of(objective: str, rules: PlanningRules | None = None) -> Weights:
    """Return the weights of an objective: a preset by name, maybe with factors of its terms.

    ``balanced travel=2 overtime=0.5`` is the preset with driving twice as dear and overtime half. An
    ``InputError`` names the presets or the terms that there are.
    """
    presets = (rules or planning_rules()).presets
    name, *factors = objective.split() or [""]
    if name not in presets:
        raise InputError("plan.objective", found=objective, expected=", ".join(presets))
    weights = presets[name]
    terms = asdict(weights)
    for factor in factors:
        found = _FACTOR.fullmatch(factor)
        if found is None or found[1] not in terms:
            expected = ", ".join(f"{term}=1" for term in terms)
            raise InputError("plan.weight", found=factor, expected=expected)
        weights = replace(weights, **{found[1]: terms[found[1]] * float(found[2])})
    return weights


def is_objective(objective: str, rules: PlanningRules | None = None) -> bool:
    """Tell whether a plan can be made by an objective: its preset may be gone since."""
    try:
        weights_of(objective, rules)
    except InputError:
        return False
    return True


def _with_all(figures: Mapping[str, V], names: tuple[str, ...]) -> Mapping[str, V]:
    if missing := [name for name in names if name not in figures]:
        found = ", ".join(figures) or Message("found.nothing")
        raise misfit(found, Message("expected.also", {"missing": ", ".join(missing)}))
    return figures


@cache
def planning_rules(path: Path = _PLANNING) -> PlanningRules:
    """Return the rules of a planning file; ``InputError`` names the field and the line of a mistake."""
    return read_rules(path, PlanningRules)
