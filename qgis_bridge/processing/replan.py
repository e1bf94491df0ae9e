# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:replan``: the rest of the day planned again after something went wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
)

from ..labels import reasons_text
from ..messages import tr
from .base import FeedbackProgress
from .changes import CHANGES, change_rows
from .disruption_inputs import DisruptionAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class Replan(DisruptionAlgorithm):
    """Writes a new plan in force only when it is asked to, in one journaled command."""

    SEED, ACCEPT, PLAN_ID = "SEED", "ACCEPT", "PLAN_ID"
    CHANGED, DROPPED, SHORT_MIN = "CHANGE_COUNT", "DROPPED_COUNT", "SHORT_MIN"

    feature = "plan"
    section = "planning"
    drawing = "plan"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "replan"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Plan the rest of the day again")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Plans the rest of the running day again with few moves: an agent leaves, roads are closed, or "
            "an order takes longer. Shows what changes; nothing is stored unless it is accepted."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The running day; a plan must hold it."))
        self.ask_now(tr("What has left by this moment stays as it is. Empty: now."))
        self.ask_disruption()
        number, flag = QgsProcessingParameterNumber, QgsProcessingParameterBoolean
        self.ask(
            number(self.SEED, tr("Seed"), number.Type.Integer, 1, minValue=0),
            tr("The start of the random choices: another seed finds other tours."),
        )
        self.ask(flag(self.ACCEPT, tr("Store it"), False), tr("Stores the changed day as the plan in force."))
        self.ask_plan()
        self.ask_layers([CHANGES])
        self.addOutput(QgsProcessingOutputString(self.PLAN_ID, tr("Plan stored")))
        labels = (tr("Number of changes"), tr("Orders that fall out"), tr("Working time lost, min"))
        self.promise_numbers(dict(zip((self.CHANGED, self.DROPPED, self.SHORT_MIN), labels, strict=True)))

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Plan again, store it if asked to, write what changes."""
        from ...planner.running.replan import replan
        from ...planner.running.running_day import accept_proposal

        disruption = self.read_disruption(parameters, context)
        day, now = self.read_day(parameters, context), self.read_now(parameters, context, workspace)
        self.require_plan(parameters, context, workspace, day)
        found = replan(
            workspace,
            disruption,
            day=day,
            now=now,
            seed=self.parameterAsInt(parameters, self.SEED, context),
            threads=os.cpu_count() or 1,
            progress=FeedbackProgress(feedback),
        )
        reasons = {name: reasons_text(told) for name, told in found.dropped.items()}
        rows = change_rows(workspace, [(None, change) for change in found.changes], reasons)
        stored = ""
        if self.parameterAsBool(parameters, self.ACCEPT, context):
            plan = accept_proposal(workspace, found.proposal, name="replan", now=now, who=self.who())
            stored = plan.plan_id
        return {
            **self.write_layers(parameters, context, workspace.crs, {CHANGES: rows}),
            self.PLAN_ID: stored,
            self.CHANGED: len(found.changes),
            self.DROPPED: len(found.dropped),
            self.SHORT_MIN: found.short_min,
        }
