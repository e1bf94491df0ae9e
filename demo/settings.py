# SPDX-License-Identifier: GPL-3.0-or-later
"""The town's figures, words and names, as editable files in ``resources/demo``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "demo"


@cache
def settings(name: str) -> dict[str, Any]:
    """Return the content of ``resources/demo/<name>.yaml``; read it, do not change it."""
    loaded: dict[str, Any] = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded
