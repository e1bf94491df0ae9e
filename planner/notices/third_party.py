# SPDX-License-Identifier: GPL-3.0-or-later
"""The plans that an operator answered with, as networks of the third-party layer under its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import geopandas as gpd
import pandas as pd
import shapely

from ...core.errors import InputError
from ...network.digging.conflicts import UNKNOWN_CLASS, load_conflict_rules
from ...network.digging.third_party import third_party_frame
from ..assets.asset_base import THIRD_PARTY_LAYER
from ..assets.degrees import look_like_degrees
from ..ports import Workspace

_LINES = ("LineString", "MultiLineString")


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operator's plan is: ``kind`` a PCRS code for every line, ``kinds`` one by the plan's layer."""

    operator: str
    day: date
    kind: str = ""
    kinds: Mapping[str, str] | None = None
    accuracy_class: str = UNKNOWN_CLASS
    emergency_phone: str = ""
    is_rigid: bool = False


@dataclass(frozen=True, slots=True)
class ImportedPlan:
    """How many lines came in, how many were there already, and what was left out."""

    operator: str
    added: int
    known: int
    left_out: int


def import_third_party(
    workspace: Workspace, plans: Mapping[str, gpd.GeoDataFrame], answer: Answer
) -> ImportedPlan:
    """Add the lines of a plan's layers to the third-party layer; a line that is there is brought up to date.

    Everything but lines is left out, and layers that ``kinds`` does not name where there is no ``kind``. An
    unknown class is C. The same plan twice changes nothing but its date.

    Raises
    ------
    InputError
        No layer has a line of a kind, a kind is no PCRS code of the rules, a layer says no CRS or metres
        where it holds degrees.
    """
    rules = load_conflict_rules()
    for kind in filter(None, {answer.kind, *(answer.kinds or {}).values()}):
        if kind.upper() not in rules.kinds:
            raise InputError("notices.unknown_network", found=kind, known=", ".join(rules.kinds))
    parts, left_out = [], 0
    for name, frame in plans.items():
        lines = _lines(name, frame, workspace.crs)
        left_out += len(frame) - len(lines)
        told = "Layer" if "Layer" in lines else None
        names = lines[told].astype(str) if told else pd.Series(name, index=lines.index)
        kinds = names.map(dict(answer.kinds or {})).fillna(answer.kind)
        left_out += int((kinds == "").sum())
        parts.append(_rows(lines[kinds != ""], kinds[kinds != ""], names, answer, workspace.crs))
    new = pd.concat(parts, ignore_index=True) if parts else None
    if new is None or not len(new):
        raise InputError("notices.no_lines", found=", ".join(plans) or "-")
    new = third_party_frame(new.drop_duplicates("asset_id"), rules=rules).assign(answered_on=str(answer.day))
    before = _before(workspace)
    known = set() if before is None else set(before["asset_id"].astype(str))
    again = int(new["asset_id"].isin(known).sum())
    if before is not None:
        kept = before[~before["asset_id"].astype(str).isin(set(new["asset_id"]))]
        if before.geometry.name != new.geometry.name:
            new = new.rename_geometry(before.geometry.name)
        new = gpd.GeoDataFrame(
            pd.concat([kept, new], ignore_index=True), geometry=before.geometry.name, crs=workspace.crs
        )
    workspace.write_layers({THIRD_PARTY_LAYER: new})
    added = sum(len(part.drop_duplicates("asset_id")) for part in parts) - again
    return ImportedPlan(answer.operator, added, again, left_out)


def _before(workspace: Workspace) -> gpd.GeoDataFrame | None:
    if THIRD_PARTY_LAYER not in workspace.layer_names():
        return None
    return workspace.read_layer(THIRD_PARTY_LAYER)


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


def _rows(
    lines: gpd.GeoDataFrame, kinds: pd.Series, names: pd.Series, answer: Answer, crs: str
) -> gpd.GeoDataFrame:
    shapes = shapely.set_precision(lines.geometry.array, 0.001)
    keys = [
        sha256(f"{answer.operator}|{kind}|".encode() + shapely.to_wkb(shape)).hexdigest()[:16]
        for kind, shape in zip(kinds, shapes, strict=True)
    ]
    columns = {
        "asset_id": [f"{answer.operator}/{key}" for key in keys],
        "network_type": kinds.str.upper().to_numpy(),
        "label": names.loc[lines.index].to_numpy(),
        "operator": answer.operator,
        "emergency_phone": answer.emergency_phone,
        "accuracy_class": answer.accuracy_class,
        "is_rigid": str(answer.is_rigid).lower(),
    }
    return gpd.GeoDataFrame(columns, geometry=list(shapes), crs=crs, index=range(len(keys)))
