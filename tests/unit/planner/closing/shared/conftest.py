# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden network with two agents and three orders that they are at work on."""

from dataclasses import replace
from datetime import datetime

import pytest
from regard.core.ids import AssetId
from regard.core.resources import StockLine, Zone
from regard.planner.assets.import_network import import_network
from regard.planner.closing.close_order import close_order
from regard.planner.import_records import import_records
from regard.planner.life.known_facts import form_for
from regard.store.closure_files import read_closure_file
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.closing.handed_in import handed_in
from regard.workorders.closing.records import AssetReading
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import box

NOW = datetime(2026, 6, 3, 18)


@pytest.fixture
def workspace(new_url, golden_file):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    import_network(workspace, open_layers(golden_file))
    at_work = {"state": OrderState.IN_PROGRESS, "zone": "Z1", "started_at": datetime(2026, 6, 3, 8)}
    leak = replace(
        order("OI-01", (687520, 6924000), 150, ("SS4",), None),
        code="AEP-FUI-CAN",
        label="Main leak repair",
        asset_role="water_pipe",
        asset_id=AssetId("P03"),
        parts={"repair_clamp": 1},
        **at_work,
    )
    meter = replace(
        order("OI-02", (688900, 6925100), 30, ("COMPTEUR",), None),
        code="AEP-CPT-REM",
        label="Meter change",
        asset_role="meter",
        asset_id=AssetId("C-77"),
        parts={"meter": 1},
        **at_work,
    )
    purge = replace(
        order("OI-03", (687520, 6924000), 30, (), None), code="AEP-PURGE", label="Flushing", **at_work
    )
    records = [
        Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 689000, 6925000)),
        agent("AG1"),
        agent("AG2"),
        StockLine("AG1-repair_clamp", "AG1", "repair_clamp", 1),
        StockLine("AG2-meter", "AG2", "meter", 5),
        AssetReading("R-1", AssetId("C-77"), "index", 1497, datetime(2025, 11, 12, 10)),
        leak,
        meter,
        purge,
    ]
    import_records(workspace, records, name="import", who="test")
    yield workspace
    workspace.close()


METER = """author: AG2
started_at: 2026-06-03 09:00
ended_at: 2026-06-03 09:25
agents: [AG2]
result: done
reading_type: real
old_index: {old_index}
new_index: 0
new_serial: D26FA001
dn: 15
year: 2026
parts: {{meter: 1}}
photos: [before.jpg, after.jpg]
"""


@pytest.fixture
def close(workspace, tmp_path):
    """Return a function that closes an order with the text of a file."""

    def close(order_id, text, now=NOW, name="data.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        book = load_rule_book()
        form = form_for(workspace.get(WorkOrder, order_id), book)
        entries, raw = read_closure_file(path, order_id=order_id)
        handed = handed_in(entries, form, file=name, raw=raw, order_id=order_id)
        return close_order(workspace, order_id, handed, book=book, now=now, who="D. Martin")

    return close


@pytest.fixture
def meter_data():
    """Return a function that gives the file of a meter change."""
    return lambda old_index: METER.format(old_index=old_index)
