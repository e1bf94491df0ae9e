# SPDX-License-Identifier: GPL-3.0-or-later
"""The framework of execution that every job sheet recalls: rules to keep, and what stops the work."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules

EXECUTION = RULES_FOLDER / "execution.yaml"

SiteCondition = Literal["digs", "urgent_dig", "sensitive_near", "cut", "chamber", "asbestos"]


class SiteRule(Label):
    """One sentence of the job sheet, with its source; said where every condition of ``when`` holds."""

    source: str
    when: tuple[SiteCondition, ...] = ()


class Days(Rule):
    """A number of days with its source."""

    value: Annotated[int, Field(gt=0)]
    source: str


class ExecutionRules(DatedRules):
    """The whole rule file."""

    briefing_days: Days
    rules: Mapping[str, SiteRule]
    stop_work: Mapping[str, SiteRule]


@dataclass(frozen=True, slots=True)
class Recalled:
    """The rules to keep and the triggers that stop the work, in the order of the file."""

    rules: tuple[SiteRule, ...]
    stop_work: tuple[SiteRule, ...]


def recall(rules: ExecutionRules, holding: Collection[SiteCondition]) -> Recalled:
    """Return what holds on a site with these conditions."""
    held = frozenset(holding)
    return Recalled(
        rules=tuple(rule for rule in rules.rules.values() if held.issuperset(rule.when)),
        stop_work=tuple(rule for rule in rules.stop_work.values() if held.issuperset(rule.when)),
    )


def load_execution(path: Path | None = None) -> ExecutionRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or EXECUTION, ExecutionRules)
