# SPDX-License-Identifier: GPL-3.0-or-later
"""A QGIS window small enough for a test: real window, canvas, message bar and menus behind iface's names."""

from qgis.core import QgsProject
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsLocatorWidget, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget


class _Start(QObject):
    completed = pyqtSignal()


class Desktop:
    """What the plugin asks of ``iface``, done by real Qt and QGIS widgets."""

    def __init__(self):
        self._start = _Start()
        self.options = []
        self.initializationCompleted = self._start.completed
        self.window = QMainWindow()
        self.window.resize(1600, 1100)
        self.canvas = QgsMapCanvas(self.window)
        # docks that fill while a test draws would move what lies under its pointer
        self.canvas.setFixedSize(800, 600)
        # they go on in their threads after the canvas is gone
        self.canvas.setPreviewJobsEnabled(False)
        self.bar = QgsMessageBar(self.window)
        self.menu = self.window.menuBar().addMenu("Plugins")
        self.help = self.window.menuBar().addMenu("Help")
        layers = QDockWidget("Layers", self.window)
        layers.setObjectName("Layers")
        self.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, layers)
        middle = QWidget(self.window)
        layout = QVBoxLayout(middle)
        layout.addWidget(self.bar)
        layout.addWidget(self.canvas, 1)
        self.window.setCentralWidget(middle)
        # in the status bar, as in QGIS
        self.locator = QgsLocatorWidget(self.window)
        self.window.statusBar().addWidget(self.locator)
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def pluginMenu(self):
        return self.menu

    def pluginHelpMenu(self):
        return self.help

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def newProject(self, prompt=False):
        QgsProject.instance().clear()
        return True

    def addProject(self, path):
        return QgsProject.instance().read(path)

    def registerOptionsWidgetFactory(self, factory):
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.options.remove(factory)

    def registerLocatorFilter(self, found):
        self.locator.locator().registerFilter(found)

    def deregisterLocatorFilter(self, found):
        self.locator.locator().deregisterFilter(found)

    def locatorSearch(self, text):
        self.locator.search(text)

    def messages(self):
        """Return the texts that the message bar shows."""
        return [item.text() for item in self.bar.items()]
