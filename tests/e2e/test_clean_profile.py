# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive goes into a clean QGIS by its plugin manager, opens its town, and leaves without a trace."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALL = Path(__file__).with_name("install.py")
OUT = ROOT / "var" / "test-reports" / "e2e" / "install"


@pytest.fixture(scope="module")
def seen(demo, tmp_path_factory):
    """Return what was seen while the archive was installed, used and removed in a home of its own."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    package = [sys.executable, ROOT / "scripts" / "package.py", tmp_path_factory.mktemp("dist")]
    built = subprocess.run([*package, demo / "town.gpkg"], capture_output=True, text=True, check=True)
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    environment = kept | {
        "HOME": str(home),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "REGARD_E2E_ARCHIVE": built.stdout.strip(),
        "REGARD_E2E_OUT": str(OUT),
    }
    command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "qgis", "--nologo", "--noversioncheck"]
    run = subprocess.run(
        [*command, "--code", str(INSTALL)], env=environment, capture_output=True, text=True, timeout=300
    )
    (OUT / "qgis.log").write_text(run.stdout + run.stderr, encoding="utf-8")
    assert (OUT / "seen.json").exists(), f"QGIS did not come to the end: {run.stderr[-3000:]}"
    return json.loads((OUT / "seen.json").read_text(encoding="utf-8"))


# these would lead out of the home of the test, or load another Regard
ELSEWHERE = {
    "QT_QPA_PLATFORM",
    "QGIS_PLUGINPATH",
    "QGIS_CUSTOM_CONFIG_PATH",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "LOCALAPPDATA",
    "NUMBA_CACHE_DIR",
    "REGARD_CACHE_DIR",
}


def test_it_came_to_its_end_without_an_error(seen):
    assert seen["errors"] == []
    assert seen["done"]


def test_the_plugin_manager_starts_what_it_installed(seen):
    assert seen["active"]
    assert seen["from"] == "python/plugins/regard"


def test_the_town_of_the_archive_opens_without_the_internet(seen):
    assert seen["orders"] == 55
    assert seen["layers"] > 20
    assert seen["asked"] == []


def test_nobody_complained(seen):
    assert [entry for entry in seen["log"] if entry[0] == "Regard" or "Traceback" in entry[2]] == []


def test_while_installed_it_keeps_what_is_removed_later(seen):
    """Without this the next test could pass because nothing was looked at."""
    kept = seen["while installed"]
    assert any(path.endswith("python/plugins/regard") for path in kept["files"])
    assert ".cache/regard" in kept["files"]
    assert "regard/start/recent" in kept["settings"]


def test_uninstalled_it_leaves_nothing(seen):
    assert seen["left"] == {"files": [], "settings": []}
    assert seen["widgets"] == []
    assert "regard" not in seen["providers"]
