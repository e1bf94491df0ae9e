# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference of the data model says what the record classes say."""

import re
import subprocess
import sys

from regard.store.tables import RECORD_KINDS


def test_the_page_is_current(root):
    run = subprocess.run(
        [sys.executable, root / "scripts" / "data_model.py", "--check"], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr


def test_every_table_stands_in_it_once(root):
    text = (root / "docs" / "data_model.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^### `(\w+)`$", text, re.MULTILINE)) == sorted(RECORD_KINDS)
