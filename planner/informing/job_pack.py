# SPDX-License-Identifier: GPL-3.0-or-later
"""The pack that a subcontractor works from: place, assets, access, what to hand over, safety."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import geopandas as gpd

from ...core.ids import AssetId
from ...core.messages import Message
from ...core.resources import Subcontractor
from ...network.assets.roles import Role
from ...workorders.informing.execution import ExecutionRules
from ...workorders.informing.job_packs import JobPackRules, Terms, terms_of
from ...workorders.rulebook import RuleBook
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from ..sites.network_questions import trace_place
from .framework import Framework, execution_framework, framework_sections
from .page import Cell, Page, Section

Along = Literal["asset", "upstream", "downstream"]

_COLUMNS = ("asset_id", "from_node", "to_node", "length_m", "material", "diameter_mm")


@dataclass(frozen=True, slots=True)
class JobPack:
    """Everything a subcontractor needs for one order.

    ``assets`` are the rows to work on with geometry and ``length_m``; ``first`` and ``last`` the nodes where
    they begin and end. Nothing of customers is in it but the address of the work.
    """

    framework: Framework
    company: Subcontractor
    assets: gpd.GeoDataFrame
    first: tuple[str, ...]
    last: tuple[str, ...]
    access: dict[str, str]
    terms: Terms

    @property
    def asset_ids(self) -> tuple[str, ...]:
        """Return the ids of the assets to work on."""
        return tuple(self.assets["asset_id"])

    @property
    def length_m(self) -> float:
        """Return the length of all of them."""
        return float(self.assets["length_m"].sum())


def job_pack(
    workspace: Workspace,
    base: AssetBase,
    order_id: str,
    *,
    company_id: str,
    along: Along = "asset",
    packs: JobPackRules,
    execution: ExecutionRules,
) -> JobPack:
    """Gather the pack of an order: its own asset, or the sewers traced from it.

    ``InputError`` when the order or the subcontractor does not exist, or its asset cannot be traced from.
    """
    company = workspace.get(Subcontractor, company_id)
    framework = execution_framework(workspace, order_id, rules=execution)
    order, request = framework.sheet.order, framework.sheet.request
    if along == "asset":
        role, ids = Role(order.asset_role) if order.asset_role else None, [order.asset_id]
    else:
        role, ids = Role.SEWER_PIPE, list(trace_place(base, along, asset=order.asset_id).pipes)
    assets = _rows(base, role, ids)
    starts, ends = _ends(assets)
    return JobPack(
        framework=framework,
        company=company,
        assets=assets,
        first=starts,
        last=ends,
        access=dict(request.answers or {}) if request else {},
        terms=terms_of(packs, order.code),
    )


def _rows(base: AssetBase, role: Role | None, ids: list[AssetId]) -> gpd.GeoDataFrame:
    frame = base.frame(role) if role else None
    if frame is None:
        return gpd.GeoDataFrame({name: [] for name in _COLUMNS}, geometry=[], crs=base.crs)
    rows = frame[frame["asset_id"].isin(set(ids))].copy()
    rows["length_m"] = rows.geometry.length.round(2)
    place = {asset: number for number, asset in enumerate(ids)}
    return rows.sort_values("asset_id", key=lambda column: column.map(place)).reset_index(drop=True)


def _ends(assets: gpd.GeoDataFrame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the nodes that nothing leads to, and those from which nothing leads on."""
    if not {"from_node", "to_node"} <= set(assets.columns):
        return (), ()
    starts, ends = list(assets["from_node"]), list(assets["to_node"])
    return (
        tuple(dict.fromkeys(node for node in starts if node and node not in ends)),
        tuple(dict.fromkeys(node for node in ends if node and node not in starts)),
    )


def job_pack_page(pack: JobPack, *, book: RuleBook, language: str) -> Page:
    """Return a pack as a page."""
    order = pack.framework.sheet.order
    return Page(
        title=Message("page.job_pack", {"order": order.order_id, "company": pack.company.name}),
        subtitle=order.address,
        sections=tuple(_sections(pack, book=book, language=language)),
    )


def _sections(pack: JobPack, *, book: RuleBook, language: str) -> Iterator[Section]:
    order = pack.framework.sheet.order
    where: list[tuple[Cell, ...]] = [
        (Message("label.place"), f"{order.place.x:.0f}, {order.place.y:.0f}"),
        (Message("label.assets"), ", ".join(pack.asset_ids)),
        (Message("label.length"), f"{pack.length_m:.0f} m"),
        (Message("page.from_to"), " → ".join(", ".join(nodes) for nodes in (pack.first, pack.last) if nodes)),
    ]
    yield Section(Message("page.where"), (), tuple(where))
    present = [name for name in _COLUMNS if name in pack.assets.columns]
    yield Section(
        Message("label.assets"),
        tuple(Message(f"column.{name}") for name in present),
        tuple(tuple(str(cell) for cell in row) for row in pack.assets[present].itertuples(index=False)),
    )
    yield Section(Message("page.access"), (), tuple(pack.access.items()))
    handed = tuple((item.spoken(language), item.format) for item in pack.terms.deliverables)
    yield Section(Message("page.deliverables"), (), handed)
    yield Section(Message("page.before"), (), tuple((item.spoken(language),) for item in pack.terms.before))
    yield from framework_sections(pack.framework, book=book, language=language)
