# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network, its layers with the columns of who changed them, and orders of every kind at work."""

from dataclasses import replace
from datetime import datetime

import geopandas as gpd
import pytest
from regard.core.ids import AssetId
from regard.core.resources import Zone
from regard.planner.assets.import_network import import_network
from regard.planner.closing.close_order import close_order
from regard.planner.import_records import import_records
from regard.planner.life.known_facts import form_for
from regard.store.closure_files import read_closure_file
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.asset_changes.rules import load_change_rules
from regard.workorders.closing.handed_in import handed_in
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point, box

NOW = datetime(2026, 6, 3, 18)
PLACE = (687520, 6924000)
# order, type of work, role and id of its asset
ORDERS = [
    ("OI-2026-0417", "AEP-FUI-CAN", "water_pipe", "P03"),
    ("OI-02", "AEP-CPT-REM", "meter", "C-77"),
    ("OI-03", "AEP-VANNE", "valve", "V4"),
    ("OI-04", "AEP-PI-CTL", "hydrant", "PI-014"),
    ("OI-05", "AEP-BRT-NEUF", "water_pipe", "P05"),
    ("OI-06", "AEP-BRT-SUP", "service_connection", "BR-P03-01"),
    ("OI-07", "ASS-CUR-P", "sewer_pipe", "E3"),
    ("OI-08", "AEP-VAN-REM", "valve", "V5"),
    ("OI-09", "ASS-ITV", "sewer_pipe", "E3"),
]


def stamped_layers(source, folder):
    """Write the golden network again with the columns that StaR-Eau gives every table; return the file."""
    path = folder / "stamped.gpkg"
    layers = open_layers(source)
    for name in layers.layer_names():
        table = layers.read_layer(name)
        if name.startswith(("aep_", "ass_", "pei")):
            table = table.assign(date_maj="2020-01-15", origine_maj="SIG", precision_xy="B")
        if name == "pei":
            table = table.assign(debit=55.0, press_stat=4.0, press_dyn=2.0, diam_pei=100)
        table.to_file(path, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    meter = {"id_aep_point_mesure": "C-77", "numero_serie": "OLD-1", "calibre": 15, "annee_fabrication": 2009}
    gpd.GeoDataFrame([meter], geometry=[Point(687250, 6924008)], crs="EPSG:2154").to_file(
        path, layer="aep_point_mesure", driver="GPKG", engine="pyogrio", VERSION="1.3"
    )
    return path


@pytest.fixture(scope="session")
def stamped_file(golden_file, tmp_path_factory):
    return stamped_layers(golden_file, tmp_path_factory.mktemp("stamped"))


@pytest.fixture
def workspace(new_url, stamped_file):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    import_network(workspace, open_layers(stamped_file))
    at_work = {"state": OrderState.IN_PROGRESS, "zone": "Z1", "started_at": datetime(2026, 6, 3, 8)}
    orders = [
        replace(
            order(name, PLACE, 60, (), None),
            code=code,
            label=code,
            asset_role=role,
            asset_id=AssetId(asset),
            **at_work,
        )
        for name, code, role, asset in ORDERS
    ]
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000))
    import_records(workspace, [zone, agent("AG1"), *orders], name="import", who="test")
    yield workspace
    workspace.close()


@pytest.fixture
def rules():
    return load_change_rules()


LEAK = """author: AG1
started_at: 2026-06-03 09:00
ended_at: 2026-06-03 11:00
agents: [AG1]
result: done
repair_point: "687520,6924000"
repaired: "01"
defect: "02"
material: "02"
{more}
photos: [before.jpg]
"""
COMMON = """author: AG1
started_at: 2026-06-03 09:00
ended_at: 2026-06-03 10:00
agents: [AG1]
result: done
asset: ""
{more}
photos: [before.jpg]
"""


@pytest.fixture
def close(workspace, tmp_path):
    """Return a function that closes an order with some lines of closure data beside those that all have."""

    def close(order_id, *lines, base=None, now=NOW):
        given = base or (LEAK if order_id == "OI-2026-0417" else COMMON.replace('asset: ""\n', ""))
        path = tmp_path / "data.yaml"
        if order_id == "OI-2026-0417" and not any(line.startswith("asset:") for line in lines):
            lines = ("asset: P03", *lines)
        path.write_text(given.replace("{more}", "\n".join(lines)), encoding="utf-8")
        book = load_rule_book()
        form = form_for(workspace.get(WorkOrder, order_id), book)
        entries, raw = read_closure_file(path, order_id=order_id)
        handed = handed_in(entries, form, file="data.yaml", raw=raw, order_id=order_id)
        return close_order(workspace, order_id, handed, book=book, now=now, who="D. Martin")

    return close


@pytest.fixture
def row(workspace):
    """Return a function that gives the one row of a feature of a layer."""

    def row(layer, key_column, key):
        found = workspace.layer_rows(layer, key_column, [key]).get(key, [])
        assert len(found) <= 1
        return dict(found[0]) if found else None

    return row
