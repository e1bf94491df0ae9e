# SPDX-License-Identifier: GPL-3.0-or-later
"""The inputs that say what went wrong on a running day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.ids import AgentId
from ..messages import tr
from .day_inputs import DayAlgorithm

if TYPE_CHECKING:
    from ...planner.running.replan import Disruption


class DisruptionAlgorithm(DayAlgorithm):
    """Base of the algorithm that plans a day again."""

    ABSENT, CLOSED_ROADS, LATE, MINUTES = "ABSENT", "CLOSED_ROADS", "LATE", "MINUTES"

    def ask_disruption(self) -> None:
        """Ask for an absent agent, closed roads, or a late order."""
        number, text = QgsProcessingParameterNumber, QgsProcessingParameterString
        self.ask(text(self.ABSENT, tr("Absent agent"), optional=True), tr("The id of an agent who leaves."))
        self.ask(
            QgsProcessingParameterBoolean(self.CLOSED_ROADS, tr("Closed roads"), False),
            tr("Goes by the roads that are closed on the day."),
        )
        self.ask(text(self.LATE, tr("Late order"), optional=True), tr("An order that takes longer."))
        minutes = number(self.MINUTES, tr("Minutes longer"), number.Type.Integer, 0, False, 0, 1440)
        self.ask(minutes, tr("How much longer the late order takes."))

    def read_disruption(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Disruption:
        """Return what went wrong; an exception in plain words unless it is one thing."""
        from ...planner.running.replan import Disruption

        absent = self.parameterAsString(parameters, self.ABSENT, context).strip()
        late = self.parameterAsString(parameters, self.LATE, context).strip()
        minutes = self.parameterAsInt(parameters, self.MINUTES, context)
        closed_roads = self.parameterAsBool(parameters, self.CLOSED_ROADS, context)
        if bool(absent) + bool(late) + closed_roads != 1:
            raise QgsProcessingException(tr("Give one of: an absent agent, closed roads, a late order."))
        if bool(late) != bool(minutes):
            raise QgsProcessingException(tr("A late order needs its minutes, and minutes need a late order."))
        return Disruption(AgentId(absent) if absent else None, late or None, minutes)
