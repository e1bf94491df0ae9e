# SPDX-License-Identifier: GPL-3.0-or-later
"""The index of words in a GeoPackage is no other program's business: GDAL sees and edits what it did."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pyogrio
import pytest
from regard.store.workspaces import create_workspace, open_workspace
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

CALL = ServiceRequest(
    "DI-1", datetime(2026, 6, 3), "Mme Élan", "06", "", "3 rue Haute", Point(0, 0), "", "fuite", False, "C"
)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "town.gpkg"
    with create_workspace(path).command("open", who="F") as transaction:
        transaction.add([CALL])
    return path


def keys(path, text):
    return [hit.key for hit in open_workspace(path).search(text)]


def test_gdal_lists_the_workspace_without_the_index(path):
    names = {name for name, _ in pyogrio.list_layers(path)}
    assert {"service_request", "journal"} <= names
    assert not any(name.startswith("search") for name in names)


def test_what_gdal_adds_is_found(path):
    frame = pyogrio.read_dataframe(path, layer="service_request")
    frame["request_id"], frame["caller"] = "DI-2", "M. Besançon"
    pyogrio.write_dataframe(frame, path, layer="service_request", driver="GPKG", append=True)
    assert keys(path, "besancon") == ["DI-2"]
    assert keys(path, "haute") == ["DI-2", "DI-1"]


def test_an_editor_needs_no_full_text_module(path):
    with closing(sqlite3.connect(path)) as connection:
        triggers = [
            row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
    assert len([text for text in triggers if "search_stale" in text]) == 6
    assert not any("search_index" in text for text in triggers)


def test_the_file_stays_sound_after_a_vacuum_by_another_program(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert keys(path, "elan") == ["DI-1"]
