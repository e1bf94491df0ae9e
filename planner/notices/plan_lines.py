# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of an operator's plan as networks: kind, class and sizes as far as the plan says them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import isfinite
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from ...core.errors import InputError
from ...core.ids import AssetId
from ...network.digging.conflicts import UNKNOWN_CLASS, ConflictRules
from ..assets.degrees import look_like_degrees
from ..records import AnsweredNetwork

if TYPE_CHECKING:
    from .third_party import Answer

_LINES = ("LineString", "MultiLineString")


@dataclass(frozen=True, slots=True)
class PlanLines:
    """The networks of a plan, each once, and how many features are none."""

    networks: list[AnsweredNetwork]
    left_out: int


def plan_networks(
    plans: Mapping[str, gpd.GeoDataFrame], answer: Answer, *, rules: ConflictRules, crs: str
) -> PlanLines:
    """Return the lines of a plan's layers in a CRS; ``InputError`` for a layer without place."""
    found: dict[str, AnsweredNetwork] = {}
    left_out = 0
    for name, frame in plans.items():
        lines = _lines(name, frame, crs)
        names = lines["Layer"].astype(str) if "Layer" in lines else pd.Series(name, index=lines.index)
        kinds = names.map(dict(answer.kinds or {})).fillna(answer.kind)
        left_out += len(frame) - len(lines) + int((kinds == "").sum())
        told = lines.rename(columns=str.lower)
        for index in lines.index[kinds != ""]:
            row = told.loc[index].to_dict()
            network = _network(row, str(kinds[index]).upper(), str(names[index]), answer, rules)
            found.setdefault(network.asset_id, network)
    return PlanLines(list(found.values()), left_out)


def layer_names(plans: Mapping[str, gpd.GeoDataFrame]) -> list[str]:
    """Return what the layers of a plan are called: those of a drawing are a column of its one table."""
    found: list[str] = []
    for name, frame in plans.items():
        found += sorted(set(frame["Layer"].astype(str))) if "Layer" in frame else [name]
    return found


def _lines(name: str, frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    if frame.crs is None:
        raise InputError("layer.no_crs", layer=name)
    drawn = frame[frame.geom_type.isin(_LINES) & ~frame.geometry.is_empty]
    bounds = [float(side) for side in drawn.total_bounds]
    if len(drawn) and frame.crs.is_projected and look_like_degrees(bounds):
        place = f"{bounds[0]:.5f}, {bounds[1]:.5f}"
        raise InputError("layer.degrees", layer=name, crs=str(frame.crs.name), place=place)
    flat = drawn.set_geometry(shapely.force_2d(drawn.geometry.array), crs=frame.crs)
    return flat.to_crs(crs)


def _network(
    row: Mapping[Hashable, Any], kind: str, label: str, answer: Answer, rules: ConflictRules
) -> AnsweredNetwork:
    shape = shapely.set_precision(row["geometry"], 0.001)
    digest = sha256(f"{answer.operator}|{kind}|".encode() + shapely.to_wkb(shape)).hexdigest()[:16]
    said = str(row.get("accuracy_class") or answer.accuracy_class).strip().upper()
    return AnsweredNetwork(
        asset_id=AssetId(f"{answer.operator}/{digest}"),
        operator=answer.operator,
        network_type=kind,
        # every DXF has a layer 0, whose name tells nothing; the kind is shown then
        label="" if label == "0" else label,
        accuracy_class=said if said in rules.uncertainty else UNKNOWN_CLASS,
        is_rigid=answer.is_rigid,
        is_sensitive=rules.is_sensitive(kind),
        emergency_phone=answer.emergency_phone,
        answered_on=answer.day,
        file=answer.file,
        geometry=shape,
        diameter_mm=_number(row.get("diameter_mm")),
        depth_m=_number(row.get("depth_m")),
    )


def _number(value: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number if isfinite(number) else None
