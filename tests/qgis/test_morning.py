# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole morning in the window: calls, bursts, a sick agent, an overrun, a closed road."""

import importlib.util
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from regard.planner.plan_versions import current_plan
from regard.planner.records import PlanStop
from regard.planner.roads.road_closures import close_road
from regard.planner.roads.roads import require_roads
from regard.planner.running.replan import Disruption
from regard.routing.roads.closures import Closure
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.requests import ServiceRequest
from shapely.geometry import LineString

ROOT = Path(__file__).resolve().parents[2]

FIRST = [
    ("Mme Roc", (687300, 6924003), "AEP-CASSE", "L'eau jaillit de la rue"),
    ("M. Petit", (687220, 6924148), "AEP-CPT-REM", "Compteur gelé"),
    ("Mme Noir", (687480, 6924148), "AEP-FUI-BRT", "Fuite au compteur"),
    ("M. Blanc", (687700, 6924002), "AEP-PI-CTL", "Poteau à contrôler"),
    ("Mme Vidal", (687540, 6924003), "AEP-CPT-REM", "Compteur bloqué"),
    ("M. Garnier", (687948, 6923902), "ASS-CUR-C", "L'égout sent mauvais"),
]
LATER = [
    ("M. Faure", (687700, 6924003), "AEP-CASSE", "Geyser dans la rue"),
    ("Mme Leroux", (687260, 6924003), "AEP-CPT-REM", "Compteur illisible"),
    ("M. Perrin", (687601, 6924080), "AEP-RDF", "Bruit d'eau sous la route"),
    ("Mme Morel", (687780, 6924003), "AEP-CPT-REM", "Compteur à changer"),
    ("M. Simon", (687380, 6924148), "AEP-CPT-REM", "Compteur cassé"),
    ("Mme Henry", (687350, 6924003), "AEP-CPT-REM", "Compteur fuyard"),
]
BURST = "VA-2026-AEP-00001"
METER = "VA-2026-AEP-00002"


@pytest.fixture
def work():
    spec = importlib.util.spec_from_file_location("morning", Path(__file__).with_name("morning.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["file", "server"])
def url(request):
    """Return the address of a town to work in, as a file and on a server."""
    return str(request.getfixturevalue("town" if request.param == "file" else "on_server"))


@pytest.fixture
def come_in(work, plugin, desktop, golden, qtbot):
    """Return a function that opens a town and gives a dispatcher with board and list before her."""

    def come_in(url):
        plugin.window.actions.actions["board"].trigger()
        plugin.window.workspaces.open(url)
        qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
        dispatcher = work.Dispatcher(plugin.window, desktop, qtbot)
        dispatcher.settle()
        dispatcher.at(golden.NOW)
        return dispatcher

    return come_in


class Other:
    """The second dispatcher: one question, one answer."""

    def __init__(self, url):
        script = Path(__file__).with_name("second_dispatcher.py")
        self._process = subprocess.Popen(
            [sys.executable, str(script), url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def do(self, *line):
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        return json.loads(self._process.stdout.readline())

    def close(self):
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()


@pytest.fixture
def other(on_server):
    other = Other(on_server)
    yield other
    other.close()


def test_a_morning_from_the_first_call_to_the_closed_road(come_in, url, work, golden, desktop):
    dispatcher, now = come_in(url), golden.NOW
    calls = [dispatcher.take_call(work.Phone(*one)) for one in FIRST]
    burst = calls[0]
    dispatcher.cut_and_tell(BURST)
    dispatcher.cut_and_tell(burst)
    dispatcher.plan()
    planned = dispatcher.stands()
    dispatcher.ctrl_z()
    assert dispatcher.stands() != planned
    dispatcher.ctrl_z(again=True)
    assert dispatcher.stands() == planned

    now += timedelta(minutes=30)
    dispatcher.at(now)
    dispatcher.replan(Disruption(absent="AG3"), now)
    calls += [dispatcher.take_call(work.Phone(*one)) for one in LATER]
    second = calls[len(FIRST)]
    dispatcher.cut_and_tell(second)
    for order_id in calls[len(FIRST) :]:
        dispatcher.send_crew(order_id)

    now += timedelta(minutes=60)
    dispatcher.at(now)
    begun = dispatcher.ask(lambda w: next(s for s in w.all(PlanStop) if s.task == "work" and s.end > now))
    dispatcher.replan(Disruption(late_order=begun.order_id, late_min=40), now)
    dispatcher.write("Closing a road", lambda w: closing(w, now))
    dispatcher.replan(Disruption(), now)

    assert len(dispatcher.ask(lambda w: w.all(ServiceRequest))) == 17
    assert dispatcher.ask(lambda w: work.broken_rules(w, now)) == ()
    assert dispatcher.ask(work.untold_customers) == {}
    assert dispatcher.ask(lambda w: work.unexplained(dispatcher.window, w)) == {}
    assert dispatcher.ask(lambda w: w.discrepancies()) == []
    assert desktop.messages() == []


def closing(workspace, now):
    street = LineString([(687600, 6924050), (687600, 6924100)])
    closure = Closure(now.date(), now.date(), None, street, "works")
    close_road(workspace, require_roads(workspace).streets, [closure], who="dispatcher")
    return tuple(entry.command_id for entry in workspace.journal()[-1:])


def test_two_dispatchers_see_each_other_and_nobody_writes_over_the_other(
    come_in, on_server, other, work, golden, desktop, qtbot
):
    dispatcher, now = come_in(on_server), golden.NOW.isoformat()
    window = dispatcher.window
    meter = dispatcher.take_call(work.Phone(*LATER[1]))
    assert other.do("sees", meter) == "qualified"
    other.do("suspend", METER, now)
    # two seconds on a quiet machine; the suite runs beside other work
    qtbot.waitUntil(lambda: dispatcher.shown(METER) == "suspended", timeout=20_000)
    dispatcher.settle()

    # hers is stale: his crew went out meanwhile
    other.do("propose", "AG3", now)
    assert dispatcher.send_crew(meter)
    assert other.do("accept", now) == {"refused": "day.stale"}
    assert other.do("sees", meter) == "planned"

    # his is stale: she planned the rest of the day while he looked at the offers
    next_one = dispatcher.take_call(work.Phone(*LATER[3]))
    dispatcher.look_for_crew(next_one)
    other.do("propose", "", now)
    plan_id = other.do("accept", now)
    dispatcher.settle()
    assert desktop.messages() == []
    QTest.mouseClick(window.calling.crew.dock.accept, Qt.MouseButton.LeftButton)
    dispatcher.settle()
    assert any("plan in force has changed" in said for said in desktop.messages())
    assert dispatcher.ask(lambda w: current_plan(w).plan_id) == plan_id
    assert other.do("sees", next_one) == "qualified"
    assert dispatcher.send_crew(next_one)
    assert other.do("sees", next_one) == "planned"

    assert dispatcher.ask(lambda w: work.broken_rules(w, golden.NOW)) == ()
    assert dispatcher.ask(lambda w: w.get(WorkOrder, METER).state) is OrderState.SUSPENDED
    assert dispatcher.ask(lambda w: w.discrepancies()) == []
