#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Have bandit read the shipped code and the scripts; every finding that stays has its reason in a file.

The reasons are in ``scripts/security_exceptions.toml``, by file and rule with the number of places. A finding
without a reason fails, and so does a reason for something that is no longer there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REASONS = Path(__file__).with_name("security_exceptions.toml")
LEFT_OUT = ("./.venv", "./var", "./build", "./tests", "./benchmarks")
# B404 and B405 only see an import; what is done with it has rules of its own. B101: asserts tell mypy.
SKIPPED = ("B101", "B404", "B405")


def read_findings(root: Path) -> dict[tuple[str, str], list[str]]:
    """Return the places that bandit complains of and what it says, by file and rule."""
    command = [
        sys.executable,
        "-m",
        "bandit",
        "--recursive",
        ".",
        "--quiet",
        "--format",
        "json",
        "--exit-zero",
    ]
    command += ["--exclude", ",".join(LEFT_OUT), "--skip", ",".join(SKIPPED)]
    run = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    said = json.loads(run.stdout)
    found: dict[tuple[str, str], list[str]] = {}
    for one in said["errors"]:
        found.setdefault((one["filename"], "unread"), []).append(one["reason"])
    for one in said["results"]:
        place = f"{one['line_number']}: {one['issue_text']}"
        found.setdefault((Path(one["filename"]).as_posix(), one["test_id"]), []).append(place)
    return found


def read_reasons(path: Path) -> Counter[tuple[str, str]]:
    """Return how many places of a file each reason stands for, by file and rule."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["exception"]
    if bare := [entry for entry in entries if len(entry["reason"]) < 20]:
        sys.exit(f"{path.name}: no reason that explains anything: {bare}")
    return Counter({(entry["file"], entry["rule"]): entry["places"] for entry in entries})


def compare(found: dict[tuple[str, str], list[str]], reasons: Counter[tuple[str, str]]) -> list[str]:
    """Return what does not go together, a line each."""
    wrong = []
    for file, rule in sorted({*found, *reasons}):
        places = found.get((file, rule), [])
        if len(places) != reasons[file, rule]:
            wrong.append(f"{file} {rule}: {len(places)} found, {reasons[file, rule]} explained")
            wrong += [f"    {file}:{place}" for place in places]
    return wrong


if __name__ == "__main__":
    if complaints := compare(read_findings(ROOT), read_reasons(REASONS)):
        sys.exit("\n".join(complaints))
