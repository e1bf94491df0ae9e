# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of coverage maps in force in a workspace on a day."""

from __future__ import annotations

from datetime import date

from ...core.rules import parse_rules
from ...steering.coverage_rules import FILE, CoverageRules
from ..ports import Workspace
from ..rule_versions import rule_texts


def coverage_rules_of(workspace: Workspace, day: date) -> CoverageRules:
    """Return the figures in force on a day: the workspace's own, or else those that come with Regard."""
    return parse_rules(rule_texts(workspace, day)[FILE], CoverageRules, file=FILE)
