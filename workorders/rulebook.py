# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole set of dated rules by which requests become orders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core.rules import RULES_FOLDER
from .catalogue import Catalogue, load_catalogue
from .contracts import Contracts, load_contracts
from .criticality import CriticalityRules, load_criticality
from .law import AntiDamageLaw, load_law
from .means import Means, load_means
from .numbering import Numbering, load_numbering
from .requirements import ResourceRules, load_resource_rules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules in force."""

    means: Means
    catalogue: Catalogue
    criticality: CriticalityRules
    contracts: Contracts
    resources: ResourceRules
    law: AntiDamageLaw
    numbering: Numbering

    @property
    def version(self) -> str:
        """Return the versions that an order is judged by."""
        return (
            f"catalogue {self.catalogue.version}, criticality {self.criticality.version}, "
            f"contracts {self.contracts.version}, resources {self.resources.version}"
        )


def load_rule_book(folder: Path = RULES_FOLDER) -> RuleBook:
    """Return the rules of a folder (by default those that come with Regard)."""
    means = load_means(folder / "means.yaml")
    return RuleBook(
        means=means,
        catalogue=load_catalogue(folder / "catalogue.yaml", means=means),
        criticality=load_criticality(folder / "criticality.yaml"),
        contracts=load_contracts(folder / "contracts.yaml"),
        resources=load_resource_rules(folder / "resource_rules.yaml", means=means),
        law=load_law(folder / "law.yaml"),
        numbering=load_numbering(folder / "numbering.yaml"),
    )
