# SPDX-License-Identifier: GPL-3.0-or-later
"""Third-party networks near an excavation."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
from pydantic import BaseModel
from shapely.geometry import Polygon

from .results import Conflict


class ConflictRules(BaseModel):
    """Dated figures of the anti-damage rules."""


def load_conflict_rules(path: Path | None = None) -> ConflictRules:
    """Return the rules of a YAML file, by default those that come with Regard."""
    raise NotImplementedError


def find_conflicts(
    footprint: Polygon, third_party: gpd.GeoDataFrame, *, rules: ConflictRules
) -> tuple[Conflict, ...]:
    """Return the third-party networks to reckon with, nearest first."""
    raise NotImplementedError
