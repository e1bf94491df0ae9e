# SPDX-License-Identifier: GPL-3.0-or-later
"""The inputs of questions about orders: a day, a moment, an order."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterString,
)

from ..messages import tr
from .base import RegardAlgorithm
from .desk_now import desk_now

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class DayAlgorithm(RegardAlgorithm):
    """Base of the algorithms that ask about a day, or judge at a moment."""

    DAY, NOW, ORDER, PLAN = "DAY", "NOW", "ORDER", "PLAN"

    section = "orders"

    def ask_day(self, explanation: str, *, optional: bool = False) -> None:
        """Ask for a day."""
        date_only = QgsProcessingParameterDateTime.Type.Date
        day = QgsProcessingParameterDateTime(self.DAY, tr("Day"), date_only, None, optional)
        self.ask(day, explanation)

    def ask_now(self, explanation: str) -> None:
        """Ask at which moment to judge; ``explanation`` says what it decides."""
        self.ask(QgsProcessingParameterDateTime(self.NOW, tr("Judge as at"), optional=True), explanation)

    def ask_order(self, explanation: str, *, optional: bool = False) -> None:
        """Ask for the number of an order."""
        self.ask(QgsProcessingParameterString(self.ORDER, tr("Order"), optional=optional), explanation)

    def ask_plan(self) -> None:
        """Ask which plan must still be in force."""
        self.ask(
            QgsProcessingParameterString(self.PLAN, tr("Only if this plan is in force"), optional=True),
            tr("The plan that was looked at before. If another is in force by now, nothing is done."),
        )

    def read_day(self, parameters: dict[str, Any], context: QgsProcessingContext) -> date:
        """Return the day; an exception in plain words when none is given."""
        chosen = self.parameterAsDateTime(parameters, self.DAY, context).date()
        if not chosen.isValid():
            raise QgsProcessingException(tr("The day is not a date such as 2026-06-03."))
        return date(chosen.year(), chosen.month(), chosen.day())

    def read_now(
        self, parameters: dict[str, Any], context: QgsProcessingContext, workspace: Workspace
    ) -> datetime:
        """Return the moment to judge at, that of the desk when none is given."""
        chosen = self.parameterAsDateTime(parameters, self.NOW, context)
        if not chosen.isValid():
            return desk_now(workspace)
        day, time = chosen.date(), chosen.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())

    def read_order(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Return the number of the order, empty when none is given."""
        return self.parameterAsString(parameters, self.ORDER, context).strip()

    def require_plan(
        self, parameters: dict[str, Any], context: QgsProcessingContext, workspace: Workspace, day: date
    ) -> None:
        """Refuse to go on when another plan than the one that is asked for is in force."""
        from ...planner.plan_versions import require_in_force

        require_in_force(workspace, day, self.parameterAsString(parameters, self.PLAN, context).strip())
