#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run every check and test, stage after stage, and end with one line that counts them all.

Usage: run_tests.py [STAGE...]; without a stage, all of them in order. A test that is skipped counts as
failed: everything that these stages need is set up by ``scripts/setup.sh test``.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"
REPORTS = ROOT / "var" / "test-reports"
DEMO = ROOT / "var" / "demo-test"
STRICTLY_TYPED = ("core", "network", "workorders", "routing", "steering", "planner")
NO_QGIS = ("-p", "no:pytest_qgis", "-p", "no:pytest-qt")
# the tests of a file stay in one process, for they share what they build
ON_ALL_CORES = ("-n", "auto", "--dist", "loadfile")
# these kill server processes, which takes every other connection to the server along
SERVER_FAULTS = ("postgis/test_server_faults.py", "postgis/test_long_run.py")


@dataclass(frozen=True, slots=True)
class Stage:
    """Commands to run one after the other; the pytest among them, if any, writes a report to count from."""

    name: str
    commands: tuple[tuple[str, ...], ...]
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Path:
        """Return where the stage's pytest writes its JUnit report."""
        return REPORTS / f"{self.name}.xml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many tests of a stage passed and failed; a command without tests counts as one."""

    name: str
    passed: int
    failed: int
    seconds: float


def pytest_command(name: str, *options: str, tests: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the command that runs ``tests/<name>``, or some other ``tests``, for the stage ``name``."""
    python, report = str(BIN / "python"), REPORTS / f"{name}.xml"
    always = ("-q", "--continue-on-collection-errors", f"--junit-xml={report}")
    places = (f"tests/{place}" for place in tests or (name,))
    return (python, "-m", "pytest", *places, *always, *options)


def all_stages() -> tuple[Stage, ...]:
    """Return the stages in the order in which they find mistakes soonest."""
    ruff = (str(BIN / "python"), "-m", "ruff")
    mypy = (str(BIN / "python"), "-m", "mypy")
    packages = tuple(part for name in STRICTLY_TYPED for part in ("-p", f"regard.{name}"))
    lint = (
        (*ruff, "check", "--quiet"),
        (*ruff, "format", "--check", "--quiet"),
        (*mypy, *packages),
        (str(BIN / "lint-imports"), "--no-logo"),
        (str(BIN / "python"), str(ROOT / "scripts" / "check_security.py")),
    )
    without_faults = tuple(f"--ignore=tests/{place}" for place in SERVER_FAULTS)
    demo = {"REGARD_DEMO": str(DEMO)}
    return (
        Stage("lint", lint, {"MYPYPATH": str(typing_folder())}),
        Stage("unit", (pytest_command("unit", *NO_QGIS, *ON_ALL_CORES),)),
        Stage("architecture", (pytest_command("architecture", *NO_QGIS),)),
        Stage("browser", (pytest_command("browser", *NO_QGIS),)),
        Stage("demo", ((str(ROOT / "scripts" / "demo.sh"), str(DEMO)),)),
        # a morning is worked on a server too
        Stage(
            "qgis",
            (on_a_server(pytest_command("qgis")),),
            {"QT_QPA_PLATFORM": "offscreen", **demo},
        ),
        Stage("postgis", (on_a_server(pytest_command("postgis", *NO_QGIS, *ON_ALL_CORES, *without_faults)),)),
        Stage("faults", (on_a_server(pytest_command("faults", *NO_QGIS, tests=SERVER_FAULTS)),), demo),
        Stage("e2e", (pytest_command("e2e", *NO_QGIS),), demo),
    )


def on_a_server(command: tuple[str, ...]) -> tuple[str, ...]:
    """Return the command run beside a PostgreSQL server of its own, which ends with it."""
    return ("pg_virtualenv", "-t", *command)


def typing_folder() -> Path:
    """Return a folder in which the checkout is called ``regard``, whatever its own name: mypy needs it."""
    folder = ROOT / "var" / "typing"
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "regard"
    if not link.is_symlink():
        link.symlink_to(Path("..", ".."))
    return folder


def run(stage: Stage) -> Outcome:
    """Run a stage to its end, even past a command that fails."""
    print(f"\n== {stage.name}", flush=True)
    stage.report.unlink(missing_ok=True)
    started = time.monotonic()
    codes = [execute(command, stage.environment) for command in stage.commands]
    seconds = time.monotonic() - started
    passed, failed = count(stage.report) if stage.report.exists() else (codes.count(0), 0)
    if failed == 0:
        failed = len(codes) - codes.count(0)
    return Outcome(stage.name, passed, failed, seconds)


def execute(command: tuple[str, ...], environment: Mapping[str, str]) -> int:
    """Run a command in the checkout and return its exit code."""
    variables = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


def count(report: Path) -> tuple[int, int]:
    """Return how many tests of a JUnit report passed, and how many failed, broke or were skipped."""
    suites = list(ET.parse(report).iter("testsuite"))
    total = sum(int(suite.get("tests", 0)) for suite in suites)
    bad = ("failures", "errors", "skipped")
    failed = sum(int(suite.get(kind, 0)) for suite in suites for kind in bad)
    return total - failed, failed


def main() -> int:
    """Run the stages asked for and return 0 if nothing failed."""
    # A shell's background job ignores Ctrl+C, and so would the commands that tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    REPORTS.mkdir(parents=True, exist_ok=True)
    stages = {stage.name: stage for stage in all_stages()}
    wanted = sys.argv[1:] or list(stages)
    if unknown := set(wanted) - set(stages):
        sys.exit(f"error: no stage {', '.join(sorted(unknown))}; there are {', '.join(stages)}")
    outcomes = [run(stages[name]) for name in wanted]
    print()
    for part in outcomes:
        print(f"{part.name:<13}{part.passed:>6} passed {part.failed:>4} failed {part.seconds:>7.1f} s")
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    seconds = sum(outcome.seconds for outcome in outcomes)
    print(f"\n===== {passed} passed, {failed} failed in {seconds:.1f} s =====")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
