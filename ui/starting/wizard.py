# SPDX-License-Identifier: GPL-3.0-or-later
"""The wizard that makes a workspace: where, from which network, a trial, roads and people."""

from __future__ import annotations

import getpass
from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget, QWizard

from ...core.errors import RegardError
from ...qgis_bridge.messages import tr
from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from .check_page import CheckPage
from .means_page import MeansPage
from .network_source import NetworkSource, NewWorkspace, build, mapping_from
from .place_page import PlacePage
from .roles_page import RolesPage
from .source_page import SourcePage


class WorkspaceWizard(QWizard):
    """Makes everything at the end in one task; ``made`` tells the address. Until then nothing is written."""

    made = pyqtSignal(str)

    def __init__(
        self,
        project: QgsProject,
        jobs: JobRunner,
        reporter: Reporter,
        *,
        ask_server: Callable[[Callable[[str], None]], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("RegardWorkspaceWizard")
        self.setWindowTitle(tr("A new workspace"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self._reporter = reporter
        self._is_made = False
        self.place = PlacePage(ask_server, self)
        self.source = SourcePage(project, self)
        self.roles = RolesPage(jobs, reporter, self.source.source, self)
        self.check = CheckPage(jobs, reporter, self._asked, self)
        self.means = MeansPage(jobs, self)
        for page in (self.place, self.source, self.roles, self.check, self.means):
            self.addPage(page)
        self.place.offer_crs(project.crs())
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("< Back")),
            (QWizard.WizardButton.NextButton, tr("Next >")),
            (QWizard.WizardButton.FinishButton, tr("Make the workspace")),
            (QWizard.WizardButton.CancelButton, tr("Cancel")),
        ):
            self.setButtonText(button, text)
        self.resize(760, 560)

    def nextId(self) -> int:
        """Return the page that follows; without a network there is nothing to look at."""
        if self.currentPage() is self.source and not self.source.has_network:
            return self.pageIds()[-1]
        return super().nextId()

    def validateCurrentPage(self) -> bool:
        """Make the workspace before the last page is left."""
        if self.currentPage() is not self.means or self._is_made:
            return super().validateCurrentPage()
        if not self.means.progress.is_busy:
            self._make()
        return False

    def reject(self) -> None:
        """Close; what runs is cancelled first."""
        busy = [page.progress for page in (self.roles, self.check, self.means) if page.progress.is_busy]
        for progress in busy:
            progress.stop()
        if not busy:
            super().reject()

    def _asked(self) -> NewWorkspace:
        has_network = self.source.has_network
        own = (
            mapping_from(self.roles.found.layers, self.roles.choices, self.roles.materials.chosen)
            if has_network and self.roles.is_own
            else None
        )
        return NewWorkspace(
            self.place.url(),
            self.place.crs.crs().authid(),
            self.roles.source if has_network else NetworkSource(),
            own,
            self.means.roads.text().strip(),
            self.means.people.text().strip(),
        )

    def _make(self) -> None:
        new, who = self._asked(), getpass.getuser()
        self.means.notice.clear()
        self.means.progress.start(
            tr("Making the workspace"),
            lambda progress: build(new, progress, who=who),
            succeeded=self._on_made,
            failed=self._on_failed,
            cancelled=lambda: self.means.show_failure(None),
        )
        self.means.completeChanged.emit()

    def _on_made(self, url: str) -> None:
        self._is_made = True
        self.accept()
        self.made.emit(url)

    def _on_failed(self, error: Exception) -> None:
        self.means.show_failure(error)
        if not isinstance(error, RegardError):
            self._reporter.error(error)
