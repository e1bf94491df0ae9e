# SPDX-License-Identifier: GPL-3.0-or-later
"""The hands of a user in the window: each gesture by mouse or keyboard, counted, its waiting measured."""

import json
import time
from pathlib import Path

from qgis.PyQt.QtCore import QPoint, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QContextMenuEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit
from regard.store.workspaces import open_workspace

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
REPORTS = Path(__file__).resolve().parents[2] / "var" / "test-reports"
_PATIENCE_S = 90


class Hands:
    """Works in the plugin's window; ``gestures`` counts, ``waits_s`` are seconds of processor after each."""

    def __init__(self, window, gestures, desktop, *, report="tasks.json"):
        self.window, self.gestures, self.desktop = window, gestures, desktop
        self._report = REPORTS / report
        self.waits_s = []

    def begin(self):
        """Start a task: count and measure from here."""
        self.settle()
        self.gestures.begin()
        self.waits_s = []
        self._since = time.process_time()

    def settle(self, holds=lambda: True):
        """Wait until something holds and no work is left."""
        calls, said = self.window.calling.calls, self.desktop.messages
        end = time.monotonic() + _PATIENCE_S
        while not holds() or self.window.jobs.busy or calls._pause.isActive():
            assert time.monotonic() < end, (said(), self.window.jobs.busy, QApplication.focusWidget())
            QTest.qWait(20)

    def ready(self, holds=lambda: True):
        """Wait for what a gesture has asked for, and note what that took."""
        since = time.process_time()
        self.settle(holds)
        # what has just been shown gets its place
        QTest.qWait(50)
        self.waits_s.append(round(time.process_time() - since, 2))

    def click(self, widget, place=None):
        """Click a widget, in its middle or at a place, once what is shown has its place."""
        QTest.qWait(50)
        assert widget.isVisible() and widget.isEnabled(), widget
        QTest.mouseClick(widget, LEFT, NONE, place or widget.rect().center())

    def tick(self, button):
        """Click a radio button or a box on its mark."""
        self.click(button, QPoint(8, button.height() // 2))

    def key(self, widget, key, held=NONE):
        """Press a key or a chord."""
        QTest.keyClick(widget, key, held)

    def type(self, field, text):
        """Type a run of text into a field."""
        QTest.keyClicks(field, text)

    def command(self, name):
        """Click a command on the toolbar."""
        toolbar = self.window.actions.toolbar
        self.click(toolbar.widgetForAction(self.window.actions.actions[name]))

    def hold_over(self, viewport, place):
        """Move what is held with the left button; QTest would move the pointer of a screen, here is none."""
        held = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(place), LEFT, LEFT, NONE)
        QApplication.sendEvent(viewport, held)

    def right_click(self, viewport, place):
        """Press the right button; the menu that Qt makes of it for real windows is asked for here."""
        QTest.mouseClick(viewport, RIGHT, NONE, place)
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
        QApplication.sendEvent(viewport, asked)

    def choose(self, menu, name):
        """Click an entry of an open menu by its object name."""
        action = next(one for one in menu.actions() if one.objectName() == name)
        self.click(menu, menu.actionGeometry(action).center())

    def row(self, view, index):
        """Click a row of a list, table or tree."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def name_the_file(self, path):
        """Type a name into the dialog of files that the next click opens."""

        def type_it():
            field = QApplication.activeModalWidget().findChild(QLineEdit)
            field.selectAll()
            self.type(field, str(path))
            self.key(field, Qt.Key.Key_Return)

        QTimer.singleShot(500, type_it)

    def press_enter_in_the_dialog(self):
        """Take the name that the dialog of files proposes, which the next click opens."""
        QTimer.singleShot(500, lambda: self.key(QApplication.activeModalWidget(), Qt.Key.Key_Return))

    def asked(self, question):
        """Return what a function finds in the workspace that is shown."""
        workspace = open_workspace(self.window.state.url)
        try:
            return question(workspace)
        finally:
            workspace.close()

    def order(self, order_id):
        """Click an order in the list of orders."""
        dock = self.window.orders.dock
        self.row(dock.tree, dock.model.index_of(order_id))

    def report(self, number, title, aim, aim_s):
        """Write down what a task took, and return the gestures."""
        done, name = list(self.gestures.done), str(number)
        kept = json.loads(self._report.read_text()) if self._report.exists() else {}
        kept[name] = {
            "title": title, "gestures": len(done), "aim": aim, "done": done,
            "longest_wait_s": max(self.waits_s, default=0.0), "aim_s": aim_s, "waits_s": self.waits_s,
        }  # fmt: skip
        self._report.parent.mkdir(parents=True, exist_ok=True)
        self._report.write_text(
            json.dumps(dict(sorted(kept.items(), key=lambda pair: int(pair[0]))), indent=1)
        )
        return done
