# SPDX-License-Identifier: GPL-3.0-or-later
"""What the dossier of an order must hold, and the pictogram of each danger; rules read as data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules

DOSSIER = RULES_FOLDER / "dossier.yaml"

DossierCondition = Literal["digs", "cut"]
Pictogram = Literal["gas", "electricity", "asbestos", "confined_space", "traffic", "deep_trench", "warning"]
ItemName = Literal[
    "hours",
    "asset",
    "hazards",
    "rules",
    "permits",
    "valves",
    "footprint",
    "networks",
    "notice",
    "contact",
]


class PlanScales(Rule):
    """Denominators of the scales of the two plans."""

    near: Annotated[int, Field(gt=0)]
    wide: Annotated[int, Field(gt=0)]


class EmergencyNumber(Label):
    """A number that every dossier recalls, with its source."""

    number: str
    source: str


class SiteHazard(Label):
    """A danger that comes with the work itself, said where every condition of ``when`` holds."""

    pictogram: Pictogram
    source: str
    when: tuple[DossierCondition, ...] = ()


class DossierItem(Label):
    """One thing that a dossier holds, asked for where every condition of ``when`` holds."""

    when: tuple[DossierCondition, ...] = ()


class DossierRules(DatedRules):
    """The whole rule file; ``networks`` goes by the beginning of the PCRS code."""

    scales: PlanScales
    emergency_numbers: tuple[EmergencyNumber, ...]
    hazards: Mapping[str, Pictogram]
    networks: Mapping[str, Pictogram]
    site_hazards: Mapping[str, SiteHazard]
    items: Mapping[ItemName, DossierItem]

    def pictogram_of_hazard(self, hazard: str) -> Pictogram:
        """Return the pictogram of a resource rule; a plain warning for one that the file lacks."""
        return self.hazards.get(hazard, "warning")

    def pictogram_of_network(self, network_type: str) -> Pictogram:
        """Return the pictogram of a kind of network, by the longest beginning of its code."""
        fitting = [start for start in self.networks if network_type.startswith(start)]
        return self.networks[max(fitting, key=len)] if fitting else "warning"


def load_dossier_rules(path: Path | None = None) -> DossierRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or DOSSIER, DossierRules)
