# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting and switching for hours leaves nothing behind: no layer, no file, no dock, no signal."""

import gc
import shutil
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEvent, QObject

SWITCHES = 6


@pytest.fixture
def other(built_town, tmp_path):
    return shutil.copy2(built_town, tmp_path / "other.gpkg")


def show(window, path, qtbot):
    window.workspaces.open(str(path))
    qtbot.waitUntil(lambda: bool(window.state.orders) and not window.jobs.busy, timeout=60_000)


def left(window, qgis_app):
    """Return what could pile up: Qt's own objects by class, layers, open files, listeners of the view."""
    for _ in range(3):
        qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    state, main = window.state, window.actions.toolbar.window()
    signals = [name for name in dir(type(state)) if name.endswith("_changed")]
    return {
        "layers": len(QgsProject.instance().mapLayers()),
        "files": sum(1 for link in Path("/proc/self/fd").iterdir() if ".gpkg" in _target(link)),
        "listeners": {name: state.receivers(getattr(state, name)) for name in signals},
        "widgets": Counter(type(one).__name__ for one in main.findChildren(QObject)),
        "items on the map": len(window.map_view.highlight.scene().items()),
    }


def _target(link):
    return str(link.readlink()) if link.is_symlink() else ""


def test_switching_between_workspaces_leaves_nothing(plugin, town, other, qgis_app, qtbot):
    window = plugin.window
    for path in (town, other):
        show(window, path, qtbot)
    before = left(window, qgis_app)
    for number in range(SWITCHES):
        show(window, (town, other)[number % 2], qtbot)
    assert left(window, qgis_app) == before


def test_selecting_many_times_leaves_nothing(plugin, town, qgis_app, qtbot):
    window = plugin.window
    show(window, town, qtbot)
    ids = [row.order.order_id for row in window.state.orders]

    def select_each():
        for order_id in ids:
            window.state.select_order(order_id)
            qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
        window.state.select_order("")

    select_each()
    before = left(window, qgis_app)
    for _ in range(4):
        select_each()
    assert left(window, qgis_app) == before
