# SPDX-License-Identifier: GPL-3.0-or-later
"""The dispatcher's tasks 1 to 7 on the demonstration town, one after the other in one window, by hand."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsRectangle, QgsSettings
from qgis.PyQt.QtCore import QLocale, QPoint, Qt
from qgis.PyQt.QtWidgets import QPushButton
from regard.planner.plan_versions import current_plan
from regard.planner.records import OrderNotice, Outage, PlanStop, ValveNote
from regard.planner.running.desk_moment import DESK_MOMENT
from regard.plugin import RegardPlugin
from regard.scripts.standby_crew import add_standby
from regard.store.workspaces import open_workspace
from regard.tests.qgis.desktop import Desktop
from regard.tests.qgis.gestures import Gestures
from regard.tests.qgis.hands import Hands
from regard.tests.qgis.played import answer, drag_to_where_it_fits, keep_out, save_the_burst
from regard.ui.board.menu import AgentMenu, OrderMenu
from regard.ui.board.why_dialog import WhyDialog
from regard.workorders.informing.messages import OrderMessage
from regard.workorders.orders import OrderState, WorkOrder

BURST, METER, FLUSHING = "VA-2026-AEP-00052", "VA-2026-AEP-00003", "VA-2026-AEP-00019"
# a customer of the demonstration
NUMBER, NAME = "06 39 98 91 93", "Maud Lacombe"
_AROUND_M = 60.0
# before anybody has left
NOW = datetime(2026, 6, 3, 6, 0)
ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def dispatcher(qgis_app, tmp_path_factory):
    """Return the hands of somebody who has the demonstration before her; one window for all tasks."""
    file = Path(os.environ["REGARD_DEMO"]) / "town.gpkg"
    town = shutil.copy2(file, tmp_path_factory.mktemp("demo") / "town.gpkg")
    add_standby(town)
    workspace = open_workspace(str(town))
    workspace.set_setting(DESK_MOMENT, NOW.isoformat())
    workspace.close()
    before, patch = QLocale(), pytest.MonkeyPatch()
    QLocale.setDefault(QLocale("en_GB"))
    QgsSettings().setValue("regard/start/greeted", True)
    patch.setattr("regard.plugin.user_locale", lambda: "en_GB")
    QgsProject.instance().clear()
    desktop = Desktop()
    # tall enough for the rows of all agents
    desktop.window.resize(1600, 1500)
    desktop.window.show()
    plugin = RegardPlugin(desktop)
    plugin.initGui()
    window = plugin.window
    window.board._clock = lambda: NOW
    window.actions.actions["board"].trigger()
    desktop.window.resizeDocks([window.board.dock], [900], Qt.Orientation.Vertical)
    window.workspaces.open(str(town))
    gestures = Gestures()
    hands = Hands(window, gestures, desktop, report="tasks_demonstration.json")
    hands.settle(lambda: window.state.orders and window.board._read and window.calling.calls._desk)
    yield hands
    gestures.leave()
    desktop.canvas.stopRendering()
    desktop.canvas.waitWhileRendering()
    plugin.unload()
    desktop.window.close()
    desktop.bridge.deleteLater()
    desktop.window.deleteLater()
    qgis_app.sendPostedEvents()
    QgsProject.instance().clear()
    patch.undo()
    QLocale.setDefault(before)


def stops_of(hands, **wanted):
    return hands.asked(lambda w: w.all(PlanStop, plan_id=current_plan(w).plan_id, **wanted))


def call(hands, number, words):
    """Begin a call: its number and the caller's words."""
    dock = hands.window.calling.calls.dock
    hands.key(hands.window.orders.dock.tree, Qt.Key.Key_N, CTRL)
    hands.ready(lambda: "danger" in dock.questions.fields)
    hands.type(dock.phone, number)
    return dock


def test_1_a_burst_from_the_call_to_the_crew(dispatcher):
    hands, crew = dispatcher, dispatcher.window.calling.crew.dock
    hands.begin()
    dock = call(hands, "06 39 98 00 77", "")
    hands.type(dock.caller, "M. Petit")
    hands.type(dock.words, "grosse fuite, eau qui jaillit de la rue")
    order_id = save_the_burst(hands, "57 avenue hector otto")
    hands.key(crew.offers, ENTER, CTRL)
    hands.ready(lambda: bool(crew.result.text()))
    done = hands.report(1, "A burst: call to crew", 14, 3)
    assert len(done) == 14, done
    order, outage, notice, messages = hands.asked(
        lambda w: (
            w.get(WorkOrder, order_id),
            *(w.all(kind, order_id=order_id) for kind in (Outage, OrderNotice, OrderMessage)),
        )
    )
    assert order.asset_role == "water_pipe" and order.state is OrderState.PLANNED
    assert outage[0].close and outage[0].customers and [one.kind for one in notice] == ["ATU"]
    assert stops_of(hands, order_id=order_id)
    assert {"crew", "cut_urgent"} <= {one.purpose for one in messages}


def test_2_a_slot_for_a_caller(dispatcher):
    hands, slots = dispatcher, dispatcher.window.calling.slots.dock
    hands.begin()
    dock = call(hands, NUMBER, "")
    hands.ready(lambda: dock.caller.text() == NAME)
    hands.type(dock.words, "changement de compteur")
    hands.ready(lambda: bool(dock.address.text()))
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
    assert [(one.purpose, one.name) for one in messages] == [("appointment", NAME)]


def test_3_a_sick_agent(dispatcher):
    hands = dispatcher
    view, dock = hands.window.board.dock.view, hands.window.changing.dock
    number, _ = view.board.places[METER][0]
    view.verticalScrollBar().setValue(0)
    hands.begin()
    hands.right_click(view.viewport(), QPoint(20, round(view.layout_now().top_of(number) + 10)))
    hands.choose(hands.window.board.dock.findChild(AgentMenu), "leaves")
    hands.ready(dock.accept.isEnabled)
    assert "Who must be told" in dock.page.toPlainText()
    hands.click(dock.accept)
    hands.ready(lambda: not dock.undo.isHidden())
    done = hands.report(3, "A sick agent", 5, 5)
    assert len(done) == 3, done
    assert stops_of(hands, agent_id=view.board.rows[number].agent_id) == []


def test_4_an_order_is_moved_by_hand_and_one_ctrl_z_brings_it_back(dispatcher):
    hands, view = dispatcher, dispatcher.window.board.dock.view
    before = view.board.places
    number = before[FLUSHING][0][0]
    hands.begin()
    assert drag_to_where_it_fits(hands, FLUSHING)
    hands.ready(lambda: view.board.places.get(FLUSHING) != before[FLUSHING])
    assert view.board.places[FLUSHING][0][0] != number
    hands.key(view, Qt.Key.Key_Z, CTRL)
    hands.ready(lambda: view.board.places.get(FLUSHING) == before[FLUSHING])
    done = hands.report(4, "One order moved by hand, and back", 2, 0.1)
    assert len(done) == 2, done


def test_5_why_is_this_one_not_planned(dispatcher):
    hands, board = dispatcher, dispatcher.window.board.dock
    # a search that ends by the clock may have put off either of them in task 3
    left_out = next(one for one in (METER, FLUSHING) if one in board.view.board.places)
    keep_out(hands.window.state.url, left_out)
    hands.window.workspaces.refresh()
    tray, view = board.tray.list, board.view
    hands.settle(lambda: left_out not in view.board.places and tray.count() > 0)
    row = next(n for n, order in enumerate(view.board.waiting) if order.order_id == left_out)
    tray.scrollToItem(tray.item(row))
    hands.begin()
    hands.right_click(tray.viewport(), tray.visualItemRect(tray.item(row)).center())
    hands.choose(board.findChild(OrderMenu), "why")
    hands.ready(lambda: board.findChild(WhyDialog) is not None)
    dialog = board.findChild(WhyDialog)
    assert dialog.text.toPlainText()
    hands.click(next(one for one in dialog.buttons if isinstance(one, QPushButton) and "day" in one.text()))
    hands.ready(lambda: left_out in view.board.places)
    done = hands.report(5, "Why is this one not planned?", 3, 0.3)
    assert len(done) == 3, done


def test_6_dig_legally_tomorrow(dispatcher, monkeypatch):
    hands, asked = dispatcher, []
    monkeypatch.setattr(hands.window.algorithms, "_show", lambda *what: asked.append(what))
    dock, desktop = hands.window.order.dock, hands.desktop
    bar = desktop.window.menuBar()
    hands.begin()
    hands.order(BURST)
    hands.ready(lambda: BURST in dock.title.text())
    tabs = dock.tabs.tabBar()
    hands.click(tabs, tabs.tabRect(2).center())
    assert "Earliest legal start" in dock.networks.toPlainText()
    hands.click(bar, bar.actionGeometry(desktop.menu.menuAction()).center())
    regard = desktop.menu.actions()[0]
    hands.click(desktop.menu, desktop.menu.actionGeometry(regard).center())
    hands.settle(regard.menu().isVisible)
    hands.choose(regard.menu(), "RegardDossiersAction")
    assert [name for name, _ in asked] == ["regard:dossiers"]
    hands.gestures.done.append("click on Run in the dialog of Processing")
    done = hands.report(6, "Dig legally tomorrow", 6, 4)
    assert len(done) == 6, done
    (notice,) = hands.asked(lambda w: w.all(OrderNotice, order_id=BURST))
    stops = stops_of(hands, order_id=BURST)
    assert notice.reason and min(stop.start for stop in stops) >= notice.earliest_start


def test_7_a_stuck_valve_on_site(dispatcher):
    hands, isolating, canvas = dispatcher, dispatcher.window.isolating, dispatcher.desktop.canvas
    (stored,) = hands.asked(lambda w: w.all(Outage, order_id=BURST))
    hands.begin()
    hands.order(BURST)
    hands.ready()
    hands.command("isolate")
    hands.ready(lambda: isolating.drawing.marks != ())
    # she looks at the valve that does not move
    valve, place = next((one.name, one.place) for one in isolating.drawing.marks if one.name in stored.close)
    canvas.setExtent(QgsRectangle(place, place).buffered(_AROUND_M))
    spot = canvas.getCoordinateTransform().transform(place)
    hands.click(canvas.viewport(), QPoint(round(spot.x()), round(spot.y())))
    hands.ready(lambda: isolating._found.asked.unusable == (valve,))
    assert isolating.dock.cost.toPlainText()
    hands.click(isolating.dock.store)
    hands.ready(isolating.dock.messages.isEnabled)
    hands.click(isolating.dock.messages)
    hands.ready(lambda: "wait to be sent" in isolating.dock.result.text())
    done = hands.report(7, "A stuck valve on site", 5, 0.5)
    assert len(done) == 5, done
    (cut,), notes, messages = hands.asked(
        lambda w: (
            w.all(Outage, order_id=BURST),
            w.all(ValveNote, valve_id=valve),
            w.all(OrderMessage, order_id=BURST),
        )
    )
    assert cut.unusable == (valve,) and valve not in cut.close and notes
    assert len(messages) >= len(isolating._found.customers)
