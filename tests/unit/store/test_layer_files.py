# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers are read from a file or a folder of files as they are."""

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
from regard.core.errors import InputError
from regard.store.layer_files import open_layers
from shapely.geometry import Point


def write(path, layer, *, crs="EPSG:2154"):
    frame = gpd.GeoDataFrame({"id": ["a", "b"]}, geometry=[Point(1, 2), Point(3, 4)], crs=crs)
    pyogrio.write_dataframe(frame, path, layer=layer)


def test_the_layers_of_a_file_are_named_and_read(tmp_path):
    path = tmp_path / "water.gpkg"
    write(path, "valve")
    write(path, "pipe")
    pyogrio.write_dataframe(pd.DataFrame({"code": ["x"]}), path, layer="code_list")
    layers = open_layers(path)
    assert sorted(layers.layer_names()) == ["pipe", "valve"]
    assert layers.read_layer("valve")["id"].tolist() == ["a", "b"]


def test_a_folder_gathers_its_files(tmp_path):
    write(tmp_path / "water.gpkg", "valve")
    write(tmp_path / "manhole.geojson", "manhole", crs="EPSG:4326")
    (tmp_path / "readme.txt").write_text("no layer")
    assert sorted(open_layers(tmp_path).layer_names()) == ["manhole", "valve"]


def test_one_name_in_two_files_is_refused(tmp_path):
    write(tmp_path / "a.gpkg", "valve")
    write(tmp_path / "b.gpkg", "valve")
    with pytest.raises(InputError, match=r"layer 'valve' is in .*a\.gpkg and in .*b\.gpkg"):
        open_layers(tmp_path)


def test_what_cannot_be_read_is_named(tmp_path):
    with pytest.raises(InputError, match=r"none\.gpkg: no such file"):
        open_layers(tmp_path / "none.gpkg")
    folder = tmp_path / "nothing"
    folder.mkdir()
    with pytest.raises(InputError, match=r"nothing: holds no layers$"):
        open_layers(folder)


# a library that meets such bytes warns of them
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.gpkg", b"hello", "cannot be read as GeoPackage$"),
        ("broken.gpkg", b"SQLite format 3\0" + bytes(4000), "cannot be read as GeoPackage$"),
        ("broken.shp", b"hello", r"cannot be read as shapefile \(.shp, .shx, .dbf, .prj\)$"),
        ("broken.geojson", b"{", "cannot be read as GeoJSON$"),
        (
            "broken.xyz",
            b"hello",
            "cannot be read as GeoPackage, shapefile .*, SpatiaLite$",
        ),
        ("broken.gpkg", b"", "is empty$"),
    ],
    ids=["no database", "a damaged database", "shapefile", "GeoJSON", "another kind", "empty"],
)
def test_a_damaged_file_is_told_without_the_words_of_libraries(tmp_path, name, content, said):
    broken = tmp_path / name
    broken.write_bytes(content)
    with pytest.raises(InputError, match=f"{broken.name}: {said}"):
        open_layers(broken)


def test_a_layer_must_say_its_crs(tmp_path):
    path = tmp_path / "water.gpkg"
    with pytest.warns(UserWarning, match="crs"):
        write(path, "valve", crs=None)
    with pytest.raises(InputError, match="does not say its coordinate reference system"):
        open_layers(path).read_layer("valve")
