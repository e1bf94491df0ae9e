# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of the toolbar: which workspace is open, with what can be opened, and which day is shown."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton

from ..qgis_bridge.messages import tr
from .actions_controller import ICONS, ActionsController
from .day_selector import DaySelector
from .starting.names import workspace_name
from .view_state import ViewState

_LONGEST = 28


class ToolbarHead:
    """Loaded after the actions, to whose toolbar it adds; ``opening`` names those of the workspace's menu."""

    def __init__(self, state: ViewState, actions: ActionsController, *, opening: Sequence[str]) -> None:
        self._state = state
        self._actions = actions
        self._opening = opening
        self._added: list[QAction] = []
        self.workspace: QToolButton | None = None
        self.day: DaySelector | None = None

    def load(self) -> None:
        """Add the name of the workspace and the day."""
        toolbar = self._actions.toolbar
        self.workspace = QToolButton(toolbar)
        self.workspace.setAutoRaise(True)
        self.workspace.setIcon(QIcon(str(ICONS / "regard.svg")))
        self.workspace.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.workspace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.workspace)
        menu.addActions([self._actions.actions[name] for name in self._opening])
        self.workspace.setMenu(menu)
        self.day = DaySelector(toolbar)
        first = toolbar.actions()[0] if toolbar.actions() else None
        self._added = [toolbar.insertWidget(first, part) for part in (self.workspace, self.day)]
        self._added.append(toolbar.insertSeparator(first))
        self.day.chosen.connect(self._state.show_day)
        self.day.stepped.connect(self._state.step_day)
        self.day.home_asked.connect(self._go_home)
        self._state.workspace_changed.connect(self._on_workspace_changed)
        self._state.day_changed.connect(self._on_day_changed)
        self._on_workspace_changed()

    def unload(self) -> None:
        """Take both away."""
        self._state.day_changed.disconnect(self._on_day_changed)
        self._state.workspace_changed.disconnect(self._on_workspace_changed)
        self.day.home_asked.disconnect(self._go_home)
        self.day.stepped.disconnect(self._state.step_day)
        self.day.chosen.disconnect(self._state.show_day)
        for action in self._added:
            self._actions.toolbar.removeAction(action)
            action.deleteLater()
        self._added.clear()
        self.workspace = self.day = None

    def go_to(self, days: int) -> None:
        """Show a day before or after; 0 is the day of the desk."""
        if days:
            self._state.step_day(days)
        else:
            self._go_home()

    def _go_home(self) -> None:
        self._state.show_day(None)

    def _on_workspace_changed(self) -> None:
        name = workspace_name(self._state.url) if self._state.url else tr("No workspace")
        self.workspace.setText(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…")
        self.workspace.setToolTip(_place(self._state.url) or tr("Open a workspace, or the demo town."))
        self.workspace.setAccessibleName(tr("Workspace: {name}").format(name=name))
        self._on_day_changed()

    def _on_day_changed(self) -> None:
        self.day.show_day(self._state.day, self._state.desk_day)


def _place(url: str) -> str:
    from ..core.secrets import without_secrets

    return without_secrets(url)
