# SPDX-License-Identifier: GPL-3.0-or-later
"""First page of the wizard: where the new workspace goes, and in which coordinate system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...qgis_bridge.messages import tr

_FRANCE = "EPSG:2154"


class PlacePage(QWizardPage):
    """A file for one person, or a schema on a server for a team; ``ask_server`` answers with an address."""

    def __init__(self, ask_server: Callable[[Callable[[str], None]], None], parent: QWidget | None = None):
        super().__init__(parent)
        self._ask_server = ask_server
        self.setTitle(tr("Where"))
        self.setSubTitle(tr("A file is for one person; on a server a team works at the same time."))
        self.in_file = QRadioButton(tr("In a file"), self)
        self.on_server = QRadioButton(tr("On a server"), self)
        self.file = QLineEdit(self)
        self.browse = QPushButton(tr("Browse…"), self)
        self.server = QPushButton(tr("Choose a connection…"), self)
        self.address = QLabel(tr("None chosen yet."), self)
        self.crs = QgsProjectionSelectionWidget(self)
        self.notice = QLabel(self)
        self._url = ""
        self._build()

    def offer_crs(self, crs: QgsCoordinateReferenceSystem) -> None:
        """Offer a coordinate system if it can serve, else the one of metropolitan France."""
        can_serve = crs.isValid() and not crs.isGeographic() and crs.authid().startswith("EPSG:")
        # the web's own system measures no metres on the ground
        can_serve = can_serve and crs.authid() != "EPSG:3857"
        self.crs.setCrs(crs if can_serve else QgsCoordinateReferenceSystem(_FRANCE))

    def url(self) -> str:
        """Return where the workspace goes; empty while that is not clear."""
        if self.on_server.isChecked():
            return self._url
        text = self.file.text().strip()
        return f"{text}.gpkg" if text and not text.lower().endswith(".gpkg") else text

    def isComplete(self) -> bool:
        """Tell whether a workspace can be made there."""
        return bool(self.url()) and not self._fault() and self.crs.crs().isValid()

    def _fault(self) -> str:
        url = self.url()
        if not url or self.on_server.isChecked():
            return ""
        if Path(url).exists():
            return tr("There is a file of that name already; choose another name.")
        if not Path(url).is_absolute() or not Path(url).parent.is_dir():
            return tr("There is no such folder.")
        return ""

    def _changed(self, *_: object) -> None:
        self.notice.setText(self._fault())
        self.file.setEnabled(self.in_file.isChecked())
        self.browse.setEnabled(self.in_file.isChecked())
        self.server.setEnabled(self.on_server.isChecked())
        self.completeChanged.emit()

    def _browse(self, *_: object) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("A new workspace"), self.file.text(), tr("Workspaces (*.gpkg)")
        )
        if path:
            self.file.setText(path)

    def _on_server(self, url: str) -> None:
        self._url = url
        self.address.setText(url.partition("&authcfg=")[0])
        self._changed()

    def _build(self) -> None:
        self.in_file.setChecked(True)
        self.notice.setWordWrap(True)
        self.file.setAccessibleName(tr("File of the workspace"))
        self.file.setPlaceholderText(tr("…/valmont.gpkg"))
        file, server = QHBoxLayout(), QHBoxLayout()
        file.addWidget(self.file, 1)
        file.addWidget(self.browse)
        server.addWidget(self.server)
        server.addWidget(self.address, 1)
        form = QFormLayout()
        form.addRow(self.in_file, file)
        form.addRow(self.on_server, server)
        form.addRow(tr("Coordinate system (in metres)"), self.crs)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        self.browse.clicked.connect(self._browse)
        self.server.clicked.connect(lambda *_: self._ask_server(self._on_server))
        self.in_file.toggled.connect(self._changed)
        self.file.textChanged.connect(self._changed)
        self.crs.crsChanged.connect(self._changed)
        self._changed()
