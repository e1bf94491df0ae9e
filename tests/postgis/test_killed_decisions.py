# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk, or its connection, killed while it accepts changes and takes them back: all of it, or nothing."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from regard.planner.asset_changes.decide import accept_safe
from regard.store.workspaces import open_workspace
from regard.tests.unit.planner.asset_changes.shared.conftest import (  # noqa: F401
    close,
    rules,
    stamped_file,
    workspace,
)
from regard.tests.unit.planner.asset_changes.test_killed import BUSY, is_whole
from regard.workorders.asset_changes.records import ChangeState

KILLS = 40 if os.environ.get("REGARD_SOAK") else 4
NOW = datetime(2026, 6, 3, 19)


@pytest.fixture
def closed_leak(workspace, close, rules):  # noqa: F811
    """Return the workspace with the changes of a closed leak, accepted once and taken back."""
    close("OI-2026-0417", "dn: 125", "valves: {V4: open, V5: stuck_open}")
    accept_safe(workspace, rules=rules, now=NOW, who="G")
    workspace.undo(who="G")
    return workspace


def cut_connections(database):
    """End every connection to the database but one's own, as a network that fails does."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize("fault", ["process", "connection"])
def test_a_fault_in_the_middle_of_a_decision_loses_nothing(closed_leak, database, tmp_path, fault):
    url = closed_leak.url
    closed_leak.close()
    (tmp_path / "regard").symlink_to(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    dice = random.Random(fault)
    seen = set()
    for _ in range(KILLS):
        command = [sys.executable, "-c", BUSY, url]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        with subprocess.Popen(command, env=environment, **streams) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(dice.uniform(0.05, 0.6))
            if fault == "connection":
                cut_connections(database)
                # it gives up, or goes on by a new connection where the old one was idle
                time.sleep(dice.uniform(0.05, 0.6))
            process.send_signal(signal.SIGKILL)
        seen.add(is_whole(open_workspace(url)))
    assert seen <= {ChangeState.PROPOSED, ChangeState.ACCEPTED}
