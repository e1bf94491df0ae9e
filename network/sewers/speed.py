# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast sewage runs in every pipe."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..assets.arrays import Bools, Floats
from ..assets.cleaning import Assets
from .flow import Flow
from .rules import SewerRules


@dataclass(frozen=True, slots=True)
class Speeds:
    """Speed in every pipe; ``is_assumed`` marks those whose slope, diameter or pump the data do not tell."""

    speed_m_s: Floats
    is_assumed: Bools


def speeds_of(pipes: Assets, flow: Flow, *, length_m: Floats, rules: SewerRules) -> Speeds:
    """Return the Manning-Strickler speed at full bore, within the bounds of the rules.

    In dry weather most sewers run far less than half full, and slower than that. A slope that is unknown or
    rises, and a diameter that is unknown, are replaced by the rules' defaults; mains under pressure run at
    the rules' speed.
    """
    diameter_mm = pipes.numbers("diameter_mm")
    slope = flow.fall_m / length_m
    no_diameter, no_slope = ~(diameter_mm > 0), ~(slope >= 0)
    radius_m = np.where(no_diameter, rules.default_diameter_mm, diameter_mm) / 1000.0 / 4.0
    slope = np.where(no_slope, rules.default_slope, slope)
    strickler = pd.Series(pipes.texts("material")).map(dict(rules.strickler)).fillna(rules.default_strickler)
    full_m_s = strickler.to_numpy(dtype=np.float64) * radius_m ** (2 / 3) * np.sqrt(slope)
    bounded_m_s = np.clip(full_m_s, rules.slowest_m_s, rules.fastest_m_s)
    speed_m_s = np.where(flow.is_forced, rules.forced_m_s, bounded_m_s)
    return Speeds(speed_m_s, flow.is_forced | no_diameter | no_slope)
