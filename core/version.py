# SPDX-License-Identifier: GPL-3.0-or-later
"""The version, read from metadata.txt: the only place that states it."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

_METADATA = Path(__file__).resolve().parents[1] / "metadata.txt"


def read_version(metadata: Path = _METADATA) -> str:
    """Return the version that metadata.txt states."""
    parser = ConfigParser(interpolation=None)
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"]


__version__ = read_version()
