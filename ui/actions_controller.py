# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu and the toolbar of Regard."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar

from ..qgis_bridge.messages import tr

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can ask for by menu or ``keys``; ``feature`` names the libraries it needs.

    ``has_text`` puts its name beside its icon on the toolbar.
    """

    name: str
    text: str
    tip: str
    run: Callable[[], None]
    feature: str = ""
    on_toolbar: bool = True
    has_text: bool = False
    keys: str = ""


class ActionsController:
    """Owns menu, toolbar and actions; ``actions`` are there between ``load`` and ``unload``."""

    def __init__(
        self, iface: QgisInterface, commands: Collection[Command], *, disabled: Collection[str]
    ) -> None:
        self._iface = iface
        self._commands = commands
        self._disabled = frozenset(disabled)
        self._menu: QMenu | None = None
        self.toolbar: QToolBar | None = None
        self.actions: dict[str, QAction] = {}

    def load(self) -> None:
        """Add the menu and the toolbar; commands whose libraries are missing are there, but greyed."""
        window = self._iface.mainWindow()
        self._menu = QMenu("&Regard", window)
        self._menu.setObjectName("RegardMenu")
        self._menu.setIcon(QIcon(str(ICONS / "regard.svg")))
        self._iface.pluginMenu().addMenu(self._menu)
        self.toolbar = self._iface.addToolBar("Regard")
        self.toolbar.setObjectName("RegardToolbar")
        # its own row at first: names beside icons take their place
        window.insertToolBarBreak(self.toolbar)
        for command in self._commands:
            self._add(command)

    def unload(self) -> None:
        """Remove the menu, the toolbar and the actions."""
        for action in self.actions.values():
            action.deleteLater()
        self.actions.clear()
        self._iface.pluginMenu().removeAction(self._menu.menuAction())
        self._menu.deleteLater()
        self._menu = None
        self._iface.mainWindow().removeToolBar(self.toolbar)
        self.toolbar.deleteLater()
        self.toolbar = None

    def _add(self, command: Command) -> None:
        icon = ICONS / f"{command.name}.svg"
        action = QAction(QIcon(str(icon)) if icon.exists() else QIcon(), command.text, self._menu)
        action.setObjectName(f"Regard{command.name.title().replace('_', '')}Action")
        action.setToolTip(command.tip)
        action.setStatusTip(command.tip)
        action.setShortcut(QKeySequence(command.keys))
        if command.feature in self._disabled:
            action.setEnabled(False)
            action.setToolTip(tr("{tip} Needs Python libraries that are missing.").format(tip=command.tip))
        action.triggered.connect(lambda *_: command.run())
        self._menu.addAction(action)
        if command.on_toolbar:
            self._add_button(action, has_text=command.has_text)
        self.actions[command.name] = action

    def _add_button(self, action: QAction, *, has_text: bool) -> None:
        self.toolbar.addAction(action)
        if has_text:
            button = self.toolbar.widgetForAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
