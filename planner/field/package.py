# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agent takes along for a day: orders, assets around, valves, networks of others, forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

import geopandas as gpd
import pandas as pd
from shapely.ops import unary_union

from ...core.errors import InputError
from ...core.resources import Agent
from ...network.assets.roles import COLUMNS, Role
from ...network.water.valve_states import ValveState
from ...workorders.closing.forms import JobForm
from ...workorders.orders import WorkOrder
from ...workorders.requirements import dangers
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..life.gathered import first
from ..life.known_facts import form_for
from ..plan_versions import plan_in_force
from ..ports import Workspace
from ..records import OrderConflict, Outage, PlanStop

# of the layout of a package; one of another layout is not read
FORMAT = 1
WORKSPACE_SETTING = "field.workspace"
ORDERS, VALVES, THIRD_PARTY = "orders", "valves_to_operate", "third_party"
RESULT, LEFT_VALVES, PARTS, PHOTOS, PACKAGE = "result_", "valves_left", "parts_used", "photos", "package"
_AROUND_M = 150.0
# who lives where is no business of a device that may be lost
_LEFT_OUT = frozenset({Role.DELIVERY_POINT, Role.METER, Role.THIRD_PARTY})


@dataclass(frozen=True, slots=True)
class ResultForm:
    """A table to fill in: one row an order of the types of work that hand back the same."""

    table: str
    form: JobForm
    orders: tuple[WorkOrder, ...]


@dataclass(frozen=True, slots=True)
class FieldPackage:
    """All that goes into a package; layers and tables by name, in the workspace's CRS."""

    package_id: str
    agent_name: str
    day: date
    crs: str
    layers: Mapping[str, gpd.GeoDataFrame]
    tables: Mapping[str, pd.DataFrame]
    forms: tuple[ResultForm, ...]
    valve_states: tuple[str, ...]
    parts: tuple[str, ...]


def field_package(
    workspace: Workspace,
    base: AssetBase,
    agent_id: str,
    day: date,
    *,
    book: RuleBook,
    now: datetime,
    workspace_id: str,
) -> FieldPackage:
    """Gather the work of an agent on a day from the plan in force.

    ``workspace_id`` is what the workspace is called from now on if it has no name for packages yet. Of
    customers nothing is in it but the address of the work.

    Raises
    ------
    InputError
        Unknown agent, no plan of the day, nothing planned for the agent.
    """
    agent = workspace.get(Agent, agent_id)
    plan = plan_in_force(workspace, day)
    stops = [stop for stop in workspace.all(PlanStop, plan_id=plan.plan_id) if stop.day == day]
    own = sorted((stop for stop in stops if stop.agent_id == agent_id), key=lambda stop: stop.sequence)
    orders = [workspace.get(WorkOrder, name) for name in dict.fromkeys(stop.order_id for stop in own)]
    if not orders:
        raise InputError("field.nothing", agent=agent_id, day=day)
    if not workspace.setting(WORKSPACE_SETTING):
        workspace.set_setting(WORKSPACE_SETTING, workspace_id)
    forms = _forms(orders, book)
    package_id = _name(agent_id, day, now, workspace.setting(WORKSPACE_SETTING))
    outages = [cut for order in orders if (cut := first(workspace.all(Outage, order_id=order.order_id)))]
    layers = {
        ORDERS: _orders(orders, own, workspace.crs),
        VALVES: _valves(base, outages, workspace.crs),
        THIRD_PARTY: _third_party(workspace, orders),
        **dict(_around(base, orders)),
        **{form.table: _result(form, agent_id, workspace.crs) for form in forms},
    }
    return FieldPackage(
        package_id=package_id,
        agent_name=agent.name,
        day=day,
        crs=workspace.crs,
        layers=layers,
        tables={PACKAGE: _header(workspace, own[0], package_id, book, now), **_beside(orders, outages)},
        forms=forms,
        valve_states=tuple(state.value for state in ValveState),
        parts=tuple(book.means.parts),
    )


def _header(
    workspace: Workspace, stop: PlanStop, package_id: str, book: RuleBook, now: datetime
) -> pd.DataFrame:
    """Return the one row that says what a package is, and of which workspace."""
    header = {
        "format": FORMAT,
        "workspace_id": workspace.setting(WORKSPACE_SETTING),
        "package_id": package_id,
        "crs": workspace.crs,
        "agent_id": stop.agent_id,
        "day": stop.day.isoformat(),
        "made_at": now.isoformat(timespec="minutes"),
        "plan_id": stop.plan_id,
        "rules_version": book.version,
    }
    return pd.DataFrame([header])


def _beside(orders: Sequence[WorkOrder], outages: Sequence[Outage]) -> dict[str, pd.DataFrame]:
    """Return the tables with several rows an order: valves and parts to be told of, photos to be taken."""
    valves = [(cut.order_id, valve, None, None) for cut in outages for valve in cut.close]
    parts = [(order.order_id, part, None) for order in orders for part in order.parts]
    return {
        LEFT_VALVES: _rows(("order_id", "valve_id", "state", "note"), valves),
        PARTS: _rows(("order_id", "part", "count"), parts),
        PHOTOS: _rows(("order_id", "photo"), []),
    }


def _name(agent_id: str, day: date, now: datetime, workspace_id: str) -> str:
    digest = sha256(f"{workspace_id}|{now.isoformat()}".encode()).hexdigest()[:8]
    return f"{agent_id}-{day.isoformat()}-{digest}"


def _forms(orders: Sequence[WorkOrder], book: RuleBook) -> tuple[ResultForm, ...]:
    """Return one table for all orders that hand back the same."""
    found: dict[tuple[str, ...], tuple[JobForm, list[WorkOrder]]] = {}
    for order in orders:
        form = form_for(order, book)
        found.setdefault(form.names, (form, []))[1].append(order)
    return tuple(
        ResultForm(RESULT + "_".join(names[1:] or names), form, tuple(members))
        for names, (form, members) in found.items()
    )


def _orders(orders: Sequence[WorkOrder], stops: Sequence[PlanStop], crs: str) -> gpd.GeoDataFrame:
    starts = {stop.order_id: f"{stop.start:%H:%M}" for stop in reversed(stops)}
    rows = [
        {
            "order_id": order.order_id,
            "starts": starts[order.order_id],
            "label": order.label,
            "code": order.code,
            "priority": str(order.priority.name),
            "address": order.address,
            "asset_id": order.asset_id,
            "duration_min": order.duration_min,
            "hazards": ", ".join(dangers(order.hazards)),
            "equipment": ", ".join(order.equipment),
        }
        for order in orders
    ]
    return gpd.GeoDataFrame(rows, geometry=[order.place for order in orders], crs=crs)


def _valves(base: AssetBase, outages: Sequence[Outage], crs: str) -> gpd.GeoDataFrame:
    frame = base.frame(Role.VALVE)
    places = {} if frame is None else dict(zip(frame["asset_id"].astype(str), frame.geometry, strict=True))
    rows, shapes = [], []
    for cut in outages:
        for number, valve in enumerate(cut.close, start=1):
            rows.append({"order_id": cut.order_id, "valve_id": valve, "sequence": number})
            shapes.append(places.get(valve))
    columns = ["order_id", "valve_id", "sequence"]
    return gpd.GeoDataFrame(pd.DataFrame(rows, columns=columns), geometry=shapes, crs=crs)


def _third_party(workspace: Workspace, orders: Sequence[WorkOrder]) -> gpd.GeoDataFrame:
    near = [one for order in orders for one in workspace.all(OrderConflict, order_id=order.order_id)]
    columns = (
        "order_id",
        "network_type",
        "label",
        "operator",
        "emergency_phone",
        "accuracy_class",
        "verdict",
    )
    rows = [[str(getattr(one, name)) for name in columns] for one in near]
    frame = pd.DataFrame(rows, columns=list(columns))
    return gpd.GeoDataFrame(frame, geometry=[one.geometry for one in near], crs=workspace.crs)


def _around(base: AssetBase, orders: Sequence[WorkOrder]) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
    near = unary_union([order.place.buffer(_AROUND_M) for order in orders])
    for role in Role:
        frame = None if role in _LEFT_OUT else base.frame(role)
        if frame is None:
            continue
        chosen = frame.loc[frame.intersects(near)]
        if len(chosen):
            kept = [name for name in COLUMNS[role] if name in chosen.columns]
            yield role.value, chosen[[*kept, chosen.geometry.name]].reset_index(drop=True)


def _result(form: ResultForm, agent_id: str, crs: str) -> gpd.GeoDataFrame:
    """Return the empty answers; whole numbers and numbers are such, everything else is text."""
    columns: dict[str, object] = {
        "order_id": [order.order_id for order in form.orders],
        "label": [order.label for order in form.orders],
        "author": [agent_id for _ in form.orders],
        "packed_code": [order.code for order in form.orders],
        "packed_asset": [order.asset_id for order in form.orders],
        "packed_x": [order.place.x for order in form.orders],
        "packed_y": [order.place.y for order in form.orders],
    }
    kinds = {"whole": "Int64", "number": "Float64"}
    for name in form.form.fields:
        columns[name] = [None] * len(form.orders)
    types = {name: kinds.get(field.kind, "string") for name, field in form.form.fields.items()}
    frame = pd.DataFrame(columns).astype(types)
    return gpd.GeoDataFrame(frame, geometry=[order.place for order in form.orders], crs=crs)


def _rows(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    frame = pd.DataFrame([list(row) for row in rows], columns=list(columns))
    return frame.astype({name: "Int64" if name == "count" else "string" for name in columns})
