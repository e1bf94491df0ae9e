# SPDX-License-Identifier: GPL-3.0-or-later
"""The coverage of a day as its tab shows it: who is needed, the holes, and the rows of the layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Needed:
    """Who is needed: anybody, or whoever holds a skill or has a kind of equipment; ``name`` in words."""

    kind: str
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class HoleRow:
    """A place that nobody reaches in time in some hours; ``box`` is its extent in metres of the workspace."""

    needed: Needed
    first_hour: int
    end_hour: int
    agents: int
    customers: int
    sensitive: int
    pipe_km: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class CoverageShown:
    """The coverage of a day; ``rows`` are those of its layers, by the name of the layer, in ``crs``."""

    day: date
    limit_min: int
    needed: tuple[Needed, ...]
    holes: tuple[HoleRow, ...]
    rows: Mapping[str, list[Any]]
    crs: str
