# SPDX-License-Identifier: GPL-3.0-or-later
"""An open workspace keeps one handle on its file, and none when it is closed: QGIS may want it to itself."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pytest
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.store.changes import watch_changes
from regard.store.geopackage import open_geopackage
from regard.store.workspaces import create_workspace, open_workspace
from shapely.geometry import Point


@pytest.fixture
def path(tmp_path):
    return tmp_path / "town.gpkg"


@pytest.fixture
def workspace(path):
    return create_workspace(path, crs="EPSG:2154")


def handles_on(path):
    """Return the process's open handles on a file; Linux lists them."""
    return [one for one in Path("/proc/self/fd").iterdir() if os.path.realpath(one) == str(path.resolve())]


def test_an_open_workspace_reads_through_one_handle_and_a_closed_one_has_none(workspace, path):
    workspace.close()
    again = open_workspace(path)
    for _ in range(3):
        again.all(StockLine)
        again.layer_names()
    assert len(handles_on(path)) == 1
    again.close()
    assert handles_on(path) == []


def test_a_closed_workspace_that_is_read_again_keeps_nothing(workspace, path):
    workspace.close()
    assert workspace.all(StockLine) == []
    assert handles_on(path) == []


def test_what_is_read_while_the_workspace_is_closed_lets_go_at_its_end(workspace, path):
    workspace.close()
    backend = open_geopackage(path, wait_s=0.0)
    kept = backend.engine.pool
    with backend.reading() as connection:
        backend.close()
        assert connection.exec_driver_sql("SELECT count(*) FROM meta").scalar() > 0
    assert kept.checkedin() == 0
    assert handles_on(path) == []


def test_layers_brought_in_leave_nothing_attached(workspace, path):
    for number in range(2):
        frame = gpd.GeoDataFrame({"n": [number]}, geometry=[Point(number, 0)], crs="EPSG:2154")
        workspace.write_layer("places", frame)
    assert workspace.read_layer("places")["n"].tolist() == [1]


def test_who_watches_a_file_lets_go_of_it_between_two_looks(workspace, path):
    workspace.close()
    feed = watch_changes(str(path))
    feed.wait(0.0)
    assert handles_on(path) == []
    feed.close()


def test_a_file_that_is_refused_is_let_go_of(workspace, path):
    workspace.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 7")
    with pytest.raises(InputError, match="GeoPackage"):
        open_workspace(path)
    assert handles_on(path) == []
