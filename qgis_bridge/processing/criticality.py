# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:criticality``: what every pipe and every valve of the network can cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsWkbTypes

from ..messages import say, tr
from ..styles.findings import draw_critical_pipes, draw_critical_valves
from .asset_rows import number_of
from .base import FeedbackProgress, OutputLayer, RegardAlgorithm, Rows

if TYPE_CHECKING:
    from ...network.isolation.criticality import Criticality
    from ...network.water.water_network import WaterNetwork
    from ...planner.ports import Workspace

PIPES = OutputLayer(
    name="PIPES",
    label=lambda: tr("Mains by customers cut off"),
    explanation=lambda: tr(
        "Every main with the customers that lose water if it fails at its worst place, sensitive ones apart."
    ),
    kind=QgsWkbTypes.Type.LineString,
    fields=(
        ("asset_id", "text"),
        ("customers", "integer"),
        ("sensitive", "integer"),
        ("material", "text"),
        ("diameter_mm", "real"),
    ),
    style=draw_critical_pipes,
)
VALVES = OutputLayer(
    name="VALVES",
    label=lambda: tr("Valves by additional customers"),
    explanation=lambda: tr(
        "Every valve with the customers that a cut beside it costs in addition if the valve does not hold."
    ),
    kind=QgsWkbTypes.Type.Point,
    fields=(("asset_id", "text"), ("extra_customers", "integer"), ("extra_sensitive", "integer")),
    style=draw_critical_valves,
)


class MapCriticality(RegardAlgorithm):
    """Reads the network of a workspace; writes nothing into it."""

    WORST_PIPE, WORST_VALVE = "WORST_PIPE", "WORST_VALVE"

    feature = "isolate"
    drawing = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "criticality"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Map the criticality of the water network")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Counts, for the whole network in one pass, the customers that lose water if each main fails and "
            "those in addition if each valve does not hold, with the valves as last found on site and all "
            "sources reckoned with."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask_layers([PIPES, VALVES])
        self.promise_numbers(
            {
                self.WORST_PIPE: tr("Most customers cut off by one main"),
                self.WORST_VALVE: tr("Most additional customers by one valve"),
            }
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Count and write the layers."""
        from ...network.isolation.criticality import criticality_map
        from ...planner.assets.asset_base import AssetBase

        progress = FeedbackProgress(feedback)
        progress.report(0.0, tr("Building the network"))
        network = AssetBase(workspace).water
        found = criticality_map(network, progress=progress)
        for note in found.notes:
            feedback.pushWarning(say(note))
        rows = {PIPES: lambda: _pipes(network, found), VALVES: lambda: _valves(network, found)}
        return {
            **self.write_layers(parameters, context, workspace.crs, rows),
            self.WORST_PIPE: int(found.pipe_customers.max(initial=0)),
            self.WORST_VALVE: int(found.valve_extra_customers.max(initial=0)),
        }


def _pipes(network: WaterNetwork, found: Criticality) -> Rows:
    pipes = network.mains.pipes
    columns = (
        found.pipe_ids.tolist(),
        found.pipe_customers.tolist(),
        found.pipe_sensitive.tolist(),
        pipes.texts("material").tolist(),
        map(number_of, network.mains.diameter_mm.tolist()),
    )
    return zip(pipes.geometry, zip(*columns, strict=True), strict=True)


def _valves(network: WaterNetwork, found: Criticality) -> Rows:
    columns = (found.valve_ids, found.valve_extra_customers, found.valve_extra_sensitive)
    values = zip(*(column.tolist() for column in columns), strict=True)
    return zip(network.mains.devices.geometry[: len(found.valve_ids)], values, strict=True)
