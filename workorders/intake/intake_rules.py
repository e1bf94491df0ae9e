# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures by which calls are taken."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from ...core.messages import Message
from ...core.rules import RULES_FOLDER, DatedRules, Rule, misfit, read_rules

INTAKE = RULES_FOLDER / "intake.yaml"


class SamePlaceAndTime(Rule):
    """How near in place and time two requests of one kind are taken to be about one thing."""

    distance_m: Annotated[float, Field(gt=0)]
    hours: Annotated[float, Field(gt=0)]


class Nearest(Rule):
    """How far assets are proposed for a place, and how many."""

    within_m: Annotated[float, Field(gt=0)]
    most: Annotated[int, Field(ge=1)]


class SplitRules(Rule):
    """How an order may be split: the shortest part, the most parts, and the night between two days of work.

    ``step_min`` is what proposed minutes are rounded to, ``overnight_min`` the least time between the end of
    a part and the start of the next when each has a day of its own.
    """

    least_min: Annotated[int, Field(ge=1)] = 15
    most_parts: Annotated[int, Field(ge=2)] = 12
    step_min: Annotated[int, Field(ge=1)] = 5
    overnight_min: Annotated[int, Field(ge=0)] = 600


class IntakeRules(DatedRules):
    """Ages, duplicates, assets proposed, how far the service reaches, its clock, and how orders are split.

    ``farthest_m`` is how far from the mains and sewers a place may lie, None for anywhere;
    ``clock_ahead_min`` how far ahead of the clock a call may be received.
    """

    amber_from: Annotated[float, Field(gt=0, lt=1)]
    duplicates: SamePlaceAndTime
    nearest: Nearest
    farthest_m: Annotated[float, Field(gt=0)] | None = None
    clock_ahead_min: Annotated[int, Field(ge=0)] = 5
    time_zone: str
    contract_id: str
    split: SplitRules = SplitRules()

    def is_to_come(self, received_at: datetime, now: datetime) -> bool:
        """Tell whether a call would be received later than clocks that differ can explain."""
        return received_at > now + timedelta(minutes=self.clock_ahead_min)

    @field_validator("time_zone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise misfit(name, Message("rules.time_zone")) from None
        return name


def load_intake_rules(path: Path | None = None) -> IntakeRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or INTAKE, IntakeRules)
