# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of a GeoPackage are read as GDAL reads them, without GDAL."""

import sqlite3
from contextlib import closing
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
from geopandas.testing import assert_geodataframe_equal
from regard.core.errors import InputError
from regard.store.geopackage import open_geopackage
from shapely.geometry import LineString, MultiLineString, Point, Polygon

LOCAL = "+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600001 +ellps=GRS80"


def attributes():
    return {
        "whole": [1, -2, 3_000_000_000],
        "whole or unknown": pd.array([1, None, 3], dtype="Int64"),
        "yes": [True, False, True],
        "yes or unknown": pd.array([True, None, False], dtype="boolean"),
        "real": [1.5, None, -2.0],
        "text": ["été", None, ""],
        "nothing": [None, None, None],
        "day as text": [date(2026, 1, 2), None, date(2025, 1, 1)],
        "moment": pd.to_datetime(["2026-01-02T03:04:05.123", None, "2025-01-01T00:00:00.000"]),
        "instant": pd.to_datetime(["2026-01-02T03:04:05Z", None, "2025-01-01T00:00:00Z"]),
        "small": np.array([1, 2, 3], dtype="int16"),
        "medium": np.array([1, 2, 3], dtype="int32"),
        "single": np.array([1.1, 2.2, 3.3], dtype="float32"),
    }


SHAPES = {
    "points": [Point(1, 2), None, Point(3, 4)],
    "points with heights": [Point(1, 2, 3), None, Point(3, 4, 5)],
    "empty shapes": [Point(1, 2), Point(), Point(3, 4)],
    "lines": [LineString([(0, 0), (1, 1)]), None, LineString([(0, 0), (1, 1), (2, 0)])],
    "lines and parts": [
        LineString([(0, 0), (1, 1)]),
        MultiLineString([[(0, 0), (1, 1)], [(5, 5), (6, 6)]]),
        None,
    ],
    "areas": [Polygon([(0, 0), (1, 0), (1, 1)]), Polygon([(0, 0), (2, 0), (2, 2)]), None],
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "layers.gpkg"


def both(path, name="layer"):
    ours = open_geopackage(path, wait_s=1.0).read_layer(name)
    return ours, pyogrio.read_dataframe(path, layer=name)


@pytest.mark.parametrize("shapes", SHAPES.values(), ids=SHAPES)
def test_all_kinds_of_columns_and_shapes_come_as_gdal_gives_them(path, shapes):
    frame = gpd.GeoDataFrame(attributes(), geometry=shapes, crs=2154)
    pyogrio.write_dataframe(frame, path, layer="layer", promote_to_multi=len({type(s) for s in shapes}) > 2)
    ours, theirs = both(path)
    assert len(ours) == 3
    assert_geodataframe_equal(ours, theirs)


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize("crs", ["EPSG:2154", "EPSG:4326", LOCAL, None])
def test_the_crs_is_that_of_the_file(path, crs):
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1, 2)], crs=crs)
    pyogrio.write_dataframe(frame, path, layer="layer")
    ours, theirs = both(path)
    assert ours.crs == theirs.crs
    assert (ours.crs is None) == (crs is None)


def test_a_layer_without_rows_has_its_columns(path):
    frame = gpd.GeoDataFrame(attributes(), geometry=SHAPES["points"], crs=2154)[:0]
    pyogrio.write_dataframe(frame, path, layer="layer", geometry_type="Point")
    ours, theirs = both(path)
    assert list(ours.columns) == list(theirs.columns)
    assert ours.empty and ours.crs == theirs.crs


def test_what_sqlite_lets_into_a_column_of_another_type_is_read_as_far_as_it_goes(path):
    frame = gpd.GeoDataFrame({"count": [1, 2], "name": ["a", "b"]}, geometry=[Point(0, 0)] * 2, crs=2154)
    pyogrio.write_dataframe(frame, path, layer="layer", layer_options={"SPATIAL_INDEX": "NO"})
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE layer SET \"count\" = 'many', name = CAST('b' AS BLOB) WHERE fid = 2")
    ours = open_geopackage(path, wait_s=1.0).read_layer("layer")
    assert ours["count"].tolist()[0] == 1 and np.isnan(ours["count"].tolist()[1])
    assert ours["name"].tolist() == ["a", "b"]


def test_many_rows_are_read_in_blocks_and_in_order(path, monkeypatch):
    monkeypatch.setattr("regard.store.geopackage_frames._BLOCK", 7)
    count = 50
    frame = gpd.GeoDataFrame(
        {"n": range(count), "odd": pd.array([n if n % 2 else None for n in range(count)], dtype="Int64")},
        geometry=[Point(n, -n) for n in range(count)],
        crs=2154,
    )
    pyogrio.write_dataframe(frame, path, layer="layer")
    ours, theirs = both(path)
    assert ours["n"].tolist() == list(range(count))
    assert_geodataframe_equal(ours, theirs)


def test_a_layer_that_is_not_there_is_an_error_that_names_the_file(path):
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(1, 2)], crs=2154)
    pyogrio.write_dataframe(frame, path, layer="layer")
    with pytest.raises(InputError, match=r"layers\.gpkg"):
        open_geopackage(path, wait_s=1.0).read_layer("other")
