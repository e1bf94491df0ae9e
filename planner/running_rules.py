# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a running day, from ``resources/rules/running_day.yaml``."""

from __future__ import annotations

from datetime import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator

from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, Rule, misfit, read_rules


class ToldTimes(Rule):
    """How far a start may be from the time that people were told, and what each minute later counts."""

    tolerance_min: Annotated[int, Field(ge=0)]
    later_factor: Annotated[int, Field(ge=0)]


class RoomForEmergency(Rule):
    """How often a day in which several orders give way is searched, with how many steps, how long at most.

    Steps give the same offers each time that they are asked for.
    """

    searches: Annotated[int, Field(ge=1)]
    steps: Annotated[int, Field(ge=1)]
    seconds: Annotated[float, Field(gt=0)]


class Replanning(Rule):
    """The prices of another agent and of another time than people were told, and how long to search.

    Without ``emergency`` the room for one is searched once, as long as all else.
    """

    move_min: Annotated[float, Field(ge=0)]
    told: ToldTimes
    seconds: Annotated[float, Field(gt=0)]
    emergency: RoomForEmergency | None = None


class SlotGrid(Rule):
    """The windows of a day that are offered, for how many days, and how many of them."""

    windows: tuple[tuple[time, time], ...]
    days: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]

    @field_validator("windows", mode="before")
    @classmethod
    def _read(cls, found: object) -> object:
        texts = found if isinstance(found, list) else [found]
        try:
            windows = [tuple(time.fromisoformat(part) for part in str(text).split("-")) for text in texts]
            edges = [edge for opens, closes in windows for edge in (opens, closes)]
        except ValueError as error:
            raise misfit(found, Message("expected.windows")) from error
        if not edges or any(later < earlier for earlier, later in pairwise(edges)):
            raise misfit(found, Message("expected.windows"))
        return windows


class RunningRules(DatedRules):
    """What the tools of a running day weigh and offer."""

    replan: Replanning
    slots: SlotGrid


@cache
def running_rules(path: Path = RULES_FOLDER / "running_day.yaml") -> RunningRules:
    """Return the rules of a file; ``InputError`` names what is wrong in it."""
    return read_rules(path, RunningRules)
