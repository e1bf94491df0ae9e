# SPDX-License-Identifier: GPL-3.0-or-later
"""Real logins in each role: what they can and cannot do, table by table, in the journal and on layers."""

import json
import os
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from urllib.parse import urlsplit

import geopandas as gpd
import psycopg
import pytest
from psycopg import sql
from regard.cli.main import main
from regard.core.errors import InputError
from regard.core.people import Restriction
from regard.core.resources import StockLine
from regard.planner.records import ValveNote
from regard.store.growth import grow
from regard.store.role_rules import Right, load_role_rules
from regard.store.server_roles import grant_role, revoke_role
from regard.store.tables import RECORD_KINDS
from regard.store.workspaces import create_workspace, open_workspace
from regard.tests.unit.planner.days import agent, order
from regard.workorders.informing.problems import ProblemNote
from regard.workorders.requests import ServiceRequest
from shapely.geometry import Point

ROLES = load_role_rules().roles
SECRET = "correct horse"
_LOGINS = count(1)
WRITES = ("add", "change", "remove")
NEVER = {"empty": False, "drop": False}
REFUSED = "you may not do that"
CALL = ServiceRequest(
    "DI-1", datetime(2026, 6, 3), "Mme Élan", "06", "", "3 rue Haute", Point(0, 0), "", "fuite", False, "C"
)
LINE = StockLine("S1", "depot", "seal", 3)
NOTE = ValveNote("V1", "open", datetime(2026, 6, 3), "")
LAYER = gpd.GeoDataFrame({"n": [1]}, geometry=[Point(0, 0)], crs=2154)
SAID = ProblemNote("P1", "OI-1", "the valve of Ada again", datetime(2026, 6, 3), "F")
PRIVATE = Restriction("R1", "AG1", "no_digging", date(2026, 6, 1), date(2026, 6, 30))


@pytest.fixture
def owner(new_url):
    workspace = create_workspace(new_url)
    with workspace.command("open", who="F") as transaction:
        transaction.add([CALL, LINE, NOTE, PRIVATE, SAID])
    workspace.write_layer("valve", LAYER)
    yield workspace
    workspace.close()


@pytest.fixture
def login(owner, database, tmp_path, monkeypatch):
    """Return a function that makes a login, gives it roles and returns the workspace's address for it.

    Its password is in a password file, as it should be.
    """
    passwords = tmp_path / "pgpass"
    passwords.touch(mode=0o600)
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    made = []
    admin = psycopg.connect(owner_address(database), autocommit=True)
    schema = owner.backend.schema

    def login(*roles):
        user = f"person_{next(_LOGINS)}"
        made.append(user)
        query = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(user), sql.Literal(SECRET))
        admin.execute(query)
        with passwords.open("a") as lines:
            lines.write(f"*:*:*:{user}:{SECRET}\n")
        for role in roles:
            grant_role(owner.url, role=role, user=user)
        return f"{database.replace('//', f'//{user}@')}?schema={schema}"

    # the owner's own password, which the environment of the tests gave
    with passwords.open("a") as lines:
        lines.write(f"*:*:*:{os.environ['PGUSER']}:{OWNER_PASSWORD}\n")
    yield login
    for user in made:
        admin.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(sql.Identifier(user)))
    admin.close()


OWNER_PASSWORD = os.environ.get("PGPASSWORD", "")


def owner_address(database):
    parts = urlsplit(database)
    known = f"user={os.environ['PGUSER']} password={OWNER_PASSWORD}"
    return f"host={parts.hostname} dbname={parts.path[1:]} {known}"


def may(address, statement):
    """Tell whether a login may run a statement, which is taken back; without a right on the schema not."""
    base, _, schema = address.partition("?schema=")
    with psycopg.connect(base, options=f"-c search_path={schema},public") as connection:
        try:
            connection.execute(statement)
        except (psycopg.errors.InsufficientPrivilege, psycopg.errors.UndefinedTable):
            return False
        except psycopg.errors.RaiseException:
            return "append-only"
        finally:
            connection.rollback()
    return True


def statements(table, column):
    return {
        "read": f'SELECT count(*) FROM "{table}"',
        "add": f'INSERT INTO "{table}" ("{column}") SELECT "{column}" FROM "{table}" WHERE false',
        "change": f'UPDATE "{table}" SET "{column}" = "{column}"',
        "remove": f'DELETE FROM "{table}"',
        "empty": f'TRUNCATE "{table}"',
        "drop": f'DROP TABLE "{table}" CASCADE',
    }


@pytest.mark.parametrize("role", ROLES)
def test_every_table_of_records_gives_a_role_its_rights_and_no_more(owner, login, role):
    address, rules = login(role), load_role_rules()
    for name, table in owner.tables.by_name.items():
        writes = rules.right(role, name) is Right.WRITE
        found = {verb: may(address, text) for verb, text in statements(name, table.names[0]).items()}
        assert (name, found) == (name, {"read": True} | dict.fromkeys(WRITES, writes) | NEVER)


@pytest.mark.parametrize("role", ROLES)
def test_the_journal_can_be_added_to_at_most(owner, login, role):
    address = login(role)
    for table in ("journal", "command"):
        found = {verb: may(address, text) for verb, text in statements(table, "command_id").items()}
        assert found["read"] is True
        assert found["add"] is ROLES[role].writes
        assert not any(found[verb] for verb in ("change", "remove", "empty", "drop"))


def test_not_even_the_owner_rewrites_or_empties_the_journal(owner, database):
    with psycopg.connect(owner_address(database), options=f"-c search_path={owner.backend.schema}") as server:
        for statement in ("UPDATE journal SET key = 'x'", "DELETE FROM journal", "TRUNCATE journal"):
            with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
                server.execute(statement)
            server.rollback()


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_the_owner_says_what_the_workspace_is(owner, login, role):
    address = login(role)
    writes = ROLES[role].settings is Right.WRITE
    assert may(address, "INSERT INTO meta (name, value) VALUES ('setting.x', '1')") is writes
    assert may(address, "INSERT INTO meta (name, value) VALUES ('x', '1')") is False
    base, _, schema = address.partition("?schema=")
    with psycopg.connect(base, options=f"-c search_path={schema}") as connection:
        if writes:
            changed = connection.execute("UPDATE meta SET value = '9' WHERE name = 'schema_version'")
            assert changed.rowcount == 0


@pytest.mark.parametrize("role", ROLES)
def test_layers_are_edited_by_technicians_only(owner, login, role):
    address = login(role)
    found = {verb: may(address, text) for verb, text in statements("valve", "n").items()}
    edits = role == "technician"
    assert found == {"read": True} | dict.fromkeys(WRITES, edits) | NEVER
    base, _, schema = address.partition("?schema=")
    if edits:
        with psycopg.connect(base, options=f"-c search_path={schema},public", autocommit=True) as connection:
            before = owner.network_state()
            connection.execute("INSERT INTO valve (n) VALUES (2)")
        assert owner.network_state() != before


def test_a_dispatcher_works_as_in_a_file(login):
    workspace = open_workspace(login("dispatcher"))
    with workspace.command("use", who="D") as transaction:
        transaction.save(replace(LINE, quantity=2))
        transaction.save(replace(CALL, caller="M. Noël"))
        transaction.add([StockLine("S2", "depot", "seal", 1)])
    assert workspace.search("noel")[0].key == "DI-1"
    workspace.undo(who="D")
    workspace.set_setting("plan.x", "1")
    assert (workspace.get(StockLine, "S1").quantity, workspace.count(StockLine)) == (3, 1)
    assert [entry.command for entry in workspace.journal(key="S2")] == ["use", "undo use"]
    workspace.close()


def test_a_technician_notes_valves_and_cannot_write_orders(login):
    workspace = open_workspace(login("technician"))
    with workspace.command("note", who="T") as transaction:
        transaction.save(replace(NOTE, state="stuck"))
    with (
        pytest.raises(InputError, match=REFUSED),
        workspace.command("x", who="T") as transaction,
    ):
        transaction.save(replace(LINE, quantity=0))
    assert workspace.get(StockLine, "S1").quantity == 3
    workspace.close()


def test_a_manager_reads_and_writes_nothing(login):
    workspace = open_workspace(login("manager"))
    assert workspace.get(StockLine, "S1") == LINE
    assert workspace.read_layer("valve")["n"].tolist() == [1]
    with pytest.raises(InputError, match=REFUSED), workspace.command("x", who="M") as transaction:
        transaction.save(replace(LINE, quantity=0))
    with pytest.raises(InputError, match=REFUSED), workspace.command("x", who="M") as transaction:
        transaction.add([StockLine("S9", "depot", "seal", 1)])
    with pytest.raises(InputError, match=REFUSED):
        workspace.set_setting("plan.x", "1")
    workspace.close()


@pytest.mark.parametrize("role", ROLES)
def test_what_is_hidden_is_hidden_in_its_table_the_journal_and_the_search(login, role):
    workspace, hidden = open_workspace(login(role)), load_role_rules().hidden(role, RECORD_KINDS)
    for table in ("service_request", "restriction", "stock_line", "problem_note"):
        assert workspace.count(RECORD_KINDS[table]) == (0 if table in hidden else 1)
        journaled = {entry.change.table for entry in workspace.journal()}
        assert (table in journaled) is (table not in hidden)
    assert bool(workspace.search("elan")) is ("service_request" not in hidden)
    workspace.close()


def test_a_manager_reads_the_overview_of_the_zones_with_what_will_lack(owner, login, capsys):
    job = replace(order("OI-1", (687000, 6924000), 60, ("SS4",), None), due_at=datetime(2026, 6, 9, 17))
    with owner.command("open", who="F") as transaction:
        transaction.add([agent("AG1"), job])
    address = login("manager")
    asked = ["--day", "2026-06-03", "--json"]
    assert main(["overview", address, *asked]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["agents"] for one in told["zones"]] == [1]
    assert [one["jobs"] for one in told["ahead"] if one["skill"] == "SS4"] == [["OI-1"]]
    assert main(["lookahead", address, *asked, "--alert"]) == 2
    assert REFUSED in capsys.readouterr().err


def test_sensitive_notes_are_seen_by_those_named_for_it_beside_their_role(login):
    dispatcher = open_workspace(login("dispatcher"))
    confidant = open_workspace(login("dispatcher", "confidant"))
    assert (dispatcher.all(Restriction), confidant.all(Restriction)) == ([], [PRIVATE])
    assert confidant.count(ServiceRequest) == 1
    with confidant.command("note", who="C") as transaction:
        transaction.save(PRIVATE)
    assert not any(entry.change.table == "restriction" for entry in dispatcher.journal())
    dispatcher.close()
    confidant.close()


def test_a_login_without_a_role_sees_nothing(login):
    with pytest.raises(InputError, match=REFUSED):
        open_workspace(login())


def test_a_role_taken_away_is_gone(owner, login):
    address = login("dispatcher")
    assert may(address, "SELECT count(*) FROM work_order")
    revoke_role(owner.url, role="dispatcher", user=urlsplit(address).username)
    assert not may(address, "SELECT count(*) FROM work_order")


def test_a_table_and_a_layer_that_come_later_have_their_rights_at_once(owner, login):
    dispatcher, manager = login("dispatcher"), login("manager")
    with owner.backend.writing() as connection:
        connection.exec_driver_sql("DROP TABLE zone")
        grow(connection)
    owner.write_layer("hydrant", LAYER)
    owner.write_layer("valve", LAYER)
    for table in ("zone", "hydrant", "valve"):
        assert may(manager, f"SELECT count(*) FROM {table}") is True
        assert may(manager, f"DELETE FROM {table}") is False
    assert may(dispatcher, "DELETE FROM zone") is True


def test_what_cannot_be_granted_is_said(owner, login, tmp_path):
    with pytest.raises(InputError, match="No role is called 'boss'; there are dispatcher"):
        grant_role(owner.url, role="boss", user="x")
    with pytest.raises(InputError, match="knows no login 'persn_1'"):
        grant_role(owner.url, role="manager", user="persn_1")
    with pytest.raises(InputError, match="a file has no roles"):
        grant_role(str(tmp_path / "town.gpkg"), role="manager", user="x")
    address = login("dispatcher")
    with pytest.raises(InputError, match=REFUSED):
        grant_role(address, role="manager", user=urlsplit(address).username)


def test_the_command_grants(owner, login, capsys):
    address = login()
    user = urlsplit(address).username
    assert main(["workspace", "grant", owner.url, "--role", "manager", "--to", user, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    database = urlsplit(owner.url).path.removeprefix("/")
    group = f"{database}_{owner.backend.schema}_manager"
    assert told == {"role": "manager", "user": user, "group": group}
    assert may(address, "SELECT count(*) FROM work_order")
    assert main(["workspace", "revoke", owner.url, "--role", "manager", "--from", user]) == 0
    assert not may(address, "SELECT count(*) FROM work_order")


def test_the_journal_keeps_the_login_whatever_the_program_says(login, owner):
    address = login("dispatcher")
    name = urlsplit(address).username
    ada = open_workspace(address)
    with ada.command("change", who="D. Martin") as transaction:
        transaction.save(replace(ada.get(StockLine, "S1"), quantity=2))
    ada.close()
    (entry,) = owner.journal(last=1)
    assert (entry.who, entry.login, entry.author) == ("D. Martin", name, f"D. Martin ({name})")
    base, _, schema = address.partition("?schema=")
    with psycopg.connect(base, options=f"-c search_path={schema},public") as connection:
        forged = "INSERT INTO command (at, who, name, login) VALUES (now(), 'x', 'y', 'z') RETURNING login"
        assert connection.execute(forged).fetchone() == (name,)


def test_a_journal_of_an_older_schema_keeps_logins_once_it_has_grown(owner):
    with owner.backend.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER command_has_login ON command")
        connection.exec_driver_sql("ALTER TABLE command DROP COLUMN login")
        grow(connection)
    with owner.command("change", who="F") as transaction:
        transaction.save(replace(owner.get(StockLine, "S1"), quantity=1))
    first, *_, last = owner.journal()
    assert (first.login, last.login) == ("", os.environ["PGUSER"])
