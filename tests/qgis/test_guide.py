# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 and the mark in the title of a dock open its page of the user guide, in the language of QGIS."""

from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QDockWidget
from regard.ui import guide_controller
from regard.ui.guide_controller import GuideButton, GuideController, find_page, page_of


@pytest.fixture
def opened(monkeypatch):
    """Return the pages that were shown, and shows none."""
    shown = []
    monkeypatch.setattr(
        guide_controller.QDesktopServices,
        "openUrl",
        lambda url: shown.append(Path(url.toLocalFile())) or True,
    )
    return shown


@pytest.fixture
def guide(plugin, desktop):
    """Return the guide of the loaded plugin."""
    return next(one for one in plugin.window._controllers if isinstance(one, GuideController))


def docks_of(desktop):
    found = desktop.window.findChildren(QDockWidget)
    return [dock for dock in found if dock.objectName().startswith("Regard")]


def test_every_dock_has_a_page_in_both_languages(guide, desktop):
    docks = docks_of(desktop)
    assert len(docks) >= 11
    for dock in docks:
        page = page_of(dock.objectName())
        for language in ("en", "fr"):
            found = find_page(page, language)
            assert found is not None, dock.objectName()
            assert found.parent.name == language


def test_f1_and_the_mark_open_the_page_of_the_dock(guide, desktop, opened, monkeypatch):
    monkeypatch.setattr(guide, "_show", guide_controller.QDesktopServices.openUrl)
    monkeypatch.setattr(guide_controller, "user_locale", lambda: "fr_FR")
    for dock in docks_of(desktop):
        dock.show()
        own = dock.findChild(GuideButton)
        beside = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
        assert own.isVisible()
        assert own.geometry().right() < beside.geometry().left()
        QTest.mouseClick(own, Qt.MouseButton.LeftButton)
        QTest.keyClick(dock, Qt.Key.Key_F1)
        page = page_of(dock.objectName())
        assert [(one.parent.name, one.stem) for one in opened[-2:]] == [("fr", page)] * 2
        dock.hide()


def test_a_page_that_cannot_be_opened_is_said(guide, desktop):
    guide._show = lambda url: False
    guide.open("orders")
    assert any("orders" in text for text in desktop.messages())


def test_nothing_is_left_behind(plugin, guide, desktop):
    assert [action.text() for action in desktop.help.actions()] == ["Regard: user guide"]
    guide.unload()
    assert desktop.help.actions() == []
    assert all(dock.findChild(GuideButton) is None for dock in docks_of(desktop))
    guide.load()
