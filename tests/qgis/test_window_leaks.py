# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting and switching for hours leaves nothing behind: no layer, no file, no dock, no signal.

``REGARD_SOAK=1`` selects a thousand times and switches fifty.
"""

import gc
import os
import shutil
import sqlite3
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.exceptions import TimeoutError as WaitedTooLong
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEvent, QObject
from sqlalchemy import Engine

IS_SOAK = bool(os.environ.get("REGARD_SOAK"))
SELECTIONS, SWITCHES = (1000, 50) if IS_SOAK else (60, 6)
# what allocators keep for themselves
MOST_GROWTH_MB = 40


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
        "connections": sum(isinstance(one, (sqlite3.Connection, Engine)) for one in gc.get_objects()),
        "handles": len(list(Path("/proc/self/fd").iterdir())),
    }


def grown(before, now):
    """Return what there is more of; less is what tests before these let go."""
    more = {}
    for name, count in now.items():
        counts = count if isinstance(count, dict) else {name: count}
        known = before[name] if isinstance(count, dict) else {name: before[name]}
        more |= {key: (known.get(key, 0), many) for key, many in counts.items() if many > known.get(key, 0)}
    return more


def memory_mb():
    """Return what the process holds of memory, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def repeat(count, step, *, what, so_far):
    """Do something often; tell at each tenth how much memory is held, and fail where it goes on growing."""
    held = [memory_mb()]
    for number in range(count):
        step(number)
        if (number + 1) % max(1, count // 10) == 0:
            held.append(memory_mb())
    print(what, count, "memory, MB:", *(round(one) for one in held), so_far())
    # the first tenth fills caches
    assert held[-1] - held[1] < MOST_GROWTH_MB, held


def leaves_nothing(count, step, window, qgis_app, qtbot, *, what):
    """Do something often; refuse what there is more of after the second half than after the first."""

    def so_far():
        return left(window, qgis_app)["handles"]

    repeat(count // 2, step, what=what, so_far=so_far)
    before = left(window, qgis_app)
    repeat(count // 2, step, what=what, so_far=so_far)
    # what looks for changes of others opens the file twice a second
    with suppress(WaitedTooLong):
        qtbot.waitUntil(lambda: not grown(before, left(window, qgis_app)), timeout=20_000)
    assert grown(before, left(window, qgis_app)) == {}


def _target(link):
    return str(link.readlink()) if link.is_symlink() else ""


def test_switching_between_workspaces_leaves_nothing(plugin, town, other, qgis_app, qtbot):
    window = plugin.window
    show(window, other, qtbot)

    def switch(number):
        show(window, (town, other)[number % 2], qtbot)

    leaves_nothing(SWITCHES, switch, window, qgis_app, qtbot, what="switches")


def test_selecting_many_times_leaves_nothing(plugin, town, qgis_app, qtbot):
    window = plugin.window
    show(window, town, qtbot)
    # what is read once, when all is quiet, is no leak
    qtbot.waitUntil(lambda: window.isolating.networks.known is not None, timeout=60_000)
    ids = [row.order.order_id for row in window.state.orders]

    def select(number):
        window.state.select_order(ids[number % len(ids)])
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)

    leaves_nothing(SELECTIONS, select, window, qgis_app, qtbot, what="selections")
