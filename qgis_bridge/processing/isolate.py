# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:isolate``: the valves to close to shut off a place, and what loses water."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..messages import counted, say, tr
from . import isolation_layers as layers
from . import isolation_rows as rows
from .base import FeedbackProgress
from .place import PlaceAlgorithm, list_of

if TYPE_CHECKING:
    from ...network.isolation.results import Isolation, NextRing
    from ...planner.ports import Workspace

_DEFAULT_WIDTH_M = 15.0


class Isolate(PlaceAlgorithm):
    """Reads the network of a workspace; writes nothing into it."""

    UNUSABLE, BESIDE, WIDTH_M = "UNUSABLE", "BESIDE", "WIDTH_M"
    CUSTOMER_COUNT, COMBINED_COUNT = "CUSTOMER_COUNT", "COMBINED_COUNT"
    LENGTH_M, VOLUME_M3 = "LENGTH_M", "VOLUME_M3"

    feature = "isolate"
    drawing = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "isolate"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Isolate a place")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the valves to close to shut off an asset or a point of the water network, in the order of "
            "closing and of opening again, each with its reason; the mains that run dry, the customers and "
            "hydrants without water, the area to announce, and what is cut off in addition if a valve does "
            "not hold (plan B) or because other cuts are made at the same time."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_place()
        self._ask_circumstances()
        self.ask_layers(layers.LAYERS)
        self.promise_numbers(
            {
                self.CUSTOMER_COUNT: tr("Number of customers"),
                self.COMBINED_COUNT: tr("Number of customers cut off by the combination only"),
                self.LENGTH_M: tr("Length cut off, m"),
                self.VOLUME_M3: tr("Volume to drain, m³"),
            }
        )

    def _ask_circumstances(self) -> None:
        number = QgsProcessingParameterNumber
        self.ask(
            QgsProcessingParameterString(self.UNUSABLE, tr("Valves that cannot be used"), optional=True),
            tr("Ids separated by commas: stuck, buried, under a car. The cut extends to the next valves."),
        )
        self.ask(
            QgsProcessingParameterString(self.BESIDE, tr("Orders cut off at the same time"), optional=True),
            tr("Order numbers separated by commas. Their valves are taken as closed as well."),
        )
        self.ask(
            number(
                self.WIDTH_M,
                tr("Width of the area, m"),
                number.Type.Double,
                _DEFAULT_WIDTH_M,
                minValue=0.1,
                maxValue=1000,
            ),
            tr("How far the affected area reaches on each side of the mains and of the ways to customers."),
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Trace and write the layers."""
        from ...planner.assets.asset_base import AssetBase
        from ...planner.sites.network_questions import cuts_of_orders, isolate_place

        asset, point = self.read_place(parameters, context, workspace.crs)
        beside = list_of(self.parameterAsString(parameters, self.BESIDE, context))
        outages = cuts_of_orders(workspace, beside)
        progress = FeedbackProgress(feedback)
        progress.report(0.1, tr("Building the network"))
        base = AssetBase(workspace)
        unusable = list_of(self.parameterAsString(parameters, self.UNUSABLE, context))
        found = isolate_place(base, asset=asset, point=point, unusable=unusable, beside=outages)
        progress.check()
        _tell(found, feedback)
        width_m = self.parameterAsDouble(parameters, self.WIDTH_M, context)
        made = rows.of(base, found, width_m=width_m)
        return {
            **self.write_layers(parameters, context, workspace.crs, made),
            self.CUSTOMER_COUNT: found.customer_count,
            self.COMBINED_COUNT: len(found.combination.customers) if found.combination else 0,
            self.LENGTH_M: found.length_m,
            self.VOLUME_M3: found.volume_m3,
        }


def _tell(found: Isolation, feedback: QgsProcessingFeedback) -> None:
    close = tr("Close: {valves}").format(valves=", ".join(found.close) or "-")
    cost = tr(
        "{customers} customers without water, {sensitive} of them sensitive; {length} m of mains cut off"
    )
    feedback.pushInfo(close)
    feedback.pushInfo(
        cost.format(
            customers=found.customer_count,
            sensitive=len(found.sensitive_customers),
            length=round(found.length_m),
        )
    )
    if found.hydrants:
        feedback.pushInfo(
            tr("Hydrants out of service: {hydrants}").format(hydrants=", ".join(found.hydrants))
        )
    for ring in found.next_rings:
        feedback.pushInfo(_plan_b(ring))
    for note in found.notes:
        feedback.pushWarning(say(note))


def _plan_b(ring: NextRing) -> str:
    if not ring.can_isolate:
        return tr("If {valve} does not hold: no valve is left to isolate the place").format(valve=ring.valve)
    text = tr("If {valve} does not hold: close {close}; {customers} more customers")
    return counted(text, valve=ring.valve, close=", ".join(ring.close), customers=len(ring.extra_customers))
