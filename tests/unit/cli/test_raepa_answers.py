# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden cases hold in RAEPA too, as shapefiles and as a GeoPackage, through the command line."""

import importlib.util
from pathlib import Path

import pytest

LEAK = "687520,6924000"


@pytest.fixture(scope="module")
def raepa():
    path = Path(__file__).parents[2] / "golden" / "golden_raepa.py"
    spec = importlib.util.spec_from_file_location("golden_raepa", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=["shapefiles", "geopackage"])
def source(request, raepa, tmp_path):
    """Return the golden network in RAEPA, in one of its forms."""
    if request.param == "shapefiles":
        return raepa.write_shapefiles(tmp_path / "raepa")
    return raepa.write_geopackage(tmp_path / "raepa.gpkg")


@pytest.fixture
def town(source, done, tmp_path):
    town = tmp_path / "town.gpkg"
    done("workspace", "create", town)
    done("network", "import", town, source)
    return town


def test_layers_are_recognised_with_their_fields(source, done, tmp_path):
    town = tmp_path / "other.gpkg"
    done("workspace", "create", town)
    imported = done("network", "import", town, source)
    assert imported["assets"] == {
        "water_pipe": 9,
        "service_connection": 89,
        "branch_point": 0,
        "valve": 8,
        "regulator": 0,
        "hydrant": 1,
        "meter": 0,
        "source": 1,
        "sewer_pipe": 7,
        "sewer_connection": 0,
        "manhole": 7,
        "gully": 0,
        "pump": 1,
        "outfall": 0,
    }
    pipes = next(one for one in imported["recognised"] if one["layer"].lower() == "raepa_canalaep_l")
    assert pipes["roles"] == ["water_pipe", "service_connection"]
    assert (pipes["fields"], pipes["unknown_fields"]) == (13, [])
    assert imported["reprojected"] == {}


def test_isolating_the_leak(town, done):
    found = done("network", "isolate", town, "--at", LEAK)
    assert (found["asset"], found["close"], found["length_m"]) == ("P03", ["V4", "V5"], 400)
    assert set(found["nodes"]) == {"C", "G"}
    assert found["customer_count"] == len(found["customers"]) == 23
    assert found["hydrants"] == ["PI-014"]
    assert found["sensitive_customers"] == []
    assert any("0 meters, 89 connections" in note for note in found["notes"])
    assert any("sensitive" in note for note in found["notes"])


def test_isolating_the_leak_with_an_unusable_valve(town, done):
    found = done("network", "isolate", town, "--at", LEAK, "--unusable", "V5")
    assert (found["close"], found["length_m"]) == (["V4", "V6", "V8"], 895)
    assert found["customer_count"] == 50


@pytest.mark.parametrize(
    ("direction", "asset", "pipes", "length_m"),
    [
        ("upstream", "R03", ["E1", "E2", "E5", "E6"], 175),
        ("downstream", "R03", ["E3", "E4"], 98),
        ("upstream", "PR1", ["E1", "E2", "E3", "E4", "E5", "E6", "E7"], 317),
    ],
)
def test_tracing_the_sewer(town, done, direction, asset, pipes, length_m):
    found = done("network", direction, town, "--asset", asset)
    assert (sorted(found["pipes"]), found["length_m"]) == (pipes, length_m)


def test_water_and_sewer_may_come_in_two_standards(raepa, golden_file, done, tmp_path):
    both = tmp_path / "both.gpkg"
    tables = raepa.raepa_tables()
    for name in ("RAEPA_CANALASS_L", "RAEPA_OUVRASS_P"):
        tables[name].to_file(both, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    import pyogrio

    for name in ("aep_canalisation", "aep_vanne", "aep_reservoir"):
        table = pyogrio.read_dataframe(golden_file, layer=name)
        table.to_file(both, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    town = tmp_path / "town.gpkg"
    done("workspace", "create", town)
    imported = done("network", "import", town, both)
    assert {one["standard"] for one in imported["recognised"]} == {"StaR-Eau V2024", "RAEPA v1.2"}
    assert done("network", "isolate", town, "--at", LEAK)["close"] == ["V4", "V5"]
    assert done("network", "upstream", town, "--asset", "R03")["length_m"] == 175


def test_a_network_imported_again_in_another_standard_is_there_once(town, golden_file, done):
    imported = done("network", "import", town, golden_file)
    assert "raepa_canalaep_l" in imported["retired"]
    found = done("network", "isolate", town, "--at", LEAK)
    assert (found["close"], found["customer_count"], found["notes"]) == (["V4", "V5"], 23, [])


def test_customers_of_another_standard_that_stay_are_no_lack(raepa, golden_file, done, tmp_path):
    town = tmp_path / "town.gpkg"
    done("workspace", "create", town)
    done("network", "import", town, golden_file)
    imported = done("network", "import", town, raepa.write_geopackage(tmp_path / "raepa.gpkg"))
    assert "aep_canalisation" in imported["retired"]
    assert imported["remarks"] == done("network", "isolate", town, "--at", LEAK)["notes"] == []
