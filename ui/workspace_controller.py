# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens workspaces: as layers in a new project, or by recognising a project that was made from one."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgisInterface

from ..core.errors import RegardError
from ..qgis_bridge.catalogue import STILL_LAYERS
from ..qgis_bridge.layers import open_layers, style_by_agent
from ..qgis_bridge.messages import tr
from ..qgis_bridge.project import fill_project, layers_by_key, read_workspace
from .reporter import Reporter
from .view_state import ViewState

DEMO = Path(__file__).resolve().parents[1] / "var" / "demo"


class WorkspaceController:
    """Fills the project; the docks follow the view state. ``demo`` is where a checkout builds its town."""

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
        self.demo = demo

    def load(self) -> None:
        """Follow the projects that the user opens, beginning with the one that is open."""
        self._project.readProject.connect(self._on_project_read)
        self._project.cleared.connect(self._on_project_cleared)
        self._on_project_read()

    def unload(self) -> None:
        """Stop following."""
        self._project.cleared.disconnect(self._on_project_cleared)
        self._project.readProject.disconnect(self._on_project_read)

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
        moving = [layer for key, layer in layers.items() if key not in STILL_LAYERS]
        self._iface.mapCanvas().stopRendering()
        for layer in moving:
            # what somebody is drawing is left alone
            if not layer.isEditable():
                layer.dataProvider().reloadData()
        style_by_agent(layers)
        for layer in moving:
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
