# SPDX-License-Identifier: GPL-3.0-or-later
"""A window of somebody who reads larger letters: nothing is cut off, rows grow with their texts."""

import pytest
from qgis.PyQt.QtGui import QFontMetricsF
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QToolButton

LARGER = 1.5


@pytest.fixture
def larger(qgis_app):
    """Make the letters of the whole desktop larger, as its settings do."""
    before = QApplication.font()
    font = QApplication.font()
    font.setPointSizeF(before.pointSizeF() * LARGER)
    QApplication.setFont(font)
    yield font
    QApplication.setFont(before)


@pytest.fixture
def docks(larger, plugin, desktop, town, qtbot):
    """Return every dock of Regard with larger letters, with the town open."""
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=60_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)
    found = desktop.window.findChildren(QDockWidget)
    return [one for one in found if one.objectName().startswith("Regard")]


def cut_off(dock):
    """Return the texts of a dock that do not fit into their widget."""
    for part in dock.findChildren(QLabel) + dock.findChildren(QAbstractButton):
        wraps = isinstance(part, QLabel) and part.wordWrap()
        is_icon = isinstance(part, QToolButton) and not part.icon().isNull()
        if part.isVisible() and part.text() and not wraps and not is_icon:
            is_low = part.fontMetrics().height() > part.height() + 1
            if is_low or part.sizeHint().width() > part.width() + 1:
                yield part.text()


def test_no_text_of_a_dock_is_cut_off(docks, qtbot):
    found = {}
    for dock in docks:
        dock.show()
        dock.raise_()
        QTest.qWait(100)
        found[dock.objectName()] = list(cut_off(dock))
        dock.hide()
    assert len(found) >= 10
    assert "\n".join(f"{name}: {text}" for name, texts in found.items() for text in texts) == ""


def test_rows_of_orders_and_of_the_board_grow_with_their_texts(docks, larger, plugin):
    line_px = QFontMetricsF(larger).height()
    tree, board = plugin.window.orders.dock.tree, plugin.window.board.dock.view
    first = tree.model().index(0, 0, tree.model().index(0, 0))
    assert tree.visualRect(first).height() >= 2.5 * line_px
    assert board.layout_now().row_px >= 2 * line_px
