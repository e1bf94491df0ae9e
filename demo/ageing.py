# SPDX-License-Identifier: GPL-3.0-or-later
"""When pipes were laid and what they are made of: quarter by quarter, street by street, with renewals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .chance import by_group, pick
from .settings import settings

_MEAN_YEAR = 1966.0
_QUARTERS_SPREAD = 16.0
_STREETS_SPREAD = 9.0
_RENEWED_SHARE = 0.22
_RENEWED_FROM = 1992


def laying_years(
    rng: np.random.Generator, xy: np.ndarray, street: np.ndarray, *, quarter_m: float = 700.0
) -> np.ndarray:
    """Return the laying year of pipes at ``xy`` (n x 2): alike in a quarter, the same along a street.

    ``street`` numbers the streets; some of them were renewed at one go since 1992.
    """
    limits = settings("pipes")
    street = np.unique(street, return_inverse=True)[1]
    heading = rng.uniform(0, 2 * np.pi, 5)
    number = 2 * np.pi / (quarter_m * rng.uniform(1, 4, 5))
    waves = np.sin(xy @ (number * np.vstack((np.cos(heading), np.sin(heading)))) + rng.uniform(0, 6, 5))
    spread = waves.mean(axis=1) * np.sqrt(2 * len(heading)) * _QUARTERS_SPREAD
    jitter = (by_group(rng, street) + by_group(rng, street) - 1.0) * 2.45 * _STREETS_SPREAD
    # sections of one street take the quarter's age of its first section
    first = np.unique(street, return_index=True)[1]
    base = _MEAN_YEAR + spread[first][street] + jitter
    renewed = by_group(rng, street) < _RENEWED_SHARE
    since = _RENEWED_FROM + by_group(rng, street) * (limits["newest_year"] - _RENEWED_FROM)
    years = np.where(renewed, since, base)
    return np.clip(np.round(years), limits["oldest_year"], limits["newest_year"]).astype(int)


def recorded_span(years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and the last possible laying year that the archives give for the true years."""
    exact = years >= settings("pipes")["exact_from_year"]
    decade = years // 10 * 10
    return np.where(exact, years, decade), np.where(exact, years, np.minimum(decade + 9, 1974))


@dataclass(frozen=True, slots=True)
class Makings:
    """The shares of materials by era and size, out of ``resources/demo/pipes.yaml``."""

    materials: tuple[str, ...]
    until_years: np.ndarray
    sizes_mm: np.ndarray
    shares: np.ndarray

    def choose(
        self, rng: np.random.Generator, years: np.ndarray, bores_mm: np.ndarray, street: np.ndarray
    ) -> np.ndarray:
        """Return the material codes of pipes laid in ``years``: one for the pipes of a street and size."""
        era = np.searchsorted(self.until_years, years, side="right")
        size = np.searchsorted(self.sizes_mm, bores_mm, side="left")
        lot = np.unique(np.column_stack((street, era, size)), axis=0, return_inverse=True)[1].ravel()
        first = np.unique(lot, return_index=True)[1]
        chosen = pick(rng, self.shares[era[first], size[first]])
        return np.array(self.materials, dtype=object)[chosen[lot]]


def makings(kind: str) -> Makings:
    """Return the makings of ``water_mains``, ``service_connections``, ``sewers`` or ``sewer_connections``."""
    table: Mapping[str, Any] = settings("pipes")[kind]
    sizes: Mapping[str, float] = table["sizes_mm"]
    materials = sorted({code for era in table["eras"] for size in sizes for code in era[size]})
    shares = np.array(
        [[[era[size].get(code, 0) for code in materials] for size in sizes] for era in table["eras"]]
    )
    until = np.array([era["until"] for era in table["eras"]])
    return Makings(tuple(materials), until, np.array(list(sizes.values())), shares.astype(float))


def bores_for(kind: str, load: np.ndarray) -> np.ndarray:
    """Return the bore (mm) that a pipe needs for its load; ``kind`` is ``water``, ``foul`` or ``storm``."""
    steps = settings("pipes")["bores"][kind]
    limits = np.array([limit for limit, _ in steps], dtype=float)
    return np.array([bore for _, bore in steps])[np.searchsorted(limits, load, side="left")]


def trade_diameters(bores_mm: np.ndarray, materials: np.ndarray) -> np.ndarray:
    """Return the diameters under which pipes of these bores are sold."""
    diameters = bores_mm.astype(int).copy()
    for material, table in settings("pipes")["trade_diameters_mm"].items():
        for bore, diameter in table.items():
            diameters[(materials == material) & (bores_mm == bore)] = diameter
    return diameters
