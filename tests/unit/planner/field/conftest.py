# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace whose orders stand in a plan, packed for the field, and a way to fill a package in."""

import sqlite3
from contextlib import closing
from datetime import date, datetime

import pytest
from regard.core.ids import AgentId, OrderId, PlanId
from regard.core.progress import SilentProgress
from regard.planner.assets.asset_base import AssetBase
from regard.planner.field.package import field_package
from regard.planner.field.take_in import take_in
from regard.planner.import_records import import_records
from regard.planner.records import Plan, PlanStop
from regard.store.attachment_folder import attachment_folder
from regard.store.field_files import DATA, PHOTO_FOLDER, write_field_package
from regard.store.field_results import field_result
from regard.tests.unit.planner.asset_changes.shared.conftest import (  # noqa: F401
    ORDERS,
    stamped_file,
    workspace,
)
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import Point

DAY = date(2026, 6, 3)
NOW = datetime(2026, 6, 3, 7)
LATER = datetime(2026, 6, 3, 18)
LEAK = {
    "started_at": "2026-06-03 09:00",
    "ended_at": "2026-06-03 11:00",
    "agents": "AG1",
    "result": "done",
    "asset": "P03",
    "repair_point": "687520,6924000",
    "repaired": "01",
    "defect": "02",
    "material": "02",
    "dn": 125,
}
VALVE = {
    "started_at": "2026-06-03 12:00",
    "ended_at": "2026-06-03 12:30",
    "agents": "AG1",
    "result": "done",
    "state_found": "open",
    "turns": 21.5,
}


@pytest.fixture
def new_url(tmp_path):
    """Return the path of a workspace that does not exist yet."""
    return str(tmp_path / "town.gpkg")


def planned(workspace):  # noqa: F811
    """Put every order into the day of AG1."""
    plan = Plan(PlanId("2026-06-03/1"), DAY, 1, NOW, 1, 1.0, "balanced", {}, 0.0)
    stops = [
        PlanStop(
            stop_id=f"S{number}",
            plan_id=plan.plan_id,
            agent_id=AgentId("AG1"),
            day=DAY,
            sequence=number,
            order_id=OrderId(name),
            role=0,
            task="work",
            start=datetime(2026, 6, 3, 8 + number // 2),
            end=datetime(2026, 6, 3, 9 + number // 2),
            arrive=datetime(2026, 6, 3, 8 + number // 2),
            travel_s=0,
            distance_m=0,
            place=Point(687520, 6924000),
        )
        for number, (name, *_) in enumerate(ORDERS)
    ]
    import_records(workspace, [plan, *stops], name="plan", who="test")


@pytest.fixture
def packed(workspace, tmp_path):  # noqa: F811
    """Return the folder of the package of AG1."""
    planned(workspace)
    found = field_package(
        workspace,
        AssetBase(workspace),
        "AG1",
        DAY,
        book=load_rule_book(),
        now=NOW,
        workspace_id="w1",
    )
    folder = tmp_path / "package"
    write_field_package(folder, found)
    return folder


def fill(folder, order_id, values, *, photos=("site.jpg",), valves=None):
    """Fill in the answers of an order as a device does, in the GeoPackage."""
    with closing(sqlite3.connect(folder / DATA)) as data:
        # triggers of the spatial index ask for functions that only GDAL has
        for (name,) in data.execute(
            "select name from sqlite_master where type='trigger' and name like 'rtree%'"
        ).fetchall():
            data.execute(f'drop trigger "{name}"')
        tables = [name for (name,) in data.execute("select table_name from gpkg_contents")]
        for table in (name for name in tables if name.startswith("result_")):
            sets = ", ".join(f'"{name}" = ?' for name in values)
            if data.execute(f'select 1 from "{table}" where order_id = ?', [order_id]).fetchone():
                data.execute(f'update "{table}" set {sets} where order_id = ?', [*values.values(), order_id])
        for name in photos:
            data.execute(
                "insert into photos (order_id, photo) values (?, ?)", [order_id, f"DCIM/{order_id}_{name}"]
            )
            (folder / PHOTO_FOLDER / f"{order_id}_{name}").write_bytes(f"photo {order_id} {name}".encode())
        for valve, state in (valves or {}).items():
            data.execute(
                "insert into valves_left (order_id, valve_id, state) values (?, ?, ?)",
                [order_id, valve, state],
            )
        data.commit()


@pytest.fixture
def bring(workspace):  # noqa: F811
    """Return a function that takes in a file or folder and gives what became of each order."""

    def bring(source, *, now=LATER):
        with field_result(source, crs=workspace.crs) as result:
            taken = take_in(
                workspace,
                result,
                book=load_rule_book(),
                attachments=attachment_folder(workspace),
                now=now,
                who="D. Martin",
                progress=SilentProgress(),
            )
        return {one.order_id: one for one in taken}

    return bring
