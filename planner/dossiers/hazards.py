# SPDX-License-Identifier: GPL-3.0-or-later
"""The dangers of an order in plain words, each with its pictogram (criterion CAP-2.2.c)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ...core.messages import Message
from ...core.rules import Label
from ...network.digging.conflicts import ConflictRules
from ...workorders.dossier import DossierCondition, DossierRules, Pictogram
from ...workorders.orders import WorkOrder
from ...workorders.requirements import dangers
from ..records import OrderConflict
from .near import NearNetworks

# what a crew meets; networks farther away are only asked about
_MET = ("in_corridor", "to_mark_out", "position_unknown")
_ON_ASSET = ("asbestos_cement", "asbestos_fibre_cement")
_GAS_IN_CORRIDOR = "gas_in_corridor"


@dataclass(frozen=True, slots=True)
class Hazard:
    """One danger: its pictogram, and what to do, as a message or as the sentence of a rule file."""

    pictogram: Pictogram
    said: Message | Label

    def spoken(self, say: Callable[[Message], str], language: str) -> str:
        """Return the sentence in a language."""
        if isinstance(self.said, Label):
            return self.said.spoken(language)
        return say(Message(self.said.code, _figures(self.said.params, language)))


def _figures(params: Mapping[str, object], language: str) -> dict[str, object]:
    """Return parameters with lengths as the language writes them."""
    return {
        name: metres(value, language) if isinstance(value, float) else value for name, value in params.items()
    }


def metres(value: float, language: str, *, decimals: int = 1) -> str:
    """Return a length without its unit, with the decimal sign of a language."""
    text = f"{value:.{decimals}f}"
    return text.replace(".", ",") if language == "fr" else text


def hazards_of(
    order: WorkOrder,
    near: Iterable[NearNetworks],
    *,
    rules: DossierRules,
    conflict_rules: ConflictRules,
    holding: frozenset[DossierCondition],
) -> tuple[Hazard, ...]:
    """Return the dangers of an order, those of its networks first, nearest first."""
    networks = tuple(_networks(near, rules, conflict_rules))
    # the network itself is named above, with its distance
    said = {hazard for hazard in (_GAS_IN_CORRIDOR,) if any(one.pictogram == "gas" for one in networks)}
    return (
        *networks,
        *(
            Hazard(rules.pictogram_of_hazard(hazard), _of_place(hazard, order))
            for hazard in dangers(order.hazards)
            if hazard not in said
        ),
        *(
            Hazard(hazard.pictogram, hazard)
            for hazard in rules.site_hazards.values()
            if holding.issuperset(hazard.when)
        ),
    )


def _of_place(hazard: str, order: WorkOrder) -> Message:
    said = Message(f"hazard.{hazard}")
    if hazard in _ON_ASSET and order.asset_id:
        return Message("dossier.on_asset", {"asset": order.asset_id, "hazard": said})
    return said


def _networks(
    near: Iterable[NearNetworks], rules: DossierRules, conflict_rules: ConflictRules
) -> Iterator[Hazard]:
    for one in near:
        conflict = one.nearest
        if conflict.verdict in _MET:
            code = f"dossier.near.{conflict.verdict}"
            if conflict.is_sensitive and conflict.verdict == "position_unknown":
                code = "dossier.near.position_unknown_sensitive"
            params = {
                "network": one.name,
                "operator": conflict.operator,
                "distance": one.axis_m,
                "accuracy": conflict.accuracy_class,
                "uncertainty": _uncertainty(conflict, conflict_rules),
            }
            yield Hazard(rules.pictogram_of_network(conflict.network_type), Message(code, params))


def _uncertainty(conflict: OrderConflict, rules: ConflictRules) -> float | str:
    """Return how far the network may be from where it is drawn, in metres; empty when nobody knows.

    Where the stored distances do not tell it, the larger one of the class counts.
    """
    if conflict.effective_m is None:
        return ""
    if conflict.effective_m > 0:
        return conflict.edge_m - conflict.effective_m
    known = next((u for name, u in rules.uncertainty.items() if name == conflict.accuracy_class), None)
    return max(known.rigid_m, known.flexible_m) if known else ""
