# SPDX-License-Identifier: GPL-3.0-or-later
"""What bending a rule costs, from ``resources/rules/relaxations.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ...core.rules import RULES_FOLDER, DatedRules, Rule, read_rules

_FILE = RULES_FOLDER / "relaxations.yaml"
_Minutes = Annotated[float, Field(ge=0)]


class Price(Rule):
    """The price of one way in minutes, and the largest amount that is tried."""

    fixed: _Minutes
    per_minute: _Minutes = 0.0
    per_day: _Minutes = 0.0
    per_value: _Minutes = 0.0
    most_min: Annotated[int, Field(ge=0)] = 0

    def minutes(self, *, minutes: int = 0, days: int = 0, value_min: int = 0) -> float:
        """Return the price of an amount."""
        return self.fixed + self.per_minute * minutes + self.per_day * days + self.per_value * value_min


class RelaxationRules(DatedRules):
    """The price of each way by its name; a way that is not listed is not offered."""

    longest_day_min: Annotated[int, Field(gt=0)]
    take_out_most: Annotated[int, Field(ge=0)]
    ways: Mapping[str, Price]


@cache
def relaxation_rules(path: Path = _FILE) -> RelaxationRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path, RelaxationRules)
