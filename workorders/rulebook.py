# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole set of dated rules by which requests become orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from ..core.errors import InputError
from ..core.rules import RULES_FOLDER, Rule, parse_rules, rule_text
from .asset_changes.rules import ChangeRules
from .catalogue import Catalogue
from .closing.forms import ClosureRules
from .contracts import Contracts
from .criticality import CriticalityRules
from .dossier import DossierRules
from .informing.execution import ExecutionRules
from .informing.job_packs import JobPackRules
from .informing.rules import CommunicationRules
from .intake.address_words import AddressRules
from .intake.chain_templates import Chains
from .intake.intake_rules import IntakeRules
from .law import AntiDamageLaw
from .life.rules import LifeRules
from .means import Means
from .numbering import Numbering
from .questions import Questions
from .requirements import ResourceRules
from .resources.settings import ResourceSettings
from .road_occupancy import RoadOccupancyRules
from .teleservice.rules import TeleserviceRules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules in force."""

    means: Means
    catalogue: Catalogue
    criticality: CriticalityRules
    contracts: Contracts
    resources: ResourceRules
    law: AntiDamageLaw
    questions: Questions
    numbering: Numbering
    intake: IntakeRules
    chains: Chains
    closure: ClosureRules
    life: LifeRules
    settings: ResourceSettings
    communication: CommunicationRules
    execution: ExecutionRules
    job_packs: JobPackRules
    dossier: DossierRules
    roads: RoadOccupancyRules
    teleservice: TeleserviceRules
    addresses: AddressRules
    asset_changes: ChangeRules
    name: str = ""

    @property
    def version(self) -> str:
        """Return the versions that an order is judged by."""
        named = f"{self.name}: " if self.name else ""
        return (
            f"{named}catalogue {self.catalogue.version}, criticality {self.criticality.version}, "
            f"contracts {self.contracts.version}, resources {self.resources.version}"
        )


class RulePart(NamedTuple):
    """One file of a rule book: the field that it is, and what it is read as."""

    field: str
    model: type[Rule]


# the means come first, the others name them
PARTS: Mapping[str, RulePart] = MappingProxyType(
    {
        "means.yaml": RulePart("means", Means),
        "catalogue.yaml": RulePart("catalogue", Catalogue),
        "criticality.yaml": RulePart("criticality", CriticalityRules),
        "contracts.yaml": RulePart("contracts", Contracts),
        "resource_rules.yaml": RulePart("resources", ResourceRules),
        "law.yaml": RulePart("law", AntiDamageLaw),
        "questions.yaml": RulePart("questions", Questions),
        "numbering.yaml": RulePart("numbering", Numbering),
        "intake.yaml": RulePart("intake", IntakeRules),
        "chains.yaml": RulePart("chains", Chains),
        "closure.yaml": RulePart("closure", ClosureRules),
        "life.yaml": RulePart("life", LifeRules),
        "resources.yaml": RulePart("settings", ResourceSettings),
        "communication.yaml": RulePart("communication", CommunicationRules),
        "execution.yaml": RulePart("execution", ExecutionRules),
        "job_packs.yaml": RulePart("job_packs", JobPackRules),
        "dossier.yaml": RulePart("dossier", DossierRules),
        "road_occupancy.yaml": RulePart("roads", RoadOccupancyRules),
        "teleservice.yaml": RulePart("teleservice", TeleserviceRules),
        "addresses.yaml": RulePart("addresses", AddressRules),
        "asset_changes.yaml": RulePart("asset_changes", ChangeRules),
    }
)


def load_rule_book(folder: Path = RULES_FOLDER) -> RuleBook:
    """Return the rules of a folder (by default those that come with Regard)."""
    return read_rule_book({file: rule_text(folder / file) for file in PARTS})


def read_rule_book(texts: Mapping[str, str], *, name: str = "") -> RuleBook:
    """Return the rules of some texts by file name, as ``load_rule_book`` does of the files of a folder.

    ``name`` is what the version is called. A file of ``PARTS`` that is missing raises ``InputError``.
    """
    missing = next((file for file in PARTS if file not in texts), None)
    if missing is not None:
        raise InputError("file.missing", file=missing)
    read: dict[str, Any] = {}
    for file, part in PARTS.items():
        read[part.field] = parse_rules(texts[file], part.model, file=file, context=read.get("means"))
    return _checked(RuleBook(**read, name=name))


def _checked(book: RuleBook) -> RuleBook:
    """Return a book every name of which is listed where it should be."""
    for reference in _references(book):
        if not reference.is_known:
            raise InputError(
                "rules.reference",
                file=reference.file,
                field=reference.field,
                found=reference.found,
                expected=reference.expected,
            )
    return book


@dataclass(frozen=True, slots=True)
class _Reference:
    """A name in one rule file that another one has to list."""

    file: str
    field: str
    found: str
    expected: str
    is_known: bool


def _references(book: RuleBook) -> Iterator[_Reference]:
    for contract in book.contracts.contracts.values():
        for code in contract.jobs:
            field = f"contracts.{contract.contract_id}.jobs"
            yield _Reference("contracts.yaml", field, code, "catalogue.yaml", code in book.catalogue)
    yield from _of_intake(book)
    for question, by_answer in book.criticality.answers.items():
        yield from _answers(book, "criticality.yaml", f"answers.{question}", question, by_answer)
    for job in book.catalogue.standards():
        field = f"jobs.{job.code}"
        for question, raised in job.raises.items():
            yield from _answers(book, "catalogue.yaml", f"{field}.raises.{question}", question, raised)
        for name, found, expected, known in (
            ("questions", job.questions, "questions.yaml", book.questions.sets.keys()),
            ("exemption", job.exemption, "law.yaml", book.law.exemptions.keys()),
            ("urgency", job.urgency, "law.yaml", book.law.urgency_grounds.keys()),
            *(("closure", form, "closure.yaml", book.closure.forms.keys()) for form in job.closure),
        ):
            yield _Reference(
                "catalogue.yaml", f"{field}.{name}", found, expected, not found or found in known
            )


def _of_intake(book: RuleBook) -> Iterator[_Reference]:
    contracts, contract_id = book.contracts.contracts, book.intake.contract_id
    yield _Reference(
        "intake.yaml", "contract_id", contract_id, ", ".join(contracts), contract_id in contracts
    )
    for one in book.questions.between:
        field = f"between.{one.question}"
        yield from _answers(book, "questions.yaml", field, one.question, one.codes)
        for code in one.codes.values():
            yield _Reference("questions.yaml", field, code, "catalogue.yaml", code in book.catalogue)
    for name, chain in book.chains.templates.items():
        carried = [step.order for step in chain.steps.values() if step.order]
        for code in (*chain.jobs, *carried):
            yield _Reference(
                "chains.yaml", f"templates.{name}", code, "catalogue.yaml", code in book.catalogue
            )


def _answers(
    book: RuleBook, file: str, field: str, question: str, answers: Iterable[str]
) -> Iterator[_Reference]:
    for answer in answers:
        is_known = book.questions.knows(question, answer)
        yield _Reference(file, field, answer, "questions.yaml", is_known)
