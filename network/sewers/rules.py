# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of ``resources/rules/sewer_flow.yaml``: what decides a direction, how fast sewage runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import PositiveFloat

from ...core.rules import RULES_FOLDER, DatedRules, read_rules

FILE = "sewer_flow.yaml"


class SewerRules(DatedRules):
    """Levels in metres, slopes in m/m, diameters in mm, speeds in m/s, Strickler's K by material code."""

    decisive_fall_m: PositiveFloat
    steepest: PositiveFloat
    default_slope: PositiveFloat
    default_diameter_mm: PositiveFloat
    slowest_m_s: PositiveFloat
    fastest_m_s: PositiveFloat
    forced_m_s: PositiveFloat
    default_strickler: PositiveFloat
    strickler: Mapping[str, PositiveFloat]


@cache
def load_sewer_rules() -> SewerRules:
    """Return the rules that come with Regard; an ``InputError`` names the line of a mistake."""
    return read_rules(RULES_FOLDER / FILE, SewerRules)
