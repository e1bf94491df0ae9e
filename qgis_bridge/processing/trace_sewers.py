# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithms ``regard:traceupstream`` and ``regard:tracedownstream``: who may flood, what gets polluted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..messages import counted, say, tr
from . import sewer_layers as layers
from .base import FeedbackProgress
from .place import PlaceAlgorithm

if TYPE_CHECKING:
    from ...network.sewers.results import SewerTrace
    from ...planner.ports import Workspace


class _TraceSewers(PlaceAlgorithm):
    """Reads the network of a workspace; writes nothing into it."""

    CUSTOMER_COUNT, LENGTH_M = "CUSTOMER_COUNT", "LENGTH_M"

    feature = "isolate"
    direction: Literal["upstream", "downstream"]
    layers: tuple[layers.OutputLayer, ...]

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_place()
        self.ask_layers(self.layers)
        self.promise_numbers(
            {self.CUSTOMER_COUNT: tr("Number of customers"), self.LENGTH_M: tr("Length of the sewers, m")}
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
        from ...planner.sites.network_questions import trace_place

        asset, point = self.read_place(parameters, context, workspace.crs)
        progress = FeedbackProgress(feedback)
        progress.report(0.1, tr("Building the network"))
        base = AssetBase(workspace)
        found = trace_place(base, self.direction, asset=asset, point=point)
        progress.check()
        _tell(found, feedback)
        return {
            **self.write_layers(parameters, context, workspace.crs, layers.rows_of(base, found)),
            self.CUSTOMER_COUNT: found.customer_count,
            self.LENGTH_M: found.length_m,
        }


class TraceUpstream(_TraceSewers):
    """What drains to a place."""

    direction = "upstream"
    layers = (layers.PIPES, layers.NODES, layers.CUSTOMERS, layers.DEVICES)

    def name(self) -> str:
        """Return the id; never renamed."""
        return "traceupstream"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Trace the sewers upstream")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds the sewers, connections and gullies that drain to an asset or a point: who may flood "
            "if it is blocked. The direction of each sewer comes from its code, pumps, inverts, manhole "
            "levels or its drawing, and the result says which."
        )


class TraceDownstream(_TraceSewers):
    """Where a place drains to."""

    direction = "downstream"
    layers = (layers.PIPES, layers.ARRIVALS, layers.CUSTOMERS, layers.DEVICES)

    def name(self) -> str:
        """Return the id; never renamed."""
        return "tracedownstream"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Trace the sewers downstream")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Finds where an asset or a point drains to: the sewers, pumping stations and outfalls, and when "
            "a pollution arrives at each manhole, pumping station and outfall. Overflows and loops are told "
            "apart."
        )


def _tell(found: SewerTrace, feedback: QgsProcessingFeedback) -> None:
    text = tr("{pipes} sewers, {length} m; {customers} connections, {gullies} gullies, {outfalls} outfalls")
    feedback.pushInfo(
        counted(
            text,
            pipes=len(found.pipes),
            length=round(found.length_m),
            customers=found.customer_count,
            gullies=len(found.gullies),
            outfalls=len(found.outfalls),
        )
    )
    for note in found.notes:
        feedback.pushWarning(say(note))
