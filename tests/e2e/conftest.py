# SPDX-License-Identifier: GPL-3.0-or-later
"""The demonstration that the tests in QGIS Desktop open."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def demo():
    """Return the folder of the demonstration, built and published before these tests."""
    folder = Path(os.environ.get("REGARD_DEMO", ROOT / "var" / "demo"))
    assert (folder / "regard.qgz").exists(), f"no demonstration in {folder}: run scripts/demo.sh {folder}"
    return folder
