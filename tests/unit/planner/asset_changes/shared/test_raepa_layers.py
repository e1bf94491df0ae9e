# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes written into layers of RAEPA v1.2, in its own codes and columns, and taken back."""

import importlib.util
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from regard.core.ids import AssetId
from regard.planner.asset_changes.decide import accept, undo
from regard.planner.asset_changes.review import Reviewer
from regard.planner.assets.import_network import import_network
from regard.planner.import_records import import_records
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.asset_changes.shared import conftest
from regard.tests.unit.planner.days import order
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.orders import OrderState

NOW = datetime(2026, 6, 3, 18)
LEAK = "OI-2026-0417"
PIPES = ("raepa_canalaep_l", "IDCANA")


@pytest.fixture(scope="module")
def golden_shapefiles(tmp_path_factory):
    path = Path(conftest.__file__).resolve().parents[4] / "golden" / "golden_raepa.py"
    spec = importlib.util.spec_from_file_location("golden_raepa_of_changes", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.write_shapefiles(tmp_path_factory.mktemp("raepa") / "shp")


@pytest.fixture
def workspace(new_url, golden_shapefiles):
    workspace = create_workspace(new_url, crs="EPSG:2154", clock=lambda: NOW)
    import_network(workspace, open_layers(golden_shapefiles))
    at_work = {"state": OrderState.IN_PROGRESS, "zone": "", "started_at": datetime(2026, 6, 3, 8)}
    works = [
        (LEAK, "AEP-FUI-CAN", "water_pipe", "P03"),
        ("OI-06", "AEP-BRT-SUP", "service_connection", "BR-P03-01"),
    ]
    orders = [
        replace(
            order(name, (687520, 6924000), 60, (), None),
            code=code,
            asset_role=role,
            asset_id=AssetId(asset),
            **at_work,
        )
        for name, code, role, asset in works
    ]
    import_records(workspace, orders, name="import", who="test")
    yield workspace
    workspace.close()


def decided(workspace, rules, row, change_id, key):
    """Accept a change, return its row; then take it back and see that the row is as it was."""
    before = row(*PIPES, key)
    looked = Reviewer(workspace, rules=rules, now=NOW, who="G").look(workspace.get(AssetChange, change_id))
    assert not looked.errors
    accept(workspace, change_id, rules=rules, now=NOW, who="G")
    after = row(*PIPES, key)
    undo(workspace, change_id, who="G")
    assert row(*PIPES, key) == before
    return after


def test_diameter_and_stamp_are_written_in_the_columns_of_raepa(workspace, close, rules, row):
    close(LEAK, "dn: 125")
    held = decided(workspace, rules, row, f"{LEAK}/diameter_found/P03", "P03")
    assert float(held["DIAMETRE"]) == 125
    assert held["SOURMAJ"] == f"{LEAK} (G)"
    assert held["DATEMAJ"].replace("-", "").startswith("20260603")


def test_the_depth_is_written_where_the_layer_has_its_column(workspace, close, rules, row):
    pipes = workspace.read_layer("raepa_canalaep_l").assign(PROFGEN=0.8)
    workspace.write_layer("raepa_canalaep_l", pipes)
    close(LEAK, "depth: 1.25")
    assert decided(workspace, rules, row, f"{LEAK}/depth_found/P03", "P03")["PROFGEN"] == 1.25


def test_an_abandoned_connection_stays_on_the_map_out_of_service(workspace, close, rules, row):
    close("OI-06", "abandoned: [BR-P03-01]")
    assert decided(workspace, rules, row, "OI-06/abandoned/BR-P03-01", "BR-P03-01")["ENSERVICE"] == "N"
