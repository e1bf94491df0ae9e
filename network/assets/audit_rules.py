# SPDX-License-Identifier: GPL-3.0-or-later
"""The dated distances of the audit."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import PositiveFloat

from ...core.rules import RULES_FOLDER, DatedRules, read_rules

FILE = "audit.yaml"


class AuditRules(DatedRules):
    """Distances in metres: a gap worth naming, a near miss, and how far a proposal to review may reach."""

    gap_m: PositiveFloat
    dangling_m: PositiveFloat
    review_m: PositiveFloat


@cache
def load_audit_rules(path: Path | None = None) -> AuditRules:
    """Return the rules of a YAML file, by default those that come with Regard."""
    return read_rules(path or RULES_FOLDER / FILE, AuditRules)
