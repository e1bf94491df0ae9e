# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting and stopping the plugin leaves QGIS as it was."""

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMenu, QToolBar
from regard.plugin import RegardPlugin
from regard.qgis_bridge.messages import tr


def traces(desktop, qgis_app):
    """Return everything that a plugin could leave behind."""
    qgis_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window, project = desktop.window, QgsProject.instance()
    return {
        "toolbars": sorted(bar.windowTitle() for bar in window.findChildren(QToolBar)),
        "docks": sorted(dock.windowTitle() for dock in window.findChildren(QDockWidget)),
        "menus": sorted(menu.title() for menu in window.findChildren(QMenu)),
        "actions": sorted(action.objectName() for action in window.findChildren(QAction)),
        "canvas items": len(desktop.canvas.scene().items()),
        "providers": sorted(p.id() for p in QgsApplication.processingRegistry().providers()),
        "project listeners": [
            project.receivers(signal)
            for signal in (project.readProject, project.cleared, project.layersWillBeRemoved)
        ],
        "options": list(desktop.options),
        "tasks": QgsApplication.taskManager().count(),
        "word": tr("Orders"),
    }


@pytest.fixture
def french(monkeypatch):
    monkeypatch.setattr("regard.plugin.user_locale", lambda: "fr_FR")


def test_loading_twice_leaves_nothing(desktop, qgis_app, french):
    before = traces(desktop, qgis_app)
    for _ in range(2):
        plugin = RegardPlugin(desktop)
        plugin.initGui()
        loaded = traces(desktop, qgis_app)
        plugin.unload()
        assert traces(desktop, qgis_app) == before
        assert loaded["providers"] == sorted([*before["providers"], "regard"])
        assert "Regard" in loaded["toolbars"]
        assert loaded["word"] == "Ordres"


def test_unloading_with_a_workspace_open_leaves_nothing(desktop, qgis_app, french, town, qtbot):
    before = traces(desktop, qgis_app)
    plugin = RegardPlugin(desktop)
    plugin.initGui()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: bool(plugin.window.state.orders), timeout=10_000)
    plugin.window.state.select_order(plugin.window.state.orders[0].order.order_id)
    plugin.unload()
    qtbot.waitUntil(lambda: QgsApplication.taskManager().count() == 0, timeout=10_000)
    QgsProject.instance().clear()
    assert traces(desktop, qgis_app) == before


# ids that models and scripts call by: one that goes, or is renamed, breaks them
ALGORITHMS = [
    "absences",
    "acknowledgerequests",
    "actiondone",
    "actions",
    "addabsence",
    "addaction",
    "addagent",
    "addremark",
    "addwayout",
    "advancesubcontract",
    "agents",
    "alerts",
    "alerttold",
    "alternatives",
    "answercorrection",
    "answerquestions",
    "answerremark",
    "askcorrection",
    "auditnetwork",
    "bookequipment",
    "briefing",
    "calledout",
    "callers",
    "callquestions",
    "carrychanges",
    "causes",
    "changedvalues",
    "checkplan",
    "checkrules",
    "closeorder",
    "closerequests",
    "conflicts",
    "correctfield",
    "corrections",
    "coverage",
    "coverageprint",
    "criticality",
    "cutcustomers",
    "dayloads",
    "decideorder",
    "decideproblem",
    "dispatchday",
    "dossierhistory",
    "dossiers",
    "editagent",
    "emergency",
    "equipment",
    "escalatealerts",
    "exportmessages",
    "exportresources",
    "exportrules",
    "fieldimport",
    "fieldpackage",
    "figures",
    "findaddress",
    "findparcel",
    "followdt",
    "framework",
    "freeequipment",
    "gate",
    "hydrant",
    "impact",
    "importaddresses",
    "importconsultation",
    "importcontacts",
    "importnetwork",
    "importorders",
    "importparcels",
    "importrequests",
    "importresources",
    "importrules",
    "isolate",
    "jobpack",
    "journal",
    "judgeagain",
    "kpiorders",
    "layoutsteps",
    "linkorders",
    "logmessages",
    "lookahead",
    "mergerequests",
    "messages",
    "moveorder",
    "movestock",
    "newrequest",
    "notdone",
    "noteproblem",
    "noticesent",
    "noticeway",
    "oncall",
    "operatoranswer",
    "orderhistory",
    "orderphoto",
    "orderslist",
    "ordertree",
    "outcomes",
    "permit",
    "picklists",
    "planmessages",
    "plantours",
    "postpone",
    "postponements",
    "problems",
    "programme",
    "qualifyrequests",
    "raisealerts",
    "readiness",
    "recalibrate",
    "rejectrequest",
    "remarks",
    "remindcorrections",
    "removeabsence",
    "replan",
    "replytoalert",
    "requestduplicates",
    "requestsnear",
    "requestsqueue",
    "ruleversions",
    "search",
    "sendalerts",
    "sendmessages",
    "setpriority",
    "setservice",
    "signoffskills",
    "skillmatrix",
    "slots",
    "splitorder",
    "stepdone",
    "stock",
    "studyorder",
    "subcontract",
    "subcontracts",
    "toursheets",
    "tracedownstream",
    "traceupstream",
    "undo",
    "unlinkorders",
    "waterback",
    "whynotplanned",
    "zoneoverview",
]


def test_headless_qgis_gets_the_algorithms_without_a_window(qgis_app):
    plugin = RegardPlugin(None)
    plugin.initProcessing()
    try:
        algorithms = QgsApplication.processingRegistry().providerById("regard").algorithms()
        assert sorted(algorithm.id() for algorithm in algorithms) == [f"regard:{name}" for name in ALGORITHMS]
    finally:
        plugin.unload()
    assert QgsApplication.processingRegistry().providerById("regard") is None
