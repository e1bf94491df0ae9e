# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:emergency``: the ways to insert an order into the running day, and taking one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...core.messages import Message
from ..labels import job_text, reasons_text, spoken_language
from ..messages import say, tr
from .base import FeedbackProgress, OutputLayer, Rows
from .changes import CHANGES, change_rows
from .day_inputs import DayAlgorithm
from .who import ids_of, named

if TYPE_CHECKING:
    from ...planner.agent_names import Names
    from ...planner.life.requeue import NewDay
    from ...planner.ports import Workspace
    from ...planner.running.emergency import Emergency

OFFERS = OutputLayer(
    name="OFFERS",
    label=lambda: tr("Offers"),
    explanation=lambda: tr("A table of the ways to insert the order, the cheapest first, and who gives way."),
    fields=(
        ("offer", "integer"),
        ("agents", "text"),
        ("agent_names", "text"),
        ("start", "datetime"),
        ("cost_min", "real"),
        ("late_min", "integer"),
        ("displaced", "integer"),
        ("dropped", "text"),
    ),
)

GIVING_WAY = OutputLayer(
    name="GIVING_WAY",
    label=lambda: tr("Orders that give way"),
    explanation=lambda: tr("Each order that an offer lets fall out, why, and the day proposed instead."),
    kind=QgsWkbTypes.Type.Point,
    fields=(
        ("offer", "integer"),
        ("order_id", "text"),
        ("job", "text"),
        ("reason", "text"),
        ("new_day", "text"),
        ("in_time", "boolean"),
        ("due_at", "datetime"),
        ("touches", "text"),
    ),
)


class InsertEmergency(DayAlgorithm):
    """Writes a new plan in force only when an offer is accepted, in one journaled command."""

    ACCEPT, PLAN_ID, COUNT = "ACCEPT", "PLAN_ID", "OFFER_COUNT"

    feature = "plan"
    section = "planning"
    drawing = "plan"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "emergency"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Insert an emergency")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds up to three ways to insert an order into the plan in force, with the orders that each "
            "moves. Nothing is stored unless an offer is accepted; it is then the plan in force."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_order(tr("The number of the order to insert."))
        self.ask_day(tr("The running day; a plan must hold it."))
        self.ask_now(tr("What has left by this moment stays as it is. Empty: now."))
        number = QgsProcessingParameterNumber
        accept = number(self.ACCEPT, tr("Accept the offer"), number.Type.Integer, None, True, minValue=1)
        self.ask(accept, tr("The number of the offer to store as the plan in force. Empty: none is stored."))
        self.ask_plan()
        self.ask_layers([OFFERS, CHANGES, GIVING_WAY])
        self.addOutput(QgsProcessingOutputString(self.PLAN_ID, tr("Plan stored")))
        self.promise_numbers({self.COUNT: tr("Number of offers")})

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Find the offers, store the accepted one, write the tables."""
        from ...planner.agent_names import agent_names
        from ...planner.rule_versions import rule_book_of
        from ...planner.running.emergency import accept_offer, find_offers
        from ...planner.running.gave_way import CAUSE, days_instead

        day, now = self.read_day(parameters, context), self.read_now(parameters, context, workspace)
        self.require_plan(parameters, context, workspace, day)
        order, progress = self.read_order(parameters, context), FeedbackProgress(feedback)
        found = find_offers(workspace, order, day=day, now=now, progress=progress)
        _tell(found, feedback)
        changes = [(offer.number, change) for offer in found.offers for change in offer.changes]
        instead, called = days_instead(workspace, found, now=now), agent_names(workspace)
        cause = rule_book_of(workspace, now.date()).life.not_done.get(CAUSE)
        why = cause.label.spoken(spoken_language()) if cause else ""
        rows = {
            OFFERS: lambda: _offers(found, called),
            CHANGES: change_rows(workspace, changes, {}),
            GIVING_WAY: lambda: _giving_way(found, instead, why),
        }
        accepted, stored = self.parameterAsInt(parameters, self.ACCEPT, context), ""
        if accepted:
            stored = accept_offer(workspace, found, accepted, now=now, who=self.who()).plan_id
        written = self.write_layers(parameters, context, workspace.crs, rows)
        return {**written, self.PLAN_ID: stored, self.COUNT: len(found.offers)}


def _tell(found: Emergency, feedback: QgsProcessingFeedback) -> None:
    for fault in found.faults:
        feedback.pushWarning(say(Message("day.left_as_is", {"fault": fault})))
    if found.reasons:
        feedback.pushWarning(tr("As the plan stands, {order} fits nowhere:").format(order=found.order_id))
        feedback.pushInfo(reasons_text(found.reasons))


def _offers(found: Emergency, called: Names) -> Rows:
    for offer in found.offers:
        who = (ids_of(offer.agents), named(offer.agents, called))
        prices = (round(offer.cost_min, 3), offer.late_min, len(offer.changes), ", ".join(offer.dropped))
        yield None, (offer.number, *who, offer.start, *prices)


def _giving_way(found: Emergency, instead: Mapping[str, NewDay], why: str) -> Rows:
    for offer in found.offers:
        for name in offer.dropped:
            order = offer.proposal.in_force.orders[name]
            new = instead.get(name)
            touches = "; ".join(say(one.message) for one in new.impacts) if new else ""
            day, in_time = (new.day.isoformat(), new.is_in_time) if new else (None, None)
            yield order.place, (offer.number, name, job_text(order), why, day, in_time, order.due_at, touches)
