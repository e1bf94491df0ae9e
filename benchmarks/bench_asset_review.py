# SPDX-License-Identifier: GPL-3.0-or-later
"""Review and accept 20,000 proposed changes of assets in one batch: issue 8, aim 60 s on PostGIS.

Usage: bench_asset_review.py [TARGET] [--changes N]; TARGET is a workspace that does not exist yet, such as
postgresql:///regard?schema=bench; without one, a GeoPackage that goes away.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from datetime import datetime
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from regard.core.ids import AssetId, OrderId
from regard.planner.asset_changes.decide import accept_safe
from regard.planner.asset_changes.review import list_changes
from regard.store.workspaces import create_workspace
from regard.workorders.asset_changes.records import AssetChange, ChangeState
from regard.workorders.asset_changes.rules import load_change_rules
from shapely.geometry import Point

NOW = datetime(2026, 6, 3, 18)
STEP_M = 50.0
WIDE = 200


def network(pipes: int) -> dict[str, gpd.GeoDataFrame]:
    """Return rows of pipes, each of 50 m, with a valve in the middle of each."""
    number = np.arange(pipes)
    x, y = 687000 + (number % WIDE) * STEP_M, 6924000 + (number // WIDE) * STEP_M
    lines = shapely.linestrings(np.stack([np.stack([x, y], -1), np.stack([x + STEP_M, y], -1)], 1))
    common = {"etat_service": "en_service", "date_maj": "2020-01-15", "origine_maj": "SIG"}
    mains = {
        "id_canalisation": [f"P{n:06}" for n in number],
        "materiau": "fd",
        "diametre_equivalent": 100,
        "an_pose_sup": "1998",
        **common,
    }
    valves = {
        "id_aep_vanne": [f"V{n:06}" for n in number],
        "etat_ouverture": "ouverte",
        "blocage": "non",
        "diametre": 100,
        **common,
    }
    return {
        "aep_canalisation": gpd.GeoDataFrame(mains, geometry=lines, crs="EPSG:2154"),
        "aep_vanne": gpd.GeoDataFrame(valves, geometry=shapely.points(x + STEP_M / 2, y), crs="EPSG:2154"),
    }


def proposal(number: int) -> AssetChange:
    """Return one change: of four, a material, a diameter, a repair, a valve as it was left."""
    order = OrderId(f"OI-{number:06}")
    key = f"{number:06}"
    place = Point(687000 + (number % WIDE) * STEP_M + 10, 6924000 + (number // WIDE) * STEP_M)
    repair = {"supprepare": "01", "defreparee": "02", "idsuprepar": f"P{key}", "daterepar": "2026-06-03"}
    rule, kind, role, asset, before, after = (
        ("material_found", "attribute", "water_pipe", f"P{key}", {"material": "11"}, {"material": "12"}),
        (
            "diameter_found",
            "attribute",
            "water_pipe",
            f"P{key}",
            {"diameter_mm": "100"},
            {"diameter_mm": "125"},
        ),
        ("repair_water", "repair", "water_repair", f"REP-{key}", {}, repair),
        ("valves_left", "valve_states", "valve", f"V{key}", {"state": "open"}, {"state": "open"}),
    )[number % 4]
    shape = shapely.to_wkb(place, hex=True) if kind == "repair" else ""
    return AssetChange(
        change_id=f"{order}/{rule}/{asset}",
        order_id=order,
        rule=rule,
        kind=kind,
        role=role,
        asset_id=AssetId(asset),
        state=ChangeState.PROPOSED,
        confidence="sure",
        zone="Z1",
        proposed_at=NOW,
        worked_at=NOW,
        author="AG1",
        before=before,
        after=after,
        shape_before="",
        shape_after=shape,
        place=place,
    )


def main() -> None:
    """Measure in a workspace that is given, or in one that goes away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="?", default="")
    parser.add_argument("--changes", type=int, default=20_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="regard-bench-") as folder:
        measure(asked.target or str(Path(folder) / "town.gpkg"), asked.changes)


def measure(target: str, changes: int) -> None:
    """Build the workspace, accept every change, take all of it back."""
    workspace = create_workspace(target, crs="EPSG:2154", clock=lambda: NOW)
    workspace.write_layers(network(changes))
    with workspace.command("import", who="bench") as transaction:
        transaction.add([proposal(number) for number in range(changes)])
    wall, cpu = time.perf_counter(), time.process_time()
    waiting = list_changes(workspace)
    done = accept_safe(workspace, rules=load_change_rules(), now=NOW, who="bench", changes=waiting)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{len(done.accepted)} of {changes} accepted, {done.features} features written")
    print(f"{wall:.1f} s on the clock, {cpu:.1f} s of processor")
    assert not done.left
    start = time.perf_counter()
    workspace.undo(who="bench")
    print(f"taken back in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
