# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole set of dated rules by which requests become orders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..core.errors import InputError
from ..core.rules import RULES_FOLDER, Rule, parse_rules
from .catalogue import Catalogue, load_catalogue
from .closing.forms import ClosureRules, load_closure_rules
from .contracts import Contracts, load_contracts
from .criticality import CriticalityRules, load_criticality
from .intake.chain_templates import Chains, load_chains
from .intake.intake_rules import IntakeRules, load_intake_rules
from .law import AntiDamageLaw, load_law
from .means import Means, load_means
from .numbering import Numbering, load_numbering
from .questions import Questions, load_questions
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
    questions: Questions
    numbering: Numbering
    intake: IntakeRules
    chains: Chains
    closure: ClosureRules
    name: str = ""

    @property
    def version(self) -> str:
        """Return the versions that an order is judged by."""
        named = f"{self.name}: " if self.name else ""
        return (
            f"{named}catalogue {self.catalogue.version}, criticality {self.criticality.version}, "
            f"contracts {self.contracts.version}, resources {self.resources.version}"
        )


# the files of a rule book, each with what it is read as; the means come first, the others name them
FILES: Mapping[str, type[Rule]] = MappingProxyType(
    {
        "means.yaml": Means,
        "catalogue.yaml": Catalogue,
        "criticality.yaml": CriticalityRules,
        "contracts.yaml": Contracts,
        "resource_rules.yaml": ResourceRules,
        "law.yaml": AntiDamageLaw,
        "questions.yaml": Questions,
        "numbering.yaml": Numbering,
        "intake.yaml": IntakeRules,
        "chains.yaml": Chains,
        "closure.yaml": ClosureRules,
    }
)


def load_rule_book(folder: Path = RULES_FOLDER) -> RuleBook:
    """Return the rules of a folder (by default those that come with Regard)."""
    means = load_means(folder / "means.yaml")
    return _checked(
        RuleBook(
            means=means,
            catalogue=load_catalogue(folder / "catalogue.yaml", means=means),
            criticality=load_criticality(folder / "criticality.yaml"),
            contracts=load_contracts(folder / "contracts.yaml"),
            resources=load_resource_rules(folder / "resource_rules.yaml", means=means),
            law=load_law(folder / "law.yaml"),
            questions=load_questions(folder / "questions.yaml"),
            numbering=load_numbering(folder / "numbering.yaml"),
            intake=load_intake_rules(folder / "intake.yaml"),
            chains=load_chains(folder / "chains.yaml"),
            closure=load_closure_rules(folder / "closure.yaml"),
        )
    )


def read_rule_book(texts: Mapping[str, str], *, name: str = "") -> RuleBook:
    """Return the rules of some texts by file name, as ``load_rule_book`` does of the files of a folder.

    ``name`` is what the version is called. A file of ``FILES`` that is missing raises ``InputError``.
    """
    missing = next((file for file in FILES if file not in texts), None)
    if missing is not None:
        raise InputError("file.missing", file=missing)
    read: dict[str, Any] = {}
    for file, model in FILES.items():
        read[file] = parse_rules(texts[file], model, file=file, context=read.get("means.yaml"))
    fields = {
        file.removesuffix(".yaml").replace("resource_rules", "resources"): one for file, one in read.items()
    }
    return _checked(RuleBook(**fields, name=name))


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
