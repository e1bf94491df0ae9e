# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens workspaces: as layers in a new project, or by recognising a project that was made from one."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QLineEdit

from ..core.errors import RegardError
from ..qgis_bridge.layers import open_layers, style_by_agent
from ..qgis_bridge.messages import tr
from ..qgis_bridge.project import fill_project, layers_by_key, read_workspace
from .reporter import Reporter
from .view_state import ViewState

DEMO = Path(__file__).resolve().parents[1] / "var" / "demo"


class WorkspaceController:
    """Fills the project; the docks follow the view state."""

    def __init__(
        self,
        iface: QgisInterface,
        project: QgsProject,
        state: ViewState,
        reporter: Reporter,
        *,
        demo: Path = DEMO,
    ) -> None:
        self._iface = iface
        self._project = project
        self._state = state
        self._reporter = reporter
        self._demo = demo

    def load(self) -> None:
        """Follow the projects that the user opens, beginning with the one that is open."""
        self._project.readProject.connect(self._on_project_read)
        self._project.cleared.connect(self._on_project_cleared)
        self._on_project_read()

    def unload(self) -> None:
        """Stop following."""
        self._project.cleared.disconnect(self._on_project_cleared)
        self._project.readProject.disconnect(self._on_project_read)

    def ask_for_file(self) -> None:
        """Let the user choose a workspace file and open it."""
        title, kinds = tr("Open a workspace"), tr("Workspaces (*.gpkg)")
        path, _ = QFileDialog.getOpenFileName(self._iface.mainWindow(), title, "", kinds)
        if path:
            self.open(path)

    def ask_for_server(self) -> None:
        """Let the user type the address of a PostGIS workspace and open it."""
        title, label = tr("Connect to PostGIS"), tr("Address of the workspace:")
        url, accepted = QInputDialog.getText(
            self._iface.mainWindow(), title, label, QLineEdit.EchoMode.Normal, "postgresql://localhost/regard"
        )
        if accepted and url:
            self.open(url)

    def open_demo(self) -> None:
        """Open the demonstration town, or say how to build it."""
        project, workspace = self._demo / "regard.qgz", self._demo / "town.gpkg"
        if project.exists():
            self._iface.addProject(str(project))
        elif workspace.exists():
            self.open(str(workspace))
        else:
            hint = tr("There is no demo town yet. Build it in the folder of Regard with: make demo")
            self._reporter.info(hint)

    def open(self, url: str) -> None:
        """Show a workspace in a new project, after asking about the changes of the present one."""
        try:
            layers = open_layers(url)
        except RegardError as error:
            self._reporter.error(error)
            return
        if "orders" not in layers:
            self._reporter.warning(tr("{target} is not a Regard workspace.").format(target=url))
        elif self._iface.newProject(True):
            fill_project(self._project, url, layers)
            self._iface.mapCanvas().setReferencedExtent(self._project.viewSettings().defaultViewExtent())
            self._iface.mapCanvas().refresh()
            self._project.setDirty(False)
            self._state.open_workspace(url)

    def refresh(self) -> None:
        """Read the workspace again, on the map and in the docks."""
        layers = layers_by_key(self._project)
        self._iface.mapCanvas().stopRendering()
        for layer in layers.values():
            # what somebody is drawing is left alone
            if not layer.isEditable():
                layer.dataProvider().reloadData()
        style_by_agent(layers)
        for layer in layers.values():
            layer.triggerRepaint()
        if self._state.url:
            self._state.reload()

    def _on_project_read(self, *_: object) -> None:
        url = read_workspace(self._project)
        if url:
            style_by_agent(layers_by_key(self._project))
        if url or self._state.url:
            self._state.open_workspace(url)

    def _on_project_cleared(self) -> None:
        if self._state.url:
            self._state.open_workspace("")
