# SPDX-License-Identifier: GPL-3.0-or-later
"""The composition root: what QGIS starts and stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProject

from .qgis_bridge.dependencies import affected_features, find_lacks, read_requirements
from .qgis_bridge.leftovers import clean_up_if_uninstalled
from .qgis_bridge.messages import install_translator, remove_translator, user_locale

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .qgis_bridge.processing.provider import RegardProvider
    from .ui.window import Window


class RegardPlugin:
    """Loads in two steps as QGIS asks: algorithms (also without a window), then the window.

    The translator is installed before anything that shows text is imported. When Python libraries are
    missing, the plugin says which and how to get them, still loads, and greys what cannot work.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._translator = install_translator(user_locale())
        self._provider: RegardProvider | None = None
        self.window: Window | None = None

    def initProcessing(self) -> None:
        """Register the algorithms; all that ``qgis_process`` calls."""
        from .qgis_bridge.processing.provider import RegardProvider

        self._provider = RegardProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:
        """Add the algorithms and the window."""
        self.initProcessing()
        from .ui.window import Window

        lacks = find_lacks(read_requirements())
        self.window = Window(self._iface, QgsProject.instance(), disabled=affected_features(lacks))
        self.window.load()
        if lacks:
            self.window.reporter.missing(lacks)

    def unload(self) -> None:
        """Take out everything that ``initGui`` put in, the last thing first; uninstalled, leave no trace."""
        clean_up_if_uninstalled()
        if self.window is not None:
            self.window.unload()
            self.window = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        remove_translator(self._translator)
        self._translator = None
