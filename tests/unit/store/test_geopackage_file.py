# SPDX-License-Identifier: GPL-3.0-or-later
"""The file is a GeoPackage 1.3 that any GIS opens."""

import sqlite3
from contextlib import closing
from datetime import datetime

import geopandas as gpd
import pyogrio
import pytest
from pyproj import CRS
from regard.core.resources import StockLine, Zone
from regard.store.tables import RECORD_KINDS, record_tables
from regard.store.workspaces import create_workspace
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point, Polygon


def ask(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "town.gpkg"


@pytest.fixture
def workspace(path):
    return create_workspace(path, crs="EPSG:2154")


def request(number, place):
    return ServiceRequest(
        f"DI-{number}", datetime(2026, 6, 3, 8, 12), "", "", "", "", place, "", "Fuite", True, "C1"
    )


def test_the_file_says_it_is_a_geopackage(workspace, path):
    assert ask(path, "PRAGMA application_id") == [(0x47504B47,)]
    assert ask(path, "PRAGMA user_version") == [(10300,)]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert ask(path, "PRAGMA foreign_key_check") == []


def test_every_record_table_opens_as_a_layer_in_the_workspaces_crs(workspace, path):
    listed = dict(pyogrio.list_layers(path))
    assert set(RECORD_KINDS) | {"command", "journal", "meta"} == set(listed)
    for table in record_tables(2154).by_name.values():
        info = pyogrio.read_info(path, layer=table.name)
        assert info["fid_column"] == "fid"
        assert bool(listed[table.name]) == bool(table.geometry)
        if table.geometry:
            assert CRS(info["crs"]) == CRS("EPSG:2154")
            assert info["geometry_name"] == table.geometry
            # GDAL's name of a column that takes any geometry
            found = info["geometry_type"].upper().replace("UNKNOWN", "GEOMETRY")
            assert found == table.geometry_type


def test_records_read_as_features_with_their_own_clock_times(workspace, path):
    with workspace.command("call", who="F") as transaction:
        transaction.add([request(1, Point(687520, 6924000))])
    frame = pyogrio.read_dataframe(path, layer="service_request", datetime_as_string=True)
    (row,) = frame.itertuples()
    assert row.received_at.startswith("2026-06-03T08:12:00")
    assert row.danger in (True, 1)
    assert (row.geometry.x, row.geometry.y) == (687520, 6924000)
    assert pyogrio.read_info(path, layer="service_request")["dtypes"][1].startswith("datetime64")


def test_extents_cover_what_was_written(workspace, path):
    with workspace.command("call", who="F") as transaction:
        transaction.add([request(1, Point(10, 20)), request(2, Point(-5, 70))])
    with workspace.command("call", who="F") as transaction:
        transaction.add([request(3, Point(30, 40))])
        transaction.add([StockLine("S1", "AG1", "seal", 1)])
    found = ask(
        path, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name='service_request'"
    )
    assert found == [(-5, 20, 30, 70)]
    assert tuple(pyogrio.read_info(path, layer="service_request")["total_bounds"]) == (-5, 20, 30, 70)


def test_geometries_carry_the_crs_and_an_envelope(workspace, path):
    with workspace.command("zones", who="F") as transaction:
        transaction.add([Zone("Z1", "Nord", "F", Polygon([(0, 0), (4, 0), (4, 3)]))])
    ((blob,),) = ask(path, "SELECT geometry FROM zone")
    assert blob[:4] == b"GP\x00\x03"
    assert int.from_bytes(blob[4:8], "little") == 2154
    bounds = pyogrio.read_dataframe(path, layer="zone").total_bounds
    assert tuple(bounds) == (0, 0, 4, 3)


def test_a_record_edited_by_another_program_is_read_back(workspace, path):
    with workspace.command("zones", who="F") as transaction:
        transaction.add([Zone("Z1", "Nord", "F", Polygon([(0, 0), (4, 0), (4, 3)]))])
    frame = pyogrio.read_dataframe(path, layer="zone")
    frame["zone_id"] = "Z2"
    pyogrio.write_dataframe(frame, path, layer="zone", append=True)
    first, second = workspace.all(Zone)
    assert second == Zone("Z2", "Nord", "F", first.geometry)


def test_layers_get_a_spatial_index_that_finds_them(workspace, path):
    points = [Point(n, n) for n in range(1000)]
    for _ in range(2):
        workspace.write_layer("valve", gpd.GeoDataFrame({"id": range(1000)}, geometry=points, crs=2154))
    assert ask(path, "SELECT rtreecheck('rtree_valve_geom')") == [("ok",)]
    assert ask(path, "SELECT count(*) FROM rtree_valve_geom WHERE minx BETWEEN 9.5 AND 19.5") == [(10,)]
    assert ask(path, "SELECT feature_count FROM gpkg_ogr_contents") == [(1000,)]
    assert len(pyogrio.read_dataframe(path, layer="valve", bbox=(9.5, 0, 19.5, 100))) == 10


def test_nothing_stays_beside_the_file(workspace, path):
    with workspace.command("stock", who="F") as transaction:
        transaction.add([StockLine("S1", "AG1", "seal", 1)])
    assert [file.name for file in path.parent.iterdir()] == ["town.gpkg"]


def test_a_file_in_write_ahead_mode_works_too(workspace, path):
    with closing(sqlite3.connect(path)) as qgis:
        assert qgis.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",)
        qgis.execute("SELECT count(*) FROM zone").fetchone()
        with workspace.command("stock", who="F") as transaction:
            transaction.add([StockLine("S1", "AG1", "seal", 1)])
        assert qgis.execute("SELECT quantity FROM stock_line").fetchone() == (1,)
