# SPDX-License-Identifier: GPL-3.0-or-later
"""GeoPackage tables with all the standard's columns."""

from __future__ import annotations

import sqlite3

import numpy as np
import pyogrio
import pytest
import shapely
from regard.core.errors import Failure
from regard.demo.geopackage import write_layer, write_table
from regard.demo.stareau_tables import stareau_table

POINT = shapely.points([[1.0, 2.0], [3.0, 4.0]])


def _write(path, values):
    return write_table(path, "aep_vanne", stareau_table("aep_vanne"), POINT, values, crs="EPSG:2154")


def test_a_table_has_every_column_and_leaves_unknown_ones_empty(tmp_path):
    path = tmp_path / "n.gpkg"
    assert _write(path, {"id_aep_vanne": np.array(["V-1", "V-2"], dtype=object), "blocage": "non"}) == 2
    frame = pyogrio.read_dataframe(path, layer="aep_vanne")
    assert set(stareau_table("aep_vanne").columns) == set(frame.columns) - {"geometry"}
    assert frame["id_aep_vanne"].tolist() == ["V-1", "V-2"]
    assert frame["blocage"].tolist() == ["non", "non"]
    assert frame[["diametre", "lien_doc1", "fictif"]].isna().all(axis=None)


def test_a_column_that_the_standard_does_not_have_is_refused(tmp_path):
    with pytest.raises(ValueError, match="aep_vanne has no column couleur"):
        _write(tmp_path / "n.gpkg", {"couleur": "bleu"})


def test_geometry_types_and_version_are_those_asked_for(tmp_path):
    path = tmp_path / "n.gpkg"
    _write(path, {"blocage": "non"})
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (10300,)
        row = "SELECT geometry_type_name, column_name FROM gpkg_geometry_columns"
        assert connection.execute(row).fetchone() == ("POINT", "geom")
    connection.close()


def test_a_folder_that_is_not_there_is_a_failure_in_one_line(tmp_path):
    fields = {"a": np.array(["x", "y"], dtype=object)}
    with pytest.raises(Failure, match=r"n\.gpkg: cannot be written"):
        write_layer(tmp_path / "none" / "n.gpkg", "a", POINT, fields, kind="Point", crs="EPSG:2154")


def test_the_date_of_the_run_is_not_in_the_file(tmp_path):
    path = tmp_path / "n.gpkg"
    _write(path, {"blocage": "non"})
    with sqlite3.connect(path) as connection:
        assert (
            connection.execute("SELECT last_change FROM gpkg_contents").fetchone()[0].startswith("2026-06-02")
        )
    connection.close()
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None
