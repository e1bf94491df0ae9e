# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts Regard's page into the options of QGIS, and takes it out again."""

from __future__ import annotations

from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QWidget

from ...qgis_bridge.tasks import JobRunner
from ..reporter import Reporter
from ..view_state import ViewState
from .options_page import OptionsFactory, OptionsPage


class OptionsController:
    """Owns the factory that QGIS asks for the page."""

    def __init__(self, iface: QgisInterface, state: ViewState, jobs: JobRunner, reporter: Reporter) -> None:
        self._iface = iface
        self._state = state
        self._jobs = jobs
        self._reporter = reporter
        self._factory: OptionsFactory | None = None

    def load(self) -> None:
        """Add the page."""
        self._factory = OptionsFactory(self._make)
        self._iface.registerOptionsWidgetFactory(self._factory)

    def unload(self) -> None:
        """Take it out."""
        self._iface.unregisterOptionsWidgetFactory(self._factory)
        self._factory = None

    def _make(self, parent: QWidget) -> OptionsPage:
        return OptionsPage(self._state, self._jobs, self._reporter, parent)
