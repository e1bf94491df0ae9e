# SPDX-License-Identifier: GPL-3.0-or-later
"""One search over everything: orders and requests, agents, customers, assets, addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..core.folding import folded
from ..core.resources import Agent
from ..network.assets.roles import Role, RoleFrames
from ..workorders.informing.contacts import CustomerContact
from ..workorders.intake.address_book import AddressBook
from .assets.asset_base import AssetBase
from .intake.addresses import address_book, has_addresses
from .ports import Workspace

ORDER, REQUEST, AGENT, CUSTOMER, ASSET, ADDRESS = "order", "request", "agent", "customer", "asset", "address"
_CUSTOMERS = frozenset({Role.DELIVERY_POINT, Role.METER})


@dataclass(frozen=True, slots=True)
class Found:
    """Something found: its kind, its key, a line about it; ``order_id`` and x, y where it has them.

    ``detail`` is a role of ``Role`` for an asset. x, y are in the workspace's CRS.
    """

    kind: str
    key: str
    text: str
    order_id: str = ""
    x: float | None = None
    y: float | None = None
    detail: str = ""


class Places:
    """Assets, customers and addresses of a workspace, read once to be searched at each key: O(assets)."""

    def __init__(
        self,
        assets: Sequence[tuple[str, Role, NDArray[np.str_], NDArray[np.float64]]],
        book: AddressBook | None,
    ) -> None:
        self._keys = [key for _, role, keys, _ in assets for key in keys]
        self._roles = [role for _, role, keys, _ in assets for _ in keys]
        self._xy = np.concatenate([xy for *_, xy in assets]) if assets else np.empty((0, 2))
        self._folded = [folded(key) for key in self._keys]
        self._row_of = {key: row for row, key in enumerate(self._folded)}
        self._book = book

    @classmethod
    def of(cls, workspace: Workspace) -> Places:
        """Read the places of a workspace."""
        base = AssetBase(workspace)
        book = address_book(workspace) if has_addresses(workspace) else None
        return cls(tuple(_keyed(base.frames)), book)

    def assets(self, text: str, *, most: int) -> tuple[Found, ...]:
        """Return the assets whose id is a text, then those that begin with it, then those that hold it."""
        wanted = folded(text.strip())
        if not wanted:
            return ()
        exact = [self._row_of[wanted]] if wanted in self._row_of else []
        starts = [row for row, key in enumerate(self._folded) if key.startswith(wanted)][:most]
        inside = []
        if len(starts) < most:
            inside = [row for row, key in enumerate(self._folded) if wanted in key][:most]
        return tuple(self._found(row) for row in list(dict.fromkeys((*exact, *starts, *inside)))[:most])

    def customers_at(self, key: str) -> tuple[float, float] | None:
        """Return where a delivery point is, None where the layers do not have it."""
        row = self._row_of.get(folded(key))
        return None if row is None else (float(self._xy[row, 0]), float(self._xy[row, 1]))

    def addresses(self, text: str, *, most: int) -> tuple[Found, ...]:
        """Return the addresses most like a text."""
        if self._book is None or len(text.strip()) < 3:
            return ()
        found = self._book.search(text, most=most)
        return tuple(Found(ADDRESS, one.label, one.label, x=one.x, y=one.y) for one in found)

    def _found(self, row: int) -> Found:
        x, y = self._xy[row]
        role = self._roles[row]
        kind = CUSTOMER if role in _CUSTOMERS else ASSET
        return Found(kind, self._keys[row], self._keys[row], x=float(x), y=float(y), detail=role.value)


def find_anything(workspace: Workspace, places: Places, text: str, *, most: int = 5) -> tuple[Found, ...]:
    """Return what a text may mean, so many of each kind: orders, agents, customers, assets, addresses.

    What has the text for its id comes before all kinds.
    """
    wanted = folded(text.strip())
    if not wanted:
        return ()
    found = (
        *_orders(workspace, text, most),
        *_agents(workspace, wanted, most),
        *_customers(workspace, places, wanted, most),
        *places.assets(text, most=most),
        *places.addresses(text, most=most),
    )
    return tuple(sorted(found, key=lambda one: folded(one.key) != wanted))


def _orders(workspace: Workspace, text: str, most: int) -> Iterator[Found]:
    for hit in workspace.search(text, limit=most):
        kind = ORDER if hit.table == "work_order" else REQUEST
        yield Found(kind, hit.key, hit.text, order_id=hit.order_id)


def _agents(workspace: Workspace, wanted: str, most: int) -> Iterator[Found]:
    agents = [one for one in workspace.all(Agent) if wanted in folded(f"{one.agent_id} {one.name}")]
    for agent in agents[:most]:
        home = agent.home
        yield Found(AGENT, str(agent.agent_id), agent.name, x=home.x, y=home.y)


def _customers(workspace: Workspace, places: Places, wanted: str, most: int) -> Iterator[Found]:
    people = workspace.all(CustomerContact)
    known = [one for one in people if wanted in folded(f"{one.customer_ref} {one.name} {one.address}")]
    for one in known[:most]:
        at = places.customers_at(one.customer_ref)
        text = " · ".join(part for part in (one.name, one.address, one.town) if part)
        yield Found(CUSTOMER, one.customer_ref, text, x=at[0] if at else None, y=at[1] if at else None)


def _keyed(frames: RoleFrames) -> Iterator[tuple[str, Role, NDArray[np.str_], NDArray[np.float64]]]:
    """Yield the ids of each role with a point on each asset."""
    for role, frame in frames.items():
        points = frame.geometry.representative_point()
        xy = np.column_stack([points.x.to_numpy(), points.y.to_numpy()])
        yield role.value, role, frame["asset_id"].astype(str).to_numpy(), xy
