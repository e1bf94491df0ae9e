# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogue and rules as files that people edit: written out, taken in as a dated version, listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingParameterFile, QgsProcessingParameterFolderDestination

from ...messages import tr
from ..base import OutputLayer, Rows
from ..inputs import (
    Given,
    Inputs,
    Results,
    day_input,
    flag_input,
    now_input,
    number_result,
    text_input,
    text_result,
)
from ..use_case import Outcome, UseCase

if TYPE_CHECKING:
    from ....planner.ports import Workspace
    from ....workorders.rule_versions import RuleVersion

FOLDER, DAY, VERSION, COUNT = "FOLDER", "DAY", "VERSION", "FILE_COUNT"

VERSIONS = OutputLayer(
    name="VERSIONS",
    label=lambda: tr("Versions of the rules"),
    explanation=lambda: tr("A table: each version, from when it holds, who took it in, and what changed."),
    fields=(
        *(("version_id", "text"), ("valid_from", "text"), ("imported_at", "datetime")),
        *(("who", "text"), ("note", "text")),
    ),
)


class ExportRules(UseCase):
    """Reads a workspace; writes files only."""

    TABLE = "AS_TABLE"

    key = "exportrules"
    section = "workspace"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Export the rules"), tr(
            "Writes the catalogue and the rules in force on a day as files to edit. What is there already "
            "is never written over."
        )

    def inputs(self) -> Inputs:
        """Yield the folder and the day."""
        day = tr("The rules in force on this day are written. Empty: today.")
        yield day_input(DAY, tr("Day"), day, optional=True)
        table = tr("Writes the types of work as catalogue.csv, for a spreadsheet.")
        yield flag_input(self.TABLE, tr("Catalogue as a table"), table)
        yield (
            QgsProcessingParameterFolderDestination(FOLDER, tr("Folder")),
            tr("Where the files go; it has none of them yet."),
        )

    def results(self) -> Results:
        """Yield how many files were written."""
        yield number_result(COUNT, tr("Number of files"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Write them."""
        from ....planner.rule_versions import rule_texts
        from ....store.rule_folders import write_rules

        folder = given.file(FOLDER)
        texts = rule_texts(workspace, given.day(DAY) or given.now.date())
        written = write_rules(folder, texts, as_table=given.flag(self.TABLE))
        return Outcome(values={FOLDER: str(folder), COUNT: len(written)})


class ImportRules(UseCase):
    """Writes a version of the rules in one journaled command."""

    SINCE, NOTE = "VALID_FROM", "NOTE"

    key = "importrules"
    section = "workspace"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Import the rules"), tr(
            "Takes edited files of the catalogue and the rules in, in force from a day on. A mistake is "
            "named by file, line and field; orders keep the version that they were judged by."
        )

    def inputs(self) -> Inputs:
        """Yield the folder and from when."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        yield (
            QgsProcessingParameterFile(FOLDER, tr("Folder"), folder),
            tr("Where the edited files are; what is not there stays as it is."),
        )
        since = tr("The first day on which they hold. Empty: today.")
        yield day_input(self.SINCE, tr("Valid from"), since, optional=True)
        yield text_input(self.NOTE, tr("Note"), tr("What changed, in words."), optional=True)
        yield now_input(tr("When they are taken in. Empty: now."))

    def results(self) -> Results:
        """Yield the version."""
        yield text_result(VERSION, tr("Version of the rules"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Check them and take them in."""
        from ....planner.rule_versions import checked_rules, import_rules, rule_texts
        from ....store.rule_folders import read_rule_folder

        now = given.now
        since = given.day(self.SINCE) or now.date()
        base = rule_texts(workspace, since)
        texts = read_rule_folder(given.file(FOLDER), base=base)
        checked_rules(texts, base=base)
        made = import_rules(
            workspace, texts, valid_from=since, now=now, who=self.who(), note=given.text(self.NOTE)
        )
        return Outcome(values={VERSION: made.version_id})


class CheckRules(UseCase):
    """Reads a workspace and files; writes nothing."""

    key = "checkrules"
    section = "workspace"

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Check edited rules"), tr(
            "Checks edited files of the catalogue and the rules as importing them would, and takes nothing "
            "in. A mistake is named by file, line and field."
        )

    def inputs(self) -> Inputs:
        """Yield the folder and the day."""
        folder = QgsProcessingParameterFile.Behavior.Folder
        yield (
            QgsProcessingParameterFile(FOLDER, tr("Folder"), folder),
            tr("Where the edited files are; what is not there stays as it is."),
        )
        day = tr("They are held against the rules in force on this day. Empty: today.")
        yield day_input(DAY, tr("Day"), day, optional=True)

    def results(self) -> Results:
        """Yield how many files are sound."""
        yield number_result(COUNT, tr("Number of files"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:
        """Check them."""
        from ....planner.rule_versions import checked_rules, rule_texts
        from ....store.rule_folders import read_rule_folder

        base = rule_texts(workspace, given.day(DAY) or given.now.date())
        texts = read_rule_folder(given.file(FOLDER), base=base)
        checked_rules(texts, base=base)
        return Outcome(values={COUNT: len(texts)})


class ListRuleVersions(UseCase):
    """Reads a workspace; writes nothing into it."""

    COUNT = "VERSION_COUNT"

    key = "ruleversions"
    section = "workspace"
    layers = (VERSIONS,)

    def texts(self) -> tuple[str, str]:
        """Return its name in the toolbox, and what it does."""
        return tr("Versions of the rules"), tr(
            "Lists the dated versions of the rules of the workspace. There are none while the rules that "
            "come with Regard hold."
        )

    def inputs(self) -> Inputs:
        """Yield nothing."""
        yield from ()

    def results(self) -> Results:
        """Yield how many there are."""
        yield number_result(self.COUNT, tr("Number of versions"))

    def act(self, given: Given, workspace: Workspace) -> Outcome:  # noqa: ARG002 - nothing is asked
        """List them."""
        from ....workorders.rule_versions import RuleVersion

        found = sorted(workspace.all(RuleVersion), key=lambda one: one.number)
        return Outcome({VERSIONS: lambda: _rows(found)}, {self.COUNT: len(found)})


def _rows(found: Iterable[RuleVersion]) -> Rows:
    for one in found:
        yield None, (one.version_id, one.valid_from.isoformat(), one.imported_at, one.who, one.note)
