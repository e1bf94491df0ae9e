# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a change of an asset, from its proposal to the review and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from shapely.geometry import Point

from ...core.ids import AssetId, OrderId


class ChangeState(Enum):
    """Where a change stands: waiting for review, written into the layers, or refused."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class AssetChange:
    """One change of an asset that a closure proposes: ``rule`` names the one that it follows from.

    ``before`` and ``after`` are texts by attribute, ``before`` as the layers said when it was proposed; the
    same on both sides confirms what is mapped. ``shape_before`` and ``shape_after`` are geometries as
    hexadecimal WKB, in the workspace's CRS, empty where the drawing stays. ``edits`` is what was written into
    which layer, as JSON, while it is accepted; ``undone`` counts how often that was taken back.
    """

    change_id: str
    order_id: OrderId
    rule: str
    kind: str
    role: str
    asset_id: AssetId
    state: ChangeState
    confidence: str
    zone: str
    proposed_at: datetime
    worked_at: datetime
    author: str
    before: dict[str, str]
    after: dict[str, str]
    shape_before: str
    shape_after: str
    place: Point | None
    reason: str = ""
    corrected: bool = False
    decided_at: datetime | None = None
    decided_by: str = ""
    edits: str = ""
    undone: int = 0
    version: int = 0

    @property
    def is_confirmation(self) -> bool:
        """Tell whether it says again what is mapped."""
        return self.before == self.after and self.shape_before == self.shape_after


@dataclass(frozen=True, slots=True)
class AuditCount:
    """How many defects of a kind a zone had when the base was audited."""

    count_id: str
    audited_on: date
    zone: str
    code: str
    severity: str
    role: str
    defects: int
    repaired: int
    appeared: int
    assets: tuple[str, ...] = ()
    version: int = 0
