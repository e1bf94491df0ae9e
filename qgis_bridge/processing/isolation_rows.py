# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the layers of ``regard:isolate``: one function a layer."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from ..messages import say
from . import isolation_layers as layers
from .asset_rows import attributes_of, drawn_pipes, geometry_of, number_of
from .base import OutputLayer, Rows

if TYPE_CHECKING:
    from ...network.isolation.results import Isolation
    from ...planner.assets.asset_base import AssetBase


def of(base: AssetBase, found: Isolation, *, width_m: float) -> dict[OutputLayer, Callable[[], Rows]]:
    """Return what makes the rows of each layer."""
    return {
        layers.PIPES: lambda: _pipes(base, found),
        layers.VALVES: lambda: _valves(base, found),
        layers.CUSTOMERS: lambda: _cut_customers(base, found),
        layers.HYDRANTS: lambda: _hydrants(base, found),
        layers.AREA: lambda: _area(base, found, width_m),
        layers.RING_PIPES: lambda: _ring_pipes(found),
        layers.RING_CUSTOMERS: lambda: _ring_customers(base, found),
        layers.COMBINED_CUSTOMERS: lambda: _combined_customers(base, found),
    }


def _pipes(base: AssetBase, found: Isolation) -> Rows:
    """Yield the mains cut off, each as far as it is."""
    secondary = set(found.secondary_pipes)
    for pipe, geometry, line in drawn_pipes(base.water.mains.pipes, found.pipes, found.geometry):
        values = (pipe, line["material"], number_of(line["diameter_mm"]), geometry.length)
        yield geometry, (*values, pipe in secondary)


def _valves(base: AssetBase, found: Isolation) -> Rows:
    """Yield the valves to close in their order, then those that must stay shut."""
    devices, reasons = base.water.mains.devices, {r.valve: say(r.message) for r in found.reasons}
    place = geometry_of(devices.ids, devices.geometry, (*found.close, *found.already_closed))
    reopen = {valve: number for number, valve in enumerate(found.reopen, start=1)}
    for number, valve in enumerate(found.close, start=1):
        yield place[valve], (valve, number, reopen[valve], "to_close", reasons.get(valve))
    for valve in found.already_closed:
        yield place[valve], (valve, None, None, "already_closed", reasons.get(valve))


def _cut_customers(base: AssetBase, found: Isolation) -> Rows:
    """Yield the customers without water, those to warn first at the top."""
    secondary = set(found.secondary_customers)
    for place, values in _customers(base, found.customers):
        yield place, (*values, values[0] in secondary)


def _hydrants(base: AssetBase, found: Isolation) -> Rows:
    """Yield the hydrants out of service."""
    place = geometry_of(base.water.hydrants.ids, base.water.hydrants.geometry, found.hydrants)
    return ((place[hydrant], (hydrant,)) for hydrant in found.hydrants)


def _area(base: AssetBase, found: Isolation, width_m: float) -> Rows:
    """Yield the affected area, one row; none when nothing is cut off."""
    from ...network.isolation.affected_area import affected_area

    place = geometry_of(base.water.customers.ids, base.water.customers.geometry, found.customers)
    shape = affected_area(found.geometry, list(place.values()), width_m=width_m)
    if not shape.is_empty:
        sensitive = len(found.sensitive_customers)
        yield shape, (found.asset, found.customer_count, sensitive, shape.area)


def _ring_pipes(found: Isolation) -> Rows:
    """Yield, for each valve to close, what is cut off in addition if it does not hold."""
    number = {valve: at for at, valve in enumerate(found.close, start=1)}
    for ring in found.next_rings:
        extra = (len(ring.extra_customers), len(ring.extra_sensitive), ", ".join(ring.extra_hydrants))
        close = ", ".join(ring.close)
        values = (ring.valve, number[ring.valve], close, ring.can_isolate, *extra, ring.extra_length_m)
        yield ring.geometry, values


def _ring_customers(base: AssetBase, found: Isolation) -> Rows:
    """Yield, for each valve to close, the customers that lose water in addition if it does not hold."""
    for ring in found.next_rings:
        for place, values in _customers(base, ring.extra_customers):
            yield place, (*values, ring.valve)


def _combined_customers(base: AssetBase, found: Isolation) -> Rows:
    """Yield the customers that lose water by several cuts together only."""
    return _customers(base, found.combination.customers if found.combination else ())


def _customers(base: AssetBase, ids: Collection[str]) -> Rows:
    from ...network.assets.roles import Role

    network = base.water
    place = geometry_of(network.customers.ids, network.customers.geometry, ids)
    for customer, line in attributes_of(base, Role.DELIVERY_POINT, ids):
        values = (line["customer_ref"], line["user_type"], bool(line["is_sensitive"]), line["address"])
        yield place[customer], (customer, *values)
