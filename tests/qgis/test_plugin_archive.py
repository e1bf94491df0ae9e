# SPDX-License-Identifier: GPL-3.0-or-later
"""QGIS loads the plugin from the archive that ``make package`` builds."""

import subprocess
import sys
import zipfile
from pathlib import Path

from regard.ui.starting.controller import CARRIED_TOWN

ROOT = Path(__file__).resolve().parents[2]
LOADING = """
import os, sys
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
sys.path.insert(0, sys.argv[1])
import qgis.utils
qgis.utils.plugin_paths[:] = [sys.argv[1]]
qgis.utils.updateAvailablePlugins()
print("FOUND", qgis.utils.available_plugins, qgis.utils.pluginMetadata("regard", "name"))
loaded = qgis.utils.loadPlugin("regard") and qgis.utils.startProcessingPlugin("regard")
print("LOADED", loaded, sys.modules["regard"].__file__)
print("ALGORITHMS", *(known.id() for known in QgsApplication.processingRegistry().algorithms()))
sys.stdout.flush()
os._exit(0)
"""


def test_qgis_loads_the_archive(tmp_path):
    script = ROOT / "scripts" / "package.py"
    built = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=True)
    plugins = tmp_path / "plugins"
    with zipfile.ZipFile(built.stdout.strip()) as archive:
        archive.extractall(plugins)
    command = [sys.executable, "-c", LOADING, plugins]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert "FOUND ['regard'] Regard" in run.stdout, run.stderr
    assert f"LOADED True {plugins}/regard/__init__.py" in run.stdout, run.stdout + run.stderr
    assert "regard:isolate" in run.stdout


def test_the_archive_carries_a_town_where_the_first_window_looks_for_it(built_town, tmp_path):
    script = ROOT / "scripts" / "package.py"
    command = [sys.executable, script, tmp_path, built_town]
    built = subprocess.run(command, capture_output=True, text=True, check=True)
    with zipfile.ZipFile(built.stdout.strip()) as archive:
        carried = archive.read(f"regard/{CARRIED_TOWN.relative_to(ROOT).as_posix()}")
    assert carried == built_town.read_bytes()
