# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace of version 1 gets links between orders and the tasks of stops."""

from datetime import datetime

import pytest
from regard.core.errors import InputError
from regard.planner.records import OrderLink, PlanStop
from regard.store.migrations import migrate_workspace
from regard.store.workspaces import create_workspace, open_backend, open_workspace
from shapely.geometry import Point

AT = datetime(2026, 6, 3, 8)
STOP = PlanStop("S", "P", "AG1", AT.date(), 1, "OI-01", 0, AT, AT, AT, 60, 500, Point(0, 0))
LINK = OrderLink("OI-01>OI-02", "OI-01", "OI-02", "after", 0, 60, "chain")

BACK = (
    "DROP TABLE order_link",
    "ALTER TABLE plan_stop DROP COLUMN task",
    "ALTER TABLE plan_stop DROP COLUMN valves",
    "UPDATE meta SET value = '1' WHERE name = 'schema_version'",
)
BACK_IN = {
    "sqlite": (
        "DELETE FROM gpkg_contents WHERE table_name = 'order_link'",
        "DROP TRIGGER journal_keeps_update",
        """UPDATE journal SET "after" = json_remove("after", '$.task', '$.valves')""",
    ),
    "postgresql": (
        "DROP TRIGGER journal_keeps_update ON journal",
        """UPDATE journal SET "after" = ("after"::jsonb - 'task' - 'valves')::text""",
    ),
}


@pytest.fixture
def old_url(new_url):
    """Return a workspace as version 1 left it, with one planned stop in its tables and its journal."""
    workspace = create_workspace(new_url)
    with workspace.command("plan", who="F") as transaction:
        transaction.add([STOP])
    workspace.close()
    backend = open_backend(str(new_url))
    with backend.writing() as connection:
        for statement in (*BACK, *BACK_IN[connection.dialect.name]):
            connection.exec_driver_sql(statement)
    backend.close()
    return new_url


def test_its_plans_are_of_work_and_its_commands_can_be_undone(old_url):
    with pytest.raises(InputError, match="migrate"):
        open_workspace(old_url)
    assert migrate_workspace(old_url).from_version == 1
    workspace = open_workspace(old_url)
    assert workspace.all(PlanStop) == [STOP]
    with workspace.command("link", who="F") as transaction:
        transaction.add([LINK])
    assert workspace.all(OrderLink, second_id="OI-02") == [LINK]
    workspace.undo(who="F")
    workspace.undo(who="F")
    assert (workspace.all(OrderLink), workspace.all(PlanStop)) == ([], [])
    workspace.close()
