# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:importnetwork``: bring the network of a file into a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..messages import tr
from ..wording import word
from .base import FeedbackProgress, RegardAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class ImportNetwork(RegardAlgorithm):
    """Writes the layers of a network into the workspace: all of them, or none."""

    SOURCE, ASSET_COUNT, LAYERS, SKIPPED = "SOURCE", "ASSET_COUNT", "LAYERS", "SKIPPED"

    feature = "isolate"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "importnetwork"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import a network")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr(
            "Copies the layers of a water or sewer network into a workspace, in the tables of their "
            "standard; other coordinate systems are transformed. Layers that are there already are replaced. "
            "If one layer has a mistake, nothing is written."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterFile(self.SOURCE, tr("Network (file or folder)")),
            tr("A GeoPackage, or a folder of GeoPackages, shapefiles and GeoJSON files."),
        )
        self.promise_numbers({self.ASSET_COUNT: tr("Number of assets")})
        self.addOutput(QgsProcessingOutputString(self.LAYERS, tr("Layers imported")))
        self.addOutput(QgsProcessingOutputString(self.SKIPPED, tr("Layers not used")))

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Import the layers and say what came in."""
        from ...planner.import_network import import_network
        from ...store.layer_files import open_layers

        source = open_layers(self.parameterAsString(parameters, self.SOURCE, context))
        imported = import_network(workspace, source, progress=FeedbackProgress(feedback))
        for role, count in imported.counts.items():
            feedback.pushInfo(f"{word(f'role.{role.value}')}: {count}")
        return {
            self.ASSET_COUNT: sum(imported.counts.values()),
            self.LAYERS: ", ".join(imported.layers),
            self.SKIPPED: ", ".join(imported.skipped),
        }
