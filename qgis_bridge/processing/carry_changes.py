# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:carrychanges``: accepted changes of assets into the layers of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsVectorLayer,
)

from ..messages import tr
from ..wording import word
from .base import OutputLayer, RegardAlgorithm, Rows

if TYPE_CHECKING:
    from ...planner.asset_changes.carry import Carried
    from ...planner.ports import Workspace

LEFT = OutputLayer(
    name="LEFT",
    label=lambda: tr("Changes left"),
    explanation=lambda: tr("A table: each change that was not written, why, and what stands there instead."),
    fields=(
        ("layer", "text"),
        ("asset_id", "text"),
        ("reason", "text"),
        ("there", "text"),
        ("wanted", "text"),
    ),
)


class CarryChanges(RegardAlgorithm):
    """Reads a workspace; edits layers of the project, which the user saves or takes back."""

    LAYERS, WRITTEN, ALREADY, LEFT_COUNT = "LAYERS", "WRITTEN", "ALREADY", "LEFT_COUNT"

    feature = "orders"
    drawing = "review"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "carrychanges"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Carry accepted changes into layers")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Writes the accepted changes of assets into layers of the project, matched by the names of their "
            "tables. The layers are left being edited: look at them, undo in QGIS or save. What holds the "
            "change already is left; what holds something else is told with both values. It may be repeated."
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Run where layers of the project may be edited."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, tr("Layers to write to"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            tr("Your own layers of pipes, valves and other assets, in the CRS of the workspace."),
        )
        self.ask_layers([LEFT])
        self.promise_numbers(
            {
                self.WRITTEN: tr("Number of features written"),
                self.ALREADY: tr("Number of features that were so already"),
                self.LEFT_COUNT: tr("Number of changes left"),
            }
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - nothing to say on the way
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Match, write, and tell what was left."""
        from ...planner.asset_changes.carry import carry
        from ..project_editor import ProjectEditor

        given = self.parameterAsLayerList(parameters, self.LAYERS, context)
        layers = [layer for layer in given if isinstance(layer, QgsVectorLayer)]
        done = carry(workspace, ProjectEditor(layers, crs=workspace.crs, title=self.displayName()))
        written = self.write_layers(parameters, context, workspace.crs, {LEFT: lambda: _left(done)})
        counts = {
            self.WRITTEN: len(done.written),
            self.ALREADY: done.already,
            self.LEFT_COUNT: len(done.left),
        }
        return {**written, **counts}


def _left(done: Carried) -> Rows:
    for one in done.left:
        there, wanted = (
            "; ".join(f"{name}: {values[side]}" for name, *values in one.differences) for side in (0, 1)
        )
        yield None, (one.edit.table, one.edit.key, word(f"uncarried.{one.reason}"), there, wanted)
