# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights of the cost of a plan, from ``resources/rules/planning.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_PLANNING = Path(__file__).resolve().parents[1] / "resources" / "rules" / "planning.yaml"


@dataclass(frozen=True, slots=True)
class Weights:
    """Price of one minute of each term of the cost; none is negative."""

    unplanned: float
    lateness: float
    travel: float
    overtime: float
    waiting: float
    imbalance: float
    preference: float
    moves: float = 0.0

    @classmethod
    def minimum_travel(cls) -> Weights:
        """Return the preset that drives least."""
        return planning_rules().presets["minimum_travel"]

    @classmethod
    def balanced(cls) -> Weights:
        """Return the preset that also shares the work evenly."""
        return planning_rules().presets["balanced"]


@dataclass(frozen=True, slots=True)
class FillerRules:
    """Worth, in minutes, of visits that fill the gaps, and how far their deadline must be."""

    value_min: int
    value_per_worked_hour_min: int
    due_after_days: int


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """Presets by name; value of a visit and price of its lateness by priority (``P1`` ... ``P4``)."""

    version: str
    presets: Mapping[str, Weights]
    value_min: Mapping[str, int]
    lateness_factor: Mapping[str, int]
    fillers: FillerRules


@cache
def planning_rules(path: Path = _PLANNING) -> PlanningRules:
    """Return the rules of a planning file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    presets = {name: Weights(**weights) for name, weights in data["presets"].items()}
    return PlanningRules(
        data["version"],
        presets,
        data["value_min"],
        data["lateness_factor"],
        FillerRules(**data["fillers"]),
    )
