# SPDX-License-Identifier: GPL-3.0-or-later
"""Write layers of a GeoPackage 1.3 that is the same, byte for byte, for the same content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, FieldError

from ..core.errors import Failure
from .stareau_tables import Table, Type

# A GeoPackage says when each layer changed; a town that can be made again has one date for all.
_DATE = "2026-06-02T12:00:00.000Z"
_DATE_OPTION = "OGR_CURRENT_DATE"
_STORED: Mapping[Type, np.dtype] = {
    "text": np.dtype(object),
    "real": np.dtype(np.float64),
    "whole": np.dtype(np.int32),
    "yes_no": np.dtype(bool),
}


def write_layer(
    path: Path,
    layer: str,
    geometry: np.ndarray,
    fields: Mapping[str, np.ndarray],
    *,
    kind: str,
    crs: str,
    empty: frozenset[str] = frozenset(),
) -> int:
    """Add a layer to a GeoPackage (created when missing) and return how many rows it has.

    ``kind`` is the geometry type; the fields named in ``empty`` are stored as NULL. A write that fails raises
    ``Failure``.
    """
    nothing = np.ones(len(geometry), dtype=bool)
    try:
        with _fixed_date():
            pyogrio.raw.write(
                path,
                geometry=shapely.to_wkb(geometry),
                field_data=list(fields.values()),
                field_mask=[nothing if name in empty else None for name in fields],
                fields=np.array(list(fields), dtype=object),
                layer=layer,
                driver="GPKG",
                geometry_type=kind,
                crs=crs,
                append=path.exists(),
                dataset_options={"VERSION": "1.3"},
                layer_options={"GEOMETRY_NAME": "geom", "FID": "fid"},
            )
    except (DataSourceError, DataLayerError, FeatureError, FieldError) as error:
        raise Failure("file.unwritable", file=str(path), reason=str(error)) from error
    return len(geometry)


def write_table(
    path: Path, name: str, table: Table, geometry: np.ndarray, values: Mapping[str, object], *, crs: str
) -> int:
    """Add a table with all its columns; ``values`` are arrays or one value for all rows, others stay NULL."""
    unknown = set(values) - set(table.columns)
    if unknown:
        raise ValueError(f"{name} has no column {', '.join(sorted(unknown))}")
    count = len(geometry)
    fields = {column: _column(values.get(column), count, kind) for column, kind in table.columns.items()}
    empty = frozenset(table.columns) - set(values)
    return write_layer(path, name, geometry, fields, kind=table.geometry, crs=crs, empty=empty)


def _column(value: object, count: int, kind: Type) -> np.ndarray:
    if value is None:
        return np.zeros(count, dtype=_STORED[kind]) if kind != "text" else np.full(count, None, dtype=object)
    if isinstance(value, np.ndarray):
        return value.astype(_STORED[kind], copy=False)
    return np.full(count, value, dtype=_STORED[kind])


@contextmanager
def _fixed_date() -> Iterator[None]:
    before = pyogrio.get_gdal_config_option(_DATE_OPTION)
    pyogrio.set_gdal_config_options({_DATE_OPTION: _DATE})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_DATE_OPTION: before})
