#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the archive that QGIS installs the plugin from.

It holds the files of the last commit, less those that ``.gitattributes`` leaves out, and the user guide as
HTML. With a demonstration town (``town.gpkg``, built by ``make demo``) the archive carries it and the photos
beside it, so that the first window can open it. Usage: package.py [FOLDER] [TOWN]; writes
``regard-<version>.zip`` (default: ``dist``).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from configparser import ConfigParser
from pathlib import Path

import guide

ROOT = Path(__file__).resolve().parents[1]


def build(folder: Path, *, town: Path | None = None) -> Path:
    """Return the archive of the last commit, written into ``folder``; ``town`` is carried along."""
    metadata = ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    archive = folder.resolve() / f"regard-{metadata['general']['version']}.zip"
    archive.parent.mkdir(parents=True, exist_ok=True)
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "archive",
        "--format=zip",
        "--worktree-attributes",
    ]
    if town is not None:
        command += ["--prefix=regard/resources/town/", f"--add-file={town.resolve()}"]
        beside = town.resolve().with_name(f"{town.stem}_files")
        for file in sorted(path for path in beside.rglob("*") if path.is_file()):
            inside = file.parent.relative_to(beside.parent).as_posix()
            command += [f"--prefix=regard/resources/town/{inside}/", f"--add-file={file}"]
    with tempfile.TemporaryDirectory() as name:
        for page in guide.build(Path(name) / "guide"):
            inside = f"regard/resources/guide/{page.parent.name}/"
            command += [f"--prefix={inside}", f"--add-file={page.resolve()}"]
        command.append("--prefix=regard/")
        subprocess.run([*command, f"--output={archive}", "HEAD"], cwd=ROOT, check=True)
    return archive


if __name__ == "__main__":
    print(
        build(
            Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist",
            town=Path(sys.argv[2]) if len(sys.argv) > 2 else None,
        )
    )
