# SPDX-License-Identifier: GPL-3.0-or-later
"""What the planning dialog knows of a service and what is chosen in it. Free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

# the terms of the cost that sliders change
TERMS = ("travel", "lateness", "overtime", "imbalance")


@dataclass(frozen=True, slots=True)
class Person:
    """An agent as the dialog lists them."""

    agent_id: str
    name: str
    zone: str


@dataclass(frozen=True, slots=True)
class Service:
    """People by zone and name, names of zones, weights of each preset by term, the days offered."""

    people: tuple[Person, ...]
    zones: Mapping[str, str]
    presets: Mapping[str, Mapping[str, float]]
    today: date
    days: int = 1


@dataclass(frozen=True, slots=True)
class Choices:
    """What to plan: ``agents`` empty for everybody; ``factors`` make terms of the preset dearer."""

    day: date
    days: int
    agents: tuple[str, ...]
    preset: str
    factors: Mapping[str, float]
    seconds: float

    @property
    def objective(self) -> str:
        """Return the objective as plans keep it: the preset with the factors that change something."""
        changed = (f"{term}={factor:g}" for term, factor in self.factors.items() if factor != 1)
        return " ".join([self.preset, *changed])
