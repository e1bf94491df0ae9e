# SPDX-License-Identifier: GPL-3.0-or-later
"""What a change of an asset does to the network, found by building it with the change and asking it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import LineString, MultiLineString, Point
from shapely.geometry.base import BaseGeometry

from ...core.ids import AssetId
from ...core.messages import Message
from ..assets.arrays import Bools
from ..assets.roles import COLUMNS, Role, RoleFrames
from ..water.valve_states import ValveState
from ..water.water_network import WaterNetwork, build_water_network


@dataclass(frozen=True, slots=True)
class NetworkChange:
    """A change as the network sees it: texts by column of the role, a geometry, or an asset that is new.

    ``second_id`` is the id of the second part where the geometry is cut in two.
    """

    role: Role
    asset_id: str
    values: Mapping[str, str] = field(default_factory=dict)
    geometry: BaseGeometry | None = None
    is_new: bool = False
    second_id: str = ""


def changed_frames(frames: RoleFrames, change: NetworkChange) -> RoleFrames:
    """Return the frames with a change in them; the others are the same objects."""
    frame = frames.get(change.role)
    if frame is None:
        return frames
    rows = np.flatnonzero((frame["asset_id"] == change.asset_id).to_numpy())
    if change.is_new:
        return {**frames, change.role: _with_row(frame, change)}
    if not len(rows):
        return frames
    changed = frame.copy()
    for column, text in change.values.items():
        if column in COLUMNS[change.role]:
            changed.loc[changed.index[rows], column] = _value(column, text)
    if isinstance(change.geometry, MultiLineString) and change.second_id:
        changed = _split(changed, int(rows[0]), change)
    elif change.geometry is not None:
        geometry = np.asarray(changed.geometry, dtype=object).copy()
        geometry[rows] = change.geometry
        changed = changed.set_geometry(gpd.GeoSeries(geometry, index=changed.index, crs=frame.crs))
    return {**frames, change.role: changed}


def rebuilt(frames: RoleFrames, network: WaterNetwork) -> WaterNetwork:
    """Return the network of changed frames; what its reader had said of it stays said."""
    return build_water_network(frames, remarks=network.remarks)


def supply_effects(before: WaterNetwork, after: WaterNetwork) -> Iterator[Message]:
    """Yield who loses water by a change, and who gets it."""
    one, other = _supplied(before), _supplied(after)
    dry = sorted(name for name, has in one.items() if has and not other.get(name, False))
    wet = sorted(name for name, has in other.items() if has and not one.get(name, True))
    sensitive = dict(zip(before.customers.ids.tolist(), before.is_sensitive.tolist(), strict=True))
    if dry:
        count = sum(1 for name in dry if sensitive.get(name))
        yield Message("asset_effect.dry", {"count": len(dry), "sensitive": count or ""})
    if wet:
        yield Message("asset_effect.wet", {"count": len(wet)})


def valve_effects(network: WaterNetwork, valve: str, *, before: str, after: str) -> tuple[Message, ...]:
    """Return who loses or gets water when a valve goes from one state to another; nothing when unknown."""
    known = {one.value for one in ValveState}
    if after not in known or not network.register.has_valve(valve):
        return ()
    was, is_ = (
        network.with_valves({AssetId(valve): ValveState(state if state in known else "open")})
        for state in (before, after)
    )
    return tuple(supply_effects(was, is_))


def split_effects(before: WaterNetwork, after: WaterNetwork, change: NetworkChange) -> tuple[Message, ...]:
    """Return what cutting a pipe in two moves to the second part, and what it does to the supply."""
    moved = _hanging(after, change.second_id)
    valves = _valves_on(after, change.second_id)
    said = {
        "pipe": change.asset_id,
        "second": change.second_id,
        "customers": moved,
        "valves": valves or "",
    }
    return (Message("asset_effect.split", said), *supply_effects(before, after))


def removal_effects(before: WaterNetwork, after: WaterNetwork, change: NetworkChange) -> tuple[Message, ...]:
    """Return what an asset out of service leaves without a pipe, and who loses water."""
    said: list[Message] = []
    if change.role is Role.WATER_PIPE:
        hanging, valves = _hanging(before, change.asset_id), _valves_on(before, change.asset_id)
        counts = {"pipe": change.asset_id, "customers": hanging, "valves": valves}
        said.append(Message("asset_effect.abandoned", counts))
    return (*said, *supply_effects(before, after))


def connection_effects(after: WaterNetwork, delivery_point: str) -> tuple[Message, ...]:
    """Return the pipe that feeds a new delivery point."""
    rows = after.register.rows(Role.DELIVERY_POINT, delivery_point)
    if not len(rows) or after.customers.line[rows[0]] < 0:
        return (Message("asset_effect.fed_by_none", {"asset": delivery_point}),)
    pipe = after.mains.pipes.ids[after.customers.line[rows[0]]]
    count = _hanging(after, str(pipe))
    return (Message("asset_effect.fed", {"asset": delivery_point, "pipe": pipe, "customers": count}),)


def _supplied(network: WaterNetwork) -> Mapping[str, bool]:
    piece = network.customers.piece
    segment = np.append(network.mains.segments.of_piece, -1)[piece]
    has: Bools = np.append(network.supplied, False)[segment]
    return dict(zip(network.customers.ids.tolist(), has.tolist(), strict=True))


def _hanging(network: WaterNetwork, pipe: str) -> int:
    rows = network.register.rows(Role.WATER_PIPE, pipe)
    return int(np.isin(network.customers.line, rows).sum()) if len(rows) else 0


def _valves_on(network: WaterNetwork, pipe: str) -> int:
    """Return how many valves stand on a pipe, its ends included."""
    rows = network.register.rows(Role.WATER_PIPE, pipe)
    gates = np.flatnonzero(np.isin(network.holdings.gate_pipe, rows))
    devices = network.mains.segments.gate_device[gates]
    return len({int(device) for device in devices if device < network.mains.devices.valves})


def _with_row(frame: gpd.GeoDataFrame, change: NetworkChange) -> gpd.GeoDataFrame:
    row = {name: _value(name, change.values.get(name, "")) for name in COLUMNS[change.role]}
    row["asset_id"] = change.asset_id
    new = gpd.GeoDataFrame([row], geometry=[change.geometry], crs=frame.crs)
    return _stacked(frame, new)


def _split(frame: gpd.GeoDataFrame, row: int, change: NetworkChange) -> gpd.GeoDataFrame:
    assert isinstance(change.geometry, MultiLineString)
    first, second = change.geometry.geoms
    geometry = np.asarray(frame.geometry, dtype=object).copy()
    geometry[row] = first
    whole = frame.set_geometry(gpd.GeoSeries(geometry, index=frame.index, crs=frame.crs))
    beyond = frame.iloc[[row]].copy()
    beyond["asset_id"] = change.second_id
    for name in ("from_node", "to_node"):
        if name in frame.columns:
            # the place of the cut is no node that the data name
            (beyond if name == "from_node" else whole).iloc[
                0 if name == "from_node" else row, frame.columns.get_loc(name)
            ] = ""
    return _stacked(whole, beyond.set_geometry([second], crs=frame.crs))


def _stacked(one: gpd.GeoDataFrame, other: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return pd.concat([one, other], ignore_index=True)


def _value(column: str, text: str) -> object:
    if column.startswith("is_") or column == "in_service":
        return text == "true" if text else column in ("in_service", "is_open")
    if column.endswith(("_m", "_mm", "_year")):
        return float(text) if text else float("nan")
    return text


def touches(geometry: BaseGeometry, lines: gpd.GeoDataFrame | None, *, within_m: float) -> bool:
    """Tell whether an end of a line lies on one of some lines, or a point does."""
    if lines is None or not len(lines):
        return False
    drawn = np.asarray(lines.geometry, dtype=object)
    line = isinstance(geometry, LineString)
    ends = [Point(geometry.coords[at]) for at in (0, -1)] if line else [geometry.representative_point()]
    return bool(min(float(shapely.distance(drawn, end).min()) for end in ends) <= within_m)
