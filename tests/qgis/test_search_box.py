# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS's own box finds what a workspace holds, while one types; Enter goes to it."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit

BURST = "VA-2026-AEP-00001"


@pytest.fixture
def box(plugin, built_town, desktop, qtbot):
    """Return the line of the locator, with the golden town open."""
    plugin.window.workspaces.open(str(built_town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)
    yield desktop.locator.findChild(QLineEdit)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)


def results(plugin, desktop, qtbot, box, text):
    """Type a text and return what QGIS's locator lists for it, as text and group, the best first."""
    got = []
    locator = desktop.locator.locator()

    def note(result):
        got.append((result.score, result.displayString, result.group))

    locator.foundResult.connect(note)
    box.clear()
    QTest.keyClicks(box, text)
    qtbot.waitUntil(lambda: bool(got) and not locator.isRunning(), timeout=60_000)
    qtbot.wait(300)
    locator.foundResult.disconnect(note)
    return [(text, group) for _, text, group in sorted(got, reverse=True)]


def enter(box):
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_an_order_is_found_by_words_and_enter_selects_it(box, plugin, desktop, qtbot):
    plugin.window.actions.actions["search"].trigger()
    assert box.text() == "reg "
    got = results(plugin, desktop, qtbot, box, "reg 00001")
    assert BURST in got[0][0]
    enter(box)
    qtbot.waitUntil(lambda: plugin.window.state.order_id == BURST, timeout=10_000)


@pytest.mark.parametrize(
    ("text", "group", "shown"),
    [("benali", "Agents", "Karim Benali"), ("v4", "Assets", "V4"), ("v5", "Assets", "V5")],
)
def test_people_and_assets_are_found_and_shown_on_the_map(box, plugin, desktop, qtbot, text, group, shown):
    got = results(plugin, desktop, qtbot, box, f"reg {text}")
    assert got[0] == (shown, group)
    before = desktop.canvas.center()
    enter(box)
    qtbot.waitUntil(lambda: desktop.canvas.center().distance(before) > 1.0, timeout=10_000)
    assert plugin.window.state.order_id == ""


def test_without_a_workspace_nothing_is_found(plugin, desktop, qtbot):
    assert plugin.window.search._index.find("benali") == ()
