# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep what is usable of a role frame and name the rest: ids, service state, geometry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from .arrays import Bools, Floats, Ints, Objects, as_ints
from .defects import defect, place_of
from .results import Defect
from .roles import COLUMNS, Role

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)


@dataclass(frozen=True, slots=True)
class Assets:
    """The usable assets of one role: 2D geometry, business id, and the frame row that each comes from."""

    role: Role
    ids: Objects
    geometry: Objects
    row: Ints
    frame: Mapping[str, Objects]

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> Objects:
        """Return a column of the role frame, one value an asset."""
        return self.frame[name][self.row]

    def texts(self, name: str) -> Objects:
        """Return a text column, with ``""`` for nothing."""
        return text_of(self.column(name))

    def numbers(self, name: str) -> Floats:
        """Return a number column, with NaN for nothing."""
        return np.asarray(pd.to_numeric(pd.Series(self.column(name)), errors="coerce"), dtype=np.float64)

    def flags(self, name: str) -> Bools:
        """Return a yes-or-no column."""
        return np.asarray(self.column(name), dtype=bool)

    def take(self, which: Ints, geometry: Objects | None = None) -> Assets:
        """Return some of the assets, with another geometry when one is given."""
        drawn = self.geometry[which] if geometry is None else geometry
        return Assets(self.role, self.ids[which], drawn, self.row[which], self.frame)

    def defects(self, wrong: Bools, *, severity: str, code: str) -> list[Defect]:
        """Return a defect for every asset that ``wrong`` marks."""
        return [
            defect(severity, self.role, self.ids[index], place_of(self.geometry[index]), code)
            for index in np.flatnonzero(wrong)
        ]


def text_of(values: Objects) -> Objects:
    """Return values as stripped text, ``""`` for None and NaN."""
    text = pd.Series(values).astype("string").str.strip().fillna("")
    return np.asarray(text, dtype=np.object_)


def clean_lines(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    """Return the lines in service of a role, one row a single part, and what is wrong with the others.

    A line drawn in several parts that follow each other becomes one; other multiparts give one row a part.
    """
    assets, defects = _in_service(frames, role)
    parts, owner = shapely.get_parts(_merge_parts(assets.geometry), return_index=True)
    split = np.bincount(owner, minlength=len(assets)) > 1
    length_m = np.where(np.isin(shapely.get_type_id(parts), _LINES), shapely.length(parts), 0.0)
    broken = np.bincount(owner[length_m == 0], minlength=len(assets)) > 0
    defects += assets.defects(split, severity="warning", code="network.multipart")
    defects += assets.defects(broken, severity="error", code="network.line_unusable")
    usable = length_m > 0
    return assets.take(owner[usable], parts[usable]), defects


def clean_points(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    """Return the assets in service of a role as points; an area is taken at a point inside it."""
    assets, defects = _in_service(frames, role)
    geometry = assets.geometry.copy()
    drawn_larger = shapely.get_type_id(geometry) != shapely.GeometryType.POINT
    geometry[drawn_larger] = shapely.point_on_surface(geometry[drawn_larger])
    return assets.take(as_ints(np.arange(len(assets))), geometry), defects


class _NoColumns(dict[str, Objects]):
    """The columns of a role that no layer plays: each is there and empty."""

    def __missing__(self, name: str) -> Objects:
        return np.empty(0, dtype=object)


def _in_service(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    frame = frames.get(role)
    if frame is None or frame.empty:
        nothing = np.empty(0, dtype=object)
        return Assets(role, nothing, nothing, as_ints(nothing), _NoColumns()), []
    columns = {name: np.asarray(frame[name], dtype=object) for name in COLUMNS[role] if name in frame}
    serving = columns.get("in_service", np.ones(len(frame), dtype=object)).astype(bool)
    row = as_ints(np.flatnonzero(serving))
    geometry = shapely.force_2d(np.asarray(frame.geometry, dtype=object))[row]
    ids = text_of(columns["asset_id"])[row]
    nameless = ids == ""
    ids[nameless] = [f"{role.value}#{number + 1}" for number in row[nameless]]
    assets = Assets(role, ids, geometry, row, columns)
    repeated = pd.Series(ids).duplicated(keep="first").to_numpy()
    drawn = _is_drawn(geometry)
    defects = assets.defects(nameless, severity="error", code="network.id_missing")
    defects += assets.defects(repeated, severity="error", code="network.id_duplicate")
    defects += assets.defects(~drawn, severity="error", code="network.geometry_missing")
    return assets.take(np.flatnonzero(drawn)), defects


def _is_drawn(geometry: Objects) -> Bools:
    """Tell which geometries have coordinates, all of them numbers."""
    coordinates, owner = shapely.get_coordinates(geometry, return_index=True)
    broken = owner[~np.isfinite(coordinates).all(axis=1)]
    return np.asarray(np.isin(np.arange(len(geometry)), owner) & ~np.isin(np.arange(len(geometry)), broken))


def _merge_parts(geometry: Objects) -> Objects:
    merged = geometry.copy()
    several = shapely.get_num_geometries(geometry) > 1
    merged[several] = shapely.line_merge(geometry[several])
    return merged
