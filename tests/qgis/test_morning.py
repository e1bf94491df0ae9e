# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole morning in the window: calls, bursts, a sick agent, an overrun, a closed road."""

import importlib.util
from datetime import timedelta
from pathlib import Path

import pytest
from regard.planner.records import PlanStop
from regard.planner.roads.road_closures import close_road
from regard.planner.roads.roads import require_roads
from regard.planner.running.replan import Disruption
from regard.routing.roads.closures import Closure
from regard.workorders.requests import ServiceRequest
from shapely.geometry import LineString

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


@pytest.fixture
def work():
    spec = importlib.util.spec_from_file_location("morning", Path(__file__).with_name("morning.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def dispatcher(work, plugin, desktop, town, golden, qtbot):
    """Return a dispatcher who has just come in, with board and list before her."""
    plugin.window.actions.actions["board"].trigger()
    plugin.window.workspaces.open(str(town))
    qtbot.waitUntil(lambda: len(plugin.window.state.orders) == 5, timeout=15_000)
    dispatcher = work.Dispatcher(plugin.window, desktop, qtbot)
    dispatcher.settle()
    dispatcher.at(golden.NOW)
    return dispatcher


def test_a_morning_from_the_first_call_to_the_closed_road(dispatcher, work, golden, desktop):
    now = golden.NOW
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
