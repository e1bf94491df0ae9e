# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:recalibrate``: durations proposed from the past year, stored as rules once accepted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    Given,
    Inputs,
    Results,
    day_input,
    now_input,
    number_result,
    text_input,
    text_result,
    whole_input,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.closing.recalibration import Actuals, Proposal

LEAST, ACCEPT, VALID_FROM = "LEAST_JOBS", "ACCEPT", "VALID_FROM"

ACTUALS = OutputLayer(
    name="ACTUALS",
    label=lambda: tr("Actual times"),
    explanation=lambda: tr(
        "A table: the times of the past year by type of work and hazards, and the standard."
    ),
    fields=(
        *(("code", "text"), ("hazards", "text"), ("jobs", "integer"), ("standard_min", "integer")),
        *(("p50_min", "real"), ("p80_min", "real"), ("standard_below_p50", "boolean")),
    ),
)
PROPOSALS = OutputLayer(
    name="PROPOSALS",
    label=lambda: tr("Proposed durations"),
    explanation=lambda: tr("A table: the standard of each type of work as it is, and as it would be."),
    fields=(
        *(("code", "text"), ("jobs", "integer"), ("old_p50_min", "integer"), ("old_p80_min", "integer")),
        *(("new_p50_min", "integer"), ("new_p80_min", "integer"), ("changed", "boolean")),
        *(("old_each_min", "text"), ("new_each_min", "text")),
    ),
)


class Recalibrate(UseCase):
    """Writes a new version of the rules in one journaled command, where something is accepted."""

    VERSION, COUNT = "VERSION", "PROPOSAL_COUNT"

    key = "recalibrate"
    section = "figures"
    layers = (ACTUALS, PROPOSALS)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Learn durations from the past year"), tr(
            "Proposes the durations of types of work from the times of the past year. What is accepted "
            "becomes a new dated version of the rules; orders keep the version that they were judged by."
        )

    def inputs(self) -> Inputs:
        """Yield how many jobs are enough, and what is accepted."""
        yield whole_input(LEAST, tr("Least jobs"), tr("How many jobs a proposal needs."), 10, least=1)
        codes = tr("The types of work whose proposals are taken, with commas between them. Empty: none.")
        yield text_input(ACCEPT, tr("Accept"), codes, optional=True)
        since = tr("The first day of the new durations. Empty: today.")
        yield day_input(VALID_FROM, tr("Valid from"), since, optional=True)
        yield now_input(tr("The year before this moment counts. Empty: now."))

    def results(self) -> Results:
        """Yield how many proposals change something, and the new version."""
        yield number_result(self.COUNT, tr("Proposals that change something"))
        yield text_result(self.VERSION, tr("Version of the rules"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Learn from the past year, and store what is accepted."""
        from ....planner.closing.recalibrate import accept_recalibration, recalibration

        now, codes = given.now, given.texts(ACCEPT)
        found, version = recalibration(workspace, now.date(), least_jobs=given.whole(LEAST) or 1), ""
        if codes:
            since = given.day(VALID_FROM) or now.date()
            made = accept_recalibration(workspace, found, codes, valid_from=since, now=now, who=self.who())
            version = made.version_id
        rows = {
            ACTUALS: lambda: _actual_rows(found.actuals),
            PROPOSALS: lambda: _proposal_rows(found.proposals),
        }
        changed = sum(one.is_changed for one in found.proposals)
        return Outcome(rows, {self.COUNT: changed, self.VERSION: version})


def _actual_rows(actuals: Iterable[Actuals]) -> Rows:
    for one in actuals:
        times = (one.standard_min, one.p50_min, one.p80_min, one.is_standard_below)
        yield None, (one.code, ", ".join(one.hazards), one.jobs, *times)


def _proposal_rows(proposals: Iterable[Proposal]) -> Rows:
    for one in proposals:
        whole = (one.old_p50_min, one.old_p80_min, one.new_p50_min, one.new_p80_min, one.is_changed)
        yield None, (one.code, one.jobs, *whole, _pace(one.old_each_min), _pace(one.new_each_min))


def _pace(each_min: tuple[float, float] | None) -> str:
    return "/".join(f"{minutes:.2f}" for minutes in each_min) if each_min else ""
