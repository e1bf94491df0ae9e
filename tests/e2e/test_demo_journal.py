# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demonstration holds is what its journal tells, as it was built."""

import json
import subprocess
import sys


def test_the_journal_of_the_demonstration_replayed_is_what_it_holds(demo):
    command = [sys.executable, "-m", "regard.cli", "workspace", "check", str(demo / "town.gpkg"), "--json"]
    checked = subprocess.run(command, check=True, capture_output=True, text=True)
    assert json.loads(checked.stdout) == {"differences": []}
