# SPDX-License-Identifier: GPL-3.0-or-later
"""The user guide: F1 in a dock, or the ``?`` in its title, opens its page, without the internet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QEvent, QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractButton, QAction, QDockWidget, QToolButton

from ..qgis_bridge.messages import tr, user_locale
from .dock_keys import DockKeys
from .reporter import Reporter

ROOT = Path(__file__).resolve().parents[1]
# pages as a browser shows them, and as they are written, which only a checkout has
PAGES = ((ROOT / "resources" / "guide", "html"), (ROOT / "docs" / "guide", "md"))
START = "index"
_MOVED = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest)


def page_of(dock_name: str) -> str:
    """Return which page tells of a dock, by its object name: ``RegardCutDock`` is ``cut``."""
    return dock_name.removeprefix("Regard").removesuffix("Dock").lower()


def find_page(page: str, language: str) -> Path | None:
    """Return the file of a page in a language, else in English; None where there is none."""
    places = [folder / own / f"{page}.{ending}" for folder, ending in PAGES for own in (language, "en")]
    return next((place for place in places if place.is_file()), None)


class GuideButton(QToolButton):
    """The ``?`` in the title of a dock, left of the float button; gone while the system draws it."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("RegardGuideButton")
        self.setText("?")
        self.setAutoRaise(True)
        self.setToolTip(tr("Help (F1)"))
        self.setAccessibleName(tr("Help (F1)"))
        self._beside = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
        dock.installEventFilter(self)
        self._place()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Follow the buttons of the title."""
        if event.type() in _MOVED:
            self._place()
        return False

    def _place(self) -> None:
        dock = self.parentWidget()
        if dock is None or self._beside is None or not self._beside.isVisibleTo(dock):
            self.hide()
            return
        beside, wanted = self._beside.geometry(), self.sizeHint()
        middle = beside.center().y()
        # larger letters need more than the button beside has; the title is that high
        width = max(beside.width(), wanted.width())
        height = max(beside.height(), min(wanted.height(), 2 * middle + 1))
        top = middle - height // 2
        self.setGeometry(beside.left() - width - 2, top, width, height)
        self.raise_()
        self.show()


class GuideController:
    """Gives every dock of Regard its page; loaded after them."""

    def __init__(
        self,
        iface: QgisInterface,
        reporter: Reporter,
        *,
        show: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        self._iface, self._reporter, self._show = iface, reporter, show
        self._buttons: list[GuideButton] = []
        self._keys: list[DockKeys] = []
        self._action: QAction | None = None

    def load(self) -> None:
        """Put the marks in, and the guide into the help menu of QGIS."""
        window = self._iface.mainWindow()
        self._action = QAction(tr("Regard: user guide"), window)
        self._action.triggered.connect(lambda: self.open(START))
        self._iface.pluginHelpMenu().addAction(self._action)
        for dock in window.findChildren(QDockWidget):
            if dock.objectName().startswith("Regard"):
                self._mark(dock, page_of(dock.objectName()))

    def unload(self) -> None:
        """Take them out again."""
        for keys in self._keys:
            keys.leave()
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        if self._action is not None:
            self._iface.pluginHelpMenu().removeAction(self._action)
            self._action.deleteLater()
        self._keys, self._buttons, self._action = [], [], None

    def open(self, page: str) -> None:
        """Show a page in the user's browser."""
        found = find_page(page, user_locale()[:2].lower())
        if found is None or not self._show(QUrl.fromLocalFile(str(found))):
            self._reporter.warning(
                tr("The page '{page}' of the user guide cannot be opened.").format(page=page)
            )

    def _mark(self, dock: QDockWidget, page: str) -> None:
        button = GuideButton(dock)
        button.clicked.connect(lambda: self.open(page))
        keys = DockKeys((QKeySequence.StandardKey.HelpContents, lambda: self.open(page)))
        keys.watch(dock)
        self._buttons.append(button)
        self._keys.append(keys)
