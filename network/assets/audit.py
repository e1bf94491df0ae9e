# SPDX-License-Identifier: GPL-3.0-or-later
"""The defects of the asset base, most severe first."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from .results import Defect

SEVERITIES = ("error", "warning", "info")


def audit(*defects: Iterable[Defect]) -> tuple[Defect, ...]:
    """Return the defects of several builds, most severe first, then by role, kind and asset."""
    return tuple(sorted(chain(*defects), key=_order))


def _order(defect: Defect) -> tuple[int, str, str, str]:
    return SEVERITIES.index(defect.severity), defect.role, defect.message.code, defect.asset_id
