# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with a dig that can wait and one that cannot, and consultations made up for them."""

from datetime import date, datetime

import pytest
from regard.core.ids import RequestId
from regard.core.resources import Zone
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.planner.intake.qualify_day import qualify_requests
from regard.planner.notices.import_consultation import import_consultation
from regard.planner.records import Footprint
from regard.store.attachment_folder import AttachmentFolder
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.workorders.teleservice.consultations import answered, declaration, network, zipped
from regard.workorders.requests import ServiceRequest
from regard.workorders.rulebook import load_rule_book
from regard.workorders.teleservice.rules import load_teleservice
from regard.workorders.teleservice.xml_writer import write_declaration
from shapely.geometry import MultiPolygon, Point, box

NOW = datetime(2026, 6, 3, 8, 15)
RULES = load_teleservice()
NETWORKS = [
    network("GAZ DE VALMONT"),
    network("Électricité de l'Oise", "S", "LIGNES_ELECTRIQUES_ET_ECLAIRAGE_PUBLIC_HORS_TBT"),
    network("Fibre 60", "NS", "COMMUNICATIONS_ELECTRONIQUES_ET_LIGNES_ELECTRIQUES_ECLAIRAGE_TBT"),
]


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


@pytest.fixture
def ordered(valmont):
    """Return a function that makes an order of a type out of a call about P03, and gives its id."""

    def ordered(code):
        call = ServiceRequest(
            request_id=RequestId(f"DI-{417 + len(valmont.all(ServiceRequest))}"),
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
        return done.orders[0].order_id

    return ordered


@pytest.fixture
def burst(ordered):
    return ordered("AEP-CASSE")


@pytest.fixture
def valve(ordered):
    """Return a valve to replace: it can wait, so a joint DT-DICT is sent."""
    return ordered("AEP-VAN-REM")


@pytest.fixture
def folder(tmp_path):
    return AttachmentFolder(tmp_path / "files")


@pytest.fixture
def declared(valmont):
    """Return a function that writes the answered consultation of an order as a zip or as XML."""

    def declared(order_id, kind="DT-DICT", *, footprint=None, number="2026060300123D", as_zip=True, more=()):
        dig = valmont.get(Footprint, order_id).geometry
        outline = footprint or MultiPolygon([dig.buffer(1.0)])
        form = write_declaration(declaration(kind, footprint=outline), rules=RULES)
        document = answered(form, number=number, networks=[*NETWORKS, *more])
        plan = {"1_emprise.pdf": b"%PDF emprise", "plans/1_gaz_1.pdf": b"%PDF gaz"}
        return zipped({f"{number}_description.xml": document, **plan}) if as_zip else document

    return declared


@pytest.fixture
def consult(valmont, declared, folder):
    """Return a function that imports a consultation for an order."""

    def consult(order_id, data=None, *, day=date(2026, 6, 3), **options):
        return import_consultation(
            valmont,
            order_id,
            declared(order_id) if data is None else data,
            file="c.zip",
            rules=RULES,
            attachments=folder,
            day=day,
            who="D. Martin",
            **options,
        )

    return consult
