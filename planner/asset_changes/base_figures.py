# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the asset base: knowledge indices, how fast closures reach it, what share is in class A."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from ...network.assets.roles import Role
from ...network.changes.knowledge import Knowledge, knowledge, load_knowledge_rules
from ...workorders.asset_changes.drafts import SEWER_REPAIR, WATER_REPAIR
from ...workorders.asset_changes.records import AssetChange, ChangeState
from ..assets.asset_base import AssetBase
from ..ports import Workspace
from .asset_tables import AssetTables
from .own_layers import OWN_LAYERS

_A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class ClassShare:
    """The share of a role's pipes (by length) or devices (by number) of which the position is in class A."""

    role: str
    share: float | None


@dataclass(frozen=True, slots=True)
class BaseFigures:
    """Figures at a time; None where nothing is known to reckon with.

    ``decided_share`` is how much of what closures proposed in the year before is decided, ``median_hours``
    how long that took, ``updated_share`` the share of pipes and devices changed in the year before.
    """

    at: datetime
    knowledge: tuple[Knowledge, ...]
    proposed: int
    decided_share: float | None
    median_hours: float | None
    updated_share: float | None
    class_a: tuple[ClassShare, ...]


def base_figures(
    workspace: Workspace, base: AssetBase, *, now: datetime, other_points: int = 0
) -> BaseFigures:
    """Return the figures; ``other_points`` are the points of part A that the service has on paper."""
    changes = [one for one in workspace.all(AssetChange) if one.proposed_at >= now - _A_YEAR]
    decided = [one for one in changes if one.state is not ChangeState.PROPOSED]
    hours = [(one.decided_at - one.worked_at).total_seconds() / 3600 for one in decided if one.decided_at]
    repairs = {role: _count(workspace, OWN_LAYERS[role].name) for role in (WATER_REPAIR, SEWER_REPAIR)}
    updated, class_a = _survey(workspace, now)
    return BaseFigures(
        at=now,
        knowledge=knowledge(base.frames, repairs, rules=load_knowledge_rules(), other_points=other_points),
        proposed=len(changes),
        decided_share=len(decided) / len(changes) if changes else None,
        median_hours=median(hours) if hours else None,
        updated_share=updated,
        class_a=class_a,
    )


def _count(workspace: Workspace, layer: str) -> int:
    return len(workspace.read_layer(layer)) if layer in workspace.layer_names() else 0


def _survey(workspace: Workspace, now: datetime) -> tuple[float | None, tuple[ClassShare, ...]]:
    """Return the share of rows changed within a year, and the share in class A by role."""
    tables = AssetTables(workspace)
    limit = (now - _A_YEAR).date().isoformat()
    rows_seen = rows_new = 0
    shares = []
    for role in (Role.WATER_PIPE, Role.SEWER_PIPE, Role.VALVE, Role.HYDRANT, Role.MANHOLE):
        whole, in_a, says = 0.0, 0.0, False
        for writer in tables.writers(role):
            layer = workspace.read_layer(writer.table)
            weights = layer.length if role in (Role.WATER_PIPE, Role.SEWER_PIPE) else layer.length * 0 + 1
            says = says or writer.column_of("accuracy_xy") is not None
            for row, weight in zip(layer.drop(columns="geometry").to_dict("records"), weights, strict=True):
                plain = {str(name): None if value != value else value for name, value in row.items()}
                if not writer.plays(plain):
                    continue
                whole += weight
                in_a += weight if writer.text("accuracy_xy", plain) == "A" else 0
                if writer.column_of("updated_on"):
                    rows_seen += 1
                    rows_new += writer.text("updated_on", plain) >= limit
        if whole:
            shares.append(ClassShare(role.value, in_a / whole if says else None))
    return (rows_new / rows_seen if rows_seen else None), tuple(shares)
