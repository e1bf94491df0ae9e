# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of an order and its asset when its closure data are checked, and what a check finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ...core.messages import Message
from .forms import Severity
from .records import AssetReading


@dataclass(frozen=True, slots=True)
class Known:
    """What checks compare with; whatever is unknown is left out, and is not checked.

    ``titles`` are all that the type of work is called, ``standard_min`` its time on site with modifiers,
    ``standard_parts`` what it usually takes. ``parts`` are those that the service knows. ``asset`` holds
    columns of the layers by name, ``readings`` those before this closure, ``lengths_m`` pipes by id,
    ``distances_m`` how far the places of the closure lie from the asset. The asset ``is_unmapped`` where the
    layers hold others (``asset_ids``), but not it. ``agents`` are people and subcontractors.
    """

    now: datetime
    titles: tuple[str, ...] = ()
    standard_min: int = 0
    standard_parts: Mapping[str, int] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    asset_id: str = ""
    asset: Mapping[str, str] = field(default_factory=dict)
    readings: Sequence[AssetReading] = ()
    lengths_m: Mapping[str, float] = field(default_factory=dict)
    distances_m: Mapping[str, float] = field(default_factory=dict)
    valve_states: frozenset[str] = frozenset()
    valves: frozenset[str] = frozenset()
    is_unmapped: bool = False
    asset_ids: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()

    def last(self, quantity: str) -> list[AssetReading]:
        """Return the readings of a quantity, the newest first."""
        own = (reading for reading in self.readings if reading.quantity == quantity)
        return sorted(own, key=lambda reading: reading.read_at, reverse=True)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of a field: what stands there and what was expected."""

    field: str
    severity: Severity
    found: str
    expected: str
    message: Message

    @property
    def is_error(self) -> bool:
        """Tell whether the order has to be corrected before it is closed."""
        return self.severity == "error"
