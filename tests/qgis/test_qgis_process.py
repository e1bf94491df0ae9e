# SPDX-License-Identifier: GPL-3.0-or-later
"""The algorithms run without a window through QGIS's own command."""

import json
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def qgis_process(tmp_path):
    """Return a function that runs qgis_process in a profile of its own, with the plugin enabled."""
    tool = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "regard").symlink_to(ROOT)
    environment = os.environ | {
        "QGIS_PLUGINPATH": str(plugins),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*arguments):
        return subprocess.run(
            [tool, *arguments], env=environment, capture_output=True, text=True, timeout=180
        )

    run("plugins", "enable", "regard")
    return run


def test_isolation_runs_from_the_command_of_qgis(qgis_process, built_town, tmp_path):
    sinks = [f"--{name}={tmp_path / name}.gpkg" for name in ("PIPES", "VALVES", "CUSTOMERS")]
    run = qgis_process(
        "run", "regard:isolate", f"--WORKSPACE={built_town}", "--POINT=687520,6924000", *sinks, "--json"
    )
    assert run.returncode == 0, run.stderr
    results = json.loads(run.stdout[run.stdout.index("{") :])["results"]
    assert results["CUSTOMER_COUNT"] == 23
    assert results["LENGTH_M"] == pytest.approx(400, abs=0.01)


def test_planning_runs_from_the_command_of_qgis(qgis_process, town, tmp_path):
    run = qgis_process(
        "run",
        "regard:plantours",
        f"--WORKSPACE={town}",
        "--DAY=2026-06-03",
        "--NOW=2026-06-03T07:45:00",
        "--SECONDS=0.5",
        f"--TOURS={tmp_path / 'tours.gpkg'}",
        "--json",
    )
    assert run.returncode == 0, run.stderr
    results = json.loads(run.stdout[run.stdout.index("{") :])["results"]
    assert results["PLANNED"] + results["UNPLANNED"] == 5


def test_orders_and_requests_are_asked_about_from_the_command_of_qgis(qgis_process, built_town, tmp_path):
    listed = qgis_process("list").stdout
    asked = ("importrequests", "qualifyrequests", "readiness", "whynotplanned", "emergency", "closeorder")
    assert [name for name in asked if f"regard:{name}" not in listed] == []
    run = qgis_process(
        "run",
        "regard:readiness",
        f"--WORKSPACE={built_town}",
        "--DAY=2026-06-03",
        f"--ORDERS={tmp_path / 'orders.gpkg'}",
        "--json",
    )
    assert run.returncode == 0, run.stderr
    results = json.loads(run.stdout[run.stdout.index("{") :])["results"]
    assert results["RED_COUNT"] > 0
