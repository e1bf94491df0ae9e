# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds in every dock of the window: each control has a name and is reached by Tab."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextEdit,
)
# parts that Qt makes itself, within a control that has a name
_PARTS = (QHeaderView, QScrollBar, QTabBar)


@pytest.fixture
def docks(plugin, desktop, town, qtbot):
    """Return every dock of Regard, with the town open."""
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=60_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=120_000)
    found = desktop.window.findChildren(QDockWidget)
    return [one for one in found if one.objectName().startswith("Regard")]


def controls(dock):
    for one in dock.widget().findChildren(_CONTROLS):
        inside = one.parentWidget()
        is_part = isinstance(one, _PARTS) or one.objectName().startswith("qt_")
        within = isinstance(inside, (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)) or (
            inside is not None and inside.objectName().startswith("qt_")
        )
        # the scroll buttons of tabs, the list that a box folds out, the line of a spin box; what is asked for
        # a note has its name from what is asked, once it is
        if (
            not one.isHidden()
            and not is_part
            and not within
            and not isinstance(inside.parentWidget(), QComboBox)
        ):
            yield one


def name_of(widget):
    if widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()):
        return True
    forms = list(widget.parentWidget().findChildren(QFormLayout))
    if widget.parentWidget().layout() is not None:
        forms.append(widget.parentWidget().layout())
    labelled = (form.labelForField(widget) for form in forms if isinstance(form, QFormLayout))
    buddies = (label.buddy() for label in widget.window().findChildren(QLabel))
    return any(label is not None and label.text() for label in labelled) or widget in buddies


def _told(widget):
    return f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()}"


def test_every_control_of_every_dock_has_a_name_for_screen_readers(docks):
    assert len(docks) >= 10
    nameless = {
        dock.objectName(): [
            f"{type(one).__name__} {one.toolTip()}" for one in controls(dock) if not name_of(one)
        ]
        for dock in docks
    }
    assert [(dock, found) for dock, found in nameless.items() if found] == []


def test_every_control_of_every_dock_is_reached_by_tab(docks):
    unreached = {
        dock.objectName(): [
            _told(one) for one in controls(dock) if not one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for dock in docks
    }
    assert [(dock, found) for dock, found in unreached.items() if found] == []


def test_tab_goes_round_in_a_dock_and_comes_back(docks):
    for dock in docks:
        wanted = {one for one in controls(dock) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
        met, here = set(), dock.widget()
        for _ in range(5_000):
            here = here.nextInFocusChain()
            met.add(here)
            if here is dock.widget():
                break
        assert wanted <= met, dock.objectName()


def test_docks_float_hide_and_come_back_as_left(docks, desktop):
    names = [dock.objectName() for dock in docks]
    assert len(set(names)) == len(names)
    free = QDockWidget.DockWidgetFeature
    for dock in docks:
        assert dock.features() & free.DockWidgetMovable and dock.features() & free.DockWidgetFloatable
    first, second, third = docks[:3]
    first.show()
    first.setFloating(True)
    second.hide()
    third.show()
    third.setFloating(False)
    desktop.window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, third)
    left = desktop.window.saveState()
    for dock in (first, second, third):
        dock.setFloating(False)
        dock.setVisible(dock is second)
        desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    assert desktop.window.restoreState(left)
    assert first.isFloating() and second.isHidden() and not third.isHidden()
    assert desktop.window.dockWidgetArea(third) == Qt.DockWidgetArea.LeftDockWidgetArea
