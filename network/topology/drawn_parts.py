# SPDX-License-Identifier: GPL-3.0-or-later
"""Which part of the drawing of a cut or a trace lies on each pipe."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString

from ..assets.arrays import Objects

# where the length of a part is looked at: at uneven places, so that no crossing meets them all
_LOOKS = (0.07, 0.31, 0.53, 0.89)
_LEEWAY_M = 0.005


def parts_on(drawing: MultiLineString, pipes: Objects) -> list[MultiLineString]:
    """Return, for each pipe, the parts of a drawing that run along it, in O((n + m) log n).

    The parts must be stretches of single pipes, as ``Isolation.geometry`` and ``SewerTrace.geometry`` hold
    them. Twin pipes drawn on one another each get the stretch once. A pipe that is None gets nothing.
    """
    parts = shapely.get_parts(drawing)
    if not len(parts) or not len(pipes):
        return [MultiLineString()] * len(pipes)
    tree = shapely.STRtree(pipes)
    middle = shapely.line_interpolate_point(parts, _LOOKS[0], normalized=True)
    part, pipe = tree.query(middle, predicate="dwithin", distance=_LEEWAY_M)
    along = np.ones(len(part), dtype=bool)
    for look in _LOOKS[1:]:
        places = shapely.line_interpolate_point(parts[part], look, normalized=True)
        along &= shapely.dwithin(places, pipes[pipe], _LEEWAY_M)
    found: list[dict[bytes, LineString]] = [{} for _ in pipes]
    for index, owner in zip(part[along].tolist(), pipe[along].tolist(), strict=True):
        found[owner].setdefault(shapely.normalize(parts[index]).wkb, parts[index])
    return [MultiLineString(list(stretches.values())) for stretches in found]
