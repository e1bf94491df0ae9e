# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the workspace knows about one request: its deadlines, what is still to ask, its orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ...core.ids import OrderId, RequestId
from ...workorders.intake.registration import form, still_to_ask
from ...workorders.requests import ServiceRequest
from ...workorders.rulebook import RuleBook
from ...workorders.suggestion import Suggestion, suggest_codes
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .order_tree import order_tree
from .places import NearAsset, near_assets
from .register import Registered, register, standard_of


@dataclass(frozen=True, slots=True)
class RequestSheet:
    """One request: its orders answer those ``merged`` too, ``to_ask`` are the mandatory questions left."""

    registered: Registered
    orders: tuple[OrderId, ...]
    merged: tuple[RequestId, ...]
    to_ask: tuple[str, ...]
    assets: tuple[NearAsset, ...]
    suggestions: tuple[Suggestion, ...]


def request_sheet(
    workspace: Workspace, base: AssetBase, request_id: str, *, rules: RuleBook, now: datetime
) -> RequestSheet:
    """Gather one request's sheet; an unknown request raises ``InputError`` naming near ids."""
    request = workspace.get(ServiceRequest, request_id)
    (registered,) = register(workspace, rules=rules, now=now, chosen=[request])
    standard = standard_of(request, rules)
    tree = order_tree(workspace, request.order_id) if request.order_id else None
    merged = workspace.all(ServiceRequest, merged_into=request.request_id)
    return RequestSheet(
        registered=registered,
        orders=tuple(order.order_id for order in tree.orders) if tree else (),
        merged=tuple(one.request_id for one in merged),
        to_ask=tuple(one.key for one in still_to_ask(request.answers, form(rules.questions, standard))),
        assets=near_assets(base, request.place, standard=standard, rules=rules.intake),
        suggestions=suggest_codes(request.description, rules.catalogue),
    )
