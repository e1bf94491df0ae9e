# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with a planned repair on P03, its customers' contacts and a directory."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.ids import OrderId, RequestId
from regard.core.resources import Zone
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.informing.facts import order_facts
from regard.planner.informing.plan_messages import plan_communication
from regard.planner.informing.texts import SERVICE_NAME, SERVICE_PHONE, writer
from regard.planner.intake.qualify_day import qualify_requests
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.workorders.informing.contacts import Addressee, CustomerContact
from regard.workorders.informing.rules import load_communication
from regard.workorders.informing.templates import MessageTemplates
from regard.workorders.orders import Priority, WorkOrder
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

NOW = datetime(2026, 6, 3, 10, 0)
CUT_AT = datetime(2026, 6, 11, 9, 0)
ORDER = OrderId("OI-01")
# two of the 23 customers of the cut have no mobile phone
WITHOUT_MOBILE = {"C-P03-05", "C-P09-07"}
DIALYSIS = "C-P09-03"


@pytest.fixture(scope="session")
def book():
    return load_rule_book()


@pytest.fixture(scope="session")
def rules():
    return load_communication()


@pytest.fixture
def clock():
    class Clock:
        now = NOW

        def __call__(self):
            return self.now

    return Clock()


@pytest.fixture
def workspace(new_url, clock):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=clock)
    yield workspace
    workspace.close()


@pytest.fixture
def valmont(workspace, golden_file, book):
    """Return a workspace with the golden network and the leak on P03, qualified into one order."""
    import_network(workspace, open_layers(golden_file))
    leak = ServiceRequest(
        request_id=RequestId("DI-2026-0417"),
        received_at=datetime(2026, 6, 3, 8, 12),
        caller="Mme Martin",
        phone="0600000001",
        customer_ref="",
        address="12 rue des Saules",
        place=Point(687520, 6924000),
        code="AEP-FUI-CAN",
        description="fuite sur la route",
        danger=False,
        contract_id="VA-2024",
    )
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    import_records(workspace, [zone, leak, *contacts(), *directory()], name="import", who="test")
    workspace.set_setting(SERVICE_NAME, "Syndicat des eaux du Val d'Aronde")
    workspace.set_setting(SERVICE_PHONE, "03 44 00 00 00")
    qualify_requests(workspace, AssetBase(workspace), rules=book, now=NOW, who="D. Martin", language="fr")
    return workspace


@pytest.fixture
def order(valmont):
    """Return the repair, which waits for the answers of the operators: planned for 11 June at 09:00."""
    (order,) = valmont.all(WorkOrder)
    planned = replace(order, priority=Priority.P3, window_start=CUT_AT)
    with valmont.command("ask for a time", who="D. Martin") as transaction:
        transaction.save(planned)
    return valmont.get(WorkOrder, order.order_id)


@pytest.fixture
def make_plan(valmont, book, rules):
    """Return a function that plans the messages of an order."""

    def make_plan(order_id, *, now=NOW, start=None):
        return plan_communication(
            valmont,
            AssetBase(valmont),
            order_id,
            contracts=book.contracts,
            rules=rules,
            now=now,
            who="D. Martin",
            start=start,
        )

    return make_plan


@pytest.fixture
def author(valmont, book, rules):
    """Return a function that gives the writer of an order's messages."""

    def author(order_id, *, now=NOW, start=None, templates=None):
        found = order_facts(
            valmont,
            AssetBase(valmont),
            order_id,
            contracts=book.contracts,
            rules=rules,
            now=now,
            start=start,
        )
        own = MessageTemplates(templates)
        return writer(valmont, found, rules=rules, templates=own, catalogue=book.catalogue)

    return author


def contacts():
    """Yield a contact for every customer of the network, two of those of the cut without a mobile phone."""
    for pipe, count in {"P03": 14, "P09": 9, "P04": 11, "P05": 12, "P08": 4, "P06": 15}.items():
        for number in range(1, count + 1):
            ref = f"C-{pipe}-{number:02}"
            yield CustomerContact(
                customer_ref=ref,
                name=f"Abonné {ref}",
                phone="0344010203" if ref == DIALYSIS else "",
                mobile="" if ref in WITHOUT_MOBILE else f"06 39 98 {int(pipe[1:]):02} {number:02}",
            )


def directory():
    """Return the town hall, the fire service and a school on P05."""
    return [
        Addressee("MAIRIE", "town_hall", "Mairie de Valmont", email="mairie@valmont.example"),
        Addressee("SDIS", "fire_service", "SDIS 60", phone="0344000018", email="codis@sdis60.example"),
        Addressee("ECOLE", "school", "École des Saules", phone="0344000099", customer_refs=("C-P05-06",)),
    ]
