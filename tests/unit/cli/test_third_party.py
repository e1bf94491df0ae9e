# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of operators at the command line: drawings and layers become networks under the operator's name."""

from contextlib import closing

import geopandas as gpd
import pytest
from regard.planner.records import AnsweredNetwork
from regard.store.workspaces import open_workspace
from shapely.geometry import LineString, Point, box

LINES = [
    LineString([(687500, 6924001), (687540, 6924001)]),
    LineString([(687500, 6924009), (687540, 6924009)]),
]
SAID = ("--operator", "Gaz de Valmont", "--date", "2026-06-08")


def networks(town):
    with closing(open_workspace(town)) as workspace:
        return workspace.all(AnsweredNetwork)


@pytest.fixture
def drawing(tmp_path):
    path = tmp_path / "plan.dxf"
    frame = gpd.GeoDataFrame({"Layer": ["GAZ_MPB", "COTES"]}, geometry=LINES, crs="EPSG:2154")
    frame.to_file(path, driver="DXF", engine="pyogrio")
    return path


def test_a_drawing_needs_a_crs_and_the_kind_of_its_layers(town, drawing, regard, done):
    assert "give --crs" in regard("thirdparty", "import", town, drawing, *SAID).err
    words = ("thirdparty", "import", town, drawing, *SAID, "--crs", "EPSG:2154")
    assert "no line of a known kind" in regard(*words).err
    found = done(*words, "--layer-kind", "GAZ_MPB=GAZ", "--class", "A")
    assert (found["added"], found["known"], found["left_out"]) == (1, 0, 1)
    (row,) = networks(town)
    assert (row.network_type, row.accuracy_class, str(row.answered_on)) == ("GAZ", "A", "2026-06-08")
    again = done(*words, "--layer-kind", "GAZ_MPB=GAZ", "--class", "A")
    assert (again["added"], again["known"]) == (0, 1)
    assert len(networks(town)) == 1
    done("workspace", "undo", town)
    assert networks(town) == []


@pytest.mark.parametrize("name", ["plan.gpkg", "plan.geojson", "plan.shp", "plan.gml"])
def test_layers_come_in_their_own_crs_and_an_unknown_class_is_c(town, tmp_path, done, name):
    path = tmp_path / "in" / name
    path.parent.mkdir()
    frame = gpd.GeoDataFrame({"n": [1, 2]}, geometry=LINES, crs="EPSG:2154").to_crs("EPSG:4326")
    frame.to_file(path, engine="pyogrio")
    found = done("thirdparty", "import", town, path, *SAID, "--kind", "gaz", "--class", "Z")
    assert found["added"] == 2
    rows = networks(town)
    assert {row.accuracy_class for row in rows} == {"C"}
    assert min(row.geometry.distance(Point(687520, 6924001)) for row in rows) < 0.05


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "WATER"), "'WATER' is no kind of network"),
        (("--kind", "GAZ", "--crs", "Lambert"), "'Lambert' is no coordinate reference system"),
    ],
)
def test_a_wrong_word_is_named(town, drawing, regard, words, said):
    crs = () if "--crs" in words else ("--crs", "EPSG:2154")
    run = regard("thirdparty", "import", town, drawing, *SAID, *words, *crs)
    assert (run.code, run.err.count("\n")) == (2, 1) and said in run.err


def test_a_file_that_is_no_plan_is_refused(town, tmp_path, regard):
    path = tmp_path / "plan.dwg"
    path.write_bytes(b"AC1032")
    run = regard("thirdparty", "import", town, path, *SAID, "--kind", "GAZ")
    assert run.code == 2 and "cannot be read as DXF" in run.err


def test_a_pdf_alone_is_kept_with_an_order(town, valve, tmp_path, done, regard):
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7")
    run = regard("thirdparty", "import", town, path, *SAID)
    assert run.code == 2 and "give --order" in run.err
    found = done("thirdparty", "import", town, path, *SAID, "--order", valve)["file"]
    assert (found["operator"], found["received_on"]) == ("Gaz de Valmont", "2026-06-08")
    assert (tmp_path / "town_files" / found["stored_as"]).read_bytes() == b"%PDF-1.7"
    path.write_bytes(b"MZ")
    assert "no PDF" in regard("thirdparty", "import", town, path, *SAID, "--order", valve).err


def test_an_answer_tells_which_orders_it_touches(town, valve, tmp_path, regard):
    path = tmp_path / "plan.geojson"
    gpd.GeoDataFrame({"n": [1]}, geometry=LINES[:1], crs="EPSG:2154").to_crs("EPSG:4326").to_file(path)
    run = regard("thirdparty", "import", town, path, *SAID, "--kind", "CHAU", "--now", "2026-06-08 09:00")
    assert f"{valve}: " in run.out and "(Gaz de Valmont) came:" in run.out
    shown = regard("notices", "conflicts", town, "--order", valve).out
    assert "What changed since the dig was studied" in shown


def test_a_dig_is_drawn_from_a_file(town, valve, tmp_path, done, regard):
    path = tmp_path / "dig.geojson"
    gpd.GeoDataFrame({"n": [1]}, geometry=[box(687390, 6923998, 687402, 6924001)], crs="EPSG:2154").to_crs(
        "EPSG:4326"
    ).to_file(path)
    words = ("notices", "dig", town, "--order", valve, "--now", "2026-06-03 10:00", "--by", "D. Martin")
    found = done(*words, "--outline", path, "--depth", "1.2")
    assert (round(found["area_m2"]), found["depth_m"], found["drawn_by"]) == (36, 1.2, "D. Martin")
    assert "a unit operation" in found["limits"][0]
    assert "expected one polygon, found LineString" in regard(*words, "--outline", lines_file(tmp_path)).err
    done("workspace", "undo", town)


def lines_file(folder):
    path = folder / "lines.geojson"
    gpd.GeoDataFrame({"n": [1]}, geometry=LINES[:1], crs="EPSG:2154").to_crs("EPSG:4326").to_file(path)
    return path
