# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks of any layout are imported by a mapping; what cannot be read is named and nothing is written."""

import re
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest
import shapely
from shapely.geometry import LineString, Point

CRS = "EPSG:2154"
EXAMPLE = re.findall(
    r"```yaml\n(.*?)```",
    (Path(__file__).parents[3] / "docs" / "mapping.md").read_text(encoding="utf-8"),
    re.DOTALL,
)[0]


def layer(path, name, rows, *, crs=CRS):
    """Add a layer to a GeoPackage; rows are (geometry, columns)."""
    columns = {key: [row[key] for _, row in rows] for key in rows[0][1]}
    frame = gpd.GeoDataFrame(columns, geometry=[geometry for geometry, _ in rows], crs=CRS).to_crs(crs)
    frame.to_file(path, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    return path


def line(start, end):
    return LineString([(687000 + start, 6924000), (687000 + end, 6924000)])


def point(x):
    return Point(687000 + x, 6924000)


def plan(path, *, crs=CRS, state="ES"):
    """Write a network in a layout of its own: a reservoir, two pipes, a valve between them."""
    pipe = {"usage": "AEP", "nature": "AC", "diam_in": "4", "etat": "es", "pose": "03/05/1968"}
    rows = [
        (line(0, 100), {"gid": 1} | pipe),
        (line(100, 200), {"gid": 2} | pipe | {"etat": state, "nature": "bois"}),
        (line(200, 300), {"gid": 3} | pipe | {"usage": "arrosage"}),
        (line(200, 400), {"gid": 4} | pipe | {"etat": "projet"}),
    ]
    layer(path, "Conduites AEP", rows, crs=crs)
    layer(path, "vannes", [(point(100), {"numero": "V1", "position": "O", "diam_in": 4})], crs=crs)
    return layer(path, "reservoirs", [(point(0), {"id": "R"})], crs=crs)


@pytest.fixture
def empty(done, tmp_path):
    town = tmp_path / "empty.gpkg"
    done("workspace", "create", town)
    return town


@pytest.fixture
def refused(regard):
    """Return a function that runs a command that must be refused, and gives its error."""

    def refused(*arguments):
        run = regard(*arguments)
        assert run.code == 2
        assert run.err.count("\n") == 1
        assert run.err.startswith("error: ")
        return run.err.strip()

    return refused


def test_the_example_of_the_manual_is_read(empty, done, write, tmp_path):
    mapping = write("valmont.yaml", EXAMPLE)
    imported = done("network", "import", empty, plan(tmp_path / "plan.gpkg"), "--standard", mapping)
    assert imported["assets"] == {"water_pipe": 2, "valve": 1, "source": 1}
    mapping.unlink()
    found = done("network", "isolate", empty, "--at", "687150,6924000")
    assert (found["asset"], found["close"], found["length_m"]) == ("C-2", ["V1"], 100)
    volume = 3.141592653589793 * (0.1016 / 2) ** 2 * 100
    assert found["volume_m3"] == pytest.approx(volume, rel=1e-3)


def test_a_value_that_the_map_does_not_know_is_counted(empty, refused, write, tmp_path):
    mapping = write("valmont.yaml", EXAMPLE)
    source = plan(tmp_path / "plan.gpkg", state="??")
    assert refused("network", "import", empty, source, "--standard", mapping) == (
        "error: valmont.yaml, layer Conduites AEP, field in_service: column 'etat' holds ?? (1), which state "
        "does not know; expected es, hs, or an 'otherwise'"
    )
    assert "no water main" in refused("network", "isolate", empty, "--at", "687150,6924000")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "role: valve",
            "role: valves",
            "line 19, field layers.1.role: found 'valves', expected one of .*near: valve",
        ),
        (
            "laid_year:",
            "laid_yeer:",
            "line 16, field layers.0.columns.laid_yeer: found 'laid_yeer', expected one of .*near: laid_year",
        ),
        (
            "codes: state}",
            "codes: stat}",
            r"line 17, field layers.0.columns.in_service.codes: found 'stat'.*near: state",
        ),
        ("unit: in}", "unit: inch}", "line 15, field .*diameter_mm.unit: found 'inch', expected one of mm"),
        ("hs: false", "hs: 0", "line 4, field codes.state.hs: found '0', expected true or false"),
        ("constant: reservoir", "constant: resevoir", "expected one of reservoir.*near: reservoir"),
        ("diam_in * 25.4", "open('x')", "diameter_mm.expression: found .*open.*, expected an expression of"),
        ("column: pose", "columns: pose", "laid_year.columns: found 'columns'"),
        ("      asset_id: {column: id}\n", "", "asset_id: found 'nothing', expected where the ids"),
        ("column: nature,", "column: natur,", "column 'natur' is missing; near: nature.*; found gid"),
        ("gid)", "gidd)", "field asset_id: column 'gidd' is missing; near: gid"),
        ("usage ==", "usages ==", "field where: column 'usages' is missing; near: usage"),
    ],
)
def test_a_mistake_in_a_mapping_is_named(empty, refused, write, tmp_path, old, new, told):
    assert old in EXAMPLE
    mapping = write("valmont.yaml", EXAMPLE.replace(old, new, 1))
    said = refused("network", "import", empty, plan(tmp_path / "plan.gpkg"), "--standard", mapping)
    assert re.match(f"error: valmont.yaml, .*{told}", said), said


def test_a_standard_that_is_none_is_refused(empty, refused, tmp_path):
    source = plan(tmp_path / "plan.gpkg")
    assert "found 'raepo', expected auto" in refused(
        "network", "import", empty, source, "--standard", "raepo"
    )
    missing = tmp_path / "none.yaml"
    said = refused("network", "import", empty, source, "--standard", missing)
    assert said == f"error: {missing}: no such file"


def test_a_mapping_is_proposed_and_can_be_used(empty, regard, done, write, tmp_path):
    source = plan(tmp_path / "plan.gpkg")
    layer(source, "arbres", [(point(0), {"essence": "chêne"})])
    run = regard("network", "import", empty, source)
    assert run.code == 2
    assert "a mapping was proposed: save it" in run.err
    assert "# not guessed, left out: arbres" in run.out
    assert regard("network", "import", empty, source, "--json").data == {"proposal": run.out}
    mapping = write("proposed.yaml", run.out)
    imported = done("network", "import", empty, source, "--standard", mapping)
    assert imported["assets"] == {"water_pipe": 4, "valve": 1, "source": 1}
    assert imported["skipped"] == ["arbres"]
    assert done("network", "isolate", empty, "--at", "687150,6924000")["close"] == ["V1"]


@pytest.mark.parametrize(("crs", "name"), [("EPSG:4326", "EPSG:4326"), ("EPSG:3948", "EPSG:3948")])
def test_other_coordinates_are_reprojected_and_it_is_said(empty, regard, done, write, tmp_path, crs, name):
    mapping = write("valmont.yaml", EXAMPLE)
    source = plan(tmp_path / "plan.gpkg", crs=crs)
    imported = done("network", "import", empty, source, "--standard", mapping)
    assert imported["reprojected"] == {"Conduites AEP": name, "vannes": name, "reservoirs": name}
    assert done("network", "isolate", empty, "--at", "687150,6924000")["close"] == ["V1"]
    said = regard("network", "import", empty, source, "--standard", mapping).out
    assert f"vannes (from {name})" in said


def test_layers_in_two_systems_are_each_reprojected(empty, done, write, tmp_path):
    source = plan(tmp_path / "plan.gpkg")
    layer(source, "vannes", [(point(100), {"numero": "V1", "position": "O", "diam_in": 4})], crs="EPSG:4326")
    imported = done("network", "import", empty, source, "--standard", write("valmont.yaml", EXAMPLE))
    assert imported["reprojected"] == {"vannes": "EPSG:4326"}
    assert done("network", "isolate", empty, "--at", "687150,6924000")["close"] == ["V1"]


def untagged(path, name, rows, *, crs):
    """Write a layer whose coordinates are those given, whatever the CRS that it says."""
    frame = gpd.GeoDataFrame({"id_aep_vanne": ["V"]}, geometry=rows)
    frame.set_crs(crs).to_file(path, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    return path


def test_degrees_that_are_said_to_be_metres_are_refused(empty, refused, tmp_path):
    source = untagged(tmp_path / "wrong.gpkg", "aep_vanne", [Point(7.4, 43.7)], crs=CRS)
    assert "'aep_vanne' says EPSG:2154, in metres, but its coordinates look like degrees (7.40000, 43.7" in (
        refused("network", "import", empty, source)
    )


def test_a_layer_without_crs_is_told_how_to_get_one(empty, refused, tmp_path):
    source = tmp_path / "vannes.shp"
    layer(tmp_path / "vannes.gpkg", "aep_vanne", [(point(0), {"id": "V"})])
    frame = gpd.read_file(tmp_path / "vannes.gpkg")
    frame.to_file(source, engine="pyogrio")
    source.with_suffix(".prj").unlink()
    assert "ogr2ogr -a_srs EPSG:2154" in refused("network", "import", empty, source)


@pytest.mark.parametrize(
    ("table", "geometry", "told"),
    [
        (
            "aep_canalisation",
            point(0),
            "layer aep_canalisation, role water main: found points, expected lines",
        ),
        ("aep_vanne", line(0, 9), "layer aep_vanne, role valve: found lines, expected points or areas"),
    ],
)
def test_a_layer_that_is_drawn_as_its_role_cannot_be_is_refused(
    empty, done, refused, golden_file, tmp_path, table, geometry, told
):
    wrong = pyogrio.read_dataframe(golden_file, layer=table)
    wrong.geometry = [geometry] * len(wrong)
    source = tmp_path / "wrong.gpkg"
    wrong.to_file(source, layer=table, driver="GPKG", engine="pyogrio", VERSION="1.3")
    assert refused("network", "import", empty, source) == f"error: StaR-Eau V2024, {told}"
    assert done("workspace", "info", empty)["layers"] == []


def test_a_source_without_a_row_is_refused(empty, done, refused, golden_file, tmp_path):
    source = tmp_path / "nothing.gpkg"
    nothing = pyogrio.read_dataframe(golden_file, layer="aep_vanne").iloc[:0]
    nothing.to_file(source, layer="aep_vanne", driver="GPKG", engine="pyogrio", VERSION="1.3")
    said = refused("network", "import", empty, source)
    assert said == "error: Nothing was imported: no row of aep_vanne is an asset of the network"
    assert done("workspace", "info", empty)["layers"] == []


def test_a_source_without_layers_says_so(empty, refused, tmp_path):
    folder = tmp_path / "nothing"
    folder.mkdir()
    assert refused("network", "import", empty, folder) == f"error: {folder}: holds no layers"


def test_the_standards_that_are_looked_for_are_named(empty, refused, tmp_path):
    source = layer(tmp_path / "trees.gpkg", "arbres", [(point(0), {"essence": "chêne"})])
    assert "found arbres, expected StaR-Eau V2024, RAEPA v1.2" in refused("network", "import", empty, source)


def test_broken_rows_are_named_and_the_rest_works(empty, regard, done, golden_file, tmp_path):
    source = tmp_path / "golden.gpkg"
    for name, _ in pyogrio.list_layers(golden_file):
        table = pyogrio.read_dataframe(golden_file, layer=name)
        if name == "aep_canalisation":
            broken = table.iloc[[0, 1, 2]].copy()
            broken["id_canalisation"] = ["X1", None, "X3"]
            broken.geometry = [None, shapely.LineString([(687000, 6924500), (687100, 6924500)]), LineString()]
            table = gpd.pd.concat([table, broken], ignore_index=True)
        table.to_file(source, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    imported = done("network", "import", empty, source)
    assert sorted(defect["asset"] for defect in imported["unusable"]) == ["X1", "X3"]
    assert [defect["asset"] for defect in imported["doubtful"]] == ["water_pipe#11"]
    assert done("network", "isolate", empty, "--at", "687520,6924000")["close"] == ["V4", "V5"]
    said = regard("network", "import", empty, source).out
    assert "Rows that cannot be used" in said
    unusable, used = said.split("Rows that are used, but")
    assert "X1: has no geometry" in unusable
    assert "water_pipe#11: has no id of its own" in used


def test_codes_that_no_list_knows_are_told(empty, done, tmp_path):
    row = {"IDCANA": "P", "BRANCHEMNT": "N", "MATERIAU": "00-00", "COULEUR": "bleu"}
    source = layer(tmp_path / "raepa.gpkg", "RAEPA_CANALAEP_L", [(line(0, 9), row)])
    imported = done("network", "import", empty, source)
    assert imported["recognised"] == [
        {
            "layer": "RAEPA_CANALAEP_L",
            "standard": "RAEPA v1.2",
            "roles": ["water_pipe", "service_connection"],
            "fields": 3,
            "unknown_fields": ["COULEUR"],
        }
    ]
    assert imported["remarks"][0] == (
        "raepa_canalaep_l, MATERIAU: '00-00' is a local code, not in the list of the standard; "
        "read as 00 (rows: 1)"
    )
