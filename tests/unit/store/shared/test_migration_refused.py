# SPDX-License-Identifier: GPL-3.0-or-later
"""On any database: a workspace of a newer schema is left alone, a migration that fails changes nothing."""

import pytest
import sqlalchemy as sa
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.store.journal import META
from regard.store.meta import SCHEMA_VERSION
from regard.store.migrations import migrate_workspace
from regard.store.workspaces import open_backend, open_workspace

NEXT = SCHEMA_VERSION + 1
NEWER = rf"made by a newer Regard \(schema {NEXT}, this one knows {SCHEMA_VERSION}\)"


@pytest.fixture
def url(workspace):
    with workspace.command("open", who="F") as transaction:
        transaction.add([StockLine("S1", "depot", "seal", 3)])
    return workspace.url


def double(connection):
    connection.exec_driver_sql("UPDATE stock_line SET quantity = quantity * 2")


def add_a_table_and_fail(connection):
    double(connection)
    connection.exec_driver_sql("CREATE TABLE half_way (a int)")
    raise ZeroDivisionError


def content(url):
    """Return the facts that a workspace holds of itself, its tables, and its stock lines."""
    backend = open_backend(url)
    with backend.reading() as connection:
        facts = connection.execute(sa.select(META.c.name, META.c.value).order_by(META.c.name)).all()
        lines = connection.exec_driver_sql("SELECT stock_id, quantity FROM stock_line").all()
        tables = sorted(sa.inspect(connection).get_table_names())
    backend.close()
    return facts, tables, lines


def test_a_newer_schema_is_neither_opened_nor_taken_back(url):
    migrate_workspace(url, steps={NEXT: double}, target=NEXT)
    before = content(url)
    assert before[2] == [("S1", 6)]
    with pytest.raises(InputError, match=NEWER):
        open_workspace(url)
    with pytest.raises(InputError, match=NEWER):
        migrate_workspace(url)
    assert content(url) == before


def test_a_step_that_fails_leaves_no_trace(url):
    before = content(url)
    steps = {NEXT: double, NEXT + 1: add_a_table_and_fail}
    with pytest.raises(ZeroDivisionError):
        migrate_workspace(url, steps=steps, target=NEXT + 1)
    assert content(url) == before
    workspace = open_workspace(url)
    assert workspace.get(StockLine, "S1").quantity == 3
    workspace.close()
