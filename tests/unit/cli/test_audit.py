# SPDX-License-Identifier: GPL-3.0-or-later
"""What the audit says of a network with a valve beside its pipe and many without one."""

import pytest
from shapely.geometry import Point


@pytest.fixture
def spoilt(golden, done, tmp_path):
    """Return a workspace with the golden network with V4 30 cm aside and the other valves far off."""
    source, town = tmp_path / "source.gpkg", tmp_path / "spoilt.gpkg"
    for name, table in golden.golden_tables().items():
        if name == "aep_vanne":
            aside = table["id_aep_vanne"] == "V4"
            table.loc[aside, "geometry"] = Point(687405, 6924000.3)
            table.loc[~aside, "geometry"] = Point(687430, 6924020)
        table.to_file(source, layer=name, driver="GPKG", engine="pyogrio", VERSION="1.3")
    done("workspace", "create", town)
    done("network", "import", town, source)
    return town


def test_every_defect_has_its_place_and_its_correction(spoilt, done):
    found = done("network", "audit", spoilt)
    assert found["counts"] == {"error": 7, "info": 1}
    assert found["kinds"] == {"device_off_pipe": 7, "device_beside_pipe": 1}
    beside = found["defects"][-1]
    assert (beside["asset_id"], beside["place"]) == ("V4", [687405, 6924000.3])
    assert beside["correction"]["action"] == "move_point"
    assert beside["correction"]["geometry"] == [687405, 6924000]
    assert beside["correction"]["needs_review"] is False
    assert found["defects"][0]["correction"] is None


def test_people_see_how_many_and_where(spoilt, regard):
    shown = regard("network", "audit", spoilt).out
    assert "device beside its pipe" in shown
    assert "V4: lies 0.30 m beside P03; it was taken to stand on it" in shown
    assert "687405.00,6924000.30" in shown
    assert "move the point" in shown


def test_a_clean_network_has_nothing_to_show(town, done):
    assert done("network", "audit", town) == {"counts": {}, "kinds": {}, "defects": []}


def test_a_workspace_without_a_network_is_not_said_to_be_sound(regard, done, tmp_path):
    town = tmp_path / "empty.gpkg"
    done("workspace", "create", town)
    run = regard("network", "audit", town)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("error: No network was imported into the workspace")
