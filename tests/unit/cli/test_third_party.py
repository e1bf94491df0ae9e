# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans of operators at the command line: drawings and layers become networks under the operator's name."""

from contextlib import closing

import geopandas as gpd
import pytest
from regard.planner.records import AnsweredNetwork
from regard.store.workspaces import open_workspace
from shapely.affinity import translate
from shapely.geometry import LineString, Point, Polygon, box

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
    assert "no line of a known kind in the layers COTES, GAZ_MPB" in regard(*words).err
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
    found = done("thirdparty", "import", town, path, *SAID, "--kind", "gaz", "--class", "c")
    assert found["added"] == 2
    rows = networks(town)
    assert {row.accuracy_class for row in rows} == {"C"}
    assert min(row.geometry.distance(Point(687520, 6924001)) for row in rows) < 0.05


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "WATER"), "'WATER' is no kind of network"),
        (("--kind", "GAZ", "--class", "Z"), "'Z' is no class of precision; known: A, B, C"),
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


DIG = box(687390, 6923998, 687402, 6924001)


def dig_of(shapes, path, crs="EPSG:2154", **more):
    gpd.GeoDataFrame({"n": range(len(shapes))}, geometry=shapes, crs=crs).to_file(path, **more)
    return path


@pytest.mark.parametrize("name", ["dig.gpkg", "dig.gml", "dig.shp", "ring.gpkg"])
def test_a_dig_of_every_kind_of_file_is_kept(name, town, valve, tmp_path, done):
    shape = LineString(DIG.exterior.coords) if name == "ring.gpkg" else DIG
    more = {"driver": "GML"} if name.endswith("gml") else {}
    path = dig_of([shape], tmp_path / name, **more)
    words = ("notices", "dig", town, "--order", valve, "--now", "2026-06-03 10:00", "--by", "D. Martin")
    assert done(*words, "--outline", path)["area_m2"] == pytest.approx(36.0)
    # the same dig again, by way of another CRS, changes nothing
    again = dig_of([DIG], tmp_path / "again.geojson")
    again.unlink()
    gpd.GeoDataFrame({"n": [1]}, geometry=[DIG], crs="EPSG:2154").to_crs("EPSG:4326").to_file(again)
    assert done(*words, "--outline", again)["changes"] == []
    done("workspace", "undo", town)


def test_a_file_that_holds_no_dig_is_refused_with_what_is_wrong(town, valve, tmp_path, regard):
    words = ("notices", "dig", town, "--order", valve, "--now", "2026-06-03 10:00")
    layers = dig_of([DIG], tmp_path / "layers.gpkg", layer="a")
    dig_of([DIG], layers, layer="b")
    # metres that are said to be degrees
    lying = dig_of([DIG], tmp_path / "lying.gpkg", "EPSG:4326")
    crossing = Polygon([(687390, 6923998), (687402, 6924001), (687402, 6923998), (687390, 6924001)])
    far = translate(DIG, 2000)
    for path, said in (
        (layers, "found Polygon (2) in the layers a, b; say which one"),
        (lying, "says WGS 84, but its coordinates lie outside it"),
        (dig_of([DIG, DIG], tmp_path / "two.gpkg"), "expected one polygon, found Polygon (2)"),
        (dig_of([], tmp_path / "none.gpkg"), "expected one polygon, found - (0)"),
        (dig_of([crossing], tmp_path / "crossing.gpkg"), "crosses itself"),
        (dig_of([far], tmp_path / "far.gpkg"), "is it the right order, and the right CRS?"),
    ):
        run = regard(*words, "--outline", path)
        assert (run.code, said in run.err) == (2, True), run.err
    assert "has no layer 'c'; it has a, b" in regard(*words, "--outline", layers, "--layer", "c").err
    assert regard(*words, "--outline", layers, "--layer", "b").code == 0


def lines_file(folder):
    path = folder / "lines.geojson"
    gpd.GeoDataFrame({"n": [1]}, geometry=LINES[:1], crs="EPSG:2154").to_crs("EPSG:4326").to_file(path)
    return path
