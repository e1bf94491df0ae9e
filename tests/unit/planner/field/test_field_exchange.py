# SPDX-License-Identifier: GPL-3.0-or-later
"""A package filled in in the field comes back whole, once; what is wrong is named and the rest taken in."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyogrio
import pytest
from regard.core.errors import InputError
from regard.planner.field.take_in import Outcome
from regard.store.attachment_folder import attachment_folder
from regard.store.field_files import DATA, PHOTO_FOLDER
from regard.store.workspaces import open_workspace
from regard.tests.unit.planner.asset_changes.shared.conftest import ORDERS
from regard.tests.unit.planner.field.conftest import LEAK, VALVE, fill
from regard.workorders.asset_changes.records import AssetChange
from regard.workorders.closing.records import Closure
from regard.workorders.orders import OrderState, WorkOrder

OI, V4 = "OI-2026-0417", "OI-03"


def contents(workspace):
    """Return all that an import may write."""
    return [sorted(map(repr, workspace.all(kind))) for kind in (WorkOrder, Closure, AssetChange)]


def set_header(folder, column, value):
    with closing(sqlite3.connect(folder / DATA)) as data:
        data.execute(f"update package set {column} = ?", [value])
        data.commit()


def test_a_package_has_orders_assets_and_a_table_for_each_kind_of_answers(packed):
    layers = {str(name) for name, _ in pyogrio.list_layers(packed / DATA)}
    assert {"orders", "valves_to_operate", "third_party", "water_pipe", "valve", "photos"} <= layers
    leak = pyogrio.read_dataframe(packed / DATA, layer="result_leak_cut")
    assert list(leak["order_id"]) == [OI]
    assert {"repair_point", "material", "cut_started_at"} <= set(leak.columns)
    assert not {"delivery_point", "meter"} & layers
    assert (packed / PHOTO_FOLDER).is_dir()


def test_answers_close_orders_and_propose_changes_and_photos_are_kept(packed, bring, workspace):
    fill(packed, OI, LEAK, valves={"V5": "open"})
    fill(packed, V4, VALVE)
    taken = bring(packed)
    assert {name: one.outcome for name, one in taken.items()} == dict.fromkeys([OI, V4], Outcome.TAKEN)
    closure = workspace.all(Closure, order_id=OI)[0]
    assert closure.fields["dn"] == "125"
    assert closure.fields["repair_point"] == "687520,6924000"
    assert closure.valves == {"V5": "open"}
    assert workspace.all(Closure, order_id=V4)[0].fields["turns"] == "21.5"
    assert {change.order_id for change in workspace.all(AssetChange)} >= {OI}
    (photo,) = closure.photos
    kept = attachment_folder(workspace).path_of(photo)
    assert kept.read_bytes() == f"photo {OI} site.jpg".encode()
    raw = list((attachment_folder(workspace).root / "field").rglob("*"))
    assert any(one.is_file() and one.read_bytes()[:6] == b"SQLite" for one in raw)


def test_the_same_package_twice_changes_nothing_as_a_folder_and_as_a_zip(packed, bring, workspace, tmp_path):
    fill(packed, OI, LEAK)
    bring(packed)
    before = contents(workspace)
    assert bring(packed)[OI].outcome is Outcome.ALREADY
    zipped = Path(shutil.make_archive(str(tmp_path / "back"), "zip", tmp_path, "package"))
    assert bring(zipped, now=datetime(2026, 6, 4))[OI].outcome is Outcome.ALREADY
    assert contents(workspace) == before


def test_a_zip_damaged_on_its_way_is_refused_in_one_line(packed, bring, workspace, tmp_path):
    fill(packed, OI, LEAK)
    whole = Path(shutil.make_archive(str(tmp_path / "back"), "zip", tmp_path, "package")).read_bytes()
    rng, before = random.Random(3), contents(workspace)
    source = tmp_path / "damaged.zip"
    for _ in range(60):
        data = bytearray(whole)
        # within what is compressed, not in its list of files
        for _ in range(20):
            data[rng.randrange(len(data) // 10, len(data) // 2)] = rng.randrange(256)
        source.write_bytes(data)
        with pytest.raises(InputError, match=r"damaged\.zip"):
            bring(source)
    assert contents(workspace) == before


def test_a_point_that_was_moved_is_the_repair_point(packed, bring, workspace):
    fill(packed, OI, {**LEAK, "repair_point": None, "packed_x": 687000.0})
    bring(packed)
    assert workspace.all(Closure, order_id=OI)[0].fields["repair_point"] == "687520.000,6924000.000"


def test_what_was_corrected_meanwhile_stays_and_both_values_are_told(packed, bring, workspace):
    fill(packed, OI, LEAK)
    bring(packed)
    closure = workspace.all(Closure, order_id=OI)[0]
    with workspace.command("correct", who="D. Martin") as writing:
        writing.save(replace(closure, fields={**closure.fields, "dn": "150"}))
    fill(packed, OI, {"dn": 100}, photos=())
    before = contents(workspace)
    (said,) = [one for one in bring(packed)[OI].said if one.code == "field.both"]
    assert (said.params["field"], said.params["here"], said.params["there"]) == ("dn", "150", "100")
    assert contents(workspace) == before


def test_an_agent_who_fills_in_what_was_missing_is_heard(packed, bring, workspace):
    fill(packed, OI, {**LEAK, "ended_at": "2026-06-03 08:00"})
    assert bring(packed)[OI].state == OrderState.TO_CORRECT.value
    fill(packed, OI, {"ended_at": "2026-06-03 11:00"}, photos=())
    assert bring(packed)[OI].outcome is Outcome.TAKEN
    assert workspace.all(Closure, order_id=OI)[0].fields["ended_at"] == "2026-06-03 11:00"


def test_a_second_try_is_no_conflict_with_the_first(packed, bring, workspace):
    fill(packed, V4, VALVE)
    bring(packed)
    again = replace(workspace.get(WorkOrder, V4), state=OrderState.IN_PROGRESS)
    with workspace.command("go again", who="test") as writing:
        writing.save(again)
    set_header(packed, "package_id", "PK-OF-ANOTHER-DAY")
    fill(packed, V4, {"turns": 12}, photos=())
    assert bring(packed)[V4].outcome is Outcome.TAKEN
    assert workspace.all(Closure, order_id=V4)[0].fields["turns"] in ("12", "12.0")


def test_another_type_of_work_by_now_is_told_with_both(packed, bring, workspace):
    fill(packed, V4, VALVE)
    with workspace.command("edit", who="x") as writing:
        writing.save(replace(workspace.get(WorkOrder, V4), asset_id="V5"))
    done = bring(packed)[V4]
    assert done.outcome is Outcome.CONFLICT
    assert {"here": "V5", "there": "V4"}.items() <= done.said[0].params.items()
    assert workspace.all(Closure) == []


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("workspace_id", "another", "field.other_workspace"),
        ("format", 0, "field.format"),
        ("crs", "EPSG:3857", "field.crs"),
    ],
)
def test_what_is_no_package_of_ours_is_refused_whole(packed, bring, workspace, column, value, code):
    fill(packed, OI, LEAK)
    set_header(packed, column, value)
    with pytest.raises(InputError) as error:
        bring(packed)
    assert error.value.message.code == code
    assert workspace.all(Closure) == []


def test_a_value_of_no_meaning_and_a_missing_photo_are_named_and_the_rest_is_taken_in(
    packed, bring, workspace
):
    fill(packed, OI, {**LEAK, "started_at": "this morning"})
    fill(packed, V4, {**VALVE, "state_found": "ajar"})
    (packed / PHOTO_FOLDER / f"{V4}_site.jpg").unlink()
    taken = bring(packed)
    assert taken[OI].outcome is Outcome.REFUSED
    assert taken[OI].said[0].params["found"] == "this morning"
    codes = [one.code for one in taken[V4].said]
    assert "field.photo_missing" in codes
    assert any(one.params.get("found") == "ajar" for one in taken[V4].said)
    assert taken[V4].state == OrderState.TO_CORRECT.value


def test_a_photo_may_not_lead_out_of_the_package(packed, bring, workspace, tmp_path):
    (tmp_path / "secret").write_text("x")
    fill(packed, V4, VALVE, photos=())
    with closing(sqlite3.connect(packed / DATA)) as data:
        data.execute("insert into photos (order_id, photo) values (?, '../secret')", [V4])
        data.commit()
    assert bring(packed)[V4].said[0].code == "field.photo_missing"


def test_csv_and_geojson_say_the_same(packed, bring, workspace, tmp_path):
    (tmp_path / "a.jpg").write_bytes(b"a")
    names = [*LEAK, "photos", "order_id", "author", "valves"]
    values = [*map(str, LEAK.values()), "a.jpg", OI, "AG1", "V4=open"]
    table = tmp_path / "back.csv"
    table.write_text(";".join(names) + "\n" + ";".join(values), encoding="utf-8")
    assert bring(table)[OI].outcome is Outcome.TAKEN
    before = contents(workspace)
    feature = {"type": "Feature", "properties": dict(zip(names, values, strict=True)), "geometry": None}
    layer = tmp_path / "back.geojson"
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert bring(layer)[OI].outcome is Outcome.ALREADY
    assert contents(workspace) == before


def test_a_place_of_a_geojson_is_taken_to_the_crs_of_the_workspace(bring, workspace, tmp_path):
    values = {name: text for name, text in LEAK.items() if name != "repair_point"}
    point = {"type": "Point", "coordinates": [2.8301, 49.4143]}
    feature = {
        "type": "Feature",
        "properties": {**values, "order_id": OI, "author": "AG1"},
        "geometry": point,
    }
    layer = tmp_path / "back.geojson"
    layer.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    bring(layer)
    x, y = map(float, workspace.all(Closure, order_id=OI)[0].fields["repair_point"].split(","))
    assert abs(x - 687_700) < 2_000
    assert abs(y - 6_924_000) < 20_000


BUSY = """
import sys
from datetime import datetime
from pathlib import Path
from regard.core.progress import SilentProgress
from regard.planner.field.take_in import take_in
from regard.store.attachment_folder import attachment_folder
from regard.store.field_results import field_result
from regard.store.workspaces import open_workspace
from regard.workorders.rulebook import load_rule_book

workspace = open_workspace(sys.argv[1])
print("ready", flush=True)
with field_result(Path(sys.argv[2]), crs=workspace.crs) as result:
    take_in(workspace, result, book=load_rule_book(), attachments=attachment_folder(workspace),
            now=datetime(2026, 6, 3, 18), who="D. Martin", progress=SilentProgress())
"""


def test_an_import_killed_half_way_and_run_again_equals_one_run(packed, bring, workspace, tmp_path):
    common = {name: VALVE[name] for name in ("started_at", "ended_at", "agents", "result")}
    for name, *_ in ORDERS:
        fill(packed, name, {OI: LEAK, V4: VALVE}.get(name, common))
    copies = [tmp_path / f"copy{number}.gpkg" for number in range(12 if os.environ.get("REGARD_SOAK") else 3)]
    for copy in copies:
        shutil.copy(workspace.url, copy)
    bring(packed)
    wanted = contents(workspace)
    (tmp_path / "regard").symlink_to(Path(__file__).resolve().parents[4])
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    dice = random.Random(8)
    for copy in copies:
        command = [sys.executable, "-c", BUSY, str(copy), str(packed)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(dice.uniform(0.05, 1.0))
            process.send_signal(signal.SIGKILL)
        subprocess.run(command, env=environment, check=True, capture_output=True)
        again = open_workspace(str(copy))
        assert contents(again) == wanted
        assert again.discrepancies() == []
        again.close()
