# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines drawn twice: between the same two nodes and along the same way.

Twin pipes in one trench are drawn apart; two lines on one another are mostly one pipe that was entered twice,
and water then runs past every valve that only one of them has.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely

from ..assets.arrays import Ints, as_ints
from ..assets.cleaning import Assets
from ..assets.results import Defect
from .joints import Joints


def doubled_lines(lines: Assets, joints: Joints, *, tolerance_m: float) -> list[Defect]:
    """Return a warning for each line that lies on an earlier one; in O(n log n) when few share nodes."""
    found = []
    for group in _between_the_same_nodes(joints):
        drawn = lines.geometry[group]
        for at in range(1, len(group)):
            apart_m = np.asarray(shapely.hausdorff_distance(drawn[:at], drawn[at]))
            if apart_m.min() <= tolerance_m:
                first = lines.ids[group[apart_m.argmin()]]
                row = int(group[at])
                found.append(lines.defect(row, severity="warning", code="network.doubled", other=first))
    return found


def _between_the_same_nodes(joints: Joints) -> Iterator[Ints]:
    """Yield the lines that share both nodes with others, in ascending order."""
    pair = np.minimum(joints.start, joints.end) * len(joints) + np.maximum(joints.start, joints.end)
    order = np.argsort(pair, kind="stable")
    cuts = np.flatnonzero(np.diff(pair[order])) + 1
    first, end = np.append(0, cuts), np.append(cuts, len(order))
    for at in np.flatnonzero(end - first > 1):
        yield as_ints(order[first[at] : end[at]])
