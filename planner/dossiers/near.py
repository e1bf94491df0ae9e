# SPDX-License-Identifier: GPL-3.0-or-later
"""The networks of others near a dig as a crew reads them: those of one kind, class and operator together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...core.messages import Message
from ..intake.order_sheet import VERDICT_ORDER
from ..records import OrderConflict
from .dig import Dig

# the finer codes before those that they begin with
_KINDS = (
    *("ELECHT", "ELECBT", "ELECECL", "ELECSLT", "ELEC", "GAZ", "CHIM", "CHAU", "DECH", "COM"),
    *("AEP", "INCE", "ASSAEU", "ASSAEP", "ASSARU", "ASSA", "MULT", "HYDROC", "RAIL", "PINS", "00"),
)


@dataclass(frozen=True, slots=True)
class NearNetworks:
    """Networks of one kind, class, operator and verdict: the nearest, how far it is drawn, how many."""

    nearest: OrderConflict
    axis_m: float
    count: int

    @property
    def name(self) -> Message:
        """Return what they are called: the kind in words, the label of the nearest, how many more."""
        near = self.nearest
        return Message(
            "dossier.network_name",
            {
                "kind": Message(f"network_kind.{kind_of(near.network_type)}"),
                "label": near.label,
                "more": f"+ {self.count - 1}" if self.count > 1 else "",
            },
        )


def near_networks(conflicts: Iterable[OrderConflict], dig: Dig | None) -> tuple[NearNetworks, ...]:
    """Return the networks put together, the most dangerous first and then the nearest."""
    groups: dict[tuple[str, ...], list[tuple[float, OrderConflict]]] = {}
    for one in conflicts:
        key = (one.verdict, one.network_type, one.operator, one.accuracy_class)
        groups.setdefault(key, []).append((axis_distance_m(one, dig), one))
    found = []
    for members in groups.values():
        axis_m, nearest = min(members, key=lambda member: (member[1].edge_m, member[0]))
        found.append(NearNetworks(nearest, axis_m, len(members)))
    found.sort(key=lambda one: (VERDICT_ORDER.index(one.nearest.verdict), one.nearest.edge_m))
    return tuple(found)


def axis_distance_m(conflict: OrderConflict, dig: Dig | None) -> float:
    """Return how far a network is drawn from the axis of the dig, in metres."""
    return conflict.edge_m if dig is None else float(dig.axis.distance(conflict.geometry))


def kind_of(network_type: str) -> str:
    """Return the kind of network that there are words for: the code itself or its beginning, else others."""
    return next((kind for kind in _KINDS if network_type.startswith(kind)), "MULT")
