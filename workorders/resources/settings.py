# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of people and means, from ``resources/rules/resources.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules
from ..means import SkillNames, load_means

_FILE = RULES_FOLDER / "resources.yaml"
_Minutes = Annotated[float, Field(ge=0)]


class Night(Rule):
    """The hours of night work; they pass midnight."""

    from_: Annotated[time, Field(alias="from")]
    to: time

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment is at night."""
        return moment.time() >= self.from_ or moment.time() < self.to


class RestrictionKind(Label):
    """What an agent is spared: call-outs (all, or those at night), or the use of some skills."""

    call_outs: Literal["all", "by_day", "none"] = "all"
    without: SkillNames = ()


class Subcontracting(Rule):
    """By when a subcontractor answers, and what giving work away costs beside its price."""

    answer_working_days: Annotated[int, Field(ge=0)]
    fixed_min: _Minutes


class AlternativeCosts(Rule):
    """What stands in for a missing means costs, in minutes beside detours and prices."""

    days: Annotated[int, Field(ge=0, le=60)]
    agent_min: _Minutes
    neighbour_zone_min: _Minutes
    other_day_min: _Minutes
    per_day_min: _Minutes
    split_min: _Minutes
    on_call_min: _Minutes
    hire_min: _Minutes


class ResourceSettings(DatedRules):
    """Every figure of people and means."""

    daily_rest_h: Annotated[float, Field(ge=0, le=24)]
    night: Night
    restrictions: Mapping[str, RestrictionKind]
    contacts: tuple[str, ...]
    loading_min: Annotated[int, Field(ge=0)]
    changeover_min: Mapping[str, Annotated[int, Field(ge=0)]]
    hire_eur_per_day: Mapping[str, Annotated[float, Field(ge=0)]]
    eur_per_min: Annotated[float, Field(gt=0)]
    subcontracting: Subcontracting
    alternatives: AlternativeCosts
    single_point: Annotated[int, Field(ge=1)]

    def minutes(self, price_eur: float) -> int:
        """Return a price as the minutes of work that it is worth."""
        return round(price_eur / self.eur_per_min)


@cache
def resource_settings(path: Path = _FILE) -> ResourceSettings:
    """Return the figures of a file (by default those that come with Regard)."""
    return read_rules(path, ResourceSettings, context=load_means())
