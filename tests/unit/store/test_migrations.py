# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace of an older schema is copied, then brought up step by step, or left alone."""

import pytest
import sqlalchemy as sa
from regard.core.errors import InputError
from regard.core.resources import StockLine
from regard.store.meta import SCHEMA_VERSION
from regard.store.migrations import migrate_workspace
from regard.store.workspaces import create_workspace, open_workspace

NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "town.gpkg"
    with create_workspace(path).command("open", who="F") as transaction:
        transaction.add([StockLine("S1", "depot", "seal", 3)])
    return path


def schema_version(path):
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    with engine.connect() as connection:
        return connection.scalar(sa.text("SELECT value FROM meta WHERE name = 'schema_version'"))


def double(connection):
    connection.exec_driver_sql("UPDATE stock_line SET quantity = quantity * 2")


def rename(connection):
    connection.exec_driver_sql("UPDATE stock_line SET part = 'joint'")


def fail(connection):
    double(connection)
    raise ZeroDivisionError


def test_a_workspace_of_this_version_needs_nothing(path):
    done = migrate_workspace(path)
    assert (done.from_version, done.to_version, done.backup) == (SCHEMA_VERSION, SCHEMA_VERSION, None)
    assert [file.name for file in path.parent.iterdir()] == ["town.gpkg"]


def test_the_steps_run_in_order_and_the_copy_keeps_the_old_state(path):
    done = migrate_workspace(path, steps={NEXT: double, NEXT + 1: rename}, target=NEXT + 1)
    assert (done.from_version, done.to_version) == (SCHEMA_VERSION, NEXT + 1)
    assert schema_version(path) == str(NEXT + 1)
    assert done.backup == path.with_name(f"town.v{SCHEMA_VERSION}.gpkg")
    assert open_workspace(done.backup).all(StockLine) == [StockLine("S1", "depot", "seal", 3)]
    with pytest.raises(InputError, match="made by a newer Regard"):
        open_workspace(path)


def test_a_step_that_fails_changes_nothing(path):
    with pytest.raises(ZeroDivisionError):
        migrate_workspace(path, steps={NEXT: double, NEXT + 1: fail}, target=NEXT + 1)
    assert open_workspace(path).all(StockLine) == [StockLine("S1", "depot", "seal", 3)]


def test_an_older_copy_is_not_overwritten(path):
    path.with_name(f"town.v{SCHEMA_VERSION}.gpkg").write_text("precious")
    with pytest.raises(InputError, match=rf"town\.v{SCHEMA_VERSION}\.gpkg: exists already"):
        migrate_workspace(path, steps={NEXT: double}, target=NEXT)
    assert open_workspace(path).get(StockLine, "S1").quantity == 3


def test_a_newer_workspace_is_not_taken_back(path):
    migrate_workspace(path, steps={NEXT: double}, target=NEXT)
    with pytest.raises(InputError, match="made by a newer Regard"):
        migrate_workspace(path)


def as_of_another_build(path, *statements):
    engine = sa.create_engine(f"sqlite:///{path}", poolclass=sa.NullPool)
    with engine.begin() as connection:
        for statement in ("UPDATE meta SET value = 'abcdef0123' WHERE name = 'columns'", *statements):
            connection.exec_driver_sql(statement)


def test_what_another_build_lacks_is_added_after_a_copy(path):
    as_of_another_build(path, "ALTER TABLE agent DROP COLUMN phone")
    with pytest.raises(InputError, match="another build of Regard"):
        open_workspace(path)
    done = migrate_workspace(path)
    assert done.backup == path.with_name(f"town.v{SCHEMA_VERSION}-abcdef01.gpkg")
    assert open_workspace(path).get(StockLine, "S1").quantity == 3


def test_what_another_build_knows_and_this_one_does_not_is_left_alone(path):
    as_of_another_build(path, "ALTER TABLE stock_line ADD COLUMN shelf TEXT NOT NULL DEFAULT ''")
    with pytest.raises(InputError, match=r"does not know \(stock_line\.shelf\)"):
        migrate_workspace(path)
    assert [file.name for file in path.parent.iterdir()] == ["town.gpkg"]
