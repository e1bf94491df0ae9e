# SPDX-License-Identifier: GPL-3.0-or-later
"""Which Python libraries are missing, what they disable, and how to get them.

Imports nothing but the standard library, so that it can always run first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"

_MODULES = {"SQLAlchemy": "sqlalchemy", "PyYAML": "yaml", "Jinja2": "jinja2", "fpdf2": "fpdf"}
_COMMAND_LINE_ONLY = frozenset({"typer", "rich"})
_ROADS = frozenset({"osmnx", "osmium"})
_ONE_THING_ALONE = frozenset({"fpdf2", "openpyxl", "statsmodels"})
_WORDS = "PyYAML"
_GRAPH = frozenset({"networkx", "numba", "scipy"})


@dataclass(frozen=True, slots=True)
class Requirement:
    """A library with the oldest version that serves."""

    name: str
    minimum: str

    @property
    def module(self) -> str:
        """Return the name under which Python imports it."""
        return _MODULES.get(self.name, self.name)


@dataclass(frozen=True, slots=True)
class Lack:
    """A library that is missing, or too old when ``found`` names a version."""

    requirement: Requirement
    found: str | None


def read_requirements(path: Path = REQUIREMENTS) -> tuple[Requirement, ...]:
    """Return the libraries that requirements.txt asks for, without those of the command line."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition(">=")[::2] for line in lines if line)
    return tuple(Requirement(name, minimum) for name, minimum in pairs if name not in _COMMAND_LINE_ONLY)


def find_lacks(requirements: Iterable[Requirement]) -> tuple[Lack, ...]:
    """Return what cannot be imported or is older than asked, without importing it."""
    return tuple(lack for lack in map(_check, requirements) if lack is not None)


def affected_features(lacks: Iterable[Lack]) -> frozenset[str]:
    """Return what cannot work: any of ``map``, ``orders``, ``isolate``, ``plan``."""
    features: set[str] = set()
    for lack in lacks:
        if lack.requirement.name in _ONE_THING_ALONE:
            # letters, workbooks and the forecast of a year alone, which say so themselves
            continue
        if lack.requirement.name in _ROADS:
            features.add("plan")
        elif lack.requirement.name in _GRAPH:
            features |= {"isolate", "plan"}
        elif lack.requirement.name == _WORDS:
            features |= {"map", "orders", "isolate", "plan"}
        else:
            features |= {"orders", "isolate", "plan"}
    return frozenset(features)


def pip_command(lacks: Iterable[Lack]) -> str:
    """Return the command that installs what is lacking beside QGIS's own numpy."""
    wanted = [f'"{lack.requirement.name}>={lack.requirement.minimum}"' for lack in lacks]
    if _has_numpy_1():
        wanted.append('"numpy<2"')
    return f"python3 -m pip install {' '.join(wanted)}"


def _check(requirement: Requirement) -> Lack | None:
    if find_spec(requirement.module) is None:
        return Lack(requirement, None)
    try:
        found = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return None
    return Lack(requirement, found) if _numbers(found) < _numbers(requirement.minimum) else None


def _has_numpy_1() -> bool:
    """Tell whether numpy 1 is installed: a QGIS that ships it breaks beside numpy 2."""
    try:
        return _numbers(metadata.version("numpy"))[0] < 2
    except metadata.PackageNotFoundError:
        return False


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
