# SPDX-License-Identifier: GPL-3.0-or-later
"""The dock FROM THE FIELD: as every panel; a worker takes files in, says how far it is, can be stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QFileDialog, QShortcut

from ...core.progress import Progress
from ...qgis_bridge.messages import tr
from ...qgis_bridge.native import load_wheels_apart
from ...qgis_bridge.tasks import running
from ..acting.panel_controller import PanelController
from ..acting.panel_dock import PanelPage
from .dock import LEFT, RETURNED

if TYPE_CHECKING:
    from ...qgis_bridge.tasks import JobTask
    from .take_files import TakenFiles


class ReturningController(PanelController):
    """``taking`` is the task that takes files in, None while there is none."""

    taking: JobTask | None = None
    _left = PanelPage(())
    _url = ""
    _is_filtered = False

    def load(self) -> None:
        """Add the dock and its keys."""
        super().load()
        self.dock.files_asked.connect(self.ask_files)
        self.dock.stop_asked.connect(self._stop)
        table = self.dock.tables[RETURNED]
        shortcut = QShortcut(QKeySequence("S"), table.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(table.press, "send_back"))

    def unload(self) -> None:
        """Remove the dock."""
        self.taking = None
        self.dock.stop_asked.disconnect(self._stop)
        self.dock.files_asked.disconnect(self.ask_files)
        super().unload()

    def ask_files(self) -> None:
        """Ask for files, and take them in."""
        names, _ = QFileDialog.getOpenFileNames(
            self.dock,
            tr("Results from the field"),
            "",
            tr("Packages, tables and GeoJSON") + " (*.zip *.gpkg *.csv *.geojson *.json)",
        )
        if names:
            self.take([Path(name) for name in names])

    def take(self, files: Sequence[Path]) -> None:
        """Take files in; those that were taken in before are left as they are."""
        url, now, who = self._state.url, self._clock(), self._writer.who
        made: list[int] = []
        self.dock.show_taking()
        self.taking = self._jobs.start(
            tr("Taking in results from the field"),
            lambda progress: _take(url, files, now, who, made, progress),
            succeeded=partial(self._on_taken, url, made),
            failed=partial(self._on_not_taken, url, made),
            cancelled=partial(self._on_stopped, url, made),
        )
        self.taking.progressChanged.connect(self.dock.show_progress)

    def _stop(self) -> None:
        task = running(self.taking)
        if task is not None:
            task.cancel()

    def _on_taken(self, url: str, made: list[int], taken: TakenFiles) -> None:
        if self._ended(url, made, taken.said):
            self._left, self._is_filtered = taken.left, True

    def _on_not_taken(self, url: str, made: list[int], error: Exception) -> None:
        self._ended(url, made, "")
        self._reporter.error(error)

    def _on_stopped(self, url: str, made: list[int]) -> None:
        self._ended(
            url,
            made,
            tr("Stopped: what was taken in stays. Take the files in again for the rest of them."),
        )

    def _ended(self, url: str, made: list[int], said: str) -> bool:
        """Have the window read what was taken in; False where it shows another workspace by now."""
        self.taking = None
        if self.dock is None or url != self._state.url:
            return False
        self.dock.show_taken(said)
        name = tr("Taking in results from the field")
        if made:
            self.dock.undo_bar.say_done(name)
        self._writer.made(name, tuple(made))
        return True

    def _on_read(self, result: tuple[str, date | None, Mapping[str, PanelPage]]) -> None:
        url, day, pages = result
        super()._on_read((url, day, {**pages, LEFT: self._left}))
        if self._is_filtered and self.dock.pages.currentIndex() == 1:
            self._is_filtered = False
            self.dock.filter_wrong()
            self.dock.tables[RETURNED].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_workspace_changed(self) -> None:
        if self._state.url != self._url:
            self._url, self._left = self._state.url, PanelPage(())
            self._stop()
            self.dock.show_taken("")
        super()._on_workspace_changed()


def _take(
    url: str, files: Sequence[Path], now: datetime, who: str, made: list[int], progress: Progress
) -> TakenFiles:
    load_wheels_apart()
    from .take_files import take_files

    return take_files(url, files, now, who=who, made=made, progress=progress)
