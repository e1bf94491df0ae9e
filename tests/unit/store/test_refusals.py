# SPDX-License-Identifier: GPL-3.0-or-later
"""What is not a usable workspace is refused in one clear line."""

import multiprocessing
import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime, time
from pathlib import Path

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.resources import Agent, StockLine
from regard.store.meta import SCHEMA_VERSION
from regard.store.workspaces import create_workspace, open_workspace
from regard.workorders.orders import OrderState, Priority, WorkOrder
from shapely.geometry import Point

processes = multiprocessing.get_context("fork")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "town.gpkg"


def an_order(order_id):
    nothing = dict.fromkeys(("label", "address", "zone", "asset_role", "asset_id"), "")
    return WorkOrder(
        **nothing,
        **dict.fromkeys(("skills", "crew_skills", "equipment"), ()),
        order_id=order_id,
        request_id="",
        code="AEP-ENQ",
        state=OrderState.QUALIFIED,
        priority=Priority.P3,
        score=0.0,
        score_detail={},
        rules_version="test",
        received_at=datetime(2026, 6, 2, 8),
        due_at=datetime(2026, 6, 10, 17),
        place=Point(0, 0),
        asset_distance_m=0.0,
        duration_min=30,
        crew=1,
        parts={},
        digs=False,
    )


def change(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def refused(path, **options):
    with pytest.raises(InputError) as refusal:
        open_workspace(path, **options)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_missing_file_tells_the_command_that_makes_one(path):
    assert refused(path) == f"{path}: no such workspace; 'regard workspace create {path}' makes one"


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + bytes(200)])
def test_another_kind_of_file_is_not_a_geopackage(path, content):
    path.write_bytes(content)
    assert refused(path) == f"{path}: is not a GeoPackage"


def test_a_folder_is_not_a_workspace(tmp_path):
    assert "cannot be read" in refused(tmp_path)


def test_a_geopackage_of_layers_only_is_not_a_workspace(path):
    gpd.GeoDataFrame(geometry=[Point(0, 0)], crs=2154).to_file(path, layer="valve", driver="GPKG")
    assert refused(path) == f"{path}: is not a Regard workspace"


def test_a_file_that_is_cut_short_is_damaged(path):
    create_workspace(path)
    path.write_bytes(path.read_bytes()[:9000])
    assert "the file is damaged" in refused(path)


def test_a_newer_workspace_is_refused_and_left_alone(path):
    create_workspace(path)
    change(path, "UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    before = path.read_bytes()
    assert f"made by a newer Regard (schema 99, this one knows {SCHEMA_VERSION})" in refused(path)
    assert path.read_bytes() == before


def test_an_older_workspace_tells_how_to_migrate_it(path):
    create_workspace(path)
    change(path, "UPDATE meta SET value = '0' WHERE name = 'schema_version'")
    assert f"run 'regard workspace migrate {path}'" in refused(path)


def test_a_workspace_with_other_columns_is_refused(path):
    create_workspace(path)
    change(path, "UPDATE meta SET value = 'other' WHERE name = 'columns'")
    assert "made by another build of Regard" in refused(path)


def test_facts_that_are_not_numbers_are_no_workspace(path):
    create_workspace(path)
    change(path, "UPDATE meta SET value = 'one' WHERE name = 'schema_version'")
    assert refused(path) == f"{path}: is not a Regard workspace"


def test_a_file_locked_by_another_program_is_said_to_be_in_use(path):
    create_workspace(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "in use by another program" in refused(path, wait_s=0.1)


def test_a_write_waits_for_the_lock_and_then_gives_up(path):
    create_workspace(path)
    workspace = open_workspace(path, wait_s=0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert workspace.all(StockLine) == []
        with pytest.raises(InputError, match="in use by another program"):
            workspace.set_setting("a", "b")
    workspace.set_setting("a", "b")


def test_a_read_only_file_can_be_read_but_not_written():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.gpkg"
        create_workspace(path).set_setting("a", "first")
        path.chmod(0o444)
        Path(folder).chmod(0o755)
        ours, theirs = processes.Pipe()
        processes.Process(target=read_then_write, args=(path, theirs)).start()
        assert ours.poll(60)
        assert ours.recv() == ("first", f"{path}: is read-only; nothing was written")


def read_then_write(path, said):
    # root may write anything: the attempt is made as somebody else
    if os.getuid() == 0:
        os.setuid(65534)
    workspace = open_workspace(path)
    found = workspace.setting("a")
    try:
        workspace.set_setting("a", "changed")
    except InputError as error:
        said.send((found, str(error)))


def test_a_server_needs_its_library(monkeypatch):
    monkeypatch.setattr("regard.store.workspaces.find_spec", lambda name: None)
    with pytest.raises(InputError, match="needs the library psycopg"):
        open_workspace("postgresql://host/town")


def test_a_file_is_named_gpkg(tmp_path):
    with pytest.raises(InputError, match=r"town\.db: a workspace file is named \.gpkg"):
        create_workspace(tmp_path / "town.db")


def test_an_existing_file_is_never_overwritten(path):
    path.write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        create_workspace(path)
    assert path.read_text() == "precious"


def test_a_workspace_needs_a_folder_to_be_in(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        create_workspace(tmp_path / "nowhere" / "town.gpkg")


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:2263", "+proj=tmerc +lon_0=7 +units=m"])
def test_a_workspace_is_in_metres_with_an_epsg_code(path, crs):
    with pytest.raises(InputError, match="needs a projected system in metres"):
        create_workspace(path, crs=crs)
    assert not path.exists()


def test_an_unknown_crs_is_named(path):
    with pytest.raises(InputError, match="'EPSG:999999' is not a coordinate reference system"):
        create_workspace(path, crs="EPSG:999999")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE agent SET day_start = 'soon'",
            "agent 'AG1', column day_start: another program left 'soon', expected a time such as 08:30",
        ),
        (
            "UPDATE agent SET overtime_min = 'none'",
            "agent 'AG1', column overtime_min: another program left 'none', expected a whole number",
        ),
        (
            "UPDATE agent SET lunch_min = 37.5",
            "agent 'AG1', column lunch_min: another program left '37.5', expected a whole number",
        ),
        (
            "UPDATE agent SET home = 'here'",
            "agent 'AG1', column home: another program left 'here', expected a geometry",
        ),
        ("DROP TABLE agent", "the file is damaged (no such table: agent)"),
    ],
)
def test_what_another_program_spoilt_is_said_in_one_line(path, statement, said):
    workspace = create_workspace(path)
    agent = Agent("AG1", "Ada", Point(0, 0), "", *(time(8), time(16), time(12), time(13)), 45, 0, "van")
    with workspace.command("hire", who="F") as transaction:
        transaction.add([agent])
    change(path, statement)
    for read in (lambda: workspace.all(Agent), lambda: workspace.get(Agent, "AG1")):
        with pytest.raises(InputError) as refusal:
            read()
        assert said in str(refusal.value)


@pytest.mark.parametrize(
    ("field", "left", "expected"),
    [
        ("digs", "no", "yes or no"),
        ("score", "high", "a number such as 12.5"),
        ("duration_min", "two hours", "a whole number"),
        ("due_at", "tomorrow", "a date and time such as 2026-06-03 08:12"),
        ("skills", "TERR", "a list or pairs in JSON"),
        ("state", "lost", "one of "),
    ],
)
def test_text_in_a_column_of_another_kind_names_the_order_and_the_column(path, field, left, expected):
    workspace = create_workspace(path)
    with workspace.command("import", who="F") as transaction:
        transaction.add([an_order("OI-1"), an_order("OI-2")])
    change(path, f"UPDATE work_order SET {field} = '{left}' WHERE order_id = 'OI-2'")
    with pytest.raises(InputError) as refusal:
        workspace.all(WorkOrder)
    assert f"'OI-2', column {field}: another program left '{left}', expected {expected}" in str(refusal.value)
    assert workspace.get(WorkOrder, "OI-1") == an_order("OI-1")


def test_a_spoilt_record_is_not_written_over(path):
    workspace = create_workspace(path)
    line = StockLine("S1", "AG1", "collar", 3)
    with workspace.command("stock", who="F") as transaction:
        transaction.add([line])
    change(path, "UPDATE stock_line SET quantity = 'some'")
    with (
        pytest.raises(InputError, match="column quantity: another program left 'some'"),
        workspace.command("stock", who="F") as transaction,
    ):
        transaction.save(line)
