# SPDX-License-Identifier: GPL-3.0-or-later
"""How severe a request is: five weighed factors, and the more severe of the score and the catalogue.

A rule of the product. Weights, thresholds and what feeds each factor are in
``resources/rules/criticality.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from ..core.messages import Message
from ..core.rules import RULES_FOLDER, DatedRules, Rule, misfit, read_rules
from .catalogue import JobStandard
from .facts import AssetFacts
from .orders import Priority
from .requests import ServiceRequest

CRITICALITY = RULES_FOLDER / "criticality.yaml"
LEVELS = (0.0, 0.5, 1.0)


def _checked_level(value: float) -> float:
    if value not in LEVELS:
        raise misfit(f"{value:g}", Message("rules.level"))
    return value


Level = Annotated[float, AfterValidator(_checked_level)]
Weight = Annotated[float, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class Factors:
    """How bad a request is on each count: 0, 0.5 or 1."""

    safety: float = 0.0
    service: float = 0.0
    sensitive: float = 0.0
    environment: float = 0.0
    contract: float = 0.0

    def __post_init__(self) -> None:
        for level in asdict(self).values():
            _checked_level(level)


class Weights(Rule):
    """Points that a full factor is worth."""

    safety: Weight
    service: Weight
    sensitive: Weight
    environment: Weight
    contract: Weight


class Levels(Rule):
    """The factors that an answer feeds; those left out stay as they are."""

    safety: Level = 0.0
    service: Level = 0.0
    sensitive: Level = 0.0
    environment: Level = 0.0


class AboveCount(Rule):
    """A level reached by more than ``over`` customers."""

    over: Annotated[int, Field(ge=0)]
    level: Level


class BelowShare(Rule):
    """A level reached when less than ``below`` of the contract's delay is left."""

    below: float
    level: Level


class CriticalityRules(DatedRules):
    """Weights, thresholds, and the level that each fact gives to each factor."""

    weights: Weights
    thresholds: Mapping[Priority, float]
    full_safety: Priority
    danger: Level
    sensitive_in_corridor: Level
    customers_cut: tuple[AboveCount, ...]
    sensitive_cut: Level
    hydrants_out: Level
    time_left: tuple[BelowShare, ...]
    answers: Mapping[str, Mapping[str, Levels]]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A priority and how it came about: points by factor, what the score and the catalogue each ask for."""

    score: float
    priority: Priority
    detail: dict[str, float]
    rules_version: str
    by_score: Priority
    by_catalogue: Priority


def assess(
    factors: Factors,
    *,
    standard: JobStandard,
    rules: CriticalityRules,
    answers: Mapping[str, str] | None = None,
) -> Assessment:
    """Return the score and the priority, the more severe of the score's and the catalogue's default.

    ``answers`` are the caller's replies: some lift the default of a type of work (a broken cover).
    """
    weights = rules.weights.model_dump()
    detail = {name: weights[name] * level for name, level in asdict(factors).items()}
    score = sum(detail.values())
    by_score = rules.full_safety if factors.safety == 1 else _priority_of(score, rules)
    by_catalogue = standard.default_priority(answers or {})
    return Assessment(
        score=score,
        priority=most_severe(by_score, by_catalogue),
        detail=detail,
        rules_version=rules.version,
        by_score=by_score,
        by_catalogue=by_catalogue,
    )


def _priority_of(score: float, rules: CriticalityRules) -> Priority:
    reached = [priority for priority, points in rules.thresholds.items() if score >= points]
    return most_severe(Priority.P4, *reached)


def most_severe(*priorities: Priority) -> Priority:
    """Return the most severe of some priorities."""
    return min(priorities, key=lambda priority: priority.value)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact that feeds a factor: what it is called in the rules, and what was found (a count, a reply)."""

    factor: str
    level: float
    source: str
    found: str


def evidence_of(
    request: ServiceRequest,
    facts: AssetFacts,
    *,
    standard: JobStandard,
    time_left_share: float,
    rules: CriticalityRules,
) -> tuple[Evidence, ...]:
    """Return every fact of a request and its place that makes it more severe.

    Gas or power in the corridor of the dig counts for unforeseeable work only: it is no danger yet where work
    is planned. ``time_left_share`` is the part of the contract's delay still to run: 1 on receipt, below 0
    when late.
    """
    cut = max([step.level for step in rules.customers_cut if facts.customers_cut > step.over], default=0.0)
    late = max([step.level for step in rules.time_left if time_left_share < step.below], default=0.0)
    near = sum(network.is_sensitive and network.verdict == "in_corridor" for network in facts.networks)
    found = [
        Evidence("safety", rules.danger * request.danger, "danger", "yes"),
        Evidence(
            "safety",
            rules.sensitive_in_corridor if near and standard.urgency else 0.0,
            "sensitive_in_corridor",
            str(near),
        ),
        Evidence("service", cut, "customers_cut", str(facts.customers_cut)),
        Evidence(
            "sensitive",
            rules.sensitive_cut if facts.sensitive_cut else 0.0,
            "sensitive_cut",
            str(facts.sensitive_cut),
        ),
        Evidence(
            "sensitive",
            rules.hydrants_out if facts.hydrants_out else 0.0,
            "hydrants_out",
            str(facts.hydrants_out),
        ),
        Evidence("contract", late, "time_left", f"{max(time_left_share, 0.0):.0%}"),
    ]
    for question, reply in (request.answers or {}).items():
        levels = rules.answers.get(question, {}).get(reply)
        if levels is not None:
            found += [Evidence(name, level, question, reply) for name, level in levels.model_dump().items()]
    return tuple(one for one in found if one.level > 0)


def factors_from(evidence: Iterable[Evidence]) -> Factors:
    """Return the factors that facts amount to: the worst level that any of them gives."""
    worst: dict[str, float] = {}
    for one in evidence:
        worst[one.factor] = max(one.level, worst.get(one.factor, 0.0))
    return Factors(**worst)


def sources_of(evidence: Iterable[Evidence]) -> dict[str, str]:
    """Return for each factor the fact that gives its level, as ``customers_cut=23``; the first of a tie."""
    worst: dict[str, Evidence] = {}
    for one in evidence:
        if one.factor not in worst or one.level > worst[one.factor].level:
            worst[one.factor] = one
    return {factor: f"{one.source}={one.found}" for factor, one in worst.items()}


def factors_of(
    request: ServiceRequest,
    facts: AssetFacts,
    *,
    standard: JobStandard,
    time_left_share: float,
    rules: CriticalityRules,
) -> Factors:
    """Return the factors that a request and its place amount to; see ``evidence_of``."""
    return factors_from(
        evidence_of(request, facts, standard=standard, time_left_share=time_left_share, rules=rules)
    )


def load_criticality(path: Path | None = None) -> CriticalityRules:
    """Return the criticality rules of a file (by default those that come with Regard)."""
    return read_rules(path or CRITICALITY, CriticalityRules)
