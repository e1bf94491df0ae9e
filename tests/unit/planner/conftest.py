# SPDX-License-Identifier: GPL-3.0-or-later
"""Workspaces that hold the golden network and the golden tours."""

import random
from dataclasses import replace
from datetime import date, datetime

import pytest
from regard.core.ids import AgentId, RequestId
from regard.core.resources import SkillGrant, Zone
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.plans.plan_day import plan_days
from regard.planner.tours.plan_options import PlanOptions
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import DAY, agent, order
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

NOW = datetime(2026, 6, 3, 8, 15)

# id, place, minutes, skills, window of the start of service
JOBS = [
    ("OI-01", (687520, 6924000), 150, ("AIPR_OP", "TERR", "SS4"), ("08:00", "12:00")),
    ("OI-02", (688900, 6925100), 30, ("COMPTEUR",), ("09:00", "11:00")),
    ("OI-03", (684300, 6922600), 45, ("COMPTEUR",), None),
    ("OI-04", (688300, 6923200), 60, ("PI",), None),
    ("OI-05", (683900, 6924900), 40, ("COMPTEUR",), ("14:00", "16:00")),
    ("OI-06", (686700, 6925600), 90, ("AIPR_OP",), None),
]
SKILLS = {"AG1": ("AIPR_OP", "TERR", "SS4", "PI"), "AG2": ("COMPTEUR", "AIPR_OP", "PI")}


@pytest.fixture(scope="session")
def rules():
    return load_rule_book()


@pytest.fixture
def workspace(tmp_path):
    workspace = create_workspace(tmp_path / "work.gpkg", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def valmont(workspace, golden_file):
    """Return a workspace with the golden network in one zone."""
    import_network(workspace, open_layers(golden_file))
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    import_records(workspace, [zone], name="import zones", who="test")
    return workspace


@pytest.fixture
def request_of():
    def request_of(number, place, code="", description="", **values):
        defaults = {
            "received_at": datetime(2026, 6, 3, 8, 12),
            "caller": "Mme Martin",
            "phone": "0639980001",
            "customer_ref": "",
            "address": "12 rue des Saules",
            "danger": False,
            "contract_id": "VA-2024",
        }
        return ServiceRequest(
            request_id=RequestId(f"DI-2026-{number:04d}"),
            place=Point(place),
            code=code,
            description=description,
            **(defaults | values),
        )

    return request_of


@pytest.fixture
def zoned_day(workspace):
    """Return a workspace with three zones of two agents and ten orders, and a few of each outside them."""
    chance = random.Random(7)
    records = []
    for number, (zone, people, jobs) in enumerate([("Z1", 2, 10), ("Z2", 2, 10), ("Z3", 2, 10), ("", 1, 3)]):
        west = 680_000 + 6_000 * number
        if zone:
            records.append(Zone(zone, zone, "F. Leroy", box(west, 6_920_000, west + 5_000, 6_925_000)))
        for agent_number in range(people):
            own = agent(f"A{number}{agent_number}")
            records.append(
                replace(own, zone=zone, home=Point(west + 2_500, 6_922_500), lunch_min=45, overtime_min=30)
            )
        for job in range(jobs):
            place = (west + chance.randrange(5_000), 6_920_000 + chance.randrange(5_000))
            window = chance.choice([None, None, ("08:00", "12:00"), ("13:30", "16:00")])
            made = order(f"OI-{number}{job:02}", place, chance.randrange(40, 100), (), window)
            records.append(replace(made, zone=zone))
    import_records(workspace, records, name="import day", who="test")
    return workspace


@pytest.fixture
def golden_day(workspace):
    """Return a workspace with the six golden orders and the two golden agents, without roads."""
    grants = [
        SkillGrant(f"{who}-{skill}", AgentId(who), skill, date(2025, 1, 1), date(2027, 1, 1))
        for who, skills in SKILLS.items()
        for skill in skills
    ]
    records = [agent("AG1"), agent("AG2"), *grants, *(order(*job) for job in JOBS)]
    import_records(workspace, records, name="import day", who="test")
    return workspace


@pytest.fixture
def planned(golden_day):
    """Return the golden day with its shortest plan: AG1 makes 01, AG2 makes 04, 02, 06, 05, 03."""
    options = PlanOptions(day=DAY, seconds=30, iterations=2000, objective="minimum_travel")
    plan_days(golden_day, options, now=datetime(2026, 6, 3, 7, 45), who="test")
    return golden_day
