# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found near an excavation, as plain frozen values keyed by business ids."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.ids import AssetId


@dataclass(frozen=True, slots=True)
class Conflict:
    """One third-party network near a dig (rule built on R.554-27 code de l'environnement; metres).

    ``edge_m`` runs from the edge of the excavation to the drawn line; ``effective_m`` is that less the
    positional uncertainty, None when the position is unknown (class C). ``verdict`` is one of
    ``in_corridor``, ``to_mark_out``, ``position_unknown``, ``consult``; ``depth_m`` is None when unknown.
    ``corridor_m`` is the uncertainty that was used, to each side of the line; None for class C.
    """

    asset_id: AssetId
    network_type: str
    label: str
    operator: str
    emergency_phone: str
    accuracy_class: str
    is_sensitive: bool
    edge_m: float
    effective_m: float | None
    verdict: str
    depth_m: float | None = None
    corridor_m: float | None = None
