# SPDX-License-Identifier: GPL-3.0-or-later
"""How complete a dossier is: what it must hold, item by item (criterion CAP-2.2.a)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...core.messages import Message
from ...core.rules import Label
from ...workorders.dossier import DossierCondition, DossierRules, ItemName
from ...workorders.life.gate_facts import GateFacts, Operator
from ..intake.order_sheet import OrderSheet
from .networks_known import NetworksKnown


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that the dossier holds or lacks; ``about`` names whom it concerns."""

    name: ItemName
    label: Label
    is_there: bool
    about: str = ""

    def spoken(self, language: str) -> str:
        """Return its name in a language."""
        label = self.label.spoken(language)
        return f"{label} {self.about}" if self.about else label


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the items are there."""

    items: tuple[Item, ...]

    @property
    def there(self) -> int:
        """Return how many are there."""
        return sum(item.is_there for item in self.items)

    @property
    def missing(self) -> tuple[Item, ...]:
        """Return those that are not."""
        return tuple(item for item in self.items if not item.is_there)

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is missing."""
        return not self.missing

    @property
    def said(self) -> Message:
        """Return the score as a sentence."""
        code = "dossier.complete" if self.is_complete else "dossier.incomplete"
        return Message(code, {"there": self.there, "total": len(self.items)})


@dataclass(frozen=True, slots=True)
class Held:
    """What the items are judged by."""

    sheet: OrderSheet
    gate: GateFacts
    networks: NetworksKnown
    has_hours: bool
    has_rules: bool


def score_of(held: Held, *, rules: DossierRules, holding: frozenset[DossierCondition]) -> Score:
    """Return the score of a dossier: one item an entry of the rules, and one an operator to reach."""
    asked = ((name, item) for name, item in rules.items.items() if holding.issuperset(item.when))
    return Score(tuple(one for name, item in asked for one in _items(name, item, held)))


def _items(name: ItemName, label: Label, held: Held) -> Iterator[Item]:
    if name == "contact":
        for operator in held.gate.operators:
            if operator.sensitive:
                yield Item(name, label, _was_reached(operator, held.gate), operator.name)
    else:
        yield Item(name, label, _CHECKS[name](held))


def _was_reached(operator: Operator, gate: GateFacts) -> bool:
    """Tell whether an operator answered; if urgent, with whom, or else is deemed in the zone (R.554-32)."""
    is_urgent = gate.notice is not None and gate.notice.is_urgent
    if is_urgent and operator.is_deemed_in_zone:
        return True
    named = operator.answer is not None and bool(operator.answer.contact)
    return operator.has_answered and (named or not is_urgent)


def _has_notice(held: Held) -> bool:
    """Tell whether the notice is decided, and sent; an urgent one may be no further than consulted for."""
    notice = held.gate.notice
    if notice is None:
        return False
    if notice.is_urgent:
        return notice.teleservice_was_asked
    return not notice.is_needed or notice.sent_at is not None


def _has_permits(held: Held) -> bool:
    day = held.gate.starts_at.date() if held.gate.starts_at else None
    return all(permit.allows(day) for permit in held.gate.permits if permit.kind != "mayor_told")


_CHECKS: Mapping[ItemName, Callable[[Held], bool]] = MappingProxyType(
    {
        "hours": lambda held: held.has_hours,
        "asset": lambda held: bool(held.sheet.order.asset_id),
        # dangers are looked for at the asset: an order without one was never studied
        "hazards": lambda held: bool(held.sheet.order.asset_id or held.sheet.order.hazards),
        "rules": lambda held: held.has_rules,
        "permits": _has_permits,
        "valves": lambda held: held.sheet.outage is not None,
        "footprint": lambda held: held.sheet.footprint is not None,
        "networks": lambda held: held.networks.were_looked_for,
        "notice": _has_notice,
    }
)
