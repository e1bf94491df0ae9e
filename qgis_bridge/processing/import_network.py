# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:importnetwork``: bring the network of a file or a server into a workspace."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import islice
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)

from ..messages import counted, say, tr
from ..wording import word
from .base import FeedbackProgress, RegardAlgorithm
from .held_layers import HeldLayers

if TYPE_CHECKING:
    from ...planner.assets.import_network import ImportedNetwork
    from ...planner.ports import LayerSource, Workspace

# the libraries that know the standards may be missing when the dialog is declared
STANDARDS = ("auto", "stareau", "raepa")
_MOST_SAID = 20


class ImportNetwork(RegardAlgorithm):
    """Writes the layers of a network into the workspace: all of them, or none."""

    SOURCE, SOURCE_LAYERS, STANDARD, MAPPING = "SOURCE", "SOURCE_LAYERS", "STANDARD", "MAPPING"
    ASSET_COUNT, UNUSABLE_COUNT, LAYERS, SKIPPED = "ASSET_COUNT", "UNUSABLE_COUNT", "LAYERS", "SKIPPED"

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
            "Copies the layers of a water or sewer network into a workspace, in the tables that they came "
            "in; other coordinate systems are transformed, and layers that are there already are replaced. "
            "StaR-Eau and RAEPA are recognised; for any other layout a mapping is proposed. If one layer "
            "has a mistake, nothing is written."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        file = QgsProcessingParameterFile
        self.ask(
            file(self.SOURCE, tr("Network (file, folder or postgresql://…)"), optional=True),
            tr("A GeoPackage, shapefile or GeoJSON, a folder of such files, or the address of a schema."),
        )
        self.ask(
            QgsProcessingParameterMultipleLayers(
                self.SOURCE_LAYERS,
                tr("or layers"),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
            ),
            tr("Layers of the project, read with their unsaved edits. Files are faster for large networks."),
        )
        self.ask(
            QgsProcessingParameterEnum(
                self.STANDARD, tr("Standard"), list(STANDARDS), False, "auto", False, True
            ),
            tr("The standard of the tables; with 'auto' each table is recognised."),
        )
        self.ask(
            file(self.MAPPING, tr("Mapping file"), optional=True, fileFilter="YAML (*.yaml *.yml)"),
            tr("For other layouts: a YAML file that says what each table holds. It replaces the standard."),
        )
        self.promise_numbers(
            {
                self.ASSET_COUNT: tr("Number of assets"),
                self.UNUSABLE_COUNT: tr("Number of rows that cannot be used"),
            }
        )
        self.addOutput(QgsProcessingOutputString(self.LAYERS, tr("Layers imported")))
        self.addOutput(QgsProcessingOutputString(self.SKIPPED, tr("Layers not used")))

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
    ) -> bool:
        """Read the layers that are given; called by QGIS in the main thread, where they live."""
        layers = self.parameterAsLayerList(parameters, self.SOURCE_LAYERS, context)
        self._held = self.in_user_words(lambda: HeldLayers.read(layers)) if layers else None
        return True

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Import the layers and say what came in."""
        from ...planner.assets.import_network import AUTO, import_network, is_known
        from ...store.sources import opened, standard_of

        mapping = self.parameterAsString(parameters, self.MAPPING, context)
        asked = mapping or self.parameterAsEnumString(parameters, self.STANDARD, context)
        standard, own = standard_of(asked)
        place = self.parameterAsString(parameters, self.SOURCE, context)
        if bool(place) == (self._held is not None):
            raise QgsProcessingException(tr("Give either a source or layers."))
        with nullcontext(self._held) if self._held else opened(place) as source:
            if standard == AUTO and own is None and not is_known(source.layer_names()):
                _propose(source, feedback)
            progress = FeedbackProgress(feedback)
            imported = import_network(workspace, source, standard=standard, own=own, progress=progress)
        _tell(imported, feedback)
        return {
            self.ASSET_COUNT: sum(imported.counts.values()),
            self.UNUSABLE_COUNT: len(imported.unusable),
            self.LAYERS: ", ".join(imported.layers),
            self.SKIPPED: ", ".join(imported.skipped),
        }


def _propose(source: LayerSource, feedback: QgsProcessingFeedback) -> None:
    """Show a mapping for a source of no known standard, and stop."""
    from ...planner.assets.propose_mapping import propose_mapping

    feedback.pushInfo(propose_mapping(source))
    raise QgsProcessingException(
        tr(
            "No layer is of a known standard. A mapping is proposed in the log: save it as a .yaml file, "
            "complete it, and give it as the mapping file."
        )
    )


def _tell(imported: ImportedNetwork, feedback: QgsProcessingFeedback) -> None:
    for role, count in imported.counts.items():
        feedback.pushInfo(f"{word(f'role.{role.value}')}: {count}")
    for layer, crs in (imported.reprojected or {}).items():
        feedback.pushInfo(tr("{layer}: transformed from {crs}").format(layer=layer, crs=crs))
    for defect in islice(imported.unusable, _MOST_SAID):
        feedback.pushWarning(say(defect.message))
    if len(imported.unusable) > _MOST_SAID:
        more = len(imported.unusable) - _MOST_SAID
        feedback.pushWarning(counted(tr("… and {count} more: see the audit of the networks"), count=more))
    for remark in imported.remarks:
        feedback.pushWarning(say(remark))
