# SPDX-License-Identifier: GPL-3.0-or-later
"""A process killed while it accepts changes and takes them back leaves all of a decision, or nothing."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from regard.network.changes.feature_edits import from_json, same
from regard.planner.asset_changes.decide import accept_safe
from regard.store.workspaces import open_workspace
from regard.tests.unit.planner.asset_changes.shared.conftest import (  # noqa: F401
    close,
    rules,
    stamped_file,
    workspace,
)
from regard.workorders.asset_changes.records import AssetChange, ChangeState

KILLS = 40 if os.environ.get("REGARD_SOAK") else 4
NOW = datetime(2026, 6, 3, 19)
LEAK = "OI-2026-0417"
BUSY = """
import sys
from datetime import datetime
from regard.planner.asset_changes.decide import accept_safe
from regard.store.workspaces import open_workspace
from regard.workorders.asset_changes.rules import load_change_rules

workspace = open_workspace(sys.argv[1])
print("ready", flush=True)
while True:
    accept_safe(workspace, rules=load_change_rules(), now=datetime(2026, 6, 3, 19), who="G")
    workspace.undo(who="G")
"""


def test_a_kill_in_the_middle_of_a_decision_loses_nothing(workspace, close, rules, tmp_path):  # noqa: F811
    close(LEAK, "dn: 125", "valves: {V4: open, V5: stuck_open}")
    accept_safe(workspace, rules=rules, now=NOW, who="G")
    workspace.undo(who="G")
    path = Path(workspace.url)
    dice = random.Random(8)
    seen = set()
    for number in range(KILLS):
        copy = tmp_path / f"copy{number}.gpkg"
        shutil.copy(path, copy)
        package = Path(__file__).resolve().parents[4]
        link = tmp_path / "regard"
        if not link.exists():
            link.symlink_to(package)
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", BUSY, str(copy)]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout.readline() == "ready\n"
            time.sleep(dice.uniform(0.2, 1.5))
            process.send_signal(signal.SIGKILL)
        seen.add(is_whole(open_workspace(str(copy))))
    assert seen <= {ChangeState.PROPOSED, ChangeState.ACCEPTED}


def is_whole(found):
    """Check that changes and layers tell the same; return the state that all changes are in."""
    changes = found.all(AssetChange)
    (state,) = {change.state for change in changes}
    for change in changes:
        for edit in from_json(change.edits):
            rows = found.layer_rows(edit.table, edit.key_column, [edit.key]).get(edit.key, [])
            assert all(same(rows[0][name], value) for name, value in edit.after.items())
    repairs = found.layer_rows("raepa_reparaep_p", "idrepar", ["REP-2026-0417"])
    assert bool(repairs) == (state is ChangeState.ACCEPTED)
    assert found.discrepancies() == []
    found.close()
    return state
