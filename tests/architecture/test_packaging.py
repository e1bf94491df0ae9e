# SPDX-License-Identifier: GPL-3.0-or-later
"""One folder is a QGIS plugin, a Python package and a checkout of any name."""

import importlib.util
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from configparser import ConfigParser

import pytest
import regard

PLANNED_AT_THE_ROOT = """
    .ci .gitattributes .github .gitignore CHANGELOG.md CITATION.cff CONTRIBUTING.md LICENSE Makefile
    README.md __init__.py benchmarks cli constraints.txt core demo docs i18n metadata.txt network planner
    plugin.py pyproject.toml qgis_bridge requirements.txt resources resources.qrc routing scripts steering
    store tests ui workorders
"""


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def metadata(root):
    parser = ConfigParser(interpolation=None)
    parser.read(root / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.fixture(scope="module")
def installed(copy_of_checkout, tmp_path_factory):
    """Return a folder in which a wheel, built from the renamed copy, is installed."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    run = subprocess.run([*command, "--target", target, copy_of_checkout], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return target


def test_only_planned_names_stand_at_the_root(files):
    assert {path.partition("/")[0] for path in files} - set(PLANNED_AT_THE_ROOT.split()) == set()


def test_every_package_is_listed(files, project):
    inits = (path.rpartition("/")[0] for path in files if path.endswith("__init__.py"))
    found = {".".join(["regard", *folder.split("/")]) if folder else "regard" for folder in inits}
    assert set(project["tool"]["setuptools"]["packages"]) == found


def test_requirements_are_those_of_the_project_less_numpy(root, project):
    lines = (root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    asked = {line for line in lines if line and not line.startswith("#")}
    wanted = {name for name in project["project"]["dependencies"] if not name.startswith("numpy")}
    assert asked == wanted


def test_metadata_is_complete(metadata):
    needed = "name version qgisMinimumVersion qgisMaximumVersion description about author email license icon"
    assert [key for key in [*needed.split(), "description[fr]", "about[fr]"] if not metadata.get(key)] == []
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"


def test_the_icon_exists(root, metadata):
    assert (root / metadata["icon"]).is_file()


def test_the_icon_manifest_lists_every_icon(root, files):
    listed = {entry.text for entry in ET.parse(root / "resources.qrc").iter("file")}
    assert [path for path in listed if not (root / path).is_file()] == []
    assert {path for path in files if path.startswith("resources/icons/")} - listed == set()


def test_tests_run_on_this_checkout(root):
    assert regard.__file__ == str(root / "__init__.py")


def test_the_checkout_may_have_any_name(copy_of_checkout):
    chosen = "tests/architecture/test_packaging.py::test_tests_run_on_this_checkout"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:pytest_qgis", "-p", "no:pytest-qt", chosen]
    run = subprocess.run(command, cwd=copy_of_checkout, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_the_wheel_works_from_elsewhere(installed, tmp_path):
    script = "import regard.cli.main, regard.core.messages as m; print(regard.__file__, len(m.templates()))"
    environment = {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    place, count = run.stdout.split()
    assert place == str(installed / "regard" / "__init__.py")
    assert int(count) > 0


def test_the_wheel_holds_every_resource(installed, files):
    folders = ("resources/", "i18n/", "ui/forms/")
    resources = [path for path in files if path.startswith(folders)]
    assert [path for path in resources if not (installed / "regard" / path).is_file()] == []


def test_the_plugin_archive_holds_the_plugin_and_nothing_else(root, tmp_path):
    script = root / "scripts" / "package.py"
    run = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=True)
    with zipfile.ZipFile(run.stdout.strip()) as archive:
        names = archive.namelist()
        metadata = archive.read("regard/metadata.txt").decode()
    assert {name.partition("/")[0] for name in names} == {"regard"}
    assert "name=Regard" in metadata
    assert "regard/core/errors.py" in names
    left_out = tuple(
        f"regard/{name}" for name in ("tests", "scripts", "benchmarks", "docs", ".ci", "Makefile")
    )
    assert [name for name in names if name.startswith(left_out)] == []


def test_the_root_package_imports_nothing_by_itself(root):
    spec = importlib.util.spec_from_file_location("any_name", root / "__init__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert callable(module.classFactory)
