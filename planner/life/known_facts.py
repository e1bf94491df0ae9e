# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of closure data compare with, gathered from the workspace and its layers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import geopandas as gpd
from shapely.geometry import Point

from ...core.messages import Message
from ...core.resources import Agent, Subcontractor
from ...network.assets.roles import Role
from ...network.water.valve_states import ValveState
from ...workorders.closing.checks import closure_findings
from ...workorders.closing.forms import JobForm
from ...workorders.closing.known import Known
from ...workorders.closing.records import AssetReading, Closure, CorrectionRequest
from ...workorders.closing.values import items_of, place_of, text_of
from ...workorders.orders import OrderState, WorkOrder
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..rule_versions import rule_book_of

_REPORTED = frozenset({OrderState.IN_PROGRESS, OrderState.DONE, OrderState.TO_CORRECT})
ASSET, PIPES = "asset", "pipes"
_OWN_ROLES: tuple[Role, ...] = tuple(role for role in Role if role is not Role.THIRD_PARTY)


def known_of(
    workspace: Workspace,
    order: WorkOrder,
    closure: Closure,
    form: JobForm,
    *,
    book: RuleBook,
    now: datetime,
    base: AssetBase | None = None,
) -> Known:
    """Return what is known of an order and of the asset that its closure is about.

    Whoever asks about many orders opens the asset base once (``base``).
    """
    base = base or AssetBase(workspace)
    asset_id = text_of(closure.fields, ASSET) or order.asset_id
    roles = _roles(order.asset_role, closure) if asset_id else []
    asset = _asset(base, roles, asset_id)
    others = _others(base, roles) if asset is None else frozenset()
    standard = book.catalogue.jobs.get(order.code)
    readings = workspace.all(AssetReading, asset_id=asset_id) if asset_id else []
    return Known(
        now=now,
        titles=(order.label, *((standard.label.en, standard.label.fr) if standard else ())),
        standard_min=order.duration_min,
        standard_parts={**(standard.parts if standard else {}), **order.parts},
        parts=frozenset(book.means.parts),
        asset_id=asset_id,
        asset=_columns(asset),
        readings=[one for one in readings if one.source != order.order_id],
        lengths_m=_lengths(base, closure, form),
        distances_m=_distances(asset, closure, form),
        valve_states=frozenset(state.value for state in ValveState),
        valves=_ids(base, Role.VALVE) if closure.valves else frozenset(),
        is_unmapped=bool(others),
        asset_ids=others,
        agents=frozenset((*workspace.keys(Agent), *workspace.keys(Subcontractor))),
    )


def form_for(order: WorkOrder, book: RuleBook) -> JobForm:
    """Return what an order has to hand back; a type that the catalogue lacks: what every one does."""
    standard = book.catalogue.jobs.get(order.code)
    return book.closure.form_of(standard.closure if standard else ())


def closure_errors(workspace: Workspace, order: WorkOrder, *, now: datetime) -> tuple[Message, ...]:
    """Return the errors of what was handed in for an order, and the corrections that are asked for.

    Work that began or was reported has to hand in something.
    """
    asked = open_corrections(workspace, order)
    stored = workspace.all(Closure, order_id=order.order_id)
    if not stored and order.state not in _REPORTED:
        return asked
    book = rule_book_of(workspace, now.date())
    form = form_for(order, book)
    if not stored:
        needed = ", ".join(name for name, field in form.fields.items() if field.needed in ("always", "done"))
        return (Message("closure.not_handed_in", {"fields": needed, "order": order.order_id}), *asked)
    known = known_of(workspace, order, stored[0], form, book=book, now=now)
    found = closure_findings(stored[0], form, book.closure, known)
    return (*(one.message for one in found if one.is_error), *asked)


def open_corrections(workspace: Workspace, order: WorkOrder, *, but: str = "") -> tuple[Message, ...]:
    """Return the corrections that are asked for and not answered, but for one."""
    return tuple(
        Message("closure.correction_open", {"field": one.field, "due": f"{one.due_at:%Y-%m-%d %H:%M}"})
        for one in workspace.all(CorrectionRequest, order_id=order.order_id)
        if one.answered_at is None and one.correction_id != but
    )


def _roles(own: str, closure: Closure) -> list[Role]:
    """Return where an asset is looked for, the role of the order's own first.

    Who repaired a valve on the main of the order names the valve; nothing else is looked for elsewhere.
    """
    roles = sorted(_OWN_ROLES, key=lambda role: role.value != own)
    is_own_enough = roles[0].value == own and not text_of(closure.fields, ASSET)
    return roles[:1] if is_own_enough else roles


def _asset(base: AssetBase, roles: Iterable[Role], asset_id: str) -> gpd.GeoDataFrame | None:
    """Return the rows of an asset, None where no layer holds it."""
    for role in roles:
        frame = base.frame(role)
        rows = None if frame is None else frame.loc[frame["asset_id"] == asset_id]
        if rows is not None and len(rows):
            return rows
    return None


def _others(base: AssetBase, roles: Iterable[Role]) -> frozenset[str]:
    """Return the ids of the first role that has any; empty where the layers hold none."""
    return next((ids for role in roles if (ids := _ids(base, role))), frozenset())


def _columns(asset: gpd.GeoDataFrame | None) -> dict[str, str]:
    if asset is None:
        return {}
    row = asset.drop(columns=asset.geometry.name).iloc[0]
    return {str(name): str(value) for name, value in row.items() if value is not None and value == value}


def _distances(asset: gpd.GeoDataFrame | None, closure: Closure, form: JobForm) -> dict[str, float]:
    places = {
        name: place
        for name, field in form.fields.items()
        if field.kind == "place" and (place := place_of(text_of(closure.fields, name))) is not None
    }
    if asset is None:
        return {}
    return {name: float(asset.distance(Point(place)).min()) for name, place in places.items()}


def _lengths(base: AssetBase, closure: Closure, form: JobForm) -> dict[str, float]:
    """Return the lengths of the sewer pipes, where the closure lists pipes."""
    if PIPES not in form.fields or not items_of(text_of(closure.fields, PIPES)):
        return {}
    frame = base.frame(Role.SEWER_PIPE)
    if frame is None:
        return {}
    return dict(zip(frame["asset_id"].astype(str), frame.length.astype(float), strict=True))


def _ids(base: AssetBase, role: Role) -> frozenset[str]:
    frame = base.frame(role)
    return frozenset() if frame is None else frozenset(frame["asset_id"].astype(str))
