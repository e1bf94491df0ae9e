# SPDX-License-Identifier: GPL-3.0-or-later
"""The cadastral parcels of a workspace: imported from a cadastre, found by section and number."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
from shapely.geometry import Point

from ...core.errors import InputError
from ...workorders.intake.parcel_words import ParcelWords, parcel_words
from ..ports import LayerSource, Workspace

PARCEL_LAYER = "parcel"
# what cadastres call the id of a parcel: Etalab's files, the PCI of DGFiP
_ID_COLUMNS = ("parcel_id", "id", "idu", "geo_parcelle", "id_parcelle")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel by its 14 signs, with a point that lies in it."""

    parcel_id: str
    place: Point


def import_parcels(workspace: Workspace, source: LayerSource) -> int:
    """Replace the parcels by those of the first layer that has a column of their ids, and return how many.

    ``InputError`` when no layer has one, or when a row names no parcel or has no place.
    """
    for name in source.layer_names():
        frame = source.read_layer(name)
        column = next((column for column in _ID_COLUMNS if column in frame.columns), None)
        if column is not None:
            workspace.write_layers({PARCEL_LAYER: _parcels(name, column, frame)})
            return len(frame)
    known = ", ".join(source.layer_names())
    raise InputError("intake.no_parcel_column", found=known, expected=", ".join(_ID_COLUMNS))


def find_parcels(workspace: Workspace, text: str) -> tuple[Parcel, ...]:
    """Return the parcels that a text may mean, by their id.

    ``InputError`` when no parcels were imported, or the text is no parcel.
    """
    if PARCEL_LAYER not in workspace.layer_names():
        raise InputError("intake.no_parcels")
    asked = parcel_words(text)
    if asked is None:
        raise InputError("intake.not_parcel", found=text)
    frame = workspace.read_layer(PARCEL_LAYER)
    ids = frame["parcel_id"].astype(str)
    hits = frame[[_fits(parcel_words(parcel), asked) for parcel in ids]]
    found = (
        Parcel(parcel, geometry.representative_point())
        for parcel, geometry in zip(hits["parcel_id"].astype(str), hits.geometry, strict=True)
    )
    return tuple(sorted(found, key=lambda parcel: parcel.parcel_id))


def _fits(parcel: ParcelWords | None, asked: ParcelWords) -> bool:
    if parcel is None or (parcel.section, parcel.number) != (asked.section, asked.number):
        return False
    return not asked.town or (parcel.town, parcel.prefix) == (asked.town, asked.prefix)


def _parcels(layer: str, column: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    ids = frame[column].astype("string").fillna("")
    for row, (parcel, geometry) in enumerate(zip(ids, frame.geometry, strict=True), start=1):
        if parcel_words(parcel) is None:
            raise InputError("intake.parcel_row", layer=layer, row=row, column=column, found=parcel)
        if geometry is None or geometry.is_empty:
            raise InputError("intake.parcel_row", layer=layer, row=row, column="geometry", found="")
    return gpd.GeoDataFrame({"parcel_id": ids}, geometry=list(frame.geometry), crs=frame.crs)
