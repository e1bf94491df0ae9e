# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs inside QGIS Desktop (``qgis --code``): installs an archive as the plugin manager does, and removes it.

``REGARD_E2E_ARCHIVE`` is the archive, ``REGARD_E2E_OUT`` the folder for pictures and ``seen.json``.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface

OUT = Path(os.environ["REGARD_E2E_OUT"])
PROFILE = Path(QgsApplication.qgisSettingsDirPath())
seen = {"errors": [], "log": [], "asked": [], "seconds": {}}


def note_exception(kind, value, trace):
    seen["errors"].append("".join(traceback.format_exception(kind, value, trace)))


def wait_for(condition, what, seconds=60):
    started = time.monotonic()
    while not condition():
        if time.monotonic() - started > seconds:
            raise TimeoutError(what)
        QTest.qWait(20)


def timed(name, work):
    started, worked = time.monotonic(), time.process_time()
    work()
    seen["seconds"][name] = (time.monotonic() - started, time.process_time() - worked)


def install():
    pyplugin_installer.instance().installFromZipFile(os.environ["REGARD_E2E_ARCHIVE"])
    plugin = qgis.utils.plugins.get("regard")
    seen["active"] = "regard" in qgis.utils.active_plugins and plugin.window is not None
    seen["from"] = str(Path(sys.modules["regard"].__file__).parent.relative_to(PROFILE))


def open_town():
    window = qgis.utils.plugins["regard"].window
    window.actions.actions["demo_town"].trigger()
    wait_for(lambda: bool(window.state.orders), "the orders of the town")
    seen["orders"] = len(window.state.orders)
    seen["layers"] = len(QgsProject.instance().mapLayers())
    iface.mainWindow().grab().save(str(OUT / "installed.png"))
    QgsSettings().sync()
    seen["while installed"] = ours()


def uninstall():
    # as a user would who has done with the town
    QgsProject.instance().clear()
    pyplugin_installer.instance().uninstallPlugin("regard", quiet=True)
    wait_for(lambda: QgsApplication.taskManager().count() == 0, "the tasks to end")
    QTest.qWait(200)
    QgsSettings().sync()
    main = iface.mainWindow()
    seen["left"] = ours()
    seen["widgets"] = [
        widget.objectName()
        for widget in (*main.findChildren(QDockWidget), *main.findChildren(QToolBar))
        if "regard" in widget.objectName().lower() or "regard" in widget.windowTitle().lower()
    ]
    seen["providers"] = [one.id() for one in QgsApplication.processingRegistry().providers()]


def ours():
    """Return the files, folders and settings that speak of Regard."""
    home = Path.home()
    return {
        "files": [str(one.relative_to(home)) for one in home.rglob("*") if "regard" in one.name.lower()],
        "settings": [key for key in QgsSettings().allKeys() if "regard" in key.lower()],
    }


def drive():
    try:
        for step in (install, open_town, uninstall):
            timed(step.__name__, step)
        seen["done"] = True
    except (AttributeError, LookupError, OSError, RuntimeError, TimeoutError, TypeError):
        seen["errors"].append(traceback.format_exc())
        iface.mainWindow().grab().save(str(OUT / "failure.png"))
    finally:
        (OUT / "seen.json").write_text(json.dumps(seen, indent=1), encoding="utf-8")
        os._exit(0)


sys.excepthook = note_exception
qgis.utils.showException = lambda kind, value, trace, *_, **__: note_exception(kind, value, trace)
QgsApplication.messageLog().messageReceived.connect(
    lambda message, tag, level: seen["log"].append([tag, int(level), message])
)
QgsNetworkAccessManager.instance().requestAboutToBeCreated.connect(
    lambda asked: seen["asked"].append(asked.request().url().toString())
)
QTimer.singleShot(2000, drive)
