# SPDX-License-Identifier: GPL-3.0-or-later
"""Business ids: what layers, orders and people are called by their owners, never a row number."""

from __future__ import annotations

from typing import NewType

AssetId = NewType("AssetId", str)
RequestId = NewType("RequestId", str)
OrderId = NewType("OrderId", str)
AgentId = NewType("AgentId", str)
PlanId = NewType("PlanId", str)
