# SPDX-License-Identifier: GPL-3.0-or-later
"""How much is known of the assets: points of the national knowledge indices, and the share in class A."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

import geopandas as gpd
import numpy as np
import pandas as pd

from ...core.rules import RULES_FOLDER, DatedRules, Rule, read_rules
from ..assets.arrays import Bools
from ..assets.roles import Role, RoleFrames


class Criterion(Rule):
    """One criterion: the part that it belongs to, its points at most, and what it looks at."""

    part: Literal["A", "B", "C"]
    most: int
    steps: Mapping[int, int] = {}
    counts: tuple[Role, ...] = ()
    repairs: str = ""


class Indicator(Rule):
    """One index, of the pipes of a role."""

    pipes: Role
    criteria: Mapping[str, Criterion]


class KnowledgeRules(DatedRules):
    """The indices; without ``least_before_c`` points of A and B those of C do not count."""

    least_before_c: int
    indicators: Mapping[str, Indicator]


@cache
def load_knowledge_rules() -> KnowledgeRules:
    """Return the rules that come with Regard."""
    return read_rules(RULES_FOLDER / "knowledge_index.yaml", KnowledgeRules)


@dataclass(frozen=True, slots=True)
class Points:
    """The points of one criterion, with the share of the length (0 to 1) or how many things prove it."""

    criterion: str
    part: str
    points: int
    most: int
    evidence: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One index as far as data prove it; ``counts_c`` tells whether the points of part C count yet."""

    indicator: str
    points: tuple[Points, ...]
    counts_c: bool

    @property
    def proved(self) -> int:
        """Return the points that are proved and count."""
        return sum(one.points for one in self.points if self.counts_c or one.part != "C")


def knowledge(
    frames: RoleFrames,
    repairs: Mapping[str, int],
    *,
    rules: KnowledgeRules,
    other_points: int = 0,
) -> tuple[Knowledge, ...]:
    """Return every index of which there are pipes; ``repairs`` counts repairs located by kind.

    ``other_points`` are those of part A that the service has beside (plans, procedure of update).
    """
    found = []
    for name, indicator in rules.indicators.items():
        frame = frames.get(indicator.pipes)
        if frame is None or not len(frame):
            continue
        points = tuple(
            _points(key, criterion, frame, frames, repairs) for key, criterion in indicator.criteria.items()
        )
        before_c = sum(one.points for one in points if one.part != "C") + other_points
        found.append(Knowledge(name, points, before_c >= rules.least_before_c))
    return tuple(found)


def known_share(frame: gpd.GeoDataFrame, criterion: str) -> float:
    """Return the share of the length of which a criterion's attributes are known."""
    length = np.asarray(frame.length, dtype=float)
    if not length.sum():
        return 0.0
    return float(length[_KNOWN[criterion](frame)].sum() / length.sum())


def _points(
    name: str,
    criterion: Criterion,
    frame: gpd.GeoDataFrame,
    frames: RoleFrames,
    repairs: Mapping[str, int],
) -> Points:
    if criterion.steps:
        share = known_share(frame, name)
        reached = [points for least, points in criterion.steps.items() if share * 100 >= least]
        return Points(name, criterion.part, max(reached, default=0), criterion.most, share)
    count = sum(len(frames.get(role, ())) for role in criterion.counts)
    count += repairs.get(criterion.repairs, 0) if criterion.repairs else 0
    return Points(name, criterion.part, criterion.most if count else 0, criterion.most, float(count))


def _has_number(frame: gpd.GeoDataFrame, column: str) -> Bools:
    values = pd.to_numeric(frame[column], errors="coerce")
    return np.asarray(values.notna() & (values != 0), dtype=bool)


def _has_material_and_diameter(frame: gpd.GeoDataFrame) -> Bools:
    unknown = np.asarray(frame["material"].isin(["", "00"]), dtype=bool)
    return np.asarray(~unknown & _has_number(frame, "diameter_mm"), dtype=bool)


def _is_laid(frame: gpd.GeoDataFrame) -> Bools:
    return _has_number(frame, "laid_year")


def _has_levels(frame: gpd.GeoDataFrame) -> Bools:
    both = _has_number(frame, "invert_up_m") & _has_number(frame, "invert_down_m")
    return np.asarray(both, dtype=bool)


_KNOWN: Mapping[str, Callable[[gpd.GeoDataFrame], Bools]] = {
    "material_and_diameter": _has_material_and_diameter,
    "laid": _is_laid,
    "levels": _has_levels,
}
