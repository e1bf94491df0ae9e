# SPDX-License-Identifier: GPL-3.0-or-later
"""Cadastral parcels: a cadastre taken in, and a parcel found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile, QgsWkbTypes

from ...messages import tr
from ..base import OutputLayer
from ..inputs import Given, Inputs, Results, number_result, text_input
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

SOURCE, TEXT, COUNT = "SOURCE", "TEXT", "PARCEL_COUNT"

PLACES = OutputLayer(
    name="PLACES",
    label=lambda: tr("Parcels found"),
    explanation=lambda: tr("A point in each parcel."),
    kind=QgsWkbTypes.Type.Point,
    fields=(("parcel_id", "text"),),
)


class ImportParcels(UseCase):
    """Replaces the parcels of the workspace in one journaled command: all of them, or nothing."""

    key = "importparcels"
    section = "orders"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import a cadastre"), tr(
            "Imports cadastral parcels in place of those that the workspace has; a call can then be placed "
            "by its parcel."
        )

    def inputs(self) -> Inputs:
        """Yield the file."""
        file = QgsProcessingParameterFile(SOURCE, tr("Parcels (GeoPackage, shapefile, GeoJSON)"))
        yield file, tr("The parcels of a municipality or more, from cadastre.data.gouv.fr.")

    def results(self) -> Results:
        """Yield how many came in."""
        yield number_result(COUNT, tr("Number of parcels"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take them in."""
        from ....planner.intake.parcels import import_parcels
        from ....store.layer_files import open_layers

        return Outcome(values={COUNT: import_parcels(workspace, open_layers(given.file(SOURCE)))})


class FindParcel(UseCase):
    """Reads a workspace; writes nothing into it."""

    key = "findparcel"
    section = "orders"
    layers = (PLACES,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Find a parcel"), tr("Finds cadastral parcels by section and number, or by their whole id.")

    def inputs(self) -> Inputs:
        """Yield what was said."""
        yield text_input(TEXT, tr("Parcel"), tr("Section and number, such as AB 123, or the whole id."))

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(COUNT, tr("Number of parcels"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Find it."""
        from ....planner.intake.parcels import find_parcels

        found = find_parcels(workspace, given.text(TEXT))
        return Outcome(
            {PLACES: lambda: ((one.place, (one.parcel_id,)) for one in found)}, {COUNT: len(found)}
        )
