# SPDX-License-Identifier: GPL-3.0-or-later
"""What a dispatcher decided of one order of a proposed plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.ids import OrderId, PlanId


@dataclass(frozen=True, slots=True)
class ProposalDecision:
    """An order of a plan, accepted or rejected, with the reason of a rejection: one row a plan and order."""

    decision_id: str
    plan_id: PlanId
    order_id: OrderId
    accepted: bool
    reason: str
    who: str
    decided_at: datetime
    version: int = 0
