# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices drawn beside their pipe: how far, from which pipe, and where they would stand on it."""

from __future__ import annotations

import numpy as np

from ..assets.arrays import Bools
from ..assets.audit_rules import AuditRules
from ..assets.cleaning import Assets
from ..assets.places import LineIndex, Places
from ..assets.results import Correction, Defect


def beside_pipes(
    devices: Assets,
    places: Places,
    *,
    pipes: Assets,
    lines: LineIndex,
    inside: Bools,
    tolerance_m: float,
    rules: AuditRules,
) -> list[Defect]:
    """Return a defect for each device off its pipe by more than the tolerance, or off every pipe.

    A device is only moved where it meets one pipe, away from its ends and tees (``inside``): elsewhere the
    move could bring it to another branch. Beyond the reach of the build the move is for review.
    """
    defects = []
    for index in np.flatnonzero(places.found & (places.distance_m > tolerance_m)):
        line = int(places.line[index])
        onto = lines.beside(line, devices.geometry[index])
        alone = len(lines.tree.query(onto, predicate="dwithin", distance=tolerance_m)) == 1
        safe = devices.is_mendable[index] and inside[index] and alone
        defects.append(
            devices.defect(
                int(index),
                severity="info",
                code="network.device_beside_pipe",
                correction=Correction("move_point", onto) if safe else None,
                gap_m=f"{places.distance_m[index]:.2f}",
                pipe=pipes.ids[line],
            )
        )
    lost = np.flatnonzero(~places.found)
    return defects + [_off(devices, int(index), pipes=pipes, lines=lines, rules=rules) for index in lost]


def _off(devices: Assets, index: int, *, pipes: Assets, lines: LineIndex, rules: AuditRules) -> Defect:
    point = devices.geometry[index]
    nearest = lines.how_far(point)
    if nearest is None:
        return devices.defect(index, severity="error", code="network.device_without_pipes")
    line, gap_m = nearest
    correction = None
    if gap_m <= rules.review_m and devices.is_mendable[index]:
        correction = Correction("move_point", lines.beside(line, point), needs_review=True)
    return devices.defect(
        index,
        severity="error",
        code="network.device_off_pipe",
        correction=correction,
        gap_m=f"{gap_m:.2f}",
        pipe=pipes.ids[line],
    )
