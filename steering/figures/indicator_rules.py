# SPDX-License-Identifier: GPL-3.0-or-later
"""The indicators of a service as dated, editable data: formula, unit, source, owner, target."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, name_entries, one_of, read_rules
from .formula import Formula, parse_formula
from .givens import Given
from .measures import BASE_MEASURES, SCALARS

FILE = "indicators.yaml"
MOST_IN_REPORT = 8


class TypeMeasure(Rule):
    """A measure of some types of work alone."""

    of: str
    codes: tuple[str, ...] = Field(min_length=1)


class HotSpot(Rule):
    """How many interventions within some months, of which types, make an asset a recurring point."""

    least: int = Field(ge=2)
    months: int = Field(ge=1, le=60)
    codes: tuple[str, ...]


class IndicatorRule(Rule):
    """One indicator; ``loss`` is the measure whose causes explain it, ``sentence`` says its value."""

    code: str
    label: Label
    meaning: Label
    sentence: Label
    formula: str
    unit: str
    decimals: int = Field(default=1, ge=0, le=3)
    source: Label
    period: Literal["week", "month", "year"]
    owner: Label
    direction: Literal["up", "down", "none"]
    target: float | None = None
    loss: str = ""

    @property
    def parsed(self) -> Formula:
        """Return the formula as it is reckoned with."""
        return _parsed(self.formula)


@cache
def _parsed(text: str) -> Formula:
    return parse_formula(text)


class IndicatorRules(DatedRules):
    """The indicators and what they are made of; ``report`` are the ones of the page, in its order."""

    least_people: int = Field(ge=3)
    return_days: int = Field(ge=1)
    hot_spot: HotSpot
    report: tuple[str, ...] = Field(min_length=1, max_length=MOST_IN_REPORT)
    givens: dict[str, Given]
    measures: dict[str, TypeMeasure]
    indicators: dict[str, IndicatorRule]

    @model_validator(mode="before")
    @classmethod
    def _named(cls, data: Any) -> Any:
        return name_entries(data, section="indicators", field="code")

    @model_validator(mode="after")
    def _known(self) -> IndicatorRules:
        for name, measure in self.measures.items():
            if measure.of not in BASE_MEASURES:
                raise misfit(measure.of, one_of(measure.of, BASE_MEASURES), "measures", name, "of")
        for code in self.report:
            if code not in self.indicators:
                raise misfit(code, one_of(code, self.indicators), "report")
        for code, indicator in self.indicators.items():
            self._check_formula(code, indicator)
        return self

    def _check_formula(self, code: str, indicator: IndicatorRule) -> None:
        known = (*BASE_MEASURES, *SCALARS, *self.givens, *self.measures)
        try:
            formula = indicator.parsed
        except ValueError as error:
            raise misfit(str(error), Message("expected.formula"), "indicators", code, "formula") from error
        for name in (*formula.sums, *formula.spreads):
            if name not in known:
                raise misfit(name, one_of(name, known), "indicators", code, "formula")
        if indicator.loss and indicator.loss not in BASE_MEASURES:
            raise misfit(indicator.loss, one_of(indicator.loss, BASE_MEASURES), "indicators", code, "loss")

    @property
    def derived(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Return the measures of some types: what they are made of, and the types."""
        return {name: (measure.of, measure.codes) for name, measure in self.measures.items()}


def load_indicator_rules(path: Path = RULES_FOLDER / FILE) -> IndicatorRules:
    """Return the indicators of a file; ``InputError`` names the line and field of a mistake."""
    return read_rules(path, IndicatorRules)
