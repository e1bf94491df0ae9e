# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): opens the demonstration, clicks through it, writes what it saw.

``REGARD_E2E_PROJECT`` is the project to open, ``REGARD_E2E_OUT`` the folder for pictures and ``seen.json``.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QMessageBox
from qgis.utils import iface, plugins

PROJECT = os.environ["REGARD_E2E_PROJECT"]
OUT = Path(os.environ["REGARD_E2E_OUT"])
seen = {"errors": [], "log": [], "boxes": [], "steps": {}, "texts": [], "clipped": []}


def note_exception(kind, value, trace):
    seen["errors"].append("".join(traceback.format_exception(kind, value, trace)))


def note_log(message, tag, level):
    seen["log"].append([tag, int(level), message])


def note_box():
    """Write a modal box down and close it, so that the drive goes on."""
    box = QApplication.activeModalWidget()
    if box is not None:
        text = box.text() if isinstance(box, QMessageBox) else box.windowTitle()
        seen["boxes"].append(f"{type(box).__name__}: {text}")
        box.close()


def wait_for(condition, what, seconds=30):
    """Let QGIS work until something holds; return how long that took."""
    started = time.monotonic()
    while not condition():
        if time.monotonic() - started > seconds:
            raise TimeoutError(what)
        QTest.qWait(20)
    return time.monotonic() - started


def picture(name):
    """Take a picture of the whole window once the map has been drawn."""
    canvas = iface.mapCanvas()
    QTest.qWait(300)
    wait_for(lambda: not canvas.isDrawing(), "the map to be drawn")
    QTest.qWait(200)
    iface.mainWindow().grab().save(str(OUT / f"{name}.png"))


def look_at(widget):
    """Collect the texts of a part of the window, and those that do not fit into their widget."""
    for part in widget.findChildren(QLabel) + widget.findChildren(QAbstractButton):
        if not (part.isVisible() and part.text()):
            continue
        seen["texts"].append(part.text())
        wraps = isinstance(part, QLabel) and part.wordWrap()
        if not wraps and part.sizeHint().width() > part.width() + 1:
            seen["clipped"].append(part.text())


def click(window, order_id):
    """Click an order in the list with the mouse; return the seconds until the order dock shows it."""
    tree = window.orders.dock.tree
    index = window.orders.dock.model.index_of(order_id)
    tree.scrollTo(index)
    place = tree.visualRect(index).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    return wait_for(lambda: order_id in window.order.dock.title.text(), f"order {order_id}")


def open_demo(window):
    main = iface.mainWindow()
    main.resize(1600, 1000)
    main.findChild(QDockWidget, "Browser").hide()
    seen["steps"]["open"] = -time.monotonic()
    iface.addProject(PROJECT)
    wait_for(lambda: bool(window.state.orders), "the orders")
    seen["steps"]["open"] += time.monotonic()
    seen["steps"]["orders"] = len(window.state.orders)
    seen["steps"]["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    seen["steps"]["invalid"] = [
        layer.name() for layer in QgsProject.instance().mapLayers().values() if not layer.isValid()
    ]
    picture("town")


def show_burst(window):
    burst = next(row.order.order_id for row in window.state.orders if row.order.code == "AEP-CASSE")
    seen["steps"]["select"] = click(window, burst)
    seen["steps"]["valves"] = len(window.map_view.highlight.tags)
    picture("burst")
    dock = window.order.dock
    for number, name in enumerate(("asset", "cut", "networks", "resources")):
        bar = dock.tabs.tabBar()
        QTest.mouseClick(
            bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(number).center()
        )
        QTest.qWait(100)
        browser = (dock.asset, dock.cut, dock.networks, dock.resources)[number]
        seen["steps"][name] = browser.toPlainText()
        seen["steps"][f"{name} overflow"] = browser.horizontalScrollBar().maximum()
        seen["texts"].append(bar.tabText(number))
        dock.grab().save(str(OUT / f"order_{name}.png"))
    look_at(dock)


def filter_list(window):
    dock = window.orders.dock
    chip = dock.priorities.chip("P1")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    seen["steps"]["P1"] = sum(
        dock.model.rowCount(dock.model.index(r, 0)) for r in range(dock.model.rowCount())
    )
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dock.search, "casse")
    seen["steps"]["found"] = dock.count.text()
    dock.search.clear()
    look_at(dock)


def show_left_out(window):
    left_out = [row.order.order_id for row in window.state.orders if row.starts_at is None]
    if left_out:
        click(window, left_out[0])
        seen["steps"]["why"] = window.order.dock.resources.toPlainText()
        picture("left_out")


def restart_plugin():
    """Unload and load again, as the plugin manager does; the open project must come back into the docks."""
    seen["steps"]["unloaded"] = qgis.utils.unloadPlugin("regard")
    QTest.qWait(50)
    seen["steps"]["docks left"] = [
        dock.objectName()
        for dock in iface.mainWindow().findChildren(QDockWidget)
        if "Regard" in dock.objectName()
    ]
    qgis.utils.loadPlugin("regard")
    seen["steps"]["started"] = qgis.utils.startPlugin("regard")
    window = plugins["regard"].window
    wait_for(lambda: bool(window.state.orders), "the orders after a restart")


def drive():
    try:
        window = plugins["regard"].window
        for step in (open_demo, show_burst, filter_list, show_left_out):
            step(window)
        look_at(window.actions.toolbar)
        seen["texts"] += [action.text() for action in window.actions.actions.values()]
        restart_plugin()
        seen["done"] = True
    except (AttributeError, LookupError, RuntimeError, StopIteration, TimeoutError, TypeError):
        seen["errors"].append(traceback.format_exc())
        iface.mainWindow().grab().save(str(OUT / "failure.png"))
    finally:
        (OUT / "seen.json").write_text(json.dumps(seen, indent=1, ensure_ascii=False))
        sys.stdout.flush()
        os._exit(0)


sys.excepthook = note_exception
qgis.utils.showException = lambda kind, value, trace, *_, **__: note_exception(kind, value, trace)
QgsApplication.messageLog().messageReceived.connect(note_log)
boxes = QTimer()
boxes.timeout.connect(note_box)
boxes.start(500)
QTimer.singleShot(2000, drive)
