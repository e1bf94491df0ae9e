# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells that a layer of a PostGIS schema has changed, whatever program changed it.

Statement triggers add a row to the table ``layer_change``. Rows are added and none is updated, so that two
people who edit one layer never wait for each other.
"""

from __future__ import annotations

from collections.abc import Collection

import sqlalchemy as sa

_TABLE = "layer_change"
_TRIGGER = "note_layer_change"

_STATES = """
SELECT c.relname AS name, c.oid::text AS oid,
    (SELECT string_agg(a.attname || ' ' || a.atttypid || ' ' || a.attnum, ',' ORDER BY a.attnum)
     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = :trigger AND t.tgenabled = 'O')
        AS watched
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = :schema AND c.relkind IN ('r', 'p')
"""


def tokens(connection: sa.Connection, schema: str, names: Collection[str]) -> dict[str, str] | None:
    """Return the state of each layer, its columns included; None when one is not watched."""
    if not sa.inspect(connection).has_table(_TABLE, schema=schema):
        return None
    states = connection.execute(sa.text(_STATES), {"schema": schema, "trigger": _TRIGGER})
    known = {row.name: row for row in states}
    change = sa.table(_TABLE, sa.column("fid"), sa.column("layer"), schema=schema)
    counts = sa.select(change.c.layer, sa.func.count(), sa.func.max(change.c.fid)).group_by(change.c.layer)
    changes = {layer: f"{count} {last}" for layer, count, last in connection.execute(counts)}
    if any(name not in known or not known[name].watched for name in names):
        return None
    return {name: f"{known[name].oid} {known[name].columns} {changes.get(name, '')}" for name in names}


def watch(connection: sa.Connection, schema: str, names: Collection[str]) -> bool:
    """Put triggers on layers, in the open transaction; False when one is no table."""
    quote = connection.dialect.identifier_preparer.quote_identifier
    table, function = (f"{quote(schema)}.{quote(name)}" for name in (_TABLE, _TRIGGER))
    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(f"{schema}.{_TABLE}"))))
    connection.exec_driver_sql(
        f"CREATE TABLE IF NOT EXISTS {table} (fid bigserial PRIMARY KEY, layer text NOT NULL)"
    )
    # with the rights of its owner: who may edit a layer need not be allowed to write here
    note = f"INSERT INTO {table} (layer) VALUES (TG_TABLE_NAME)"  # noqa: S608
    connection.exec_driver_sql(
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS "
        f"$$ BEGIN {note}; RETURN NULL; END $$"
    )
    tables = set(sa.inspect(connection).get_table_names(schema=schema))
    if not tables.issuperset(names):
        return False
    for name in names:
        layer = f"{quote(schema)}.{quote(name)}"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {_TRIGGER} ON {layer}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {_TRIGGER} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {layer} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
        )
        # what happened while nobody watched is a change too
        connection.execute(sa.insert(sa.table(_TABLE, sa.column("layer"), schema=schema)).values(layer=name))
    return True
