# SPDX-License-Identifier: GPL-3.0-or-later
"""A missing library is named with the way to get it; the plugin loads and greys what needs it."""

import subprocess
import sys
from pathlib import Path

import pytest
from regard.qgis_bridge.dependencies import (
    Lack,
    Requirement,
    affected_features,
    find_lacks,
    pip_command,
    read_requirements,
)

ROOT = Path(__file__).resolve().parents[2]
# loads the plugin in a Python of its own, where the hidden libraries cannot be imported
LOADING = """
import importlib.util, sys
for name in sys.argv[2].split(","):
    sys.modules[name] = None
def module(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    sys.modules[name] = made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made
module("conftest", sys.argv[1] + "/tests/conftest.py")
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
desktop = module("desktop", sys.argv[1] + "/tests/qgis/desktop.py").Desktop()
from regard.plugin import RegardPlugin
from qgis.PyQt.QtWidgets import QDockWidget
import regard.plugin
regard.plugin.user_locale = lambda: "en_GB"
plugin = RegardPlugin(desktop)
plugin.initGui()
print("enabled", *sorted(n for n, a in plugin.window.actions.actions.items() if a.isEnabled()))
print("docks", *sorted(d.objectName() for d in desktop.window.findChildren(QDockWidget)))
print("says", *desktop.messages())
from qgis.PyQt.QtWidgets import QToolButton
print("more", sum(1 for b in desktop.bar.findChildren(QToolButton) if b.text()))
plugin.unload()
import os
sys.stdout.flush()
os._exit(0)
"""


def load_without(*hidden):
    """Return what the plugin offers and says when libraries are hidden: a word and its rest by line."""
    command = [sys.executable, "-c", LOADING, str(ROOT), ",".join(hidden)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    lines = (line.partition(" ") for line in run.stdout.splitlines())
    found = {word: rest for word, _, rest in lines}
    assert found, run.stderr
    return found


def test_nothing_is_missing_here():
    assert find_lacks(read_requirements()) == ()


def test_a_hidden_library_is_found_without_importing_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    (lack,) = find_lacks([Requirement("numba", "0.60"), Requirement("scipy", "1.0")])
    assert lack == Lack(Requirement("numba", "0.60"), None)


def test_a_library_that_is_too_old_is_found():
    (lack,) = find_lacks([Requirement("shapely", "99.1")])
    assert lack.found is not None


def test_the_command_of_pip_asks_for_what_is_lacking():
    command = pip_command(
        [Lack(Requirement("numba", "0.60"), None), Lack(Requirement("osmnx", "2.0"), "1.9")]
    )
    assert command.startswith('python3 -m pip install "numba>=0.60" "osmnx>=2.0"')


@pytest.mark.parametrize(
    ("name", "features"),
    [
        ("osmium", {"plan"}),
        ("numba", {"isolate", "plan"}),
        ("scipy", {"isolate", "plan"}),
        ("SQLAlchemy", {"orders", "isolate", "plan"}),
        ("PyYAML", {"map", "orders", "isolate", "plan"}),
    ],
)
def test_only_what_needs_a_library_is_affected(name, features):
    assert affected_features([Lack(Requirement(name, "1"), None)]) == features


def test_the_command_line_has_libraries_of_its_own():
    assert {"typer", "rich"} & {requirement.name for requirement in read_requirements()} == set()


def test_without_the_compiler_neither_networks_nor_tours_are_asked():
    found = load_without("numba")
    days = "day_after day_before desk_day"
    assert found["enabled"] == " ".join(
        sorted(f"connect demo_town open_workspace orders refresh {days}".split())
    )
    assert found["docks"] == "Layers RegardOrderDock RegardOrdersDock"
    assert "numba ≥" in found["says"]
    assert "QPIP" in found["says"]
    assert "pip install" in found["says"]
    assert found["more"] == "1", "the bar is too short for the command"


def test_without_geopandas_the_map_still_opens():
    found = load_without("geopandas", "pandas", "shapely", "sqlalchemy", "pydantic", "numba", "scipy")
    assert found["enabled"] == "connect demo_town open_workspace refresh"
    assert found["docks"] == "Layers"
    assert "geopandas ≥" in found["says"]


def test_without_yaml_the_plugin_still_loads():
    found = load_without("yaml")
    assert found["enabled"] == ""
    assert "PyYAML ≥" in found["says"]
