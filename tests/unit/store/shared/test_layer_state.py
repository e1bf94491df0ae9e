# SPDX-License-Identifier: GPL-3.0-or-later
"""The state of a layer changes with the layer, whatever program changes it, in both databases."""

import geopandas as gpd
import pytest
import sqlalchemy as sa
from shapely.geometry import Point

CRS = "EPSG:2154"
LAYERS = ("aep_vanne", "pei")


@pytest.fixture
def state(workspace):
    """Return a function that tells the state of the layers of a workspace with two of them."""
    rows = {"name": ["V1", "V2"], "open": [True, False]}
    frame = gpd.GeoDataFrame(rows, geometry=[Point(0, 0), Point(1, 1)], crs=CRS)
    workspace.write_layers(dict.fromkeys(LAYERS, frame))
    return workspace.backend.layer_state


def with_gis(connection):
    """Return a connection that has what the triggers of GDAL's spatial indexes call, as every GIS does."""
    if connection.dialect.name == "sqlite":
        for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):
            connection.connection.driver_connection.create_function(name, 1, lambda shape: shape is None)
    return connection


@pytest.fixture
def run(workspace):
    """Return a function that runs one statement beside the workspace's own commands."""

    def run(statement):
        with workspace.backend.writing() as connection:
            with_gis(connection).execute(sa.text(statement))

    return run


def test_nothing_changed_is_the_same_state(state):
    assert state().keys() == set(LAYERS)
    assert state() == state()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE aep_vanne SET name = 'V9' WHERE name = 'V1'",
        "DELETE FROM aep_vanne WHERE name = 'V1'",
        "INSERT INTO aep_vanne (name) VALUES ('V3')",
        "ALTER TABLE aep_vanne ADD COLUMN note TEXT",
    ],
)
def test_a_change_changes_the_state_of_its_layer_alone(state, run, statement):
    before = state()
    run(statement)
    after = state()
    assert after["aep_vanne"] != before["aep_vanne"]
    assert after["pei"] == before["pei"]


def test_a_layer_written_again_has_another_state(state, workspace):
    before = state()
    workspace.write_layer("pei", workspace.read_layer("pei"))
    assert state()["pei"] != before["pei"]
    assert state()["aep_vanne"] == before["aep_vanne"]


def test_a_change_that_was_rolled_back_is_none(state, workspace):
    before = state()
    with pytest.raises(ZeroDivisionError), workspace.backend.writing() as connection:
        with_gis(connection).execute(sa.text("UPDATE pei SET name = 'X'"))
        raise ZeroDivisionError
    assert state() == before


def test_layers_without_triggers_are_watched_from_now_on(state, workspace):
    before = state()
    with workspace.backend.writing() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text("DROP TRIGGER layer_token_pei_update"))
        else:
            connection.execute(sa.text("DROP TRIGGER note_layer_change ON pei"))
            connection.execute(sa.text("UPDATE pei SET name = 'unseen'"))
    after = state()
    assert after["pei"] != before["pei"]
    assert state() == after
