# SPDX-License-Identifier: GPL-3.0-or-later
"""What a subcontractor hands over for a type of work, in which format, and what must come first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, read_rules

JOB_PACKS = RULES_FOLDER / "job_packs.yaml"


class Deliverable(Label):
    """One thing to hand over and its format."""

    format: str


class PackRule(Rule):
    """What one type of work asks for beside what all ask for."""

    deliverables: tuple[Deliverable, ...]
    before: tuple[Label, ...] = ()


class JobPackRules(DatedRules):
    """The whole rule file."""

    always: tuple[Deliverable, ...]
    jobs: Mapping[str, PackRule]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a subcontractor hands over for one order, and what must be so before it starts."""

    deliverables: tuple[Deliverable, ...]
    before: tuple[Label, ...]


def terms_of(rules: JobPackRules, code: str) -> Terms:
    """Return the terms of a type of work; one that is not listed has those of all."""
    own = rules.jobs.get(code)
    return Terms((*(own.deliverables if own else ()), *rules.always), own.before if own else ())


def load_job_packs(path: Path | None = None) -> JobPackRules:
    """Return the rules of a file (by default those that come with Regard)."""
    return read_rules(path or JOB_PACKS, JobPackRules)
