# SPDX-License-Identifier: GPL-3.0-or-later
"""Third-party networks near an excavation: which to keep off, to mark out, to ask about."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, cast, get_args

import geopandas as gpd
import numpy as np
import shapely
from pydantic import NonNegativeFloat, PositiveFloat, model_validator
from shapely.geometry import Polygon

from ...core.ids import AssetId
from ...core.rules import RULES_FOLDER, DatedRules, Label, Rule, misfit, one_of, read_rules
from ..assets.arrays import Floats
from ..assets.cleaning import text_of
from .results import Conflict

UNKNOWN_CLASS = "C"

Verdict = Literal["in_corridor", "to_mark_out", "position_unknown", "consult"]
Colour = Literal["red", "yellow", "orange", "blue", "brown", "violet", "green", "pink"]


class Uncertainty(Rule):
    """How far a drawn network may be from the real one, in metres."""

    rigid_m: NonNegativeFloat
    flexible_m: NonNegativeFloat


class NetworkKind(Rule):
    """What the law says of one kind of network: sensitive for safety or not, and its mark-out colour."""

    label: str
    sensitive: bool
    colour: Colour


class Technique(Label):
    """A way of digging in words; ``machine`` tells whether a mechanical tool may be used at all."""

    machine: bool


class Allowed(Rule):
    """Which technique is allowed, by its name; ``sensitive`` where it is another one near such networks."""

    technique: str
    sensitive: str = ""
    source: str


class ConflictRules(DatedRules):
    """Dated figures of the anti-damage rules.

    ``uncertainty`` goes by accuracy class; a class that it does not hold has no known position.
    ``unlisted`` is what a kind that ``kinds`` does not hold is taken for. ``allowed`` goes by verdict;
    ``deemed`` is for operators whose networks are taken to lie in the excavation zone.
    """

    mark_out_m: PositiveFloat
    consultation_m: PositiveFloat
    uncertainty: Mapping[Literal["A", "B"], Uncertainty]
    kinds: Mapping[str, NetworkKind]
    unlisted: NetworkKind
    colours: Mapping[Colour, str]
    techniques: Mapping[str, Technique]
    allowed: Mapping[Verdict, Allowed]
    deemed: Allowed

    @model_validator(mode="after")
    def _techniques_are_known(self) -> ConflictRules:
        for verdict in get_args(Verdict):
            if verdict not in self.allowed:
                raise misfit(", ".join(self.allowed), one_of(verdict, get_args(Verdict)), "allowed")
        for at, rule in ((("allowed", verdict), rule) for verdict, rule in self.allowed.items()):
            self._require_technique(rule, *at)
        self._require_technique(self.deemed, "deemed")
        return self

    def _require_technique(self, rule: Allowed, *at: str) -> None:
        for name in filter(None, (rule.technique, rule.sensitive)):
            if name not in self.techniques:
                raise misfit(name, one_of(name, self.techniques), *at)

    def allowed_near(self, verdict: str, *, is_sensitive: bool, is_deemed: bool = False) -> Allowed:
        """Return the technique allowed near a network, with its source; ``sensitive`` is left empty."""
        rule = self.deemed if is_deemed else self.allowed[cast("Verdict", verdict)]
        meant = (rule.sensitive or rule.technique) if is_sensitive else rule.technique
        return Allowed(technique=meant, source=rule.source)

    def kind(self, network_type: str) -> NetworkKind:
        """Return what a kind of network is taken for."""
        return self.kinds.get(network_type, self.unlisted)

    def is_sensitive(self, network_type: str) -> bool:
        """Tell whether a kind of network is sensitive for safety."""
        return self.kind(network_type).sensitive


def load_conflict_rules(path: Path | None = None) -> ConflictRules:
    """Return the rules of a YAML file, by default those that come with Regard."""
    return read_rules(path or RULES_FOLDER / "third_party.yaml", ConflictRules)


def find_conflicts(
    footprint: Polygon, third_party: gpd.GeoDataFrame, *, rules: ConflictRules
) -> tuple[Conflict, ...]:
    """Return the networks within the consultation distance of an excavation, nearest first.

    As ``find_all_conflicts`` of one excavation. In O(log n + near networks).
    """
    return find_all_conflicts([footprint], third_party, rules=rules)[0]


def find_all_conflicts(
    footprints: Sequence[Polygon], third_party: gpd.GeoDataFrame, *, rules: ConflictRules
) -> list[tuple[Conflict, ...]]:
    """Return for each excavation the networks within the consultation distance, nearest first.

    ``third_party`` is a frame of ``Role.THIRD_PARTY``. The distance that counts is the one from the edge of
    the excavation to the drawn line less the uncertainty of its class (R.554-27 asks to reckon with it);
    the line's own diameter is neglected, and its depth never lessens a verdict. In O((excavations + near
    networks) log n).
    """
    widest_m = max(max(u.rigid_m, u.flexible_m) for u in rules.uncertainty.values())
    digs = np.empty(len(footprints), dtype=object)
    digs[:] = list(footprints)
    dig, row = third_party.sindex.query(digs, predicate="dwithin", distance=rules.consultation_m + widest_m)
    lines = np.asarray(third_party.geometry, dtype=object)
    edge_m = shapely.distance(digs[dig], lines[row])
    corridor_m = _uncertainty_m(third_party, rules)[row]
    effective_m = np.maximum(0.0, edge_m - corridor_m)
    reach_m = np.where(np.isnan(effective_m), edge_m, effective_m)
    order = np.lexsort((row, edge_m, reach_m, dig))
    order = order[reach_m[order] <= rules.consultation_m]
    columns = [third_party[name].to_numpy() for name in _TOLD]
    found: list[list[Conflict]] = [[] for _ in footprints]
    for at in order:
        told = (column[row[at]] for column in columns)
        found[dig[at]].append(_conflict(told, float(edge_m[at]), float(corridor_m[at]), rules))
    return [tuple(conflicts) for conflicts in found]


def _uncertainty_m(networks: gpd.GeoDataFrame, rules: ConflictRules) -> Floats:
    """Return the uncertainty of each network, NaN where its position is unknown."""
    classes = text_of(np.asarray(networks["accuracy_class"], dtype=object))
    rigid = np.asarray(networks["is_rigid"], dtype=bool)
    uncertainty_m = np.full(len(networks), np.nan)
    for name, known in rules.uncertainty.items():
        uncertainty_m[classes == name] = np.where(rigid, known.rigid_m, known.flexible_m)[classes == name]
    return uncertainty_m


# the columns of a network that a conflict tells, in the order of its fields
_TOLD = (
    "asset_id",
    "network_type",
    "label",
    "operator",
    "emergency_phone",
    "accuracy_class",
    "is_sensitive",
    "depth_m",
)


def _conflict(told: Iterable[Any], edge_m: float, corridor_m: float, rules: ConflictRules) -> Conflict:
    asset_id, network_type, label, operator, phone, accuracy_class, is_sensitive, depth_m = told
    known = not math.isnan(corridor_m)
    effective_m = max(0.0, edge_m - corridor_m) if known else math.nan
    return Conflict(
        asset_id=AssetId(asset_id),
        network_type=network_type,
        label=label,
        operator=operator,
        emergency_phone=phone,
        accuracy_class=accuracy_class,
        is_sensitive=bool(is_sensitive),
        edge_m=edge_m,
        effective_m=effective_m if known else None,
        verdict=_verdict(effective_m, rules) if known else "position_unknown",
        depth_m=None if math.isnan(depth_m) else float(depth_m),
        corridor_m=corridor_m if known else None,
    )


def _verdict(effective_m: float, rules: ConflictRules) -> str:
    if effective_m == 0:
        return "in_corridor"
    return "to_mark_out" if effective_m < rules.mark_out_m else "consult"
