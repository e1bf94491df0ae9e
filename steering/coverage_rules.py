# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated figures of coverage maps: minutes, grid, recurring points, what counts as a failure."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field, field_validator

from ..core.messages import Message
from ..core.rules import DatedRules, Rule, misfit

FILE = "coverage.yaml"

Positive = Annotated[int, Field(gt=0)]


class GridRules(Rule):
    """How far apart the points of the grid are at least, how many at most, how far from a street."""

    finest_m: Annotated[float, Field(ge=5)]
    most: Annotated[int, Field(ge=100, le=1_000_000)]
    off_road_m: Annotated[float, Field(ge=0)]


class RecurringRules(Rule):
    """How many interventions within some months make a recurring point; ``same_place_m``: without asset.

    ``codes`` are the types of work that count; without any, all but upkeep that comes back by itself.
    """

    least: Annotated[int, Field(ge=2)]
    months: Annotated[int, Field(ge=1, le=60)]
    same_place_m: Annotated[float, Field(ge=0)]
    codes: tuple[str, ...] = ()


class CoverageRules(DatedRules):
    """The figures in force; ``failures`` are types of work by the role of the pipe that fails."""

    bands_min: Annotated[tuple[Positive, ...], Field(min_length=1, max_length=8)]
    hole_min: Positive
    moment_min: Annotated[int, Field(ge=0, le=59)]
    grid: GridRules
    pipe_piece_m: Annotated[float, Field(gt=0)]
    hot_spots: RecurringRules
    failures: dict[str, tuple[str, ...]]
    failure_months: Positive
    age_classes: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]

    @field_validator("bands_min", "age_classes")
    @classmethod
    def _rising(cls, found: tuple[int, ...]) -> tuple[int, ...]:
        if any(later <= earlier for earlier, later in pairwise(found)):
            raise misfit(", ".join(map(str, found)), Message("expected.rising"))
        return found
