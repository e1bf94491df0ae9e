# SPDX-License-Identifier: GPL-3.0-or-later
"""The network of a workspace, built when first asked for and then asked many times."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

import geopandas as gpd

from ...core.errors import InputError
from ...core.ids import AssetId
from ...core.messages import Message
from ...network.assets.locate import AssetLocator, Located
from ...network.assets.roles import Role, RoleFrames
from ...network.digging.conflicts import ConflictRules
from ...network.layouts.customers import with_customers
from ...network.layouts.filling import read_roles
from ...network.layouts.mapping import StandardMapping, table_name
from ...network.sewers.build import build_sewer_network
from ...network.sewers.sewer_network import SewerNetwork
from ...network.water.water_network import WaterNetwork, build_water_network
from ..ports import KeepsNetworks, Workspace
from ..rule_versions import audit_rules_of, conflict_rules_of, network_texts, sewer_rules_of
from .answered_networks import THIRD_PARTY_LAYER, third_party_networks
from .network_layout import layout_of
from .valve_register import valve_states

N = TypeVar("N")


class AssetBase:
    """Frames, graphs and look-ups over the layers of a workspace; each is built at its first use.

    It answers for the workspace as it was found: ask a new one after a change.
    """

    def __init__(self, layers: Workspace) -> None:
        self._layers = layers
        # first of all: what is read after it may be newer than the state says, never older
        self._state = layers.network_state() if isinstance(layers, KeepsNetworks) else {}
        self._names = frozenset(layers.layer_names())

    @property
    def crs(self) -> str:
        """Return the metric CRS of all places."""
        return self._layers.crs

    @cached_property
    def frames(self) -> RoleFrames:
        """Return the role frames of the network layers."""
        return self._counted[0]

    def frame(self, role: Role) -> gpd.GeoDataFrame | None:
        """Return the frame of one role, None when no asset plays it; only its own tables are read for it."""
        if "_counted" in self.__dict__:
            return self.frames.get(role)
        if role not in self._alone:
            read = read_roles(self._layers.read_layer, self._tables_of(role)).frames
            if not len(read.get(role, ())):
                return self.frames.get(role)
            self._alone[role] = read[role]
        return self._alone[role]

    @cached_property
    def _alone(self) -> dict[Role, gpd.GeoDataFrame]:
        return {}

    def _tables_of(self, role: Role) -> Iterator[tuple[StandardMapping, list[str]]]:
        for mapping, names in layout_of(self._layers, self._names):
            own = {table_name(layer.table) for layer in mapping.layers if layer.role is role}
            yield mapping, [name for name in names if table_name(name) in own]

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Return what the layers could not say of the network, such as who its customers are."""
        return self._counted[1]

    @cached_property
    def _counted(self) -> tuple[RoleFrames, tuple[Message, ...]]:
        tables = layout_of(self._layers, self._names)
        return with_customers(read_roles(self._layers.read_layer, tables).frames)

    @cached_property
    def water(self) -> WaterNetwork:
        """Return the water network with its valves as last found on site.

        ``InputError`` when no water pipes were imported.
        """
        network = self._built("water", self._build_water)
        states = valve_states(self._layers)
        known = {valve: state for valve, state in states.items() if network.register.has_valve(valve)}
        return network.with_valves(known) if known else network

    def _build_water(self) -> WaterNetwork:
        audit = audit_rules_of(self._own_rules)
        return build_water_network(self._frames_with(Role.WATER_PIPE), remarks=self.remarks, audit=audit)

    @cached_property
    def sewer(self) -> SewerNetwork:
        """Return the sewer network; ``InputError`` when no sewer pipes were imported."""
        return self._built("sewer", self._build_sewer)

    def _build_sewer(self) -> SewerNetwork:
        rules, audit = sewer_rules_of(self._own_rules), audit_rules_of(self._own_rules)
        return build_sewer_network(self._frames_with(Role.SEWER_PIPE), rules=rules, audit=audit)

    @cached_property
    def _own_rules(self) -> dict[str, str]:
        return network_texts(self._layers)

    @cached_property
    def locator(self) -> AssetLocator:
        """Return the look-up of assets by place and id."""
        return AssetLocator(self.frames)

    @cached_property
    def conflict_rules(self) -> ConflictRules:
        """Return the dated rules of the networks near an excavation: the newest, or those of ``as_of``."""
        return conflict_rules_of(self._layers, date.max)

    def as_of(self, day: date) -> AssetBase:
        """Return the same maps by the rules of a day; what is built already is built once for both."""
        rules = conflict_rules_of(self._layers, day)
        if rules == self.conflict_rules:
            return self
        other = copy.copy(self)
        other.__dict__.pop("third_party", None)
        other.__dict__["conflict_rules"] = rules
        return other

    @cached_property
    def third_party(self) -> gpd.GeoDataFrame | None:
        """Return the third-party networks with those answered, or None when none were imported."""
        return third_party_networks(
            self._layers, rules=self.conflict_rules, has_layer=THIRD_PARTY_LAYER in self._names
        )

    def has(self, role: Role) -> bool:
        """Tell whether any asset plays a role."""
        return role in self.frames and len(self.frames[role]) > 0

    def attribute(self, located: Located, column: str) -> object:
        """Return a column of a located asset, None when its role has no such column."""
        frame = self._by_id(located.role)
        return frame.at[located.asset_id, column] if column in frame.columns else None

    def delivery_point_of(self, customer_ref: str) -> AssetId | None:
        """Return the delivery point of a customer, None when the reference is unknown."""
        return next(iter(self.delivery_points_of(customer_ref)), None)

    def delivery_points_of(self, customer_ref: str) -> tuple[AssetId, ...]:
        """Return the delivery points of a customer, none when the reference is unknown.

        Where the layers name no customer so, the reference may be that of a point itself.
        """
        if not customer_ref or not self.has(Role.DELIVERY_POINT):
            return ()
        frame = self.frames[Role.DELIVERY_POINT]
        for column in ("customer_ref", "asset_id"):
            found = frame.loc[frame[column] == customer_ref, "asset_id"]
            if len(found):
                return tuple(AssetId(one) for one in found)
        return ()

    def _by_id(self, role: Role) -> gpd.GeoDataFrame:
        if role not in self._indexed:
            frame = self.frames[role]
            self._indexed[role] = frame.drop_duplicates("asset_id").set_index("asset_id")
        return self._indexed[role]

    @cached_property
    def _indexed(self) -> dict[Role, gpd.GeoDataFrame]:
        return {}

    def _frames_with(self, role: Role) -> RoleFrames:
        if not self.has(role):
            raise InputError("network.not_imported", role=Message(f"role.{role.value}"))
        return self.frames

    def _built(self, name: str, build: Callable[[], N]) -> N:
        if not isinstance(self._layers, KeepsNetworks):
            return build()
        if self._own_rules:
            # what other rules make of the same layers is another network
            digest = hashlib.sha256("\n".join(self._own_rules.values()).encode()).hexdigest()
            name = f"{name}.{digest[:16]}"
        return self._layers.built(name, build, state=self._state)
