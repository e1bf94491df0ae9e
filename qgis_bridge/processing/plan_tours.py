# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:plantours``: plan the agents' tours of a day, store the plan, hand the tours out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..messages import counted, say, tr
from ..styles.orders import style_tours
from .base import FeedbackProgress, OutputLayer
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace
    from ...planner.records import Plan, PlanTour

_TOURS = OutputLayer(
    name="TOURS",
    label=lambda: tr("Tours"),
    explanation=lambda: tr("The way of each agent on each day along the roads, in the agent's colour."),
    kind=QgsWkbTypes.Type.MultiLineString,
    fields=(
        ("agent_id", "text"),
        ("agent", "text"),
        ("day", "text"),
        ("stops", "integer"),
        ("distance_m", "integer"),
        ("travel_s", "integer"),
        ("work_s", "integer"),
        ("overtime_s", "integer"),
        ("colour", "text"),
    ),
    style=lambda layer: style_tours(layer, ()),
)


class PlanTours(DayAlgorithm):
    """Writes a new plan version into the workspace, in one journaled command."""

    DAYS, SECONDS, SEED = "DAYS", "SECONDS", "SEED"
    PLAN_ID, PLANNED, UNPLANNED = "PLAN_ID", "PLANNED", "UNPLANNED"

    feature = "plan"
    section = "planning"
    drawing = "plan"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "plantours"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Plan the tours of a day")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Plans which agent goes to which order and when, along the roads, under skills, working hours, "
            "appointments, breaks, equipment and legal dates. The plan is checked, stored in the workspace "
            "and is then the one in force. The same seed and workspace give the same kind of plan; more "
            "seconds give shorter tours."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_day(tr("The first day to plan."))
        self._ask_effort()
        self.ask_layers([_TOURS])
        self.addOutput(QgsProcessingOutputString(self.PLAN_ID, tr("Plan")))
        self.promise_numbers({self.PLANNED: tr("Orders planned"), self.UNPLANNED: tr("Orders left out")})

    def _ask_effort(self) -> None:
        number = QgsProcessingParameterNumber
        self.ask(
            number(self.DAYS, tr("Number of days"), number.Type.Integer, 1, minValue=1, maxValue=14),
            tr("How many days in a row are planned together, 1 to 14."),
        )
        self.ask(
            number(
                self.SECONDS, tr("Seconds to search"), number.Type.Double, 8.0, minValue=0.1, maxValue=3600
            ),
            tr("How long to look for better tours: longer searches give shorter ways."),
        )
        self.ask(
            number(self.SEED, tr("Seed"), number.Type.Integer, 1, minValue=0),
            tr("The start of the random choices: another seed finds other tours."),
        )
        self.ask_now(
            tr("Nothing starts before this moment. Empty: now. A day that is past is planned whole.")
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Plan, store, and write the tours."""
        from ...planner.plans.plan_day import plan_days
        from ...planner.tours.plan_options import PlanOptions

        options = PlanOptions(
            day=self.read_day(parameters, context),
            days=self.parameterAsInt(parameters, self.DAYS, context),
            seconds=self.parameterAsDouble(parameters, self.SECONDS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )
        progress = FeedbackProgress(feedback)
        now = self.read_now(parameters, context, workspace)
        made = plan_days(workspace, options, now=now, who=self.who(), progress=progress)
        for note in made.notes:
            feedback.pushWarning(say(note))
        return self._write(parameters, context, feedback, workspace, made.plan)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
        plan: Plan,
    ) -> dict[str, Any]:
        from ...planner.agent_names import agent_names
        from ...planner.records import PlanStop, PlanTour, PlanUnplanned

        names = agent_names(workspace)
        tours = workspace.all(PlanTour, plan_id=plan.plan_id)
        planned = {stop.order_id for stop in workspace.all(PlanStop, plan_id=plan.plan_id)}
        left_out = workspace.all(PlanUnplanned, plan_id=plan.plan_id)
        text = tr("Plan {plan}: {planned} orders planned in {tours} tours, {left} left out")
        feedback.pushInfo(
            counted(text, plan=plan.plan_id, planned=len(planned), tours=len(tours), left=len(left_out))
        )
        agents = sorted({(t.agent_id, names.get(t.agent_id, t.agent_id), t.colour) for t in tours})
        drawn = replace(_TOURS, style=lambda layer: style_tours(layer, agents))
        rows = {drawn: lambda: (_row(tour, names) for tour in tours)}
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.PLAN_ID: plan.plan_id,
            self.PLANNED: len(planned),
            self.UNPLANNED: len(left_out),
        }


def _row(tour: PlanTour, names: Mapping[str, str]) -> tuple[Any, tuple[Any, ...]]:
    """Return a tour's way and its attributes in the order of the fields."""
    return tour.geometry, (
        tour.agent_id,
        names.get(tour.agent_id, tour.agent_id),
        tour.day.isoformat(),
        tour.stops,
        tour.distance_m,
        tour.travel_s,
        tour.work_s,
        tour.overtime_s,
        tour.colour,
    )
