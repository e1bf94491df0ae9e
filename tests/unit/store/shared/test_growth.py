# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace that lacks tables, columns and indexes gets them, and then has what a new one has."""

import pytest
import sqlalchemy as sa
from regard.store.growth import grow
from regard.store.workspaces import create_workspace, open_backend

LOST = (
    "DROP TABLE zone",
    "DROP INDEX ix_service_request_order_id",
    "DROP INDEX ix_work_order_due_at",
    "DROP INDEX ix_journal_removed",
    "ALTER TABLE service_request DROP COLUMN order_id",
    "ALTER TABLE service_request DROP COLUMN answers",
    "DROP INDEX ix_service_request_state",
    "ALTER TABLE service_request DROP COLUMN state",
    "ALTER TABLE agent DROP COLUMN phone",
    "ALTER TABLE notice DROP COLUMN on_paper",
    "ALTER TABLE notice DROP COLUMN received_on",
)


def schema_of(connection):
    inspector = sa.inspect(connection)
    return {
        name: (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)),
            sorted(index["name"] for index in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
    }


@pytest.mark.filterwarnings("ignore:Did not recognize type 'geometry'")
def test_what_is_missing_is_added_as_in_a_new_workspace(new_url):
    create_workspace(new_url).close()
    backend = open_backend(str(new_url))
    with backend.writing() as connection:
        new = schema_of(connection)
        if connection.dialect.name == "postgresql":
            # it is made of columns that are dropped
            connection.exec_driver_sql("ALTER TABLE service_request DROP COLUMN search_text")
        for statement in LOST:
            connection.exec_driver_sql(statement)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DELETE FROM gpkg_geometry_columns WHERE table_name = 'zone'")
            connection.exec_driver_sql("DELETE FROM gpkg_contents WHERE table_name = 'zone'")
        assert schema_of(connection) != new
        grow(connection)
        assert schema_of(connection) == new
    backend.close()
