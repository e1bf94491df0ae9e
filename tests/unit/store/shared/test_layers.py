# SPDX-License-Identifier: GPL-3.0-or-later
"""Imported layers keep their columns and are replaced whole."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from regard.core.errors import InputError, RegardError
from regard.core.resources import StockLine
from shapely.geometry import LineString, MultiLineString, Point


def pipes(count, **columns):
    lines = [LineString([(700000 + n, 6600000), (700001 + n, 6600010)]) for n in range(count)]
    return gpd.GeoDataFrame(
        {"id_cana": [f"P{n}" for n in range(count)], **columns}, geometry=lines, crs="EPSG:2154"
    )


def test_a_layer_comes_back_with_its_own_columns(workspace):
    frame = pipes(
        3,
        diamètre=np.array([100, 150, 60]),
        longueur=[1.5, np.nan, 3.25],
        ferme=[True, False, True],
        nom=["rue de l'Église", None, ""],
        pose=pd.to_datetime(["2001-05-03", None, "1987-01-01"]),
    )
    workspace.write_layer("canalisation", frame)
    read = workspace.read_layer("canalisation")
    assert read.crs == "EPSG:2154"
    assert list(read.columns) == list(frame.columns)
    assert read["diamètre"].tolist() == [100, 150, 60]
    assert np.array_equal(read["longueur"], frame["longueur"], equal_nan=True)
    assert read["ferme"].tolist() == [True, False, True]
    assert read["nom"].fillna("-").tolist() == ["rue de l'Église", "-", ""]
    assert read["pose"].dt.date.tolist() == frame["pose"].dt.date.tolist()
    assert read.geometry.tolist() == frame.geometry.tolist()


def test_layers_are_listed_without_the_records_own(workspace):
    assert workspace.layer_names() == []
    workspace.write_layer("vanne", pipes(1))
    workspace.write_layer("canalisation", pipes(2))
    assert workspace.layer_names() == ["canalisation", "vanne"]


def test_a_layer_is_replaced_whole(workspace):
    workspace.write_layer("canalisation", pipes(5))
    workspace.write_layer("canalisation", pipes(2, fid=[7, 8]))
    read = workspace.read_layer("canalisation")
    assert read["id_cana"].tolist() == ["P0", "P1"]
    assert read["fid"].tolist() == [7, 8]
    assert workspace.layer_names() == ["canalisation"]


def test_layers_written_together_are_kept_together(workspace):
    workspace.write_layers({"pipe": pipes(2), "pipe_old": pipes(3)})
    assert len(workspace.read_layer("pipe")) == 2
    assert len(workspace.read_layer("pipe_old")) == 3
    workspace.write_layers({"pipe": pipes(4)})
    assert len(workspace.read_layer("pipe")) == 4
    assert len(workspace.read_layer("pipe_old")) == 3


def test_layers_of_which_one_cannot_be_written_leave_those_before(workspace):
    workspace.write_layers({"node": pipes(1), "edge": pipes(1)})
    with pytest.raises(RegardError, match="layer 'edge' cannot be written"):
        workspace.write_layers({"node": pipes(2), "edge": pipes(2, what=[1 + 2j, 3j])})
    assert len(workspace.read_layer("node")) == 1


def test_settings_that_go_with_layers_are_stored_with_them_or_not_at_all(workspace):
    workspace.write_layers({"pipe": pipes(2)}, settings={"read_as": "first"})
    with pytest.raises(TypeError):
        workspace.write_layers({"pipe": pipes(4)}, settings={"read_as": "second", None: "no name"})
    assert len(workspace.read_layer("pipe")) == 2
    assert workspace.setting("read_as") == "first"
    workspace.write_layers({"pipe": pipes(4)}, settings={"read_as": "second"})
    assert len(workspace.read_layer("pipe")) == 4
    assert workspace.setting("read_as") == "second"


def test_a_layer_that_cannot_be_written_leaves_the_one_before(workspace):
    workspace.write_layer("canalisation", pipes(5))
    broken = pipes(2, what=[1 + 2j, 3j])
    with pytest.raises(RegardError, match="layer 'canalisation' cannot be written"):
        workspace.write_layer("canalisation", broken)
    assert len(workspace.read_layer("canalisation")) == 5


def test_a_layer_is_brought_into_the_workspaces_crs(workspace):
    origin = [Point(3.0, 46.5), Point(3.1, 46.5)]
    workspace.write_layer("amer", gpd.GeoDataFrame(geometry=origin, crs="EPSG:4326"))
    read = workspace.read_layer("amer")
    assert read.crs == workspace.crs
    assert read.geometry[0].distance(Point(700_000, 6_600_000)) < 0.01


def test_single_and_multi_lines_share_a_layer(workspace):
    frame = pipes(2)
    frame.loc[1, "geometry"] = MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]])
    workspace.write_layer("canalisation", frame)
    assert set(workspace.read_layer("canalisation").geom_type) == {"MultiLineString"}


def test_heights_and_missing_geometries_are_kept(workspace):
    frame = gpd.GeoDataFrame({"id": ["a", "b"]}, geometry=[Point(1, 2, 3.5), None], crs="EPSG:2154")
    workspace.write_layer("regard", frame)
    first, second = workspace.read_layer("regard").geometry
    assert first.z == 3.5
    assert second is None


def test_an_empty_layer_is_a_layer(workspace):
    workspace.write_layer("canalisation", pipes(0))
    assert len(workspace.read_layer("canalisation")) == 0


@pytest.mark.parametrize("name", ["", "a b", 'x"; DROP TABLE agent', "work_order", "journal", "gpkg_x", "é"])
def test_a_layer_may_not_take_any_name(workspace, name):
    with pytest.raises(InputError, match="cannot be the name of a layer"):
        workspace.write_layer(name, pipes(1))


def test_a_layer_must_say_its_crs(workspace):
    with pytest.raises(InputError, match="does not say its coordinate reference system"):
        workspace.write_layer("canalisation", pipes(1).set_crs(None, allow_override=True))


def test_a_missing_layer_names_those_there_are(workspace):
    workspace.write_layer("vanne", pipes(1))
    with pytest.raises(InputError, match="no layer 'vannes' in the workspace; it has vanne"):
        workspace.read_layer("vannes")


def test_layers_and_records_do_not_disturb_each_other(workspace):
    with workspace.command("stock", who="F") as transaction:
        transaction.add([StockLine("S1", "AG1", "seal", 1)])
    workspace.write_layer("canalisation", pipes(1))
    with workspace.command("stock", who="F") as transaction:
        transaction.save(StockLine("S1", "AG1", "seal", 2))
    assert workspace.get(StockLine, "S1").quantity == 2
    assert len(workspace.read_layer("canalisation")) == 1
