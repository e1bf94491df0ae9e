# SPDX-License-Identifier: GPL-3.0-or-later
"""``regard workspace check`` says whether the records are what the journal says."""

import sqlite3
from contextlib import closing


def test_a_workspace_that_only_regard_wrote_is_consistent(town, done, orders_csv):
    done("orders", "import", town, orders_csv)
    assert done("workspace", "check", town) == {"differences": []}


def test_what_another_program_changed_is_named(town, regard, orders_csv):
    regard("orders", "import", town, orders_csv)
    with closing(sqlite3.connect(town)) as connection:
        connection.execute("UPDATE work_order SET zone = 'Z9' WHERE order_id = 'OI-02'")
        connection.commit()
    run = regard("workspace", "check", town, "--json")
    assert (run.code, run.data) == (
        1,
        {"differences": [{"kind": "other", "table": "work_order", "key": "OI-02"}]},
    )
    assert "OI-02" in regard("workspace", "check", town, "--lang", "fr").out
