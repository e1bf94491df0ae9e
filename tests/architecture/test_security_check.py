# SPDX-License-Identifier: GPL-3.0-or-later
"""What bandit finds is explained place by place, or the check fails."""

import importlib.util
from collections import Counter

import pytest


@pytest.fixture(scope="module")
def check(root):
    spec = importlib.util.spec_from_file_location("check_security", root / "scripts" / "check_security.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HOSTILE = """
import pickle, subprocess
def ask(connection, name, given):
    subprocess.run(name, shell=True)
    pickle.loads(given)
    return connection.execute(f"SELECT * FROM orders WHERE name = '{name}'")
"""


def test_what_is_found_needs_a_reason(check, tmp_path):
    (tmp_path / "careless.py").write_text(HOSTILE, encoding="utf-8")
    found = check.read_findings(tmp_path)
    assert {rule for _, rule in found} >= {"B301", "B602", "B608"}
    reasons = Counter({key: len(places) for key, places in found.items()})
    assert check.compare(found, reasons) == []
    reasons["careless.py", "B608"] = 0
    assert check.compare(found, reasons)[0] == "careless.py B608: 1 found, 0 explained"


def test_a_reason_for_what_is_gone_is_told(check):
    assert check.compare({}, Counter({("gone.py", "B608"): 2})) == ["gone.py B608: 0 found, 2 explained"]


def test_every_reason_is_for_a_file_that_is_there(check, root):
    files = {file for file, _ in check.read_reasons(check.REASONS)}
    assert [file for file in files if not (root / file).exists()] == []
