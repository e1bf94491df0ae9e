# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full and a process that is killed leave a workspace as it was."""

import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import time
from contextlib import closing

import geopandas as gpd
import pytest
from regard.core.errors import Failure
from regard.core.resources import StockLine
from regard.store.workspaces import create_workspace, open_workspace
from shapely.geometry import Point

processes = multiprocessing.get_context("fork")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "town.gpkg"
    workspace = create_workspace(path)
    with workspace.command("open", who="F") as transaction:
        transaction.add([StockLine("S0", "depot", "seal", 0)])
    return path


def on_a_full_disk(work, *, room):
    """Run ``work`` in a process that may not make any file larger than ``room``; return its failure."""
    ours, theirs = processes.Pipe()

    def run():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        try:
            work()
        except Failure as failure:
            theirs.send(str(failure))
        else:
            theirs.send("no failure")

    process = processes.Process(target=run)
    process.start()
    assert ours.poll(60)
    said = ours.recv()
    process.join()
    return said


def is_sound(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_records_that_do_not_fit_are_not_written_at_all(path):
    def write():
        with open_workspace(path).command("fill", who="F") as transaction:
            transaction.add([StockLine(f"S{n + 1}", "depot", "x" * 200, n) for n in range(5000)])

    said = on_a_full_disk(write, room=path.stat().st_size + 20_000)
    assert "cannot be written" in said or "the disk is full" in said
    assert is_sound(path)
    workspace = open_workspace(path)
    assert [line.stock_id for line in workspace.all(StockLine)] == ["S0"]
    assert len(workspace.journal()) == 1


def test_a_layer_that_does_not_fit_leaves_the_one_before(path):
    frame = gpd.GeoDataFrame({"n": range(20_000)}, geometry=[Point(0, 0)] * 20_000, crs=2154)
    open_workspace(path).write_layer("valve", frame[:10])
    said = on_a_full_disk(lambda: open_workspace(path).write_layer("valve", frame), room=300_000)
    assert "cannot be written" in said
    assert is_sound(path)
    assert len(open_workspace(path).read_layer("valve")) == 10


def test_a_workspace_that_does_not_fit_is_not_there_at_all(tmp_path):
    path = tmp_path / "new.gpkg"
    said = on_a_full_disk(lambda: create_workspace(path), room=50_000)
    assert "cannot be written" in said or "the disk is full" in said
    assert list(tmp_path.iterdir()) == []


def test_a_full_database_says_that_the_disk_is_full(path):
    workspace = open_workspace(path)
    with pytest.raises(Failure, match="the disk is full"), workspace.backend.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        for number in range(1000):
            connection.exec_driver_sql(
                "INSERT INTO meta (name, value) VALUES (?, ?)", (f"{number}", "x" * 999)
            )
    assert is_sound(path)


def write_for_ever(path):
    workspace = open_workspace(path)
    for number in range(1, 1_000_000):
        with workspace.command("add", who="F") as transaction:
            transaction.add([StockLine(f"S{number}-{part}", "depot", "seal", number) for part in range(3)])


def test_a_process_killed_while_it_writes_leaves_whole_commands(path):
    rng = random.Random(5)
    for _ in range(5):
        writer = processes.Process(target=write_for_ever, args=(path,))
        writer.start()
        time.sleep(rng.uniform(0.05, 0.3))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        workspace = open_workspace(path)
        keys = [line.stock_id for line in workspace.all(StockLine)]
        assert sorted(keys) == sorted(entry.change.key for entry in workspace.journal())
        assert len(keys) % 3 == 1
        assert is_sound(path)
        path.unlink()
        with create_workspace(path).command("open", who="F") as transaction:
            transaction.add([StockLine("S0", "depot", "seal", 0)])
