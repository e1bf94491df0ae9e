#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetch the OpenStreetMap extract of Monaco that the demonstration town grows from, once.

The extract travels in the source distribution of quackosm, a package of the Python registry, so that the
demonstration needs no other download. Data: OpenStreetMap contributors, ODbL.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PACKAGE = "quackosm"
VERSION = "0.19.0"
MEMBER = f"{PACKAGE}-{VERSION}/tests/test_files/monaco.osm.pbf"
SHA256 = "1fdee8b72c48f932cab3aa9f1f74f87dfd954509a3b47cb932556d827189b97c"


def download(folder: Path) -> Path:
    """Return the source distribution, downloaded into ``folder`` with pip; exit with one line on failure."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    command += ["--no-binary", PACKAGE, f"{PACKAGE}=={VERSION}"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        reason = (run.stderr.strip() or "pip gave no reason").splitlines()[-1]
        sys.exit(f"error: {PACKAGE} {VERSION}, which holds the extract, could not be downloaded: {reason}")
    return folder / f"{PACKAGE}-{VERSION}.tar.gz"


def extract(archive: Path) -> bytes:
    """Return the extract out of the source distribution; exit with one line if it is not the one we know."""
    with tarfile.open(archive) as contents:
        member = contents.extractfile(MEMBER)
        data = member.read() if member else b""
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit(f"error: {archive.name}: {MEMBER} is not the extract that Regard knows (checksum)")
    return data


def main() -> None:
    """Put the extract where the first argument says, unless it is there already."""
    target = Path(sys.argv[1])
    if target.exists():
        return
    print("fetching the OpenStreetMap extract of Monaco", flush=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        partial = Path(folder) / target.name
        partial.write_bytes(extract(download(Path(folder))))
        partial.replace(target)


if __name__ == "__main__":
    main()
