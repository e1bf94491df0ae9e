# SPDX-License-Identifier: GPL-3.0-or-later
"""The dispatcher's ten tasks by mouse and keyboard within their gestures (docs/tasks.md), on both stores."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QPushButton
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.records import OrderNotice, Outage, PlanStop, ValveNote
from regard.qgis_bridge.coverage_layers import coverage_layers
from regard.store.workspaces import open_workspace
from regard.tests.qgis.played import answer, drag_to_where_it_fits, keep_out, save_the_burst
from regard.ui.board.menu import AgentMenu, OrderMenu
from regard.ui.board.why_dialog import WhyDialog
from regard.workorders.asset_changes.records import AssetChange, ChangeState
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import ServiceRequest

BURST, METER, DETECTION = "VA-2026-AEP-00001", "VA-2026-AEP-00002", "VA-2026-AEP-00005"
ENTER = Qt.Key.Key_Return
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture(params=["file", "server"])
def place(request):
    """Return the workspace of the dispatcher: a file, then a schema of a server."""
    return str(request.getfixturevalue("town" if request.param == "file" else "on_server"))


def test_1_a_burst_from_the_call_to_the_crew(hands, standby):
    dock, crew = hands.window.calling.calls.dock, hands.window.calling.crew.dock
    hands.begin()
    hands.key(hands.window.orders.dock.tree, Qt.Key.Key_N, CTRL)
    hands.ready(lambda: "danger" in dock.questions.fields)
    hands.type(dock.phone, "06 39 98 00 77")
    hands.type(dock.caller, "M. Petit")
    hands.type(dock.words, "grosse fuite, eau qui jaillit de la rue")
    order_id = save_the_burst(hands, "12 rue des saules")
    assert "ATU" in crew.site.toPlainText()
    hands.key(crew.offers, ENTER, CTRL)
    hands.ready(lambda: bool(crew.result.text()))
    done = hands.report(1, "A burst: call to crew", 14, 3)
    assert len(done) == 14, done
    request, order, outage, notice, messages, stops = hands.asked(
        lambda w: (
            max(w.all(ServiceRequest), key=lambda one: one.request_id),
            w.get(WorkOrder, order_id),
            w.all(Outage, order_id=order_id),
            w.all(OrderNotice, order_id=order_id),
            w.all(OrderMessage, order_id=order_id),
            w.all(PlanStop, plan_id=current_plan(w).plan_id, order_id=order_id),
        ),
    )
    assert request.answers["danger"] == "no"
    assert order.asset_role == "water_pipe" and order.state is OrderState.PLANNED
    assert outage[0].close and outage[0].customers
    assert [one.kind for one in notice] == ["ATU"]
    assert stops
    assert {"crew", "cut_urgent"} <= {one.purpose for one in messages}


def test_2_a_slot_for_a_caller(hands):
    dock, slots = hands.window.calling.calls.dock, hands.window.calling.slots.dock
    hands.begin()
    hands.key(hands.window.orders.dock.tree, Qt.Key.Key_N, CTRL)
    hands.ready(lambda: "danger" in dock.questions.fields)
    hands.type(dock.phone, "0639980001")
    hands.ready(lambda: dock.caller.text() == "Mme Roc")
    hands.type(dock.words, "changement de compteur")
    hands.ready(lambda: dock.address.text() == "3 rue des Saules")
    answer(hands, {"danger": "no"})
    hands.ready()
    hands.key(dock.words, ENTER, CTRL)
    hands.ready(lambda: slots.slots.count() > 0)
    hands.key(slots.slots, ENTER, CTRL)
    hands.ready(lambda: bool(slots.result.text()))
    done = hands.report(2, "A slot for a caller", 6, 0.5)
    assert len(done) == 6, done
    order_id = hands.window.state.order_id
    order, messages = hands.asked(
        lambda w: (w.get(WorkOrder, order_id), w.all(OrderMessage, order_id=order_id))
    )
    assert order.code == "AEP-CPT-REM" and order.window_start < order.window_end
    assert [(one.purpose, one.name) for one in messages] == [("appointment", "Mme Roc")]


def test_3_a_sick_agent(hands):
    view, dock = hands.window.board.dock.view, hands.window.changing.dock
    number, _ = view.board.places[METER][0]
    hands.begin()
    hands.right_click(view.viewport(), QPoint(20, round(view.layout_now().top_of(number) + 10)))
    hands.choose(hands.window.board.dock.findChild(AgentMenu), "leaves")
    hands.ready(dock.accept.isEnabled)
    assert "Who must be told" in dock.page.toPlainText()
    hands.click(dock.accept)
    hands.ready(lambda: not dock.undo.isHidden())
    done = hands.report(3, "A sick agent", 5, 5)
    assert len(done) == 3, done
    agent = view.board.rows[number].agent_id
    stops = hands.asked(lambda w: w.all(PlanStop, plan_id=current_plan(w).plan_id, agent_id=agent))
    assert stops == []


def test_4_an_order_is_moved_by_hand_and_one_ctrl_z_brings_it_back(hands, standby):
    view = hands.window.board.dock.view
    number, _ = view.board.places[METER][0]
    before = view.board.places
    hands.begin()
    assert drag_to_where_it_fits(hands, METER)
    hands.ready(lambda: view.board.places.get(METER) != before[METER])
    assert view.board.places[METER][0][0] != number
    hands.key(view, Qt.Key.Key_Z, CTRL)
    hands.ready(lambda: view.board.places.get(METER) == before[METER])
    done = hands.report(4, "One order moved by hand, and back", 2, 0.1)
    assert len(done) == 2, done


def test_5_why_is_this_one_not_planned(hands, early):
    keep_out(hands.window.state.url, METER)
    hands.window.workspaces.refresh()
    tray, board = hands.window.board.dock.tray.list, hands.window.board.dock.view
    hands.settle(lambda: METER not in board.board.places and tray.count() > 0)
    row = next(n for n, order in enumerate(board.board.waiting) if order.order_id == METER)
    hands.begin()
    hands.right_click(tray.viewport(), tray.visualItemRect(tray.item(row)).center())
    hands.choose(hands.window.board.dock.findChild(OrderMenu), "why")
    hands.ready(lambda: hands.window.board.dock.findChild(WhyDialog) is not None)
    dialog = hands.window.board.dock.findChild(WhyDialog)
    assert dialog.text.toPlainText()
    hands.click(next(one for one in dialog.buttons if isinstance(one, QPushButton) and "day" in one.text()))
    hands.ready(lambda: METER in board.board.places)
    done = hands.report(5, "Why is this one not planned?", 3, 0.3)
    assert len(done) == 3, done


def test_6_dig_legally_tomorrow(hands, desktop, monkeypatch):
    # the dialogs of Processing need QGIS Desktop: the click on Run is counted here, the PDF tested elsewhere
    asked = []
    monkeypatch.setattr(hands.window.algorithms, "_show", lambda *what: asked.append(what))
    dock, bar = hands.window.order.dock, desktop.window.menuBar()
    hands.begin()
    hands.order(BURST)
    hands.ready(lambda: BURST in dock.title.text())
    tabs = dock.tabs.tabBar()
    hands.click(tabs, tabs.tabRect(2).center())
    assert "Earliest legal start" in dock.networks.toPlainText()
    assert "Excavation of" in dock.networks.toPlainText()
    assert hands.window.map_view.highlight.tags
    hands.click(bar, bar.actionGeometry(desktop.menu.menuAction()).center())
    regard = desktop.menu.actions()[0]
    hands.click(desktop.menu, desktop.menu.actionGeometry(regard).center())
    hands.settle(regard.menu().isVisible)
    hands.choose(regard.menu(), "RegardDossiersAction")
    assert [name for name, _ in asked] == ["regard:dossiers"]
    hands.gestures.done.append("click on Run in the dialog of Processing")
    done = hands.report(6, "Dig legally tomorrow", 6, 4)
    assert len(done) == 6, done
    notice, stops = hands.asked(
        lambda w: (
            w.get(OrderNotice, BURST),
            w.all(PlanStop, plan_id=current_plan(w).plan_id, order_id=BURST),
        ),
    )
    assert notice.reason
    assert min(stop.start for stop in stops) >= notice.earliest_start


def test_7_a_stuck_valve_on_site(hands, desktop):
    isolating, canvas = hands.window.isolating, desktop.canvas
    canvas.setCenter(QgsPointXY(687520, 6924000))
    canvas.zoomScale(2000)
    hands.begin()
    hands.order(BURST)
    hands.ready()
    hands.command("isolate")
    hands.ready(lambda: isolating.drawing.marks != ())
    place = next(mark.place for mark in isolating.drawing.marks if mark.name == "V5")
    spot = canvas.getCoordinateTransform().transform(place)
    hands.click(canvas.viewport(), QPoint(round(spot.x()), round(spot.y())))
    hands.ready(lambda: "more customers" in isolating.dock.cost.toPlainText())
    hands.click(isolating.dock.store)
    hands.ready(isolating.dock.messages.isEnabled)
    hands.click(isolating.dock.messages)
    hands.ready(lambda: "wait to be sent" in isolating.dock.result.text())
    done = hands.report(7, "A stuck valve on site", 5, 0.5)
    assert len(done) == 5, done
    cut, notes, messages = hands.asked(
        lambda w: (
            w.all(Outage, order_id=BURST)[0],
            w.all(ValveNote),
            w.all(OrderMessage, order_id=BURST),
        ),
    )
    assert (cut.close, cut.unusable) == (("V4", "V6", "V8"), ("V5",))
    assert [note.valve_id for note in notes] == ["V5"]
    assert len(messages) >= len(isolating._found.customers)


def test_9_the_morning_of_a_gis_technician(hands, burst_closed):
    dock = hands.window.panels.review.dock
    table = dock.tables["waiting"]
    workspace = open_workspace(hands.window.state.url)
    found = next(one for one in workspace.all(AssetChange) if one.rule == "material_found")
    # out of asbestos cement: never without a look
    doubtful = [
        replace(found, change_id=f"{found.change_id}/{n}", after={"material": code}, version=0)
        for n, code in enumerate(("11", "27"))
    ]
    import_records(workspace, doubtful, name="proposals", who="test")
    workspace.close()
    hands.window.workspaces.refresh()
    hands.begin()
    hands.command("review")
    hands.ready(lambda: table.model.rowCount() > 0)
    count = table.model.rowCount()
    hands.click(table.buttons["safe"])
    hands.ready(lambda: table.model.rowCount() < count)
    left = table.model.rowCount()
    assert left == 2
    hands.row(table.view, table.model.index(0, 0))
    hands.ready()
    assert table.details.toPlainText()
    hands.key(table.view, Qt.Key.Key_A)
    hands.ready(lambda: table.model.rowCount() == left - 1)
    hands.row(table.view, table.model.index(0, 0))
    hands.ready()
    hands.key(table.view, Qt.Key.Key_R)
    hands.type(table.field, "seen elsewhere")
    hands.key(table.field, ENTER)
    hands.ready(lambda: table.model.rowCount() == left - 2 or not table.isVisible())
    hands.click(dock.undo_bar.undo)
    hands.ready(lambda: table.model.rowCount() == left - 1)
    done = hands.report(9, "A GIS technician's morning", 9, 3)
    assert len(done) == 9, done
    states = Counter(one.state for one in hands.asked(lambda w: w.all(AssetChange)))
    assert states[ChangeState.ACCEPTED] == count - left + 1
    assert states[ChangeState.PROPOSED] == left - 1


def test_10_a_managers_monday(hands, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    window = hands.window
    dock, tab = window.panels.figures.dock, window.panels.figures.dock.coverage
    hands.begin()
    hands.command("figures")
    hands.ready(lambda: dock.figures.topLevelItemCount() > 20)
    shown = dock.title.text()
    hands.click(dock.before)
    hands.ready(lambda: dock.title.text() not in (shown, "Reading…"))
    assert dock.sentence.text()
    bar = dock.tabs.tabBar()
    hands.click(bar, bar.tabRect(dock.tabs.indexOf(tab)).center())
    hands.click(window.head.day.after)
    hands.ready()
    hands.click(tab.draw)
    hands.ready(lambda: tab.shown is not None)
    hands.press_enter_in_the_dialog()
    hands.click(tab.sheet)
    hands.ready(lambda: any(tmp_path.glob("gaps *.html")))
    done = hands.report(10, "A manager's Monday", 7, 10)
    assert len(done) == 7, done
    # the worst hole is that of the night, and the map shows it for who is needed there
    holes = next(one for one in coverage_layers(QgsProject.instance()) if "limit_min" in one.fields().names())
    row = tab.shown.holes[0]
    assert tab.shown.day == date(2026, 6, 4) and row.first_hour == 0
    assert row.customers in {one["customers"] for one in holes.getFeatures()}
    assert {one["means"] for one in holes.getFeatures()} == {row.needed.key}
