# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network in a workspace, and the burst on P03 as the order that a request becomes."""

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from regard.core.ids import AgentId, RequestId
from regard.core.resources import Equipment, SkillGrant, StockLine, Zone
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.life.paperwork import note_permit, note_sent
from regard.planner.records import OrderNotice
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.orders import WorkOrder
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

NOW = datetime(2026, 6, 3, 8, 15)


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    yield workspace
    workspace.close()


@pytest.fixture
def valmont(workspace, golden_file):
    """Return a workspace with the golden network in zone Nord."""
    import_network(workspace, open_layers(golden_file))
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    import_records(workspace, [zone], name="import zones", who="test")
    return workspace


@dataclass(frozen=True)
class Town:
    """A workspace with one order in it."""

    workspace: object
    order_id: str


@pytest.fixture
def qualified(valmont):
    """Return a function that makes an order of a type out of a call about the leak on P03."""

    def qualified(code):
        number = 417 + len(valmont.all(ServiceRequest))
        call = ServiceRequest(
            request_id=RequestId(f"DI-2026-0{number}"),
            received_at=datetime(2026, 6, 3, 8, 12),
            caller="Mme Martin",
            phone="0639980001",
            customer_ref="",
            address="12 rue des Saules",
            place=Point(687523, 6924003),
            code=code,
            description="",
            danger=False,
            contract_id="VA-2024",
        )
        import_records(valmont, [call], name="import requests", who="test")
        done = qualify_requests(valmont, AssetBase(valmont), rules=load_rule_book(), now=NOW, who="D. Martin")
        return Town(valmont, done.orders[0].order_id)

    return qualified


@pytest.fixture
def burst(qualified):
    return qualified("AEP-CASSE")


@pytest.fixture
def asked(burst):
    """Return the burst with its urgent notice under the number that the teleservice gave."""
    note_sent(
        burst.workspace, burst.order_id, number="2026060300123A", sent_at=datetime(2026, 6, 3, 8), who="test"
    )
    return burst


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


@pytest.fixture
def golden_day(workspace):
    """Return a workspace with zone Nord, the two golden agents and the six golden orders of 3 June."""
    grants = [
        SkillGrant(f"{who}-{skill}", AgentId(who), skill, date(2025, 1, 1), date(2027, 1, 1))
        for who, skills in SKILLS.items()
        for skill in skills
    ]
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    records = [zone, agent("AG1"), agent("AG2"), *grants, *(order(*job) for job in JOBS)]
    import_records(workspace, records, name="import day", who="test")
    return workspace


@pytest.fixture
def dig(qualified):
    """Return a dig on 11 June: its DICT was sent on the 3rd, its traffic order asked for in time."""
    town = qualified("AEP-BRT-SUP")
    workspace, order = town.workspace, town.workspace.get(WorkOrder, town.order_id)
    notice = workspace.get(OrderNotice, town.order_id)
    with workspace.command("edit", who="test") as transaction:
        transaction.save(
            replace(order, window_start=datetime(2026, 6, 11, 8), window_end=datetime(2026, 6, 11, 12))
        )
        transaction.save(replace(notice, kind="DICT"))
    people = []
    for number in range(1, order.crew + 1):
        people.append(agent(f"AG{number}"))
        people += [
            SkillGrant(
                f"AG{number}-{skill}", AgentId(f"AG{number}"), skill, date(2025, 1, 1), date(2027, 1, 1)
            )
            for skill in {*order.skills, *order.crew_skills}
        ]
    people += [Equipment(f"E-{kind}", kind, AgentId("AG1")) for kind in order.equipment]
    people += [StockLine(f"AG1-{part}", "AG1", part, count) for part, count in order.parts.items()]
    import_records(workspace, people, name="import", who="test")
    note_sent(
        workspace, town.order_id, number="2026060300123D", sent_at=datetime(2026, 6, 3, 8), who="D. Martin"
    )
    asked = {"authority": "mairie", "asked_at": datetime(2026, 5, 18, 9)}
    note_permit(workspace, town.order_id, "traffic_order", who="D. Martin", **asked)
    return town
