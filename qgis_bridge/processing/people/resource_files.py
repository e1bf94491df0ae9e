# SPDX-License-Identifier: GPL-3.0-or-later
"""People and means from a folder of files, all or none, and back into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFolderDestination

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import Given, Inputs, Results, now_input, number_result
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace

FOLDER, COUNT = "FOLDER", "RECORD_COUNT"

RECORDS = OutputLayer(
    name="RECORDS",
    label=lambda: tr("Records"),
    explanation=lambda: tr("A table: each file with the number of its records."),
    fields=(("file", "text"), ("count", "integer")),
    optional=True,
)


class ImportResources(UseCase):
    """Writes people and means into the workspace in one journaled command."""

    key = "importresources"
    section = "people"
    layers = (RECORDS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import people and means"), tr(
            "Takes in agents, skills, absences, equipment, stocks, subcontractors and zones from the files "
            "of a folder: all of them or none. A mistake is named by file and line."
        )

    def inputs(self) -> Inputs:
        """Yield the folder."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        yield (
            QgsProcessingParameterFile(FOLDER, tr("Folder"), folder),
            tr("Where agents.csv, skills.csv, absences.csv, equipment.csv, stock.csv, zones.gpkg… are."),
        )
        yield now_input(tr("By which rules skills and parts are known. Empty: now."))

    def results(self) -> Results:
        """Yield how many records came in."""
        yield number_result(COUNT, tr("Number of records"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Take them in."""
        from ....planner.import_records import import_records
        from ....store.resource_files import FILES, ZONES, key_columns, read_resources
        from ....store.taken_lines import naming_lines

        folder = given.file(FOLDER)
        records = read_resources(folder, rules=given.rules(workspace), crs=workspace.crs)
        with naming_lines(key_columns(folder)):
            import_records(workspace, records, name="import resources", who=self.who())
        names = {kind: name for name, kind in FILES.items()}
        counts = Counter(names.get(type(record), ZONES) for record in records)
        return Outcome({RECORDS: lambda: _rows(counts)}, {COUNT: len(records)})


class ExportResources(UseCase):
    """Reads a workspace; writes files only."""

    key = "exportresources"
    section = "people"
    layers = (RECORDS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Export people and means"), tr(
            "Writes people and means into an empty folder, as the files that they can be imported from."
        )

    def inputs(self) -> Inputs:
        """Yield the folder."""
        yield (
            QgsProcessingParameterFolderDestination(FOLDER, tr("Folder")),
            tr("A folder that is empty, or not there yet."),
        )

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Write them."""
        from ....store.resource_export import write_resources

        counts = write_resources(workspace, given.file(FOLDER))
        return Outcome({RECORDS: lambda: _rows(counts)}, {FOLDER: str(given.file(FOLDER))})


def _rows(counts: Mapping[str, int]) -> Rows:
    for file, count in counts.items():
        yield None, (file, count)
