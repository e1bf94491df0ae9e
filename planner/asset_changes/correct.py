# SPDX-License-Identifier: GPL-3.0-or-later
"""A waiting change put right before it is decided: other values, or drawn elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from ...core.errors import InputError
from ...core.messages import Message
from ...network.assets.roles import Role
from ...network.changes.feature_edits import GEOMETRY, as_geometry, as_text
from ...network.changes.shapes import parts_at, through
from ...workorders.asset_changes.records import AssetChange
from ..ports import Workspace
from .asset_tables import AssetTables
from .decide import waiting_change
from .edits import require_one
from .propose import LEAST_PART_M, current_values


def correct(
    workspace: Workspace,
    change_id: str,
    *,
    values: Mapping[str, str] | None = None,
    shape: Point | LineString | None = None,
    who: str,
) -> AssetChange:
    """Correct what a change would write, on what the layers hold now; it is then no longer stale.

    ``shape`` is in the workspace's CRS: a point where a point is drawn; a line where a line is, or a point
    that it leads through; the place of the cut where a pipe is cut in two.

    Raises
    ------
    InputError
        The change is unknown or decided already, is not about one of the attributes, or is not drawn so.
    """
    change = waiting_change(workspace, change_id)
    unknown = sorted(set(values or {}) - set(change.after))
    if unknown:
        expected = ", ".join(change.after)
        raise InputError("asset_change.attribute", change=change_id, found=unknown[0], expected=expected)
    before, now = change.before, None
    if change.before or change.shape_before:
        writer, row = require_one(AssetTables(workspace), Role(change.role), change.asset_id)
        before, now = current_values(writer, row, change.before), as_geometry(row.get(GEOMETRY))
    drawn = change.shape_after if shape is None else as_text(_as_drawn(change, shape, now))
    corrected = replace(
        change,
        before=before,
        after={**change.after, **(values or {})},
        shape_before=as_text(now) if drawn and now is not None else "",
        shape_after=drawn,
        place=shape if isinstance(shape, Point) else change.place,
        corrected=True,
    )
    with workspace.command("correct asset change", who=who) as transaction:
        transaction.save(corrected)
    return workspace.get(AssetChange, change_id)


def _as_drawn(change: AssetChange, shape: Point | LineString, now: BaseGeometry | None) -> BaseGeometry:
    """Return what a change draws once it is drawn so; a split or a bend by a point starts from the map."""
    if isinstance(shape, Point) and isinstance(now, LineString):
        if change.kind == "through":
            return through(now, shape)
        if change.kind == "split" and (parts := parts_at(now, shape, least_m=LEAST_PART_M)) is not None:
            return parts
    expected = _DRAWN_AS.get(change.kind)
    if expected != shape.geom_type:
        raise InputError(
            "asset_change.drawn_otherwise",
            change=change.change_id,
            found=Message(f"drawn_as.{shape.geom_type}"),
            expected=Message(f"drawn_as.{expected or 'nothing'}"),
        )
    return shape


_DRAWN_AS: Mapping[str, str] = {
    "repair": "Point",
    "move": "Point",
    "remark": "Point",
    "lengths": "LineString",
    "through": "LineString",
    "connection": "LineString",
    "split": "cut",
}
