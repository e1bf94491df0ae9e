# SPDX-License-Identifier: GPL-3.0-or-later
"""Name the rows of role frames that cannot be used, and those that are used in spite of a mistake."""

from __future__ import annotations

from .cleaning import clean
from .results import Defect
from .roles import RoleFrames

# an asset is drawn, and cuts water, whatever its id is
_ID_MISTAKES = frozenset({"network.id_missing", "network.id_duplicate"})


def wrong_rows(frames: RoleFrames) -> tuple[tuple[Defect, ...], tuple[Defect, ...]]:
    """Return the rows without usable geometry, and those used although they have no id of their own: O(n)."""
    found: list[Defect] = []
    for role in frames:
        _, defects = clean(frames, role)
        found += [defect for defect in defects if defect.severity == "error"]
    unusable = tuple(defect for defect in found if defect.message.code not in _ID_MISTAKES)
    used = tuple(defect for defect in found if defect.message.code in _ID_MISTAKES)
    return unusable, used
