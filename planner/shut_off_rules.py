# SPDX-License-Identifier: GPL-3.0-or-later
"""How the valves of a water cut stand in the tours, from ``resources/rules/shut_offs.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..core.rules import RULES_FOLDER, DatedRules, read_rules

SHUT_OFFS = RULES_FOLDER / "shut_offs.yaml"


class ShutOffRules(DatedRules):
    """Who operates the valves, as which type of work, and how long the water may be off for nothing."""

    valve_stops: Literal["auto", "own", "within"]
    operation: str
    walk_kmh: Annotated[float, Field(gt=0)]
    walk_detour: Annotated[float, Field(ge=1)]
    closed_before_work_min: Annotated[int, Field(ge=0)]
    closed_after_work_min: Annotated[int, Field(ge=0)]
    between_bundled_min: Annotated[int, Field(ge=0)]


@cache
def shut_off_rules(path: Path = SHUT_OFFS) -> ShutOffRules:
    """Return the rules of a file; ``InputError`` names the line of a mistake."""
    return read_rules(path, ShutOffRules)
