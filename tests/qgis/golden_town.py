# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace with the golden network on which a morning of five calls was run by the real use cases."""

import importlib.util
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from math import dist
from pathlib import Path

import networkx as nx
from regard.core.ids import AgentId, RequestId
from regard.core.resources import Agent, Equipment, SkillGrant, Zone
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.plan_versions import current_plan
from regard.planner.plans.day_chain import run_day
from regard.planner.records import PlanStop
from regard.planner.tours.plan_options import PlanOptions
from regard.routing.roads.graph import table_of
from regard.routing.roads.road_frames import roads_to_frames
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.workorders.orders import OrderState, Priority, WorkOrder
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7, 45)
AGENTS = {"AG1": "Karim Benali", "AG2": "Léa Fontaine", "AG3": "Hélène Martin"}
NOBODY_CAN = "RDF"
STREETS = [
    (
        "tertiary",
        "Rue des Saules",
        [(687000, 6924004), (687200, 6924004), (687600, 6924004), (687800, 6924004)],
    ),
    (
        "residential",
        "Rue du Moulin",
        [(687600, 6924004), (687600, 6924150), (687200, 6924150), (687200, 6924004)],
    ),
    ("residential", "Impasse du Poste", [(687800, 6924004), (687950, 6923904), (688050, 6923904)]),
]

# number, place, code, words
CALLS = [
    (1, (687520, 6924003), "AEP-CASSE", "L'eau jaillit de la chaussée"),
    (2, (687300, 6924006), "AEP-CPT-REM", "Compteur à remplacer"),
    (3, (687948, 6923902), "ASS-CUR-C", "Le collecteur déborde"),
    (4, (687700, 6924002), "AEP-PI-CTL", "Contrôle du poteau"),
    (5, (687500, 6924148), "AEP-RDF", "On entend couler sous la route"),
]


def build(folder):
    """Build the town in a folder and return the path of its workspace."""
    path = folder / "town.gpkg"
    rules = load_rule_book()
    workspace = create_workspace(path, clock=lambda: NOW)
    import_network(workspace, open_layers(_golden_network(folder / "network.gpkg")))
    import_records(workspace, [*_people(rules), *_calls()], name="import town", who="test")
    _write_roads(workspace)
    options = PlanOptions(day=DAY, iterations=200, objective="balanced imbalance=0")
    run_day(workspace, options, rules=rules, now=NOW, who="test")
    workspace.close()
    return path


def _golden_network(path):
    source = Path(__file__).resolve().parents[1] / "golden" / "golden_network.py"
    spec = importlib.util.spec_from_file_location("golden_network", source)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.write_golden_network(path)


def _people(rules):
    yield Zone("Z1", "Nord", "F. Leroy", box(686900, 6923800, 688200, 6924300))
    for number, (agent_id, name) in enumerate(AGENTS.items()):
        yield Agent(
            agent_id=AgentId(agent_id),
            name=name,
            home=Point(687000 + 300 * number, 6923950),
            zone="Z1",
            day_start=time(7),
            day_end=time(20),
            lunch_start=time(12),
            lunch_end=time(14),
            lunch_min=45,
            overtime_min=60,
            vehicle="van",
        )
        for skill in rules.means.skills:
            if skill != NOBODY_CAN:
                yield SkillGrant(
                    f"{agent_id}-{skill}", AgentId(agent_id), skill, date(2025, 1, 1), date(2027, 1, 1)
                )
        for kind in rules.means.equipment:
            yield Equipment(f"{agent_id}-{kind}", kind, AgentId(agent_id))


def _calls():
    for number, place, code, words in CALLS:
        yield ServiceRequest(
            request_id=RequestId(f"DI-2026-{number:04d}"),
            received_at=datetime(2026, 6, 3, 7, 10 + number),
            caller="Mme Martin",
            phone="0639980001",
            customer_ref="",
            address=f"{number} rue de l'Église",
            place=Point(place),
            code=code,
            description=words,
            danger=False,
            contract_id="VA-2024",
        )


def _write_roads(workspace):
    """Lay two streets along the golden mains, both ways at 8 m/s."""
    graph = nx.MultiDiGraph(crs="EPSG:2154")
    for kind, name, places in STREETS:
        for start, end in pairwise(places):
            length = dist(start, end)
            tags = {"highway": kind, "name": name, "length": length, "travel_time": length / 8}
            for u, v, back in ((start, end, False), (end, start, True)):
                graph.add_node(_number(u), x=u[0], y=u[1])
                graph.add_node(_number(v), x=v[0], y=v[1])
                graph.add_edge(_number(u), _number(v), osmid=1, reversed=back, **tags)
    nodes, edges = roads_to_frames(table_of(graph))
    workspace.write_layer("road_node", nodes)
    workspace.write_layer("road_edge", edges)


def _number(place):
    return int(place[0] * 10_000_000 + place[1])


def crowd_out(workspace, order_id):
    """Make an urgent order fit only where the hydrant test is, which has no other time; return that order."""
    planned = {order.order_id: order for order in workspace.all(WorkOrder, state=OrderState.PLANNED)}
    stop = next(
        stop
        for stop in workspace.all(PlanStop, plan_id=current_plan(workspace).plan_id)
        if stop.order_id in planned and planned[stop.order_id].code == "AEP-PI-CTL"
    )
    minute = timedelta(minutes=1)
    test = replace(
        planned[stop.order_id],
        priority=Priority.P4,
        due_at=datetime(2026, 6, 10, 17),
        window_start=stop.start,
        window_end=stop.start + minute,
    )
    urgent = replace(
        workspace.get(WorkOrder, order_id),
        priority=Priority.P1,
        skills=test.skills,
        due_at=stop.start,
        duration_min=60,
        window_start=stop.start,
        window_end=stop.start + 25 * minute,
    )
    others = [one for one in workspace.all(SkillGrant, skill="PI") if one.agent_id != stop.agent_id]
    with workspace.command("crowd out", who="test") as transaction:
        transaction.save(test)
        transaction.save(urgent)
        for other in others:
            transaction.remove(other)
    return test.order_id
