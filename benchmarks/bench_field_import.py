# SPDX-License-Identifier: GPL-3.0-or-later
"""Take in what the field hands back: 500 closures with 2,000 photos; issue 8, aim 60 s.

Usage: bench_field_import.py TARGET [--closures 500] [--photos 2000] [--agents 20] [--scratch DIR]; TARGET is
a workspace that does not exist yet, such as town.gpkg or postgresql:///regard?schema=bench. Each agent has a
package as the field returns it: made by `field_package`, its forms filled in, its photos JPEGs of 12 Mpx
that are all different.
"""

from __future__ import annotations

import argparse
import io
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
from bench_asset_review import network
from PIL import Image
from regard.core.ids import AgentId, AssetId, OrderId, PlanId
from regard.core.progress import SilentProgress
from regard.core.resources import Zone
from regard.network.assets.roles import Role
from regard.planner.assets.asset_base import AssetBase
from regard.planner.assets.import_network import import_network
from regard.planner.field.package import field_package
from regard.planner.field.take_in import Outcome, take_in
from regard.planner.import_records import import_records
from regard.planner.records import Plan, PlanStop
from regard.store.attachment_folder import AttachmentFolder
from regard.store.field_files import DATA, PHOTO_FOLDER, write_field_package
from regard.store.field_results import field_result
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.orders import OrderState, WorkOrder
from regard.workorders.rulebook import load_rule_book
from shapely.geometry import box

DAY = date(2026, 6, 3)
MORNING, EVENING = (datetime(2026, 6, 3, hour) for hour in (7, 18))
PIPES = 4_000
# of three orders, two leaks and a valve
KINDS = (("AEP-FUI-CAN", "water_pipe", "P"), ("AEP-VANNE", "valve", "V"), ("AEP-FUI-CAN", "water_pipe", "P"))
LEAK = {"repaired": "01", "defect": "02", "material": "12", "dn": 125}
VALVE = {"state_found": "open", "turns": 21.5}


def photos(count: int) -> Iterator[bytes]:
    """Yield JPEGs of 12 megapixels, some 2.4 MB each, all different by a comment in them."""
    rng = np.random.default_rng(8)
    coarse = rng.integers(60, 200, (376, 500, 3), dtype=np.uint8)
    picture = np.asarray(Image.fromarray(coarse).resize((4000, 3008), Image.Resampling.BICUBIC)).astype(
        np.int16
    )
    picture += rng.integers(-9, 10, picture.shape, dtype=np.int16)
    kept = io.BytesIO()
    Image.fromarray(picture.clip(0, 255).astype(np.uint8)).save(kept, "JPEG", quality=80)
    whole = kept.getvalue()
    for number in range(count):
        said = f"photo {number:06}".encode()
        yield whole[:2] + b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said + whole[2:]


def orders(count: int) -> list[WorkOrder]:
    """Return orders at work on pipes and valves of the network."""
    made = []
    for number in range(count):
        code, role, letter = KINDS[number % 3]
        place = (687000 + (number % 200) * 50 + 10, 6924000 + (number // 200) * 50)
        made.append(
            replace(
                order(f"OI-{number:05}", place, 60, (), None),
                code=code,
                state=OrderState.IN_PROGRESS,
                asset_role=role,
                asset_id=AssetId(f"{letter}{number:06}"),
                started_at=datetime(2026, 6, 3, 8),
            )
        )
    return made


def stop(plan: Plan, one: WorkOrder, who: str, number: int) -> PlanStop:
    """Return the stop of an order in the plan of an agent."""
    start = datetime(2026, 6, 3, 8) + timedelta(minutes=20 * number)
    return PlanStop(
        stop_id=f"S-{one.order_id}",
        plan_id=plan.plan_id,
        agent_id=AgentId(who),
        day=DAY,
        sequence=number,
        order_id=OrderId(one.order_id),
        role=0,
        task="work",
        start=start,
        end=start + timedelta(minutes=20),
        arrive=start,
        travel_s=0,
        distance_m=0,
        place=one.place,
    )


def fill(folder: Path, made: list[WorkOrder], who: str, pictures: Iterator[bytes], each: int) -> None:
    """Fill the package of an agent in, as a device does."""
    with closing(sqlite3.connect(folder / DATA)) as data:
        # triggers of the spatial index ask for functions that only GDAL has
        for (name,) in data.execute(
            "select name from sqlite_master where type='trigger' and name like 'rtree%'"
        ).fetchall():
            data.execute(f'drop trigger "{name}"')
        tables = [name for (name,) in data.execute("select table_name from gpkg_contents")]
        for one in made:
            values = {
                "started_at": "2026-06-03 09:00",
                "ended_at": "2026-06-03 09:50",
                "agents": who,
                "result": "done",
                **(VALVE if one.code == "AEP-VANNE" else LEAK),
            }
            if one.code != "AEP-VANNE":
                values |= {"asset": one.asset_id, "repair_point": f"{one.place.x:.2f},{one.place.y:.2f}"}
            sets = ", ".join(f'"{name}" = ?' for name in values)
            for table in (name for name in tables if name.startswith("result_")):
                if data.execute(f'select 1 from "{table}" where order_id = ?', [one.order_id]).fetchone():
                    data.execute(
                        f'update "{table}" set {sets} where order_id = ?', [*values.values(), one.order_id]
                    )
            for number in range(each):
                name = f"{PHOTO_FOLDER}/{one.order_id}_{number}.jpg"
                data.execute("insert into photos (order_id, photo) values (?, ?)", [one.order_id, name])
                (folder / name).write_bytes(next(pictures))
        data.commit()


def main() -> None:
    """Build the workspace and the packages, then time taking them in, twice."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?", default="", help="without one, a GeoPackage that goes away")
    parser.add_argument("--closures", type=int, default=500)
    parser.add_argument("--photos", type=int, default=2_000)
    parser.add_argument("--agents", type=int, default=20)
    parser.add_argument("--scratch", type=Path, default=None, help="where packages and photos are put")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.scratch) as place:
        asked.target = asked.target or str(Path(place) / "town.gpkg")
        run(asked, Path(place))


def run(asked: argparse.Namespace, place: Path) -> None:
    """Do the work in a folder."""
    book = load_rule_book()
    workspace = create_workspace(asked.target, crs="EPSG:2154", clock=lambda: EVENING)
    for name, rows in network(PIPES).items():
        rows.to_file(place / "network.gpkg", layer=name, driver="GPKG", engine="pyogrio")
    import_network(workspace, open_layers(place / "network.gpkg"))
    names = [f"AG{number:02}" for number in range(asked.agents)]
    made = orders(asked.closures)
    zone = Zone("Z1", "Nord", "F. Leroy", box(686000, 6923000, 698000, 6935000))
    plan = Plan(PlanId("2026-06-03/1"), DAY, 1, MORNING, 1, 1.0, "balanced", {}, 0.0)
    days = {name: made[number :: len(names)] for number, name in enumerate(names)}
    stops = [stop(plan, one, name, number) for name, own in days.items() for number, one in enumerate(own)]
    import_records(workspace, [zone, *map(agent, names), *made, plan, *stops], name="import", who="bench")
    base, pictures = AssetBase(workspace), photos(asked.photos)
    base.frame(Role.VALVE)
    packages = []
    for name, own in days.items():
        packed = field_package(workspace, base, name, DAY, book=book, now=MORNING, workspace_id="bench")
        write_field_package(place / name, packed)
        fill(place / name, own, name, pictures, asked.photos // asked.closures)
        packages.append(place / name)
    size = sum(path.stat().st_size for path in place.rglob("*.jpg"))
    print(f"{asked.closures} closures, {asked.photos} photos of {size / asked.photos / 1e6:.1f} MB each")
    attachments = AttachmentFolder(place / "kept")
    for what in ("taken in", "the same once more"):
        wall, cpu = time.perf_counter(), time.process_time()
        found: Counter[Outcome] = Counter()
        known = AssetBase(workspace)
        for package in packages:
            with field_result(package, crs=workspace.crs) as result:
                taken = take_in(
                    workspace,
                    result,
                    book=book,
                    attachments=attachments,
                    now=EVENING,
                    who="bench",
                    progress=SilentProgress(),
                    base=known,
                )
            found.update(one.outcome for one in taken)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        outcomes = ", ".join(f"{count} {outcome.value}" for outcome, count in found.items())
        print(f"{what}: {wall:.1f} s on the clock, {cpu:.1f} s of processor; {outcomes}")
    closed = len(workspace.all(WorkOrder, state=OrderState.CLOSED))
    print(f"{closed} orders closed, {len(workspace.all(AssetChange))} changes proposed")
    assert closed == asked.closures
    workspace.close()


if __name__ == "__main__":
    main()
