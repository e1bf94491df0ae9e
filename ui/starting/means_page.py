# SPDX-License-Identifier: GPL-3.0-or-later
"""Last page of the wizard: roads, and people and means if they are at hand; then everything is made."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...core.errors import RegardError
from ...qgis_bridge.messages import say, tr
from ...qgis_bridge.tasks import JobRunner
from .progress_row import ProgressRow


class MeansPage(QWizardPage):
    """Both may stay empty: what is missing is said where it is needed."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(tr("Roads and people"))
        self.setSubTitle(tr("Both can come later; without roads, journeys are reckoned in straight lines."))
        self.roads = QLineEdit(self)
        self.people = QLineEdit(self)
        self.roads_button = QPushButton(tr("File…"), self)
        self.people_button = QPushButton(tr("Folder…"), self)
        self.notice = QLabel(self)
        self.progress = ProgressRow(jobs, self)
        self._build()

    def isComplete(self) -> bool:
        """Tell whether what is named is there, and nothing is being made."""
        named = [edit.text().strip() for edit in (self.roads, self.people)]
        return not self.progress.is_busy and all(Path(one).exists() for one in named if one)

    def show_failure(self, error: Exception | None) -> None:
        """Say why nothing was made."""
        if error is None:
            self.notice.setText(tr("Cancelled: nothing was made."))
        elif isinstance(error, RegardError):
            self.notice.setText(say(error.message))
        else:
            self.notice.setText(tr("Something went wrong; nothing was made."))
        self.completeChanged.emit()

    def _ask_roads(self, *_: object) -> None:
        kinds = tr("Roads (*.osm.pbf *.osm *.graphml *.gpkg)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("Roads"), self.roads.text(), kinds)
        if path:
            self.roads.setText(path)

    def _ask_people(self, *_: object) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("People and means"), self.people.text())
        if path:
            self.people.setText(path)

    def _build(self) -> None:
        self.notice.setWordWrap(True)
        self.roads.setAccessibleName(tr("Roads"))
        self.people.setAccessibleName(tr("People and means"))
        self.roads.setPlaceholderText(tr("OpenStreetMap extract of the region (.osm.pbf)"))
        self.people.setPlaceholderText(tr("Folder with depots.csv, agents.csv, zones.gpkg…"))
        form = QFormLayout()
        for title, edit, button, ask in (
            (tr("Roads"), self.roads, self.roads_button, self._ask_roads),
            (tr("People and means"), self.people, self.people_button, self._ask_people),
        ):
            row = QHBoxLayout()
            row.addWidget(edit, 1)
            row.addWidget(button)
            form.addRow(title, row)
            button.clicked.connect(ask)
            edit.textChanged.connect(lambda *_: self.completeChanged.emit())
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addWidget(self.progress)
