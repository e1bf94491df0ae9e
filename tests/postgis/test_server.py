# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a server can do: lose the connection, refuse a right, hold several workspaces."""

import json

import geopandas as gpd
import psycopg
import pytest
import sqlalchemy as sa
from regard.cli.main import main
from regard.core.errors import Failure, InputError
from regard.core.resources import StockLine, Zone
from regard.store.workspaces import create_workspace, open_workspace
from shapely.geometry import box


@pytest.fixture
def workspace(new_url):
    workspace = create_workspace(new_url)
    yield workspace
    workspace.close()


@pytest.fixture
def server(database):
    with psycopg.connect(database, autocommit=True) as connection:
        yield connection


@pytest.fixture
def opened():
    """Return a function that opens a workspace and closes it after the test."""
    workspaces = []

    def open_it(url, **options):
        workspaces.append(open_workspace(url, **options))
        return workspaces[-1]

    yield open_it
    for workspace in workspaces:
        workspace.close()


def add_line(workspace, key="S1"):
    with workspace.command("stock", who="F") as transaction:
        transaction.add([StockLine(key, "depot", "seal", 1)])


def test_geometry_columns_have_their_type_and_crs(workspace, server):
    query = "SELECT type, srid FROM geometry_columns WHERE f_table_schema = %s AND f_table_name = %s"
    schema = workspace.backend.schema
    assert server.execute(query, (schema, "work_order")).fetchall() == [("POINT", 2154)]
    assert server.execute(query, (schema, "zone")).fetchall() == [("MULTIPOLYGON", 2154)]


def test_schemas_hold_workspaces_of_their_own(workspace, database, opened):
    add_line(workspace)
    other = create_workspace(f"{database}?schema=another_town", crs="EPSG:2975")
    assert other.all(StockLine) == []
    assert (workspace.crs, other.crs) == ("EPSG:2154", "EPSG:2975")
    other.close()


def test_an_empty_schema_made_by_the_administrator_is_used(database, server):
    server.execute("CREATE SCHEMA prepared")
    workspace = create_workspace(f"{database}?schema=prepared")
    add_line(workspace)
    assert workspace.count(StockLine) == 1
    workspace.close()


def test_a_database_without_extensions_gets_those_that_are_needed(server, database):
    bare = database.rpartition("/")[2] + "_bare"
    server.execute(f"DROP DATABASE IF EXISTS {bare}")
    server.execute(f"CREATE DATABASE {bare} TEMPLATE template0")
    create_workspace(f"{database}_bare?schema=town").close()
    with psycopg.connect(f"{database}_bare") as connection:
        found = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    assert {"postgis", "pg_trgm"} <= found


def test_a_schema_with_tables_is_never_written_over(workspace, database, server):
    with pytest.raises(InputError, match="exists already"):
        create_workspace(workspace.url)
    server.execute("CREATE SCHEMA taken; CREATE TABLE taken.precious (a int)")
    with pytest.raises(InputError, match="exists already"):
        create_workspace(f"{database}?schema=taken")


def test_a_schema_that_is_not_there_is_no_workspace(database):
    with pytest.raises(InputError, match="is not a Regard workspace"):
        open_workspace(f"{database}?schema=nowhere")


@pytest.mark.parametrize("schema", ["A", "a b", 'x"; DROP SCHEMA public', "pg_x"])
def test_a_schema_has_a_plain_name(database, schema):
    with pytest.raises(InputError, match="is not a workspace address"):
        open_workspace(f"{database}?schema={schema}")


def test_a_server_that_does_not_answer_is_said():
    with pytest.raises(Failure, match="the server does not answer"):
        open_workspace("postgresql://someone@127.0.0.1:1/town")


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://someone:s3cr3t@127.0.0.1:1/town",
        "postgresql://127.0.0.1:1/town?user=someone&password=s3cr3t",
        "postgresql://127.0.0.1:1/town?sslpassword=s3cr3t",
        "postgresql://someone:s3cr3t@127.0.0.1:port/town",
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        ["workspace", "info"],
        ["workspace", "create"],
        ["workspace", "migrate"],
        ["workspace", "grant", "--role", "manager", "--to", "x"],
        ["search", "--limit", "5", "x"],
        ["network", "import", "town.gpkg"],
        ["orders", "list", "unexpected"],
    ],
)
def test_a_password_in_an_address_is_refused_and_never_shown(address, command, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    create_workspace("town.gpkg").close()
    at = 3 if "import" in command else 1 if command[0] == "search" else 2
    assert main([*command[:at], address, *command[at:]]) == 2
    printed = capsys.readouterr()
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert "s3cr3t" not in printed.out + printed.err
    assert not any(b"s3cr3t" in content for content in files)


def test_an_unforeseen_error_is_logged_without_the_password(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def fail(*_, **__):
        raise ZeroDivisionError("postgresql://a:s3cr3t@h/d password=s3cr3t")

    monkeypatch.setattr("regard.cli.workspace.workspace.create_workspace", fail)
    assert main(["workspace", "create", "x.gpkg"]) == 1
    (log,) = tmp_path.rglob("regard.log")
    assert "ZeroDivisionError" in log.read_text()
    assert "s3cr3t" not in log.read_text() + capsys.readouterr().err


def test_a_lost_connection_loses_the_whole_command_and_no_more(workspace, server):
    add_line(workspace)

    def write_and_be_cut_off():
        with workspace.command("stock", who="F") as transaction:
            transaction.add([StockLine("S2", "depot", "seal", 1)])
            pid = transaction.connection.scalar(sa.func.pg_backend_pid())
            server.execute("SELECT pg_terminate_backend(%s)", (pid,))
            transaction.add([StockLine("S3", "depot", "seal", 1)])

    with pytest.raises(Failure, match="the connection to the server was lost; nothing was changed"):
        write_and_be_cut_off()
    assert [line.stock_id for line in workspace.all(StockLine)] == ["S1"]
    add_line(workspace, "S4")
    assert workspace.count(StockLine) == 2


def test_a_layer_whose_connection_is_lost_while_it_is_read_says_so(workspace, server):
    workspace.write_layer("pipes", gpd.GeoDataFrame({"dn": [100]}, geometry=[box(0, 0, 1, 1)], crs=2154))
    whole, statements = workspace.read_layer("pipes"), []
    lost_before = {"number": None}

    @sa.event.listens_for(workspace.backend.engine, "before_cursor_execute")
    def cut_off(connection, _cursor, statement, *_):
        statements.append(statement)
        if len(statements) - 1 == lost_before["number"]:
            pid = connection.connection.driver_connection.info.backend_pid
            server.execute("SELECT pg_terminate_backend(%s)", (pid,))

    workspace.read_layer("pipes")
    for number in range(len(statements)):
        statements.clear()
        lost_before["number"] = number
        with pytest.raises(Failure, match="the connection to the server was lost"):
            workspace.read_layer("pipes")
    lost_before["number"] = None
    assert workspace.read_layer("pipes").equals(whole)


def test_a_locked_table_is_waited_for_and_then_reported(workspace, server, opened):
    impatient = opened(workspace.url, wait_s=0.2)
    with server.transaction():
        server.execute(f"LOCK TABLE {workspace.backend.schema}.stock_line IN EXCLUSIVE MODE")
        with pytest.raises(InputError, match="in use by another program"):
            add_line(impatient)
    add_line(impatient)


def test_a_reader_may_read_and_not_write(workspace, server, opened):
    add_line(workspace)
    schema = workspace.backend.schema
    server.execute(
        f"CREATE ROLE manager; GRANT USAGE ON SCHEMA {schema} TO manager; "
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO manager"
    )
    reader = opened(f"{workspace.url}&options=-c%20role%3Dmanager")
    assert reader.count(StockLine) == 1
    with pytest.raises(InputError, match="you may not do that on the server"):
        add_line(reader, "S2")


def test_a_read_only_session_says_so(workspace, opened):
    reader = opened(f"{workspace.url}&options=-c%20default_transaction_read_only%3Don")
    with pytest.raises(InputError, match="is read-only"):
        add_line(reader)


def test_two_commands_that_wait_for_each_other_end_with_a_message(workspace, opened):
    add_line(workspace, "S1")
    add_line(workspace, "S2")
    impatient = opened(workspace.url, wait_s=0.2)
    first, second = workspace.all(StockLine)
    with workspace.command("one", who="F") as transaction:
        transaction.save(first)
        with (
            pytest.raises(InputError, match="in use by another program"),
            impatient.command("two", who="G") as t,
        ):
            t.save(second)
            t.save(first)
    assert [line.version for line in workspace.all(StockLine)] == [1, 0]


def test_the_whole_of_a_large_layer_is_copied(workspace):
    frame = gpd.GeoDataFrame({"n": range(20_000)}, geometry=[box(0, 0, 1, 1)] * 20_000, crs=2154)
    workspace.write_layer("parcel", frame)
    assert workspace.read_layer("parcel")["n"].tolist() == list(range(20_000))


def test_zones_keep_their_shape(workspace):
    with workspace.command("zones", who="F") as transaction:
        transaction.add([Zone("Z1", "Nord", "F", box(0, 0, 0.1, 0.3))])
    assert workspace.get(Zone, "Z1").geometry.equals(box(0, 0, 0.1, 0.3))


def test_the_command_line_answers_from_a_server(new_url, golden_file, capsys):
    assert main(["workspace", "create", new_url]) == 0
    assert main(["network", "import", new_url, str(golden_file)]) == 0
    capsys.readouterr()
    assert main(["network", "isolate", new_url, "--at", "687520,6924000", "--unusable", "V5", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["close"], found["length_m"], found["customer_count"]) == (["V4", "V6", "V8"], 895, 50)
