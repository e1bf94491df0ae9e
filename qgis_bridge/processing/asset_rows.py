# SPDX-License-Identifier: GPL-3.0-or-later
"""Assets by id, for the rows of layers: where they are, what their layers say of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry import MultiLineString
    from shapely.geometry.base import BaseGeometry

    from ...network.assets.arrays import Objects
    from ...network.assets.cleaning import Assets
    from ...network.assets.roles import Role
    from ...planner.assets.asset_base import AssetBase


def geometry_of(ids: Objects, geometry: Objects, wanted: Collection[str]) -> dict[str, BaseGeometry]:
    """Return the geometry of the wanted assets, in their order; the first where an id is on several."""
    import numpy as np
    import pandas as pd

    rows = np.flatnonzero(pd.Series(ids).isin(set(wanted)))
    found = dict(zip(reversed(ids[rows].tolist()), reversed(geometry[rows].tolist()), strict=True))
    return {asset: found[asset] for asset in wanted}


def attributes_of(
    base: AssetBase, role: Role, wanted: Collection[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the wanted assets with the columns of their role, ``""`` and False for what is not known."""
    frame = base.frame(role) if wanted else None
    if frame is None:
        return
    near = frame[frame["asset_id"].isin(set(wanted))].drop_duplicates("asset_id").set_index("asset_id")
    lines = near.drop(columns="geometry").to_dict("index")
    nothing = dict.fromkeys(near.columns)
    for asset in wanted:
        known = lines.get(asset, nothing)
        yield asset, {name: "" if value is None or value != value else value for name, value in known.items()}


def drawn_pipes(
    pipes: Assets, wanted: Collection[str], drawing: MultiLineString
) -> Iterator[tuple[str, MultiLineString, Mapping[str, Any]]]:
    """Yield the wanted pipes with the part of a drawing that lies on each, and their columns."""
    import numpy as np
    import pandas as pd
    from shapely.geometry import MultiLineString

    from ...network.topology.drawn_parts import parts_on

    rows = np.flatnonzero(pd.Series(pipes.ids).isin(set(wanted)))
    shapes: dict[str, list[BaseGeometry]] = {asset: [] for asset in wanted}
    lines: dict[str, Mapping[str, Any]] = {}
    for row, part in zip(rows.tolist(), parts_on(drawing, pipes.geometry[rows]), strict=True):
        asset = pipes.ids[row]
        shapes[asset].extend(part.geoms)
        lines[asset] = {name: column[pipes.row[row]] for name, column in pipes.frame.items()} | {"row": row}
    for asset, parts in shapes.items():
        yield asset, MultiLineString(parts), lines[asset]


def number_of(value: Any) -> float | None:
    """Return a number, None for what is not known."""
    return None if value is None or value != value else float(value)
