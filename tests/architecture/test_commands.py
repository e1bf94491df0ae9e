# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the README do their own set-up, and say plainly what stops them."""

import importlib.util
import os
import subprocess
import sys

import pytest


@pytest.fixture
def programs(tmp_path):
    """Return a function that puts a program of our own in front of the system's."""
    folder = tmp_path / "programs"
    folder.mkdir()

    def put(name, script):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
        return {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}

    return put


def test_make_lists_every_target(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]
    command = ["make", "--no-print-directory", "-C", root]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    listed = [line.split()[0] for line in printed.splitlines()]
    assert sorted(targets) == sorted(listed)


def test_ci_is_make_test_and_nothing_else(root):
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if not line.startswith("#")]
    assert commands == ['exec make -C "$(dirname "${BASH_SOURCE[0]}")/.." test']
    assert os.access(root / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize(("purpose", "package"), [("demo", "python3-qgis"), ("test", "postgresql-postgis")])
def test_without_rights_the_set_up_says_what_to_install(root, programs, purpose, package):
    programs("dpkg-query", "exit 1")
    programs("id", "echo 1000")
    environment = programs("sudo", "exit 1")
    command = [root / "scripts" / "setup.sh", purpose]
    run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert run.returncode == 2
    line = run.stderr.splitlines()[1].strip()
    assert line.startswith("apt-get update && apt-get install ")
    assert package in line.split()


def test_the_extract_is_fetched_once_only(root, tmp_path):
    there = tmp_path / "monaco.osm.pbf"
    there.write_bytes(b"here already")
    run = fetch(root, there)
    assert (run.returncode, run.stdout, there.read_bytes()) == (0, "", b"here already")


def test_a_registry_out_of_reach_is_one_clear_line(root, tmp_path):
    run = fetch(root, tmp_path / "osm" / "monaco.osm.pbf")
    assert run.returncode == 1
    assert run.stderr.startswith("error: quackosm 0.19.0, which holds the extract, could not be downloaded")
    assert len(run.stderr.splitlines()) == 1
    assert list((tmp_path / "osm").iterdir()) == []


def fetch(root, target):
    environment = {**os.environ, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    command = [sys.executable, root / "scripts" / "fetch_extract.py", target]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.fixture
def stages(root):
    spec = importlib.util.spec_from_file_location("run_tests", root / "scripts" / "run_tests.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_a_skipped_test_counts_as_failed(stages, tmp_path):
    report = tmp_path / "report.xml"
    suite = '<testsuites><testsuite tests="9" failures="1" errors="2" skipped="3"/></testsuites>'
    report.write_text(suite, encoding="utf-8")
    assert stages.count(report) == (3, 6)


def test_a_command_that_fails_without_tests_counts_as_failed(stages):
    outcome = stages.run(stages.Stage("lint", (("true",), ("false",))))
    assert (outcome.passed, outcome.failed) == (1, 1)


def test_a_stage_that_breaks_after_its_tests_counts_as_failed(stages, tmp_path, monkeypatch):
    monkeypatch.setattr(stages, "REPORTS", tmp_path)
    report = '<testsuites><testsuite tests="2" failures="0" errors="0" skipped="0"/></testsuites>'
    command = ("sh", "-c", f"echo '{report}' > {tmp_path}/qgis.xml; exit 139")
    outcome = stages.run(stages.Stage("qgis", (command,)))
    assert (outcome.passed, outcome.failed) == (2, 1)
