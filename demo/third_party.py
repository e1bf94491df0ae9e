# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks of other operators: gas, power, lighting, telecom and heat beside the street axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from .chance import by_group, numbered, pick, stream
from .lines import offset_lines
from .settings import settings
from .streets import MAJOR, Streets
from .water import OFFSET_M, SIDE, side_of

COLUMNS = (
    *("asset_id", "network_type", "label", "operator", "emergency_phone", "accuracy_class"),
    *("is_rigid", "is_sensitive", "diameter_mm", "depth_m"),
)


def lay_third_party(streets: Streets, *, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Return the third-party table (columns of the role) and its lines; each network keeps its own strip."""
    tables, lines = [], []
    for network in settings("third_party")["networks"]:
        rng = stream(seed, f"third party {network['prefix']}")
        section = _sections(streets, network, rng)
        tables.append(_table(streets, section, network, rng))
        lines.append(_lines(streets, section, network, rng))
    return pd.concat(tables, ignore_index=True), np.concatenate(lines)


def _sections(streets: Streets, network: Mapping[str, Any], rng: np.random.Generator) -> np.ndarray:
    """Return the street sections that have the network: whole streets."""
    major = np.isin(streets.kind, list(MAJOR))
    share = np.where(major, network["share_major"], network["share"])
    return np.flatnonzero((by_group(rng, streets.group) < share) & (streets.kind != "crossing"))


def _lines(
    streets: Streets, section: np.ndarray, network: Mapping[str, Any], rng: np.random.Generator
) -> np.ndarray:
    shared_trench = by_group(rng, streets.group)[section] < network.get("beside_water_share", 0.0)
    beside_m = OFFSET_M + network.get("beside_water_m", 0.0)
    offset_m = np.where(shared_trench, beside_m, network["offset_m"])
    shift = 0.5 * offset_m[:, None] * SIDE
    lines = streets.line[section]
    start_xy = streets.xy[streets.start[section]] + shift
    end_xy = streets.xy[streets.end[section]] + shift
    return offset_lines(lines, side_of(lines, 1.0) * offset_m, start_xy, end_xy)


def _table(
    streets: Streets, section: np.ndarray, network: Mapping[str, Any], rng: np.random.Generator
) -> pd.DataFrame:
    street, count = streets.group[section], len(section)
    ducts = network["ducts"]
    # one duct and one accuracy for all of a street: they were laid and surveyed together
    streets_met, first = np.unique(street, return_index=True)
    place = np.searchsorted(streets_met, street)
    duct = pick(rng, np.tile([duct["share"] for duct in ducts], (len(first), 1)))[place]
    classes = network["accuracy"]
    accuracy = pick(rng, np.tile(list(classes.values()), (len(first), 1)))[place]
    return pd.DataFrame(
        {
            "asset_id": numbered(network["prefix"], count),
            "network_type": network["network_type"],
            "label": np.array([duct["label"] for duct in ducts], dtype=object)[duct],
            "operator": network["operator"],
            "emergency_phone": network["emergency_phone"],
            "accuracy_class": np.array(list(classes), dtype=object)[accuracy],
            "is_rigid": np.array([duct["rigid"] for duct in ducts])[duct],
            "is_sensitive": network["is_sensitive"],
            "diameter_mm": np.array([duct["diameter_mm"] for duct in ducts])[duct],
            "depth_m": rng.uniform(*network["depth_m"], count).round(2),
        },
        columns=list(COLUMNS),
    )
