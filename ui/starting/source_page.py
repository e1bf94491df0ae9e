# SPDX-License-Identifier: GPL-3.0-or-later
"""Second page of the wizard: which layers hold the network."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ...qgis_bridge.messages import tr
from .network_source import NetworkSource

_LAYER = Qt.ItemDataRole.UserRole


class SourcePage(QWizardPage):
    """A file or folder, layers of the project, or nothing for now."""

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.setTitle(tr("Your network"))
        self.setSubTitle(tr("Water mains, valves, sewers… in StaR-Eau, RAEPA or any layout of your own."))
        self.of_file = QRadioButton(tr("A file, or a folder of files (GeoPackage, shapefile, GeoJSON)"), self)
        self.of_project = QRadioButton(tr("Layers of the open project (as they are stored)"), self)
        self.none = QRadioButton(tr("None for now: it can be imported later"), self)
        self.path = QLineEdit(self)
        self.file = QPushButton(tr("File…"), self)
        self.folder = QPushButton(tr("Folder…"), self)
        self.layers = QListWidget(self)
        self._build()

    def source(self) -> NetworkSource:
        """Return what is chosen; layers are copied, so this is called once a look."""
        if self.of_file.isChecked():
            return NetworkSource(self.path.text().strip())
        return NetworkSource.of_layers(self._ticked()) if self.of_project.isChecked() else NetworkSource()

    @property
    def has_network(self) -> bool:
        """Tell whether a network is brought in."""
        return not self.none.isChecked()

    def initializePage(self) -> None:
        """List the layers that the project has now."""
        self.layers.clear()
        for layer in self._project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.isSpatial():
                item = QListWidgetItem(layer.name())
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(_LAYER, layer.id())
                self.layers.addItem(item)
        self.of_project.setEnabled(self.layers.count() > 0)
        self._changed()

    def isComplete(self) -> bool:
        """Tell whether it is clear where the network comes from."""
        if self.of_file.isChecked():
            return bool(self.path.text().strip()) and Path(self.path.text().strip()).exists()
        return self.none.isChecked() or bool(self._ticked())

    def _ticked(self) -> list[QgsVectorLayer]:
        items = [self.layers.item(row) for row in range(self.layers.count())]
        found = [item.data(_LAYER) for item in items if item.checkState() == Qt.CheckState.Checked]
        layers = [self._project.mapLayer(key) for key in found]
        return [layer for layer in layers if layer is not None]

    def _changed(self, *_: object) -> None:
        for widget in (self.path, self.file, self.folder):
            widget.setEnabled(self.of_file.isChecked())
        self.layers.setEnabled(self.of_project.isChecked())
        self.completeChanged.emit()

    def _ask_file(self, *_: object) -> None:
        kinds = tr("Layers (*.gpkg *.shp *.geojson *.json *.fgb *.sqlite)")
        path, _kind = QFileDialog.getOpenFileName(self, tr("Your network"), self.path.text(), kinds)
        if path:
            self.path.setText(path)

    def _ask_folder(self, *_: object) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Your network"), self.path.text())
        if path:
            self.path.setText(path)

    def _build(self) -> None:
        self.of_file.setChecked(True)
        self.path.setAccessibleName(tr("File or folder of the network"))
        self.layers.setAccessibleName(tr("Layers of the project"))
        row = QHBoxLayout()
        for widget in (self.path, self.file, self.folder):
            row.addWidget(widget, 1 if widget is self.path else 0)
        layout = QVBoxLayout(self)
        layout.addWidget(self.of_file)
        layout.addLayout(row)
        layout.addWidget(self.of_project)
        layout.addWidget(self.layers, 1)
        layout.addWidget(self.none)
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self.path.textChanged.connect(self._changed)
        self.layers.itemChanged.connect(self._changed)
        for choice in (self.of_file, self.of_project, self.none):
            choice.toggled.connect(self._changed)
