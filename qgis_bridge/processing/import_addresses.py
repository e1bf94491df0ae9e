# SPDX-License-Identifier: GPL-3.0-or-later
"""Algorithm ``regard:importaddresses``: the address base of the workspace, replaced by a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
)

from ..messages import tr
from .base import RegardAlgorithm

if TYPE_CHECKING:
    from ...planner.ports import Workspace


class ImportAddresses(RegardAlgorithm):
    """Replaces the address base of the workspace: all of it, or nothing."""

    SOURCE, ADDRESSES, STREETS = "SOURCE", "ADDRESS_COUNT", "STREET_COUNT"

    feature = "orders"
    section = "orders"
    drawing = "orders"

    def name(self) -> str:
        """Return the id; never renamed."""
        return "importaddresses"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Import the address base")

    def shortHelpString(self) -> str:
        """Return what it does and what to give it."""
        return tr("Imports the French address base (BAN) in place of the one that the workspace has.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 - QGIS's own
        """Declare inputs and outputs."""
        self.ask_workspace()
        self.ask(
            QgsProcessingParameterFile(self.SOURCE, tr("Addresses (BAN, CSV or CSV.gz)")),
            tr("The file of a department or a town, from adresse.data.gouv.fr."),
        )
        self.promise_numbers(
            {self.ADDRESSES: tr("Number of addresses"), self.STREETS: tr("Number of streets")}
        )

    def answer(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,  # noqa: ARG002 - QGIS's own
        workspace: Workspace,
    ) -> dict[str, Any]:
        """Read the file and replace the address base."""
        from ...planner.intake.addresses import import_addresses
        from ...store.address_files import read_addresses

        file = Path(self.parameterAsString(parameters, self.SOURCE, context).strip())
        addresses, streets = import_addresses(workspace, read_addresses(file, crs=workspace.crs))
        return {self.ADDRESSES: addresses, self.STREETS: streets}
