# SPDX-License-Identifier: GPL-3.0-or-later
"""A network is imported from somebody's PostGIS schema, into a file and into a schema of ours."""

import json

import geopandas as gpd
import psycopg
import pytest
import sqlalchemy as sa
from regard.cli.main import main
from regard.core.errors import InputError
from regard.store.sources import opened

LEAK = "687520,6924000"


@pytest.fixture
def source(database, golden):
    """Return the URL of a schema that another program filled with the golden network."""
    engine = sa.create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS postgis"))
        connection.execute(sa.text("DROP SCHEMA IF EXISTS asset_base CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA asset_base"))
        for name, table in golden.golden_tables().items():
            key, srid = table.columns[0], table.crs.to_epsg()
            columns = ", ".join(f'"{c}" text' for c in table.columns if c != "geometry")
            connection.execute(
                sa.text(f'CREATE TABLE asset_base."{name}" ({columns}, shape geometry(Geometry,{srid}))')
            )
            for row in table.itertuples(index=False):
                values = {c: str(getattr(row, c)) for c in table.columns if c != "geometry"}
                marks = ", ".join(f":{c}" for c in values)
                connection.execute(
                    sa.text(
                        f'INSERT INTO asset_base."{name}" VALUES ({marks}, ST_GeomFromText(:wkt, {srid}))'
                    ),
                    {**values, "wkt": row.geometry.wkt},
                )
            connection.execute(sa.text(f'ALTER TABLE asset_base."{name}" ADD PRIMARY KEY ("{key}")'))
        connection.execute(sa.text("CREATE TABLE asset_base.notes (id int)"))
    engine.dispose()
    return f"{database}?schema=asset_base"


@pytest.mark.parametrize("in_server", [False, True])
def test_the_golden_case_holds_from_a_server(source, new_url, tmp_path, capsys, in_server):
    town = new_url if in_server else str(tmp_path / "town.gpkg")
    assert main(["workspace", "create", town]) == 0
    assert main(["network", "import", town, source]) == 0
    capsys.readouterr()
    assert main(["network", "isolate", town, "--at", LEAK, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["close"], found["customer_count"], found["length_m"]) == (["V4", "V5"], 23, 400)


def test_keys_that_are_ids_are_read(source):
    with opened(source) as layers:
        assert "asset_base.notes" not in layers.layer_names()
        valves = layers.read_layer("asset_base.aep_vanne")
    assert isinstance(valves, gpd.GeoDataFrame)
    assert sorted(valves["id_aep_vanne"]) == ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8"]


def test_a_schema_that_is_not_there_is_refused(database):
    with pytest.raises(InputError, match="nowhere"), opened(f"{database}?schema=nowhere"):
        pass


def test_several_schemas_are_one_source(source):
    with opened(source.replace("=asset_base", "=public,asset_base")) as layers:
        assert "asset_base.aep_canalisation" in layers.layer_names()


def test_a_layer_without_crs_is_named(source, database):
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("CREATE TABLE asset_base.sketch (id int, geom geometry)")
        connection.execute("INSERT INTO asset_base.sketch VALUES (1, ST_MakePoint(1, 2))")
    with opened(source) as layers, pytest.raises(InputError, match=r"asset_base\.sketch"):
        layers.read_layer("asset_base.sketch")
