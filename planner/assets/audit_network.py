# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with the imported networks."""

from __future__ import annotations

from ...core.errors import InputError
from ...network.assets.audit import audit
from ...network.assets.results import Defect
from ...network.assets.roles import Role
from .asset_base import AssetBase


def audit_network(base: AssetBase) -> tuple[Defect, ...]:
    """Return what is wrong with the imported networks, most severe first; ``InputError`` without any."""
    if not (base.has(Role.WATER_PIPE) or base.has(Role.SEWER_PIPE)):
        raise InputError("network.none_imported")
    water = base.water.defects if base.has(Role.WATER_PIPE) else ()
    sewer = base.sewer.defects if base.has(Role.SEWER_PIPE) else ()
    return audit(water, sewer)
