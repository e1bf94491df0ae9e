# SPDX-License-Identifier: GPL-3.0-or-later
"""Accepted changes carried into a schema of the service's own, by a login that may not write all of it."""

from datetime import datetime
from itertools import count
from urllib.parse import urlsplit

import psycopg
import pytest
from regard.core.errors import Failure
from regard.planner.asset_changes.carry import carry
from regard.planner.asset_changes.decide import accept_safe
from regard.store.layer_editors import opened_editor
from regard.store.layer_files import open_layers
from regard.store.workspaces import create_workspace
from regard.tests.unit.planner.asset_changes.shared.conftest import (  # noqa: F401
    close,
    rules,
    stamped_file,
    workspace,
)

NOW = datetime(2026, 6, 3, 18, 30)
LEAK = "OI-2026-0417"
SECRET = "only for this test"
_LOGINS = count(1)
STAMP = """
ALTER TABLE aep_canalisation ADD COLUMN last_login text;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN NEW.last_login := session_user; RETURN NEW; END $$;
CREATE TRIGGER stamp BEFORE UPDATE ON aep_canalisation FOR EACH ROW EXECUTE FUNCTION stamp();
"""
REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'valves are changed by the network office'; END $$;
CREATE TRIGGER refuse BEFORE UPDATE ON aep_vanne FOR EACH ROW EXECUTE FUNCTION refuse();
"""


@pytest.fixture
def accepted(workspace, close, rules):  # noqa: F811
    """Return the workspace with a diameter and two valves accepted."""
    close(LEAK, "dn: 125", "valves: {V4: open, V5: stuck_open}")
    accept_safe(workspace, rules=rules, now=NOW, who="G. Petit")
    return workspace


@pytest.fixture
def own(database, stamped_file):  # noqa: F811
    """Return the address of a schema with the same layers, as they were before."""
    url = f"{database}?schema=service_{next(_LOGINS)}"
    made = create_workspace(url, crs="EPSG:2154")
    layers = open_layers(stamped_file)
    made.write_layers({name: layers.read_layer(name) for name in ("aep_canalisation", "aep_vanne")})
    made.close()
    return url


@pytest.fixture
def admin(own):
    """Return a connection of the owner, in the schema."""
    base, _, schema = own.partition("?schema=")
    with psycopg.connect(base, autocommit=True, options=f"-c search_path={schema},public") as connection:
        yield connection


@pytest.fixture
def login(own, admin, tmp_path, monkeypatch):
    """Return the address of somebody who reads all layers and may change pipes alone."""
    schema, user = own.partition("?schema=")[2], f"surveyor_{next(_LOGINS)}"
    owner = admin.info
    passwords = tmp_path / "pgpass"
    passwords.touch(mode=0o600)
    passwords.write_text(f"*:*:*:{user}:{SECRET}\n*:*:*:{owner.user}:{owner.password}\n")
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    monkeypatch.delenv("PGPASSWORD", raising=False)
    admin.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{SECRET}'")
    admin.execute(f"GRANT USAGE ON SCHEMA {schema} TO {user}")
    admin.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {user}")
    admin.execute(f"GRANT INSERT, UPDATE ON aep_canalisation TO {user}")
    parts = urlsplit(own)
    yield f"postgresql://{user}@{parts.netloc}{parts.path}?{parts.query}"
    admin.execute(f"DROP OWNED BY {user}; DROP ROLE {user}")


def test_what_a_login_may_not_write_is_left_and_its_triggers_run(accepted, admin, login):
    admin.execute(STAMP)
    with opened_editor(login) as editor:
        done = carry(accepted, editor)
        again = carry(accepted, editor)
    assert {one.table for one in done.written} == {"aep_canalisation"}
    left = {one.edit.table: one.reason for one in done.left}
    assert left["aep_vanne"] == "read_only"
    assert (len(again.written), again.already) == (0, len(done.written))
    found = admin.execute(
        "SELECT diametre_equivalent, last_login FROM aep_canalisation WHERE id_canalisation = 'P03'"
    ).fetchone()
    assert found == (125, urlsplit(login).username)
    untouched = admin.execute("SELECT count(*) FROM aep_canalisation WHERE last_login IS NOT NULL").fetchone()
    assert untouched == (1,)


def test_a_trigger_that_refuses_keeps_all_from_being_written_and_is_heard(accepted, admin, own):
    admin.execute(REFUSE)
    with opened_editor(own) as editor, pytest.raises(Failure, match="changed by the network office"):
        carry(accepted, editor)
    stuck = admin.execute("SELECT count(*) FROM aep_vanne WHERE blocage = 'oui' AND id_aep_vanne = 'V5'")
    diameter = admin.execute("SELECT diametre_equivalent FROM aep_canalisation WHERE id_canalisation = 'P03'")
    assert (stuck.fetchone(), diameter.fetchone()[0] != 125) == ((0,), True)
