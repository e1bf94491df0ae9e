# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep what is usable of a role frame and name the rest: ids, service state, geometry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import Point

from .arrays import Bools, Floats, Ints, Objects, as_ints
from .defects import defect, place_of
from .results import Correction, Defect
from .roles import COLUMNS, LINEAR_ROLES, Role

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)


@dataclass(frozen=True, slots=True)
class Assets:
    """The usable assets of one role: 2D geometry, business id, and the frame row that each comes from.

    ``is_mendable`` tells the assets whose geometry can be written back: their id means them alone, and what
    is drawn here is all that they are, in one part and without heights.
    """

    role: Role
    ids: Objects
    geometry: Objects
    row: Ints
    frame: Mapping[str, Objects]
    is_mendable: Bools

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
        """Return a yes-or-no column; nothing is no."""
        return _as_flags(self.column(name), unknown=False)

    def take(self, which: Ints, geometry: Objects | None = None) -> Assets:
        """Return some of the assets, with another geometry when one is given."""
        drawn = self.geometry[which] if geometry is None else geometry
        return Assets(self.role, self.ids[which], drawn, self.row[which], self.frame, self.is_mendable[which])

    def defect(
        self,
        index: int,
        *,
        severity: str,
        code: str,
        place: Point | None = None,
        correction: Correction | None = None,
        **params: object,
    ) -> Defect:
        """Return a defect of one asset, at its middle unless a place is given."""
        at = place or place_of(self.geometry[index])
        return defect(severity, self.role, self.ids[index], at, code, correction=correction, **params)

    def defects(self, wrong: Bools, *, severity: str, code: str) -> list[Defect]:
        """Return a defect for every asset that ``wrong`` marks."""
        return [self.defect(int(index), severity=severity, code=code) for index in np.flatnonzero(wrong)]


def text_of(values: Objects) -> Objects:
    """Return values as stripped text, ``""`` for None and NaN."""
    if pd.api.types.infer_dtype(values, skipna=False) == "string":
        return np.array([value.strip() for value in values], dtype=np.object_)
    text = pd.Series(values).astype("string").str.strip().fillna("")
    return np.asarray(text, dtype=np.object_)


def clean(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    """Return the assets in service of a role, as the lines or points that it wants, and what is wrong."""
    return (clean_lines if role in LINEAR_ROLES else clean_points)(frames, role)


def clean_lines(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    """Return the lines in service of a role, one row a single part, and what is wrong with the others.

    A line drawn in several parts that follow each other becomes one; other multiparts give one row a part.
    """
    assets, defects = _in_service(frames, role)
    several = shapely.get_num_geometries(assets.geometry) > 1
    merged = assets.geometry.copy()
    merged[several] = shapely.line_merge(merged[several])
    parts, owner = _parts(merged)
    count = np.bincount(owner, minlength=len(assets))
    length_m = np.where(np.isin(shapely.get_type_id(parts), _LINES), shapely.length(parts), 0.0)
    broken = (count == 0) | (np.bincount(owner[length_m == 0], minlength=len(assets)) > 0)
    for index in np.flatnonzero(several & (count == 1) & ~broken):
        mended = Correction("merge_parts", merged[index]) if assets.is_mendable[index] else None
        defects.append(
            assets.defect(int(index), severity="info", code="network.parts_merged", correction=mended)
        )
    defects += assets.defects(count > 1, severity="warning", code="network.multipart")
    defects += assets.defects(broken, severity="error", code="network.line_unusable")
    whole = replace(assets, is_mendable=assets.is_mendable & ~several)
    usable = length_m > 0
    return whole.take(owner[usable], parts[usable]), defects


def _parts(geometry: Objects) -> tuple[Objects, Ints]:
    """Return the single geometries of some geometries, and which one each comes from."""
    if np.isin(shapely.get_type_id(geometry), _LINES).all():
        return geometry, as_ints(np.arange(len(geometry)))
    parts, owner = shapely.get_parts(geometry, return_index=True)
    return parts, as_ints(owner)


def clean_points(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    """Return the assets in service of a role as points; an area is taken at a point inside it."""
    assets, defects = _in_service(frames, role)
    geometry = assets.geometry.copy()
    drawn_larger = shapely.get_type_id(geometry) != shapely.GeometryType.POINT
    geometry[drawn_larger] = [place_of(larger) for larger in geometry[drawn_larger]]
    whole = replace(assets, is_mendable=assets.is_mendable & ~drawn_larger)
    return whole.take(as_ints(np.arange(len(assets))), geometry), defects


class _NoColumns(dict[str, Objects]):
    """The columns of a role that no layer plays: each is there and empty."""

    def __missing__(self, name: str) -> Objects:
        return np.empty(0, dtype=object)


def _in_service(frames: Mapping[Role, gpd.GeoDataFrame], role: Role) -> tuple[Assets, list[Defect]]:
    frame = frames.get(role)
    if frame is None or frame.empty:
        nothing = np.empty(0, dtype=object)
        return Assets(role, nothing, nothing, as_ints(nothing), _NoColumns(), nothing.astype(bool)), []
    columns = {name: np.asarray(frame[name], dtype=object) for name in COLUMNS[role] if name in frame}
    serving = np.ones(len(frame), dtype=bool)
    if "in_service" in columns:
        serving = _as_flags(columns["in_service"], unknown=True)
    row = as_ints(np.flatnonzero(serving))
    geometry = np.asarray(frame.geometry, dtype=object)
    has_z = shapely.has_z(geometry)
    if has_z.any():
        geometry = shapely.force_2d(geometry)
    geometry, names = geometry[row], text_of(columns["asset_id"])
    shared = _shared(names)
    ids = names[row]
    nameless = ids == ""
    ids[nameless] = [f"{role.value}#{number + 1}" for number in row[nameless]]
    repeated = shared[row]
    if shared.any():
        repeated &= pd.Series(ids).duplicated(keep="first").to_numpy()
    mendable = ~shared[row] & ~nameless & ~has_z[row]
    assets = Assets(role, ids, geometry, row, columns, mendable)
    drawn = _is_drawn(geometry)
    defects = assets.defects(nameless, severity="error", code="network.id_missing")
    defects += assets.defects(repeated, severity="error", code="network.id_duplicate")
    defects += assets.defects(~drawn, severity="error", code="network.geometry_missing")
    return assets.take(np.flatnonzero(drawn)), defects


def _shared(names: Objects) -> Bools:
    """Tell which names another row has as well."""
    if len(set(names.tolist())) == len(names):
        return np.zeros(len(names), dtype=bool)
    return np.asarray(pd.Series(names).duplicated(keep=False))


def _as_flags(values: Objects, *, unknown: bool) -> Bools:
    """Return values as yes or no, with ``unknown`` for None and NaN."""
    missing = pd.isna(values)
    return np.where(missing, unknown, np.where(missing, False, values).astype(bool))


def _is_drawn(geometry: Objects) -> Bools:
    """Tell which geometries have coordinates, all of them numbers."""
    coordinates, owner = shapely.get_coordinates(geometry, return_index=True)
    drawn = np.zeros(len(geometry), dtype=bool)
    drawn[owner] = True
    drawn[owner[~np.isfinite(coordinates).all(axis=1)]] = False
    return drawn
