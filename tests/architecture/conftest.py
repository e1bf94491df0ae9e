# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository as the architecture tests read it: parsed sources, tracked files, a renamed copy."""

import ast
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_SHIPPED = {"tests", "scripts", "benchmarks", "docs"}


@dataclass(frozen=True, slots=True)
class Source:
    """A Python file of the repository."""

    path: str
    text: str
    tree: ast.Module

    @property
    def folder(self):
        """Return the first folder of the path, ``""`` at the root."""
        return self.path.rpartition("/")[0].partition("/")[0]


@pytest.fixture(scope="session")
def root():
    """Return the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def files():
    """Return the paths of the files that git tracks or would track, as they stand on disk."""
    # The checkout may belong to someone else than who runs the tests, as in a container.
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return tuple(sorted(path for path in listed.split("\0") if path and (ROOT / path).is_file()))


@pytest.fixture(scope="session")
def sources(files):
    """Return every Python file, parsed."""
    return tuple(_read(path) for path in files if path.endswith(".py"))


@pytest.fixture(scope="session")
def shipped(sources):
    """Return the Python files of the plugin itself."""
    return tuple(source for source in sources if source.folder not in NOT_SHIPPED)


@pytest.fixture(scope="session")
def copy_of_checkout(files, tmp_path_factory):
    """Return a copy of the repository in a folder whose name is no Python identifier."""
    copy = tmp_path_factory.mktemp("copies") / "my-repo.v1"
    for path in files:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, copy / path)
    return copy


def _read(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=path))
