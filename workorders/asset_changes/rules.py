# SPDX-License-Identifier: GPL-3.0-or-later
"""Which closure data change which asset, as data: ``resources/rules/asset_changes.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, read_rules

ASSET_CHANGES = RULES_FOLDER / "asset_changes.yaml"

Kind = Literal[
    "attribute",
    "repair",
    "valve_states",
    "move",
    "through",
    "split",
    "abandon",
    "connection",
    "lengths",
    "remark",
]
Confidence = Literal["sure", "likely", "check"]
CONFIDENCES: tuple[Confidence, ...] = ("sure", "likely", "check")

# kinds that look at more than one field of the closure
_WITHOUT_FIELD = ("valve_states", "remark")


class ChangeRule(Rule):
    """One rule from closure data to a proposed change; the file says what its parts mean."""

    kind: Kind
    label: Label
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    field: str = ""
    attribute: str = ""
    values: Mapping[str, str] = Field(default_factory=dict)
    unless: tuple[str, ...] = ()
    beside: Mapping[str, str] = Field(default_factory=dict)
    only_if: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    confidence: Confidence
    batch: bool = False

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.kind in _WITHOUT_FIELD) == bool(self.field):
            kinds = ", ".join(_WITHOUT_FIELD)
            raise misfit(
                self.field or Message("found.nothing"),
                Message("rules.change_field", {"kinds": kinds}),
                "field",
            )
        if (self.kind == "attribute") != bool(self.attribute):
            raise misfit(
                self.attribute or Message("found.nothing"), Message("rules.change_attribute"), "attribute"
            )
        return self


class ChangeRules(DatedRules):
    """Every rule by its name; ``methods`` lists methods of survey by the class that they reach."""

    within_m: Annotated[float, Field(gt=0)]
    same_place_m: Annotated[float, Field(gt=0)]
    unoperated_years: Annotated[int, Field(gt=0)]
    asbestos: tuple[str, ...]
    methods: Mapping[Literal["A", "B"], tuple[str, ...]]
    rules: Mapping[str, ChangeRule]

    def class_of(self, method: str) -> str:
        """Return the class of precision that a method of survey reaches: C unless it is known."""
        said = " ".join(method.lower().split())
        return next((name for name, words in self.methods.items() if said in words), "C")


def load_change_rules(path: Path | None = None) -> ChangeRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path, ChangeRules) if path else _shipped()


@cache
def _shipped() -> ChangeRules:
    return read_rules(ASSET_CHANGES, ChangeRules)
