# SPDX-License-Identifier: GPL-3.0-or-later
"""A third-party layer becomes a full role frame, whatever little it says."""

import geopandas as gpd
import numpy as np
import pytest
from regard.core.errors import InputError
from regard.network.assets.roles import COLUMNS, Role
from regard.network.digging.third_party import third_party_frame
from shapely.geometry import LineString

LINE = LineString([(0, 0), (10, 0)])


def layer(*rows, geometry=LINE):
    columns = {name: [row.get(name) for row in rows] for name in rows[0]}
    return gpd.GeoDataFrame(columns, geometry=[geometry] * len(rows), crs="EPSG:2154")


def complete(**columns):
    return third_party_frame(layer({"asset_id": "t", "network_type": "GAZ"} | columns)).iloc[0]


def test_a_layer_that_says_little_is_completed_with_care():
    frame = third_party_frame(layer({"asset_id": "t", "network_type": "gaz"}))
    assert list(frame.columns) == [*COLUMNS[Role.THIRD_PARTY], "geometry"]
    row = frame.iloc[0]
    assert (row.network_type, row.accuracy_class, row.is_rigid, row.is_sensitive) == ("GAZ", "C", False, True)
    assert (row.operator, row.label, row.emergency_phone) == ("", "", "")
    assert np.isnan(row.depth_m)


@pytest.mark.parametrize(
    ("given", "taken"), [("A", "A"), ("b", "B"), ("C", "C"), ("?", "C"), (None, "C"), ("", "C")]
)
def test_an_unknown_class_is_c(given, taken):
    assert complete(accuracy_class=given)["accuracy_class"] == taken


@pytest.mark.parametrize(
    ("said", "taken"), [(True, True), (False, False), (None, True), ("0", False), (1.0, True)]
)
def test_the_law_says_what_is_sensitive_where_the_layer_is_silent(said, taken):
    assert complete(is_sensitive=said)["is_sensitive"] == taken


def test_what_the_layer_knows_is_kept():
    row = complete(operator="Gaz", depth_m="0.8", is_rigid=True)
    assert (row.operator, row.depth_m, row.is_rigid) == ("Gaz", 0.8, True)


def test_rows_without_geometry_are_left_out():
    assert third_party_frame(layer({"asset_id": "t", "network_type": "GAZ"}, geometry=None)).empty


def test_a_missing_column_is_named():
    with pytest.raises(InputError) as raised:
        third_party_frame(layer({"asset_id": "t", "kind": "GAZ"}))
    assert str(raised.value) == "third_party: column 'network_type' is missing; found asset_id, kind"
