# SPDX-License-Identifier: GPL-3.0-or-later
"""The defects of the asset base, most severe first."""

from __future__ import annotations

from .results import Defect


def audit(*defects: tuple[Defect, ...]) -> tuple[Defect, ...]:
    """Return the defects of several builds, most severe first."""
    raise NotImplementedError
