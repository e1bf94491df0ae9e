# SPDX-License-Identifier: GPL-3.0-or-later
"""A dispatcher's morning in one call: qualify what came in, plan the day, sum it up."""

from __future__ import annotations

from datetime import datetime

from ...core.progress import Progress, SilentProgress, Span
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..intake.qualify_day import QualifiedDay, qualify_requests
from ..ports import Workspace
from ..tours.plan_options import PlanOptions
from .plan_day import plan_days
from .summary import DaySummary, day_summary


def run_day(
    workspace: Workspace,
    options: PlanOptions,
    *,
    rules: RuleBook,
    now: datetime,
    who: str,
    language: str = "fr",
    progress: Progress | None = None,
) -> tuple[QualifiedDay, DaySummary]:
    """Qualify the new requests, plan the days and return both results; errors are those of the two."""
    progress = progress or SilentProgress()
    qualified = qualify_requests(
        workspace,
        AssetBase(workspace),
        rules=rules,
        now=now,
        who=who,
        language=language,
        progress=Span(progress, 0.0, 0.4),
    )
    plan_days(workspace, options, now=now, who=who, progress=Span(progress, 0.4, 1.0))
    return qualified, day_summary(workspace)
