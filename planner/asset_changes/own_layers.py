# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers that no layout of networks has and that the workspace draws itself: repairs, lengths worked on.

Repairs have the columns of RAEPA v1.2 (StaR-Eau V2024 models no interventions, geostandard p. 37).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import geopandas as gpd
import pandas as pd

from ...workorders.asset_changes.drafts import LENGTH, SEWER_REPAIR, WATER_REPAIR
from ..ports import Workspace


@dataclass(frozen=True, slots=True)
class OwnLayer:
    """One such layer: its name, the column of its ids, what it is drawn as, its columns with their types."""

    name: str
    key_column: str
    geometry: str
    columns: Mapping[str, str]


_REPAIR: Mapping[str, str] = MappingProxyType(
    {
        "idrepar": "str",
        "x": "float64",
        "y": "float64",
        "supprepare": "str",
        "defreparee": "str",
        "idsuprepar": "str",
        "daterepar": "datetime64[ms]",
        "mouvrage": "str",
    }
)
_LENGTH: Mapping[str, str] = MappingProxyType(
    {
        "length_id": "str",
        "pipe_id": "str",
        "done": "str",
        "done_on": "datetime64[ms]",
        "length_m": "float64",
        "grade": "str",
        "order_id": "str",
    }
)
OWN_LAYERS: Mapping[str, OwnLayer] = MappingProxyType(
    {
        WATER_REPAIR: OwnLayer("raepa_reparaep_p", "idrepar", "Point", _REPAIR),
        SEWER_REPAIR: OwnLayer("raepa_reparass_p", "idrepar", "Point", _REPAIR),
        LENGTH: OwnLayer("maintained_lengths", "length_id", "LineString", _LENGTH),
    }
)


def ensure_layers(workspace: Workspace, roles: Iterable[str]) -> None:
    """Create those of the layers of some roles that the workspace does not have yet, empty."""
    there = set(workspace.layer_names())
    wanted = [OWN_LAYERS[role] for role in dict.fromkeys(roles) if role in OWN_LAYERS]
    missing = {layer.name: _empty(layer, workspace.crs) for layer in wanted if layer.name not in there}
    if missing:
        workspace.write_layers(missing)


def _empty(layer: OwnLayer, crs: str) -> gpd.GeoDataFrame:
    columns = {
        name: pd.Series([], dtype="object" if kind == "str" else kind) for name, kind in layer.columns.items()
    }
    frame = gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries([], crs=crs), crs=crs)
    # nothing in it tells what it is drawn as
    frame.attrs["geometry_type"] = layer.geometry
    return frame
