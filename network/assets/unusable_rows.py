# SPDX-License-Identifier: GPL-3.0-or-later
"""Name the rows of role frames that cannot be used, whatever network is built from the others."""

from __future__ import annotations

from .cleaning import clean_lines, clean_points
from .results import Defect
from .roles import LINEAR_ROLES, RoleFrames


def unusable_rows(frames: RoleFrames) -> tuple[Defect, ...]:
    """Return an error for every row without id or with one used twice, and without usable geometry: O(n)."""
    found: list[Defect] = []
    for role in frames:
        _, defects = (clean_lines if role in LINEAR_ROLES else clean_points)(frames, role)
        found += [defect for defect in defects if defect.severity == "error"]
    return tuple(found)
