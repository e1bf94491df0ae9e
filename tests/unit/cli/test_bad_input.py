# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input is one clear line on stderr and exit code 2; nothing half-written stays."""

import multiprocessing
import resource
import shutil
import sqlite3
from contextlib import closing
from functools import partial

import pytest
from regard.cli.main import main
from regard.store import workspaces
from regard.store.workspaces import open_workspace
from regard.workorders.requests import ServiceRequest


@pytest.fixture
def refused(regard):
    """Return a function that runs a command, checks that it is refused in one line, and gives the line."""

    def refused(*arguments, code=2):
        run = regard(*arguments)
        assert (run.code, run.out) == (code, "")
        assert run.err.startswith("error: ")
        assert run.err.count("\n") == 1
        return run.err.removeprefix("error: ").rstrip()

    return refused


def state_of(town):
    workspace = open_workspace(town)
    return len(workspace.journal()), workspace.layer_names(), len(workspace.all(ServiceRequest))


@pytest.fixture
def untouched(town):
    """Check that the workspace is as it was once the test is over."""
    before = state_of(town)
    yield
    assert state_of(town) == before


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("contract_id", "contrat"), ": column 'contrat' is unknown; expected one of contract_id, …"),
        ((",description", ""), ": column 'description' is missing; found request_id, received_at, caller, "),
        (
            ("2026-06-03 07:30", "03/06/2026"),
            ", line 3, column received_at: found '03/06/2026', expected a date and time such as 2026-",
        ),
        (
            ("AEP-CPT-REM", "AEP-CPT-REN"),
            ", line 3, column code: found 'AEP-CPT-REN', expected one of AEP-CPT-REM, ",
        ),
        (("687300", "here"), ", line 3, column x: found 'here', expected a number such as 12.5"),
        (("DI-2", "DI-1"), ", line 3, column request_id: 'DI-1' is already used on line 2"),
        ((",no,VA-2024\nDI-3", ",no\nDI-3"), ", line 3: has 11 cells where the first line names 12 columns"),
    ],
)
def test_a_mistake_in_a_csv_names_file_line_and_column(town, requests_csv, refused, change, said):
    text = requests_csv.read_text()
    if change == (",description", ""):
        text = "\n".join(",".join(line.split(",")[:9] + line.split(",")[10:]) for line in text.splitlines())
    else:
        text = text.replace(*change, 1)
    requests_csv.write_text(text)
    assert refused("requests", "import", town, requests_csv).startswith(f"{requests_csv}{said}")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("content", [b"not a map", b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\xff" + bytes(300)])
def test_a_damaged_road_file_is_named(town, tmp_path, refused, content):
    roads = tmp_path / "roads.osm.pbf"
    roads.write_bytes(content)
    assert str(roads) in refused("roads", "import", town, roads)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("command", ["network", "roads", "requests", "orders"])
def test_a_file_that_is_not_there_is_named(town, tmp_path, refused, command):
    missing = tmp_path / "none.osm.pbf"
    assert refused(command, "import", town, missing) == f"{missing}: no such file"


@pytest.mark.usefixtures("untouched")
def test_a_folder_without_resources_says_what_is_looked_for(town, tmp_path, refused):
    (tmp_path / "empty").mkdir()
    assert "agents.csv" in refused("resources", "import", town, tmp_path / "empty")


@pytest.mark.usefixtures("untouched")
def test_an_unknown_skill_of_an_agent_is_named(town, write, refused):
    header = "grant_id,agent_id,skill,valid_from,valid_until"
    path = write("people/skills.csv", f"{header}\nG1,AG1,SS5,2024-01-01,2027-01-01")
    said = refused("resources", "import", town, path.parent)
    assert said.startswith(f"{path}, line 2, column skill: found 'SS5', expected one of SST, SS4, …")


@pytest.mark.usefixtures("untouched")
def test_a_source_without_known_tables_is_refused(town, tmp_path, refused):
    path = tmp_path / "other.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "name": "things", "features": [{"type": "Feature", '
        '"properties": {}, "geometry": {"type": "Point", "coordinates": [7, 43]}}]}'
    )
    assert "No layer of the source is known: found things" in refused("network", "import", town, path)


def test_a_missing_workspace_tells_how_to_make_one(tmp_path, refused):
    town = tmp_path / "none.gpkg"
    said = refused("summary", town)
    assert said == f"{town}: no such workspace; 'regard workspace create {town}' makes one"
    assert not town.exists()


def test_another_file_is_not_a_workspace(tmp_path, golden_file, refused):
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    assert refused("summary", other) == f"{other}: is not a GeoPackage"
    assert refused("summary", golden_file) == f"{golden_file}: is not a Regard workspace"


def test_a_newer_workspace_is_refused(town, refused):
    with closing(sqlite3.connect(town)) as connection, connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
    assert "made by a newer Regard" in refused("summary", town)
    assert "made by a newer Regard" in refused("workspace", "migrate", town)


@pytest.mark.usefixtures("untouched")
def test_a_locked_workspace_is_in_use(town, requests_csv, refused, monkeypatch):
    monkeypatch.setattr(workspaces, "open_workspace", partial(open_workspace, wait_s=0.1))
    with closing(sqlite3.connect(town, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert f"{town}: in use by another program" in refused("requests", "import", town, requests_csv)


def test_a_full_disk_is_a_failure_that_writes_nothing(town, requests_csv, tmp_path):
    before = state_of(town)
    processes = multiprocessing.get_context("fork")
    ours, theirs = processes.Pipe()

    lines = requests_csv.read_text().splitlines()
    requests_csv.write_text(
        "\n".join([lines[0], *(lines[1].replace("DI-1", f"DI-{n}") for n in range(5000))])
    )

    def fill():
        room = town.stat().st_size + 4096
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        with pytest.MonkeyPatch.context() as patch, (tmp_path / "said").open("w") as said:
            patch.setattr("sys.stderr", said)
            theirs.send(main(["requests", "import", str(town), str(requests_csv)]))

    worker = processes.Process(target=fill)
    worker.start()
    assert ours.poll(60)
    assert ours.recv() == 1
    worker.join()
    said = (tmp_path / "said").read_text()
    assert said.startswith(f"error: {town}: ")
    assert said.count("\n") == 1
    assert state_of(town) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("network", "isolate", "TOWN.gpkg"), "Name an asset, or give a point"),
        (
            ("network", "isolate", "TOWN.gpkg", "--asset", "P33"),
            "'P33' is not in service or does not exist; near: P03",
        ),
        (
            ("network", "isolate", "TOWN.gpkg", "--asset", "P03", "--unusable", "V55"),
            "'V55' is not a valve in service; near: V5",
        ),
        (("network", "isolate", "TOWN.gpkg", "--at", "1000,2000"), "No pipe within 50"),
        (
            ("network", "isolate", "TOWN.gpkg", "--at", "7.4,43.7"),
            "7.4,43.7 looks like a longitude and a latitude: give the place in EPSG:2154, in metres",
        ),
        (("network", "upstream", "TOWN.gpkg", "--at", "7.4,43.7"), "give the place in EPSG:2154"),
        (("network", "conflicts", "TOWN.gpkg", "--at", "7.4,43.7"), "give the place in EPSG:2154"),
        (
            ("network", "isolate", "TOWN.gpkg", "--asset", "P03", "--at", "687520,6924200"),
            "P03 is 200.0 m from the point, more than 50 m",
        ),
        (
            ("network", "upstream", "TOWN.gpkg", "--asset", "E1", "--at", "687520,6920000"),
            "E1 is 3915.4 m from the point",
        ),
        (
            ("network", "isolate", "TOWN.gpkg", "--asset", "P03", "--with", "OI-9"),
            "work order 'OI-9' does not",
        ),
        (("network", "isolate", "TOWN.gpkg", "--at", "here"), "Invalid value for '--at': 'here' is not X,Y"),
        (("network", "isolate", "TOWN.gpkg", "--at", "nan,0"), "'nan,0' is not X,Y in metres"),
        (("network", "upstream", "TOWN.gpkg", "--at", "0,inf"), "'0,inf' is not X,Y in metres"),
        (("network", "conflicts", "TOWN.gpkg"), "give either --order or --at"),
        (("network", "conflicts", "TOWN.gpkg", "--order", "OI-9"), "work order 'OI-9' does not exist"),
        (("orders", "show", "TOWN.gpkg", "OI-9"), "work order 'OI-9' does not exist"),
        (
            ("orders", "list", "TOWN.gpkg", "--state", "open"),
            "Invalid value for '--state': 'open' is not one of",
        ),
        (("explain", "TOWN.gpkg", "--order", "OI-9"), "work order 'OI-9' does not exist"),
        (("plan", "TOWN.gpkg", "--day", "tomorrow"), "Invalid value for '--day': 'tomorrow' is not a date"),
        (("plan", "TOWN.gpkg", "--day", "9999-12-31"), "'9999-12-31' is not a date from 1900 to 2199"),
        (("plan", "TOWN.gpkg", "--day", "2026-06-03", "--days", "400"), "Invalid value for '--days'"),
        (("plan", "TOWN.gpkg", "--day", "2026-06-03", "--seed", "-1"), "Invalid value for '--seed'"),
        (
            ("plan", "TOWN.gpkg", "--day", "2026-06-03", "--now", "2026-06-03T08:00+02:00"),
            "'2026-06-03T08:00+02:00' names a time zone",
        ),
        (("plan", "TOWN.gpkg", "--day", "2026-06-03"), "No agent works on 2026-06-03"),
        (
            ("plan", "TOWN.gpkg", "--day", "2026-06-03", "--objective", "best"),
            "No planning objective is called 'best'",
        ),
        (("plan", "TOWN.gpkg"), "Missing option '--day'"),
        (("deadline", "--kind", "DIC", "--received", "2026-04-30"), "Invalid value for '--kind'"),
        (("workspace", "create", "TOWN.gpkg"), "TOWN.gpkg: exists already; choose another name"),
        (("workspace", "create", "x.gpkg", "--crs", "EPSG:4326"), "EPSG:4326: a workspace needs a projected"),
        (("workspace", "undo", "TOWN.gpkg"), "there is no command to undo"),
        (("workspace", "info"), "Missing argument 'TARGET'"),
        (("workspace",), "Missing command"),
        (("paint", "TOWN.gpkg"), "No such command 'paint'"),
        (("summary", "TOWN.gpkg", "--lang", "de"), "Regard does not speak 'de'; it speaks en, fr"),
        (("summary", "postgresql://host/db?schema=A B"), "is not a workspace address"),
        (("summary", "TOWN.gpkg", "--colour"), "No such option: --colour"),
    ],
)
def test_what_cannot_be_done_is_one_line(town, tmp_path, monkeypatch, refused, arguments, said):
    monkeypatch.chdir(tmp_path)
    shutil.copy(town, tmp_path / "TOWN.gpkg")
    line = refused(*arguments)
    assert said in line
    assert sorted(file.name for file in tmp_path.iterdir() if file.name != "config") == [
        "TOWN.gpkg",
        "town.gpkg",
    ]
