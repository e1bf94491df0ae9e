# SPDX-License-Identifier: GPL-3.0-or-later
"""What another process writes is shown within two seconds; what one was doing survives."""

import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.qgis_bridge.project import layers_by_key

ROOT = Path(__file__).resolve().parents[2]
BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"
# another dispatcher: opens the workspace, says so, and suspends an order when a line comes in
OTHER = """
import sys
from datetime import datetime
sys.path.insert(0, "tests")
import conftest
from regard.planner.life.advance import advance_order
from regard.store.workspaces import open_workspace
from regard.workorders.orders import OrderState
workspace = open_workspace(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
now = datetime(2026, 6, 3, 8)
advance_order(workspace, sys.argv[2], OrderState.SUSPENDED, now=now, who="other", reason="locked")
print("done", flush=True)
"""


class Other:
    """The other dispatcher."""

    def __init__(self, url, order_id):
        self._process = subprocess.Popen(
            [sys.executable, "-c", OTHER, url, order_id],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout.readline() == "ready\n"

    def write(self):
        self._process.stdin.write("now\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n"
        return monotonic()

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture
def window(plugin, town, qtbot):
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    qtbot.waitUntil(lambda: not plugin.window.jobs.busy, timeout=60_000)
    return plugin.window


@pytest.fixture
def other(window):
    other = Other(window.state.url, METER)
    yield other
    other.close()


def state_of(window, order_id):
    return next(row.order.state.value for row in window.state.orders if row.order.order_id == order_id)


def test_the_list_follows_another_dispatcher_within_two_seconds(window, other, qtbot):
    written = other.write()
    qtbot.waitUntil(lambda: state_of(window, METER) == "suspended", timeout=10_000)
    assert monotonic() - written < 2.0
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)


def test_selection_filters_map_and_edits_survive(window, other, desktop, qtbot):
    window.state.select_order(BURST)
    qtbot.keyClicks(window.orders.dock.search, "saules")
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    layer = layers_by_key(window.workspaces._project)["water_pipes"]
    layer.setReadOnly(False)
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    field = next(f.name() for f in layer.fields() if f.typeName().lower().startswith(("str", "text")))
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf(field), "being typed")
    desktop.canvas.zoomScale(5000)
    before = desktop.canvas.extent()
    other.write()
    qtbot.waitUntil(lambda: state_of(window, METER) == "suspended", timeout=10_000)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    assert window.state.order_id == BURST
    assert window.orders.dock.search.text() == "saules"
    assert desktop.canvas.extent() == before
    assert layer.isEditable()
    assert layer.getFeature(feature.id())[field] == "being typed"
    layer.rollBack()


def test_what_this_window_writes_is_read_once(window, qtbot):
    read = []
    window.state.orders_changed.connect(lambda: read.append(1))
    window.state.select_order(METER)
    qtbot.waitUntil(lambda: "history" in window.order.dock.tables, timeout=5_000)
    table = window.order.dock.tables["history"]
    qtbot.waitUntil(lambda: table.model.rowCount() > 0, timeout=30_000)
    window.order.dock.tabs.setCurrentIndex(5)
    table.choose("state")
    QTest.mouseClick(table.buttons["state.suspended"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(table.field, "locked")
    QTest.keyClick(table.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state_of(window, METER) == "suspended", timeout=30_000)
    qtbot.wait(1500)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    assert len(read) == 1


def test_the_watch_ends_with_the_workspace(window, project):
    assert window.live.watch.isRunning()
    project.clear()
    assert window.live.watch is None
