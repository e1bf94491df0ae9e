# SPDX-License-Identifier: GPL-3.0-or-later
"""A layer whose own trigger refuses a change says so in its words, and nothing of the decision is written."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest
from regard.core.errors import Failure
from regard.planner.asset_changes.decide import accept_safe
from regard.tests.unit.planner.asset_changes.shared.conftest import (  # noqa: F401
    close,
    row,
    rules,
    stamped_file,
    workspace,
)
from regard.workorders.asset_changes.records import AssetChange, ChangeState

REFUSE = """CREATE TRIGGER refuse BEFORE UPDATE ON aep_vanne
BEGIN SELECT RAISE(ABORT, 'valves are changed by the network office'); END"""


def test_accepting_into_a_layer_that_refuses_is_told_and_writes_nothing(workspace, close, rules, row):  # noqa: F811
    close("OI-2026-0417", "dn: 125", "valves: {V4: open, V5: stuck_open}")
    with closing(sqlite3.connect(workspace.url)) as own:
        own.execute(REFUSE)
        own.commit()
    before = row("aep_canalisation", "id_canalisation", "P03")
    with pytest.raises(Failure, match=r"'aep_vanne' cannot be written .*changed by the network office"):
        accept_safe(workspace, rules=rules, now=datetime(2026, 6, 3, 19), who="G")
    assert row("aep_canalisation", "id_canalisation", "P03") == before
    assert {change.state for change in workspace.all(AssetChange)} == {ChangeState.PROPOSED}
    assert workspace.discrepancies() == []
