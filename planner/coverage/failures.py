# SPDX-License-Identifier: GPL-3.0-or-later
"""Failures by kilometre and year of the pipes, by material and class of age."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date

import numpy as np

from ...network.assets.roles import Role
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .recurring import interventions
from .rules import coverage_rules_of

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class FailureDensity:
    """The pipes of one material and age: their length, their failures, and those by kilometre and year.

    Ages are from ``age_from`` until before ``age_until`` years (None: no end; both None: not known).
    """

    role: str
    material: str
    age_from: int | None
    age_until: int | None
    km: float
    failures: int
    per_km_year: float


def failure_densities(workspace: Workspace, base: AssetBase, until: date) -> tuple[FailureDensity, ...]:
    """Return the failures of the last months by pipe role, material and age; the densest first.

    Pipes in service count; failures whose pipe is not in the layers are left out.
    """
    rules = coverage_rules_of(workspace, until)
    found: list[FailureDensity] = []
    for name, codes in rules.failures.items():
        frame = base.frame(Role(name))
        if frame is None:
            continue
        own = frame[frame["in_service"].to_numpy().astype(bool)]
        done = interventions(workspace, until, rules.failure_months, codes=codes)
        times = Counter(str(one.asset_id) for one in done if one.asset_role == name)
        groups: dict[tuple[str, int], list[float]] = {}
        rows = zip(own["asset_id"], own["material"], own["laid_year"], own.geometry.length, strict=True)
        for asset, material, year, length_m in rows:
            at = groups.setdefault((str(material), _age_class(year, until, rules.age_classes)), [0.0, 0])
            at[0] += length_m / 1_000
            at[1] += times.get(str(asset), 0)
        found += [
            _density(name, key, km, int(count), rules.age_classes, rules.failure_months)
            for key, (km, count) in groups.items()
            if km > 0
        ]
    return tuple(sorted(found, key=lambda one: (one.role, -one.per_km_year, one.material, one.age_from or 0)))


def _age_class(year: float, until: date, classes: tuple[int, ...]) -> int:
    """Return the number of the class of an age, -1 when the year is not known."""
    return bisect_right(classes, max(until.year - int(year), classes[0])) - 1 if np.isfinite(year) else -1


def _density(
    role: str, key: tuple[str, int], km: float, failures: int, classes: tuple[int, ...], months: int
) -> FailureDensity:
    material, number = key
    return FailureDensity(
        role=role,
        material=material or UNKNOWN,
        age_from=classes[number] if number >= 0 else None,
        age_until=classes[number + 1] if 0 <= number < len(classes) - 1 else None,
        km=km,
        failures=failures,
        per_km_year=failures / km * 12 / months,
    )
